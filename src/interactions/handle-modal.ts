import type { Target } from "#src/discord/custom-id.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { REASON, type Reply } from "#src/discord/replies.ts";
import { limits } from "#src/discord/text.ts";
import { accessOf, approvalAccessOf } from "#src/sites/permissions.ts";
import { decline } from "./approvals.ts";
import { clickOf } from "./click.ts";
import type { ClickPorts } from "./handle-button.ts";
import { handleEdit } from "./handle-edit.ts";
import { refuse, refuseAccess } from "./refuse.ts";
import { replyToRevision } from "./reply-to-revision.ts";
import { type EditPorts, answer } from "./revise.ts";

type Modal = Extract<Interaction, { kind: "modal" }>;

/** Puts what was filled in into the conversation. */
export async function handleModal(ports: ClickPorts & EditPorts, modal: Modal): Promise<Reply> {
  const { target } = modal;
  if (target?.action === "decline") return declineBy(ports, modal, target);
  if (target?.action === "answer") return answerBy(ports, modal, target);
  if (target?.action === "edit" || target?.action === "edit-chosen") return handleEdit(ports, modal, target);
  return refuse(ports, { refused: "not-found" });
}

async function answerBy(ports: ClickPorts & EditPorts, modal: Modal, target: Target): Promise<Reply> {
  const access = await accessOf(modal, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const applied = await answer(ports, clickOf(modal, target, ports.now()), answersIn(modal.inputs));
  return replyToRevision(ports, applied, modal.message);
}

async function declineBy(ports: ClickPorts, modal: Modal, target: Target): Promise<Reply> {
  const access = await approvalAccessOf(modal, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const click = clickOf(modal, target, ports.now());
  const applied = await decline(ports, click, (modal.inputs[REASON] ?? "").slice(0, limits.reason));
  return replyToRevision(ports, applied, modal.message);
}

const answersIn = (inputs: Record<string, string>) =>
  Object.entries(inputs).map(([question, given]) => ({ question, answer: given }));
