import * as z from "zod/mini";

/** What a button of ours asks for, and the form that it opens. */
export const buttonActions = [
  "confirm",
  "approve",
  "decline",
  "cancel",
  "edit",
  "answer",
  "as-understood",
  "as-meant",
  "retry",
  "redraft",
  "withdraw",
  "undo",
  // On the list of those who look after a server.
  "retry-for",
  "redraft-for",
  // These name a person in place of a conversation.
  "block",
  "unblock",
] as const;
export type ButtonAction = (typeof buttonActions)[number];

/** `choose` is the select of the values to edit, `edit-chosen` the form for them. */
export const actions = [...buttonActions, "choose", "edit-chosen"] as const;
export type Action = (typeof actions)[number];

export interface Target {
  action: Action;
  conversation_id: string;
  revision: number;
}

const written = z.object({
  action: z.enum(actions),
  conversation_id: z.string().check(z.regex(/^\d{1,20}$/)),
  revision: z.string().check(z.regex(/^[1-9]\d{0,8}$/)),
});

/** A custom id that binds a click to what was shown; far below Discord's 100 characters. */
export const customIdOf = ({ action, conversation_id, revision }: Target): string =>
  `${action}:${conversation_id}:${revision}`;

/** What a custom id says, or null when it is not one of ours. */
export function readCustomId(customId: string): Target | null {
  const [action, conversation_id, revision, ...rest] = customId.split(":");
  const parsed = written.safeParse({ action, conversation_id, revision });
  if (!parsed.success || rest.length > 0) return null;
  return { ...parsed.data, revision: Number(parsed.data.revision) };
}
