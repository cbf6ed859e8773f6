import type { Applied, ConversationRepository } from "#src/conversations/conversation-repository.ts";
import { type Conversation, isWaiting } from "#src/conversations/conversation.ts";
import { type DecidePorts, type Decision, decide } from "#src/conversations/decide.ts";
import type { Target } from "#src/discord/custom-id.ts";
import type { Clicked, Interaction } from "#src/discord/interaction.ts";
import { cancelledMessage } from "#src/discord/messages.ts";
import { type Reply, preparing, taken, updateMessage, updateState } from "#src/discord/replies.ts";
import { type Accepted, answersFor } from "#src/requests/accepting.ts";
import type { CountName, Metrics } from "#src/metrics.ts";
import {
  type Access,
  type SitePorts,
  accessOf,
  administers,
  approvalAccessOf,
} from "#src/sites/permissions.ts";
import { approve, submit } from "./approvals.ts";
import { type BlockPorts, type Blocking, blockBy, isBlocking } from "./block.ts";
import { type Click, clickOf } from "./click.ts";
import { type DecisionFor, decideFor, isForOwner } from "./decide-for.ts";
import { openForm, opensForm } from "./open-form.ts";
import { messageWithFiles, overdueMessage } from "./overdue-message.ts";
import { refuse, refuseAccess } from "./refuse.ts";
import { replyToRevision } from "./reply-to-revision.ts";
import { answer } from "./revise.ts";
import { type Spoken, ownersSay } from "./spoken.ts";
import { type UndoPorts, undo } from "./undo.ts";

export type ClickPorts = SitePorts &
  DecidePorts &
  UndoPorts &
  BlockPorts & { conversations: Pick<ConversationRepository, "apply" | "find" | "start">; metrics: Metrics };

type Button = Extract<Interaction, { kind: "button" }>;

/** What ends a request stays possible for those who may no longer ask. */
const endings = new Set<Target["action"]>(["cancel", "withdraw"]);

/** Carries out what a button says, or opens the modal that it stands for. */
export async function handleButton(ports: ClickPorts, button: Button): Promise<Reply> {
  const target = pressedIn(button);
  if (!target) return refuse(ports, { refused: "not-found" });
  if (target.action === "undo") return undo(ports, button, target);
  const { action } = target;
  if (isForServer(action)) return forServer(ports, button, { ...target, action });
  const access = await accessFor(action, button, ports.sites);
  if (access && !access.allowed) return refuseAccess(ports, access);
  const click = clickOf(button, target, ports.now());
  if (opensForm(action)) return openForm(ports, click, { action, button, access });
  if (isAccepting(action)) return acceptBy(ports, click, { accepted: action, message: button.message });
  if (action === "approve") return approveBy(ports, click, button);
  const approvals = action === "confirm" ? approvalsAskedBy(access) : 0;
  if (approvals > 0) return submitBy(ports, click, { approvals, message: button.message });
  return decideBy(ports, await withRights(ports, click, button), {
    decision: action,
    message: button.message,
  });
}

type Pressed = Target & { action: Exclude<Target["action"], "edit-chosen"> };

/** Null for what no button or select of ours asks for. */
function pressedIn({ target }: Button): Pressed | null {
  return target && target.action !== "edit-chosen" ? { ...target, action: target.action } : null;
}

type ForServer = Blocking | DecisionFor;

/** What those who look after a server press on lists of theirs. */
const isForServer = (action: Target["action"]): action is ForServer =>
  isBlocking(action) || isForOwner(action);

async function forServer(
  ports: ClickPorts,
  button: Button,
  target: Target & { action: ForServer },
): Promise<Reply> {
  const { action } = target;
  if (isBlocking(action)) return blockBy(ports, button, { action, userId: target.conversation_id });
  return decideFor(ports, clickOf(button, target, ports.now()), { button, action });
}

const approvalsAskedBy = (access: Access | null): number =>
  access?.allowed ? (access.site.approvals ?? 0) : 0;

/** Those who look after a server may withdraw for the owner. */
const withRights = async (
  { sites }: ClickPorts,
  click: Click,
  button: Button,
): Promise<Omit<Click, "privileged"> & { privileged: boolean }> => ({
  ...click,
  privileged: button.target?.action === "withdraw" && (await administers(button, sites)),
});

const isAccepting = (action: Target["action"]): action is Accepted => action in answersFor;

const isOfApprover = (action: Target["action"]): boolean => action === "approve" || action === "decline";

/** Null where no role is needed. Who approves needs a role of its own. */
const accessFor = async (
  action: Target["action"],
  member: Button,
  sites: SitePorts["sites"],
): Promise<Access | null> => {
  if (endings.has(action)) return null;
  return isOfApprover(action) ? approvalAccessOf(member, sites) : accessOf(member, sites);
};

interface Decided {
  decision: Decision | "submit" | "approve";
  message: Clicked;
}

async function decideBy(
  ports: ClickPorts,
  click: Click,
  pressed: Decided & { decision: Decision },
): Promise<Reply> {
  const { decision } = pressed;
  const applied = await decide(ports, decision, click);
  const counted = applied.ok && countOf[decision];
  if (counted) ports.metrics.count(counted);
  return replyTo(ports, { applied, click, pressed });
}

const submitBy = async (
  ports: ClickPorts,
  click: Click,
  { approvals, message }: { approvals: number; message: Clicked },
): Promise<Reply> =>
  replyTo(ports, {
    applied: await submit(ports, click, { approvals, hasFiles: message.attachment_ids.length > 0 }),
    click,
    pressed: { decision: "submit", message },
  });

/** An approval that is not the last leaves the message to `execution`: the answer to another one may arrive before this one. */
async function approveBy(ports: ClickPorts, click: Click, { user, message }: Button): Promise<Reply> {
  const applied = await approve(ports, click, user.name);
  const stored = applied.ok ? applied.conversation : null;
  if (stored?.status === "approving") return taken();
  if (applied.ok) ports.metrics.count("Confirmed");
  return replyTo(ports, { applied, click, pressed: { decision: "approve", message } });
}

interface Outcome {
  applied: Applied;
  click: Click;
  pressed: Decided;
}

async function replyTo(ports: ClickPorts, { applied, click, pressed }: Outcome): Promise<Reply> {
  const { message } = pressed;
  if (applied.ok) return decided(ports, pressed, applied.conversation);
  if (applied.refusal.refused !== "repeated")
    return refuse(ports, applied.refusal, await overdueMessage(applied, message));
  const { conversation = null } = applied.refusal;
  return isSecondClick(conversation, click) ? taken() : decided(ports, pressed, conversation);
}

/**
 * Whether what is under way was begun by another click. The message says so already, and by the time the answer to this
 * one arrives it may say how it ended: that must not be undone.
 */
const isSecondClick = (conversation: Conversation | null, { interaction_id }: Click): boolean =>
  conversation !== null && !conversation.interactions?.includes(interaction_id);

const countOf: Partial<Record<Decision, CountName>> = { confirm: "Confirmed", cancel: "Cancelled" };

/**
 * What the message says until `execution` has carried the decision out. When the answer to the write came late, it has
 * been carried out already: the message then says how it ended.
 */
async function decided(
  ports: Spoken,
  { decision, message }: Decided,
  conversation: Conversation | null,
): Promise<Reply> {
  const { attachment_ids } = message;
  if (conversation && !isWaiting(conversation))
    return updateMessage(await messageWithFiles(conversation, attachment_ids));
  const say = await ownersSay(ports, conversation);
  switch (decision) {
    case "confirm":
    case "approve":
    case "retry":
      return updateState(say("message.publishing"), attachment_ids);
    case "withdraw":
      return updateState(say("message.withdrawing"), attachment_ids);
    case "submit":
    case "redraft":
      return preparing(say);
    case "cancel":
      return updateMessage(cancelledMessage(say));
  }
}

/** What a person would write into the form, said with one press. */
async function acceptBy(
  ports: ClickPorts,
  click: Click,
  { accepted, message }: { accepted: Accepted; message: Clicked },
): Promise<Reply> {
  const applied = await answer(ports, click, answersFor[accepted]);
  return replyToRevision(ports, applied, message);
}
