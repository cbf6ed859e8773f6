import type { UndoClaims, UndoRefusal } from "#src/conversations/undo-claims.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import type { Target } from "#src/discord/custom-id.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { messageUrl } from "#src/conversations/message-url.ts";
import { type Reply, onlyYou } from "#src/discord/replies.ts";
import type { Say } from "#src/words/say.ts";
import { publishedAs } from "#src/discord/text.ts";
import { type SitePorts, accessOf } from "#src/sites/permissions.ts";
import { type BeginPorts, askedFrom, begin } from "./begin.ts";
import { refuseAccess, refuseLimit } from "./refuse.ts";

export type UndoPorts = BeginPorts & SitePorts & { undoClaims: UndoClaims };

/**
 * Undo, below something published: a conversation of the person who presses, as if they had asked for what stood there
 * before. Two writes: the published item says which conversation takes it back, and then that one is started. A crash between
 * them leaves a claim that gives way ten seconds later.
 */
export async function undo(
  ports: UndoPorts,
  button: Extract<Interaction, { kind: "button" }>,
  target: Target,
): Promise<Reply> {
  const access = await accessOf(button, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const { interaction_id, user, guild_id } = button;
  const { conversation_id } = target;
  const reached = ports.earlyLimits.reached(access.site, {
    conversation_id: interaction_id,
    user_id: user.id,
    guild_id,
  });
  if (reached) return refuseLimit(ports, reached);
  const at = ports.now();
  const site = access.site.guild_id;
  const wish = { conversation_id, undone_by: interaction_id, user_id: user.id, guild_id, site, at };
  const claimed = await ports.undoClaims.claim(wish);
  if (!claimed.claimed) return refuseUndo(ports, claimed);
  const { branch, pull_request } = claimed.result;
  return begin(ports, access.site, {
    ...askedFrom(button, at),
    images: [],
    undo_of: { conversation_id, branch, ...(pull_request ? { pull_request } : {}) },
  });
}

function refuseUndo({ metrics, say }: UndoPorts, refusal: UndoRefusal): Reply {
  metrics.refused(refusal.refused);
  return onlyYou(refusalText(say, refusal));
}

function refusalText(say: Say, refusal: UndoRefusal): string {
  if (refusal.refused === "being-undone") {
    const url = urlOf(refusal.by);
    return url === undefined ? say("undo.being-undone") : say("undo.being-undone-at", { url });
  }
  if (refusal.refused === "undone" && refusal.result)
    return say("undo.undone-as", { what: publishedAs(refusal.result) });
  return say(`undo.${refusal.refused}`);
}

const urlOf = (by: Stored | null): string | undefined =>
  (by && messageUrl("record" in by ? by.record : by.conversation)) ?? undefined;
