import { type DecidePorts, decide } from "#src/conversations/decide.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou } from "#src/discord/replies.ts";
import type { Metrics } from "#src/metrics.ts";
import { type SitePorts, administers } from "#src/sites/permissions.ts";
import type { Click } from "./click.ts";
import { refuse } from "./refuse.ts";

interface Ports extends DecidePorts {
  sites: SitePorts["sites"];
  metrics: Pick<Metrics, "refused">;
}

type Button = Extract<Interaction, { kind: "button" }>;

const decisions = { "retry-for": "retry", "redraft-for": "redraft" } as const;
export type DecisionFor = keyof typeof decisions;

export const isForOwner = (action: string): action is DecisionFor => action in decisions;

export const NOT_AN_ADMINISTRATOR =
  "Only people with the permission **Manage Server** can see other people's requests.";

/**
 * Tries again what failed, for its owner, from the list of those who look after the server. The list stays as it is: its token
 * and its message are not the request's, so that neither is stored with it.
 */
export async function decideFor(
  ports: Ports,
  click: Click,
  { button, action }: { button: Button; action: DecisionFor },
): Promise<Reply> {
  if (!(await administers(button, ports.sites))) return onlyYou(NOT_AN_ADMINISTRATOR);
  const { message_id: _message, reply: _reply, ...bare } = click;
  const applied = await decide(ports, decisions[action], { ...bare, privileged: true });
  if (applied.ok || applied.refusal.refused === "repeated") return onlyYou(TRIED_AGAIN);
  return refuse(ports, applied.refusal.refused === "expired" ? { refused: "not-found" } : applied.refusal);
}

const TRIED_AGAIN = "🔁 This is being tried again. Its own message will say what comes of it.";
