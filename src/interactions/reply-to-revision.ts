import type { Applied } from "#src/conversations/conversation-repository.ts";
import type { Clicked } from "#src/discord/interaction.ts";
import { type Reply, preparing } from "#src/discord/replies.ts";
import type { Metrics } from "#src/metrics.ts";
import { overdueMessage } from "./overdue-message.ts";
import { refuse } from "./refuse.ts";
import { type Spoken, ownersSay } from "./spoken.ts";

interface Ports extends Spoken {
  metrics: Pick<Metrics, "refused">;
}

/** Says that a preview is being made anew, the second time as the first, or why it is not. */
export async function replyToRevision(
  ports: Ports,
  applied: Applied,
  clicked: Clicked | undefined,
): Promise<Reply> {
  if (applied.ok) return preparing(await ownersSay(ports, applied.conversation));
  const { refusal } = applied;
  if (refusal.refused === "repeated") return preparing(await ownersSay(ports, refusal.conversation));
  return refuse(ports, refusal, await overdueMessage(applied, clicked));
}
