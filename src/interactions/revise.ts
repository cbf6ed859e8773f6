import type { SiteItem } from "#entities/site.ts";
import type { Applied } from "#src/conversations/conversation-repository.ts";
import type { DecidePorts } from "#src/conversations/decide.ts";
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

/** Puts other words in place of the request. Words that mean nothing on this site leave it as it was: `refused` says why. */
export async function edit(
  ports: EditPorts,
  click: Click,
  { site, request }: { site: SiteItem; request: { command?: string; description?: string } },
): Promise<Applied | { ok: "refused"; message: string }> {
  const meaning = await understand(ports, site, { ...request, image_count: 0, answers: {} });
  if (meaning?.outcome === "refused") return { ok: "refused", message: meaning.message };
  return ports.conversations.apply({
    ...click,
    type: "edit",
    request,
    ttl: ports.lifetimes.afterInput(click.at),
  });
}
