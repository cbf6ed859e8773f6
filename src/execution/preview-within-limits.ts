import type { Conversation } from "#src/conversations/conversation.ts";
import { type Limits, limitReached, limitsOf } from "#src/sites/limits.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import type { UsageCounter } from "#src/sites/usage-counter.ts";
import { LIMIT } from "./finding.ts";
import { type PreviewPorts, makePreview } from "./make-preview.ts";
import { sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";
import { type PreviewResult, draftFailed } from "./preview-result.ts";

export interface LimitPorts {
  usage: Pick<UsageCounter, "count">;
  sites: Pick<SiteDirectory, "find">;
  /** Where a site says nothing else. */
  limits: Limits;
}

/**
 * Counts a request before anything outside is called for it, and makes its preview within the limits. A request that
 * was drafted before has been counted.
 * @throws TransientError when a later try may do it
 */
export async function previewWithinLimits(
  ports: PreviewPorts & LimitPorts,
  conversation: Conversation,
): Promise<PreviewResult> {
  if (wasDrafted(conversation)) return makePreview(ports, conversation);
  const limits = limitsOf(await ports.sites.find(conversation.guild_id), ports.limits);
  const { limit } = await ports.usage.count(conversation, limits);
  if (!limit) return makePreview(ports, conversation);
  const said = sentence("failed.limit", { limit: limitReached(limit, limits[limit]) });
  return draftFailed(LIMIT + limit, inWords(said));
}

const wasDrafted = ({ history }: Conversation): boolean =>
  history.some(({ event }) => event === "drafted" || event === "asked");
