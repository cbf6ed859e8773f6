import type { SiteItem } from "#entities/site.ts";
import type { Applied } from "#src/conversations/conversation-repository.ts";
import type { DecidePorts } from "#src/conversations/decide.ts";
import type { Meaning } from "#src/requests/interpretation.ts";
import type { Click } from "./click.ts";
import { type UnderstandPorts, understand } from "./understand.ts";

export interface EditPorts extends DecidePorts, UnderstandPorts {}

/** Adds what was answered; `execution` finds out what it means together with the rest. */
export async function answer(
  ports: DecidePorts,
  click: Click,
  answers: { question: string; answer: string }[],
): Promise<Applied> {
  return ports.conversations.apply({
    ...click,
    type: "answer",
    answers,
    ttl: ports.lifetimes.afterInput(click.at),
  });
}

/**
 * Puts other words in place of the request. Words that mean nothing on this site, or of which nothing is understood, leave
 * it as it was, with its preview: `refused` says why.
 */
export async function edit(
  ports: EditPorts,
  click: Click,
  { site, request }: { site: SiteItem; request: { command?: string; description?: string } },
): Promise<Applied | { ok: "refused"; message: string }> {
  const meaning = await understand(ports, site, { ...request, image_count: 0, answers: {} });
  if (meaning?.outcome === "refused") return { ok: "refused", message: meaning.message };
  if (meaning?.outcome === "unclear" && isNothing(meaning)) return notUnderstood(meaning);
  return ports.conversations.apply({
    ...click,
    type: "edit",
    request,
    ttl: ports.lifetimes.afterInput(click.at),
  });
}

type Unclear = Extract<Meaning, { outcome: "unclear" }>;

/** Whether not even a part of a change is known, nor what it is about. */
const isNothing = ({ updates, parts, questions }: Unclear): boolean =>
  Object.keys(updates).length === 0 &&
  !parts &&
  questions.some(({ id }) => id === "change" || id === "section" || id === "meant");

const notUnderstood = ({ questions: [question] }: Unclear) => ({
  ok: "refused" as const,
  message: `I did not understand that, so your request stays as it was. ${question?.text ?? ""} Press **Edit** to say it in other words.`,
});
