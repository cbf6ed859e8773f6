import { type Approval, changesOf } from "./changes.ts";
import type { Conversation } from "./conversation.ts";
import type { Event } from "./events.ts";

const approvedIn = (
  { approvers = [], approvals = [], approvals_missing = 0 }: Conversation,
  { id, name, more }: Approval,
) => ({
  approvers: [...approvers, id],
  approvals: [...approvals, { id, name }],
  ...(more ? { approvals_missing: approvals_missing - 1 } : {}),
});

/** The conversation after an accepted event, as the write would leave it; `cancel` leaves nothing. */
export function afterChange(conversation: Conversation, event: Event): Conversation | null {
  if (event.type === "cancel") return null;
  const changes = changesOf(event);
  const kept = Object.fromEntries(
    Object.entries(conversation).filter(([name]) => !changes.remove.some((removed) => removed === name)),
  );
  const { request, interactions = [] } = conversation;
  const answered = changes.answers && {
    request: { ...request, answers: [...request.answers, ...changes.answers] },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rules say which parts make up which member of the union
  return {
    ...kept,
    ...changes.set,
    ...answered,
    ...(changes.approval && approvedIn(conversation, changes.approval)),
    ...(changes.interaction ? { interactions: [...interactions, changes.interaction] } : {}),
    history: [...conversation.history, changes.history],
  } as Conversation;
}
