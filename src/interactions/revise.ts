import type { SiteDirectory } from "#src/sites/site-directory.ts";
import type { Applied } from "#src/conversations/conversation-repository.ts";
import type { DecidePorts } from "#src/conversations/decide.ts";
import type { Input } from "#src/conversations/transitions.ts";
import { understand } from "./understand.ts";

type Click = Omit<Input, "ttl">;

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
  ports: DecidePorts & { sites: Pick<SiteDirectory, "find" | "wantCatalogue"> },
  click: Click & { guild_id?: string },
  request: { command?: string; description?: string },
): Promise<Applied | { ok: "refused"; message: string }> {
  const { guild_id, ...input } = click;
  const site = await ports.sites.find(guild_id);
  const meaning = await understand(ports.sites, site, { ...request, image_count: 0, answers: {} }, input.at);
  if (meaning?.outcome === "refused") return { ok: "refused", message: meaning.message };
  return ports.conversations.apply({
    ...input,
    type: "edit",
    request,
    ttl: ports.lifetimes.afterInput(input.at),
  });
}
