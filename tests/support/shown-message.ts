import type { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import type { Message } from "#stand-ins/discord/messages.ts";

/** The custom id behind the button that a person sees under this label. */
export function customIdOf(message: Message, label: string): string {
  for (const row of message.components) {
    if (row.type !== 1) continue;
    for (const button of row.components)
      if ("custom_id" in button && "label" in button && button.label === label) return button.custom_id;
  }
  throw new Error(`The message has no button “${label}”: ${JSON.stringify(message.components)}`);
}

/** The labels of a message's buttons. */
export const buttonsOf = (message: Message): string[] =>
  message.components.flatMap((row) =>
    row.type === 1 ? row.components.flatMap((button) => ("label" in button && button.label) || []) : [],
  );

/** The code block of the preview, as text. */
export const diffOf = (message: Message): string =>
  /```diff\n([\s\S]*?)\n```/.exec(message.embeds[0]?.description ?? "")?.[1] ?? "";

/** What a message has attached under a name; nothing when it is not there. */
export function attachedTo(message: Message, name: string, { channel }: DiscordStandIn): Buffer {
  const named = message.attachments.find(({ filename }) => filename === name);
  return Buffer.from(channel.file(named?.id ?? "")?.content ?? []);
}

/** The custom id of the message's select. */
export function selectIn(message: Message): string {
  const select = message.components.flatMap((row) =>
    row.type === 1 ? row.components.flatMap((part) => (part.type === 3 ? [part.custom_id] : [])) : [],
  )[0];
  if (select === undefined) throw new Error("The message has no select");
  return select;
}
