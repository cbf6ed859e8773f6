import { ComponentType } from "discord-api-types/v10";
import type { Message } from "#stand-ins/discord/messages.ts";
import { nameOf, state } from "./state.ts";

const CUSTOM_ID = /^\w+:(\d+):\d+$/;
const COMMAND = 2;
/** The type of an option that names a member. */
const PERSON = 6;

/** A button that can be pressed, wherever it is in a message. */
export interface Pressable {
  label: string;
  customId: string;
  style: number;
}

export function pressables({ components }: Message): Pressable[] {
  const parts = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  return parts.flatMap((part) =>
    "custom_id" in part && "label" in part && part.label
      ? [
          {
            label: `${part.emoji?.name ?? ""} ${part.label}`.trim(),
            customId: part.custom_id,
            style: part.style,
          },
        ]
      : [],
  );
}

/** The conversation that a message belongs to: its buttons name it, or it answered the command that started it. */
export function conversationOf({
  message,
  earlier,
}: {
  message: Message;
  earlier: Message[];
}): string | null {
  for (const each of [message, ...earlier])
    for (const { customId } of pressables(each)) {
      const id = CUSTOM_ID.exec(customId)?.[1];
      if (id) return id;
    }
  const started = message.interaction_metadata;
  return started?.type === COMMAND ? started.id : null;
}

/** Every conversation that the channel shows, the newest first, with the words that started it. */
export function conversations(): { id: string; words: string }[] {
  const ids = [...state.messages.values()].flatMap((shown) =>
    shown.message.flags & EPHEMERAL ? [] : (conversationOf(shown) ?? []),
  );
  return [...new Set(ids)].toReversed().map((id) => ({ id, words: wordsOf(id) }));
}

/** Discord's flag for a message that only one person sees. */
export const EPHEMERAL = 64;
/** Discord's flag for “thinking…”. */
export const LOADING = 128;

interface Sent {
  id?: string;
  data?: {
    name?: string;
    options?: { name: string; value: string; type: number }[];
    resolved?: { attachments?: Record<string, { filename: string }> };
  };
}

/** The command that an interaction was, as it was typed; empty when it is not known here. */
export function wordsOf(interaction: string): string {
  for (const { request } of state.payloads) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read with care: every part of it may be missing
    const sent = request as Sent | null;
    if (sent?.id !== interaction || !sent.data?.name) continue;
    const files = sent.data.resolved?.attachments ?? {};
    const options = (sent.data.options ?? []).map(
      ({ name, value, type }) =>
        `${name}: ${type === PERSON ? `@${nameOf(value)}` : (files[value]?.filename ?? value)}`,
    );
    return [`/${sent.data.name}`, ...options].join(" ");
  }
  return "";
}
