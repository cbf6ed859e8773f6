import type { Conversation, Result } from "#src/conversations/conversation.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import { failed } from "#src/sites/site-reader.ts";
import type { PreviewPorts } from "./make-preview.ts";
import { publicationOf } from "./publish.ts";

type SitePorts = Pick<PreviewPorts, "openSite">;

/**
 * Takes back what was published for a decision that no longer counts: the queue gave one message to two workers, and the
 * other one found that the page had changed. What a person has merged stays, as that person wanted it.
 * @throws when it is not taken back, so that it is tried again and in the end an operator looks at it
 */
export async function takeBack(
  ports: SitePorts,
  { site: key }: Pick<Conversation, "site">,
  published: Result,
): Promise<void> {
  const site = await ports.openSite(key);
  const outcome = await site?.publisher.withdraw(published);
  if (outcome && !outcome.ok) failed(outcome.failure);
  if (!outcome?.ok) throw new Error(`${published.branch} was published for a decision that no longer counts`);
}

/**
 * Takes back what was published without having been written down; it publishes nothing. A branch is named after its
 * section, so that nothing is found for a request that has none any more.
 * @throws when it cannot be found out or is not taken back
 */
export async function takeBackLeftover(ports: SitePorts, stored: Stored): Promise<void> {
  const kept = "record" in stored ? stored.record : stored.conversation;
  const { section, base = nothingKnown } = kept;
  const site = section === undefined ? null : await ports.openSite(kept.site);
  if (!site || section === undefined) return;
  const outcome = await site.publisher.publish(publicationOf({ ...kept, section, base }), () => null);
  // What was withdrawn already, or can never be looked at, is nothing to take back.
  if (!outcome.ok) failed(outcome.failure);
  else if ("published" in outcome) await takeBack(ports, kept, outcome.published);
}

/** Enough to find a publication by its branch. */
const nothingKnown = { file: "unknown", version: "", section_label: "", changes: [] };
