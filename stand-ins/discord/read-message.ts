import { ComponentType, MessageFlags } from "discord-api-types/v10";
import { setTimeout as delay } from "node:timers/promises";
import { UserError } from "#src/errors.ts";
import type { Message } from "./messages.ts";
import { DISCORD_PATH } from "./discord-stand-in.ts";

const BETWEEN_LOOKS_MS = 50;
const PATIENCE_MS = 60_000;

/** The message that a token stands for, once the service has nothing more to add to it by itself. */
export async function settledMessage(
  { url, applicationId }: { url: string; applicationId: string },
  token: string,
): Promise<Message> {
  const address = `${url}${DISCORD_PATH}/webhooks/${applicationId}/${token}/messages/@original`;
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const response = await fetch(address);
    if (!response.ok) throw new UserError(`The message cannot be read (HTTP ${response.status}).`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stand-in serves exactly what it keeps
    const message = (await response.json()) as Message;
    if (isSettled(message)) return message;
    await delay(BETWEEN_LOOKS_MS);
  }
  throw new UserError("The service has not answered for a minute; see .ux-agent/functions.log.");
}

/** "thinking…" and every message that starts with an hourglass are on their way to another. */
const isSettled = ({ flags, content }: Message): boolean =>
  (flags & MessageFlags.Loading) === 0 && !content.startsWith("⏳");

/** The custom id of the button for an action, or nothing when the message does not offer it. */
export const buttonFor = (message: Message, action: string): string | undefined =>
  message.components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .flatMap((part) => ("custom_id" in part ? part.custom_id : []))
    .find((customId) => customId.startsWith(`${action}:`));

/** The unified diff that a message shows, as it is in the file; null when it shows none, or not all of it. */
export function diffIn(message: Message): string | null {
  const shown = message.embeds.map(({ description = "" }) => description).join("\n");
  const blocks = [...shown.matchAll(/```diff\n(?<diff>[^]*?)\n```/g)].map(
    ({ groups }) => groups?.["diff"] ?? "",
  );
  if (blocks.length === 0 || /\d+ lines? not shown/.test(shown)) return null;
  // Between backticks stands an invisible character that keeps them from closing the block.
  return `${blocks.join("\n").replaceAll("`\u200B", "`")}\n`;
}
