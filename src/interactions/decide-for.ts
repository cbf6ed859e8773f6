import { type DecidePorts, decide } from "#src/conversations/decide.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou } from "#src/discord/replies.ts";
import type { Metrics } from "#src/metrics.ts";
import { type SitePorts, administers } from "#src/sites/permissions.ts";
import type { Click } from "./click.ts";
import { refuse } from "./refuse.ts";
import type { Spoken } from "./spoken.ts";

interface Ports extends DecidePorts, Spoken {
  sites: SitePorts["sites"];
  metrics: Pick<Metrics, "refused">;
}

type Button = Extract<Interaction, { kind: "button" }>;

const decisions = { "retry-for": "retry", "redraft-for": "redraft" } as const;
export type DecisionFor = keyof typeof decisions;

export const isForOwner = (action: string): action is DecisionFor => action in decisions;

/**
 * Tries again what failed, for its owner, from the list of those who look after the server. The list stays as it is: its token
 * and its message are not the request's, so that neither is stored with it.
 */
export async function decideFor(
  ports: Ports,
  click: Click,
  { button, action }: { button: Button; action: DecisionFor },
): Promise<Reply> {
  if (!(await administers(button, ports.sites))) return onlyYou(ports.say("access.no-administrator"));
  const { message_id: _message, reply: _reply, ...bare } = click;
  const applied = await decide(ports, decisions[action], { ...bare, privileged: true });
  if (applied.ok || applied.refusal.refused === "repeated") return onlyYou(ports.say("retry.taken"));
  return refuse(ports, applied.refusal.refused === "expired" ? { refused: "not-found" } : applied.refusal);
}
