import { ApplicationCommandType, InteractionType } from "discord-api-types/v10";
import type { FunctionsServer } from "#stand-ins/aws/functions-server.ts";
import { circumstances } from "#stand-ins/discord/member.ts";
import { readEventSources } from "#stand-ins/aws/service-file.ts";
import { signedHeaders } from "#stand-ins/discord/signing-key.ts";

const STRANGER = { id: "0", name: "stranger" };

/**
 * Makes the functions load their modules before the first person comes: `dispatch` and `execution` get an empty batch, and
 * `interactions` a stranger's /ux-status. With a public key of the user's own it cannot be signed and is left out.
 * Failures do not matter here.
 */
export async function warmUp(
  { url, invokeUrl }: Pick<FunctionsServer, "url" | "invokeUrl">,
  { applicationId, signingKey }: { applicationId: string; signingKey: string | null },
): Promise<void> {
  const { dispatch, execution } = await readEventSources();
  const question = JSON.stringify({
    ...circumstances({ applicationId }, STRANGER),
    token: "none",
    type: InteractionType.ApplicationCommand,
    data: { id: "1", type: ApplicationCommandType.ChatInput, name: "ux-status" },
  });
  await Promise.allSettled([
    ...[dispatch, execution].map(({ functionName }) =>
      post(`${invokeUrl}/2015-03-31/functions/${functionName}/invocations`, { body: '{"Records":[]}' }),
    ),
    signingKey &&
      post(`${url}/interactions`, {
        body: question,
        headers: signedHeaders(signingKey, question, new Date()),
      }),
  ]);
}

const post = (url: string, request: { body: string; headers?: Record<string, string> }) =>
  fetch(url, { method: "POST", ...request, signal: AbortSignal.timeout(10_000) });
