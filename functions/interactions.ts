// oxlint-disable-next-line import/no-named-as-default -- its types have only the default export
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { readInteractionsConfig } from "#src/config.ts";
import { once } from "#src/once.ts";
import type { InteractionPorts } from "#src/interactions/handle-interaction.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, pong } from "#src/discord/replies.ts";
import { type AnswerLog, noteAnswer } from "./middleware/note-answer.ts";
import { type InteractionEvent, parseInteraction } from "./middleware/parse-interaction.ts";
import { type ErrorLog, replyToErrors } from "./middleware/reply-to-errors.ts";
import { verifySignature } from "./middleware/verify-signature.ts";

const onDemand = () => import("./on-demand/answer-interaction.ts");

interface Parts {
  publicKey: () => string;
  now: () => Date;
  /** Loaded for the first interaction that needs the table; a PING and a bad signature do without. */
  ports: () => Promise<InteractionPorts>;
  /** Loaded for the first line: a PING and a bad signature are not logged. */
  log: () => Promise<Log>;
}

type Log = ErrorLog & AnswerLog;

/** `POST /interactions`: verify, parse, answer. */
export const createHandler = ({ publicKey, now, ports, log }: Parts) =>
  middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(noteAnswer({ metrics: async () => (await ports()).metrics, now, log }))
    .use(replyToErrors({ log, speech: async (locale) => (await onDemand()).speech(locale) }))
    .use(verifySignature(() => ({ publicKey: publicKey(), now })))
    .use(parseInteraction())
    .handler(async (event: unknown) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- middy does not carry the type of one middleware to the next
      const { body: interaction } = event as InteractionEvent;
      return json(interaction.kind === "ping" ? pong() : await answer(await ports(), interaction));
    });

async function answer(ports: InteractionPorts, interaction: Interaction): Promise<Reply> {
  const { handleInteraction } = await onDemand();
  return handleInteraction(ports, interaction);
}

const json = (reply: Reply): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(reply),
});

const config = once(() => readInteractionsConfig());

export const handler = createHandler({
  publicKey: () => config().DISCORD_PUBLIC_KEY ?? "",
  now: () => new Date(),
  ports: once(async () => (await onDemand()).createApp(config())),
  log: once(async () => (await onDemand()).createLogger()),
});
