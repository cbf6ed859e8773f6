import type { Target } from "#src/discord/custom-id.ts";
import { type FilledForm, readForm } from "#src/discord/forms/read-form.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou, updateState } from "#src/discord/replies.ts";
import { inert } from "#src/discord/text.ts";
import { accessOf } from "#src/sites/permissions.ts";
import { type Click, clickOf } from "./click.ts";
import type { ClickPorts } from "./handle-button.ts";
import { refuseAccess } from "./refuse.ts";
import { replyToRevision } from "./reply-to-revision.ts";
import { type EditPorts, edit } from "./revise.ts";

type Modal = Extract<Interaction, { kind: "modal" }>;

/** Puts the values and words that a person changed in the form of Edit into the conversation. */
export async function handleEdit(
  ports: ClickPorts & EditPorts,
  modal: Modal,
  target: Target,
): Promise<Reply> {
  const access = await accessOf(modal, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const form = readForm(modal.inputs);
  const isChosen = target.action === "edit-chosen";
  const pointless = whyPointless(form, isChosen);
  if (pointless !== null) return onlyYou(ports.say(pointless));
  const click = clickOf(modal, target, ports.now());
  const applied = await edit(ports, isChosen ? beside(click) : click, {
    site: access.site,
    request: form.words,
    values: form.values,
  });
  if (applied.ok === "refused") return onlyYou(inert(ports.say.words(applied)));
  // The form of chosen values was opened from a message that only its owner sees.
  if (isChosen && (applied.ok || applied.refusal.refused === "repeated"))
    return updateState(ports.say("edit.taken"), []);
  return replyToRevision(ports, applied, modal.message);
}

/** Why a form asks for nothing; null when it asks for something. A form of chosen values does not show all that would change. */
function whyPointless(
  { words, values, emptied }: FilledForm,
  isChosen: boolean,
): "edit.unchanged" | "edit.emptied" | null {
  if (words) return null;
  if (values.length === 0) return "edit.unchanged";
  return emptied && !isChosen ? "edit.emptied" : null;
}

/** A form that was opened from a message of the person's own says nothing of the conversation's message. */
const beside = ({ message_id: _message, reply: _reply, ...click }: Click): Click => click;
