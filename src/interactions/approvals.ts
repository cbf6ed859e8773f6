import type { Applied } from "#src/conversations/conversation-repository.ts";
import type { DecidePorts } from "#src/conversations/decide.ts";
import type { Click } from "./click.ts";

/**
 * The owner confirms; before anything is published, so many others have to approve.
 * @param about how many, and whether files are attached to the preview
 */
export const submit = async (
  ports: DecidePorts,
  click: Click,
  about: { approvals: number; hasFiles: boolean },
): Promise<Applied> =>
  ports.conversations.apply({
    ...click,
    type: "submit",
    ...about,
    ttl: ports.lifetimes.afterSubmission(click.at),
  });

/**
 * Approves what was shown, with one write when it is the last approval that is missing. When more are missing its condition
 * is lost, and a second write takes one off.
 * @param name what the person is called in Discord
 */
export async function approve(ports: DecidePorts, click: Click, name: string): Promise<Applied> {
  const approval = { ...click, name, ttl: ports.lifetimes.afterDecision(click.at) };
  const last = await ports.conversations.apply({ ...approval, type: "approve-last" });
  if (last.ok || last.refusal.refused !== "approvals-missing") return last;
  return ports.conversations.apply({ ...approval, type: "approve" });
}

/** Hands the preview back to its owner, who has an hour again. */
export const decline = async (ports: DecidePorts, click: Click, reason: string): Promise<Applied> =>
  ports.conversations.apply({
    ...click,
    type: "decline",
    reason,
    ttl: ports.lifetimes.afterInput(click.at),
  });
