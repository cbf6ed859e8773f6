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

/** A custom id that binds a click to what was shown; far below Discord's 100 characters. */
export const customIdOf = ({ action, conversation_id, revision }: Target): string =>
  `${action}:${conversation_id}:${revision}`;

/** What a custom id says, or null when it is not one of ours. */
export function readCustomId(customId: string): Target | null {
  const [written, conversation_id = "", revision = "", ...rest] = customId.split(":");
  const action = actions.find((known) => known === written);
  const fits = /^\d{1,20}$/.test(conversation_id) && /^[1-9]\d{0,8}$/.test(revision) && rest.length === 0;
  return action && fits ? { action, conversation_id, revision: Number(revision) } : null;
}
