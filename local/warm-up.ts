import { ApplicationCommandType, InteractionType } from "discord-api-types/v10";
import type { FunctionsServer } from "#stand-ins/aws/functions-server.ts";
import { circumstances } from "#stand-ins/discord/member.ts";
import { readStreamEvent } from "#stand-ins/aws/service-file.ts";
import { signedHeaders } from "#stand-ins/discord/signing-key.ts";

const NOBODY = { id: "0", name: "nobody" };

/**
 * Lets the functions load what they need, so that the first person does not wait for it: `execution` gets no records,
 * and `interactions` nobody's question for their requests. Whether that works is not asked here.
 */
export async function warmUp(
  { url, invokeUrl }: Pick<FunctionsServer, "url" | "invokeUrl">,
  { applicationId, signingKey }: { applicationId: string; signingKey: string | null },
): Promise<void> {
  const { functionName } = await readStreamEvent();
  const question = JSON.stringify({
    ...circumstances({ applicationId }, NOBODY),
    token: "none",
    type: InteractionType.ApplicationCommand,
    data: { id: "1", type: ApplicationCommandType.ChatInput, name: "ux-status" },
  });
  await Promise.allSettled([
    post(`${invokeUrl}/2015-03-31/functions/${functionName}/invocations`, { body: '{"Records":[]}' }),
    signingKey &&
      post(`${url}/interactions`, {
        body: question,
        headers: signedHeaders(signingKey, question, new Date()),
      }),
  ]);
}

const post = (url: string, request: { body: string; headers?: Record<string, string> }) =>
  fetch(url, { method: "POST", ...request, signal: AbortSignal.timeout(10_000) });
