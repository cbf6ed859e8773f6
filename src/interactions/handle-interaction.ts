import type { ListPorts } from "#src/admin/list-conversations.ts";
import type { Applied, ConversationRepository } from "#src/conversations/conversation-repository.ts";
import { type DecidePorts, type Decision, decide } from "#src/conversations/decide.ts";
import { readImages } from "#src/discord/attachments.ts";
import { replyTokenExpiry } from "#src/conversations/lifetimes.ts";
import { answer, edit } from "./revise.ts";
import { type StartPorts, start } from "./start.ts";
import { type Event, type Input, type Refusal, refusalOf } from "#src/conversations/transitions.ts";
import type { CountName, Metrics } from "#src/metrics.ts";
import { administers } from "#src/sites/permissions.ts";
import { commandNames, optionNames } from "#src/discord/commands.ts";
import type { Target } from "#src/discord/custom-id.ts";
import type { Interaction, Origin } from "#src/discord/interaction.ts";
import { cancelledMessage, expiredMessage, message, messageOf } from "#src/discord/messages.ts";
import { refusalText } from "#src/discord/refusals.ts";
import { showOwnRequests, showRequestsOfUser } from "./status-commands.ts";
import {
  type Reply,
  answerModal,
  editModal,
  newMessage,
  onlyYou,
  onlyYouSee,
  pong,
  taken,
  thinking,
  updateMessage,
  updateState,
} from "#src/discord/replies.ts";
import { inert } from "#src/discord/text.ts";

export interface InteractionPorts extends StartPorts, DecidePorts, ListPorts {
  conversations: Pick<ConversationRepository, "start" | "apply" | "find">;
  metrics: Metrics;
  now: () => Date;
}

type Command = Extract<Interaction, { kind: "command" }>;
type Button = Extract<Interaction, { kind: "button" }>;
type Repeated = Extract<Refusal, { refused: "repeated" }>;
type Modal = Extract<Interaction, { kind: "modal" }>;

/** Answers one interaction with at most one write, or one read (a list takes two); a person's mistake is answered in words. */
export async function handleInteraction(ports: InteractionPorts, interaction: Interaction): Promise<Reply> {
  switch (interaction.kind) {
    case "ping":
      return pong();
    case "command":
      return handleCommand(ports, interaction);
    case "button":
      return handleButton(ports, interaction);
    case "modal":
      return handleModal(ports, interaction);
    case "unknown":
      return onlyYou("This is not something I know how to do. Use `/ux-update` to change the site.");
  }
}

async function handleCommand(ports: InteractionPorts, command: Command): Promise<Reply> {
  switch (command.name) {
    case commandNames.update:
      return handleRequest(ports, command);
    case commandNames.status:
      return showOwnRequests(ports, command);
    case commandNames.admin:
      return showRequestsOfUser(ports, command);
    default:
      return onlyYou(
        `I do not know the command \`/${command.name}\`. Use \`/ux-update\` to change the site.`,
      );
  }
}

async function handleRequest(ports: InteractionPorts, command: Command): Promise<Reply> {
  const images = readImages(command.attachments);
  if (!images.ok) return onlyYou(inert(images.message));
  const at = ports.now();
  const started = await start(ports, {
    interaction_id: command.interaction_id,
    user: command.user,
    member: command,
    ...placeOf(command),
    ...wordsOf(command.options),
    images: images.images,
    reply: { token: command.token, expires_at: replyTokenExpiry(at) },
    at,
  });
  if ("conversation" in started && !started.again) ports.metrics.count("Started");
  switch (started.started) {
    case "drafting":
      return thinking();
    case "clarifying":
      return newMessage(messageOf(started.conversation));
    case "refused":
      return onlyYou(inert(started.message));
    case "not-allowed":
      return onlyYouSee(message(needsRole(started.role_ids)));
    case "already":
      return onlyYou("This request was received before.");
  }
}

/** Roles by mention, which Discord shows as their names and nobody is notified of. */
const needsRole = (roleIds: string[]): string =>
  `You need another role in this server to ask for changes: ${roleIds.map((id) => `<@&${id}>`).join(" or ")}.`;

const placeOf = ({ guild_id, channel_id }: Origin) => ({
  ...(guild_id ? { guild_id } : {}),
  ...(channel_id ? { channel_id } : {}),
});

/** The words of a request; blank ones count as not given. */
const wordsOf = ({
  [optionNames.command]: command,
  [optionNames.description]: description,
}: Record<string, string>) => ({
  ...(command?.trim() ? { command } : {}),
  ...(description?.trim() ? { description } : {}),
});

async function handleButton(ports: InteractionPorts, button: Button): Promise<Reply> {
  const { target } = button;
  if (!target) return refusal(ports, { refused: "not-found" });
  if (target.action === "edit" || target.action === "answer") return openModal(ports, button, target);
  const privileged = target.action === "withdraw" && (await administers(button, ports.sites));
  const applied = await decide(ports, target.action, { ...inputOf(ports, button, target), privileged });
  const counted = applied.ok && countOf[target.action];
  if (counted) ports.metrics.count(counted);
  if (applied.ok) return decided(target.action);
  if (applied.refusal.refused !== "repeated") return refusal(ports, applied.refusal);
  return isSecondClick(applied.refusal, button) ? taken() : decided(target.action);
}

/**
 * Whether what is under way was begun by another click. The message says so already, and by the time the answer to this
 * one arrives it may say how it ended: that must not be undone.
 */
const isSecondClick = ({ conversation }: Repeated, { interaction_id }: Button): boolean =>
  conversation !== undefined && !conversation.interactions?.includes(interaction_id);

const countOf: Partial<Record<Decision, CountName>> = { confirm: "Confirmed", cancel: "Cancelled" };

/** What the message says until `execution` has carried the decision out. */
function decided(decision: Decision): Reply {
  switch (decision) {
    case "confirm":
    case "retry":
      return updateState("⏳ Publishing…");
    case "withdraw":
      return updateState("⏳ Withdrawing…");
    case "redraft":
      return preparing();
    case "cancel":
      return updateMessage(cancelledMessage());
  }
}

const preparing = () => updateState("⏳ Preparing a preview…");

/** A modal shows what is stored, so that opening one is a read; whether it may be sent is checked again by the write. */
async function openModal(ports: InteractionPorts, button: Button, target: Target): Promise<Reply> {
  const stored = await ports.conversations.find(target.conversation_id);
  const lost = refusalOf(stored, intent(inputOf(ports, button, target), target), ports.now());
  if (lost || !stored || !("conversation" in stored)) return refusal(ports, lost ?? { refused: "not-found" });
  return target.action === "edit" ? editModal(stored.conversation) : answerModal(stored.conversation);
}

const intent = (input: Omit<Input, "ttl">, target: Target): Event =>
  target.action === "edit"
    ? { ...input, ttl: 0, type: "edit", request: {} }
    : { ...input, ttl: 0, type: "answer", answers: [] };

async function handleModal(ports: InteractionPorts, modal: Modal): Promise<Reply> {
  const { target } = modal;
  if (target?.action !== "edit" && target?.action !== "answer")
    return refusal(ports, { refused: "not-found" });
  const click = inputOf(ports, modal, target);
  const applied =
    target.action === "edit"
      ? await edit(ports, { ...click, ...placeOf(modal) }, wordsOf(modal.inputs))
      : await answer(ports, click, answersOf(modal.inputs));
  if (applied.ok === "refused") return onlyYou(inert(applied.message));
  return revised(ports, applied);
}

const revised = (ports: InteractionPorts, applied: Applied): Reply =>
  applied.ok || applied.refusal.refused === "repeated" ? preparing() : refusal(ports, applied.refusal);

const answersOf = (inputs: Record<string, string>) =>
  Object.entries(inputs).map(([question, answer]) => ({ question, answer }));

function inputOf(ports: InteractionPorts, from: Button | Modal, target: Target): Omit<Input, "ttl"> {
  const at = ports.now();
  return {
    conversation_id: target.conversation_id,
    revision: target.revision,
    by: from.user.id,
    interaction_id: from.interaction_id,
    ...(from.message_id ? { message_id: from.message_id } : {}),
    reply: { token: from.token, expires_at: replyTokenExpiry(at) },
    at,
  };
}

/** The answer to a click that could not be accepted. A click on an expired message also turns it into its expired form. */
function refusal({ metrics }: InteractionPorts, refused: Refusal): Reply {
  metrics.refused(refused.refused);
  return refused.refused === "expired"
    ? updateMessage(expiredMessage(refused.failed))
    : onlyYou(refusalText(refused));
}
