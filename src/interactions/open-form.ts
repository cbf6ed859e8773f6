import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import type { Conversation } from "#src/conversations/conversation.ts";
import { refusalOf } from "#src/conversations/transitions.ts";
import type { Target } from "#src/discord/custom-id.ts";
import { chosenForm, editForm } from "#src/discord/forms/edit-form.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, answerModal, declineModal } from "#src/discord/replies.ts";
import type { Metrics } from "#src/metrics.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import type { Access } from "#src/sites/permissions.ts";
import type { Say } from "#src/words/say.ts";
import type { Click } from "./click.ts";
import { overdueMessage } from "./overdue-message.ts";
import { refuse } from "./refuse.ts";
import type { Spoken } from "./spoken.ts";

interface Opened {
  conversation: Conversation;
  catalogue: Catalogue | undefined;
  chosen: string[];
}

type Form = (say: Say, opened: Opened) => Reply;

const forms = {
  edit: editForm,
  choose: chosenForm,
  answer: answerModal,
  decline: declineModal,
} satisfies Record<string, Form>;

export const opensForm = (action: Target["action"]): action is keyof typeof forms => action in forms;

interface Ports extends Spoken {
  conversations: Pick<ConversationRepository, "find">;
  metrics: Pick<Metrics, "refused">;
}

interface Pressed {
  action: keyof typeof forms;
  button: Extract<Interaction, { kind: "button" }>;
  /** Null where no role is needed. */
  access: Access | null;
}

/** Opens the form of a button. It shows what is stored, so that this is a read; the write checks again whether it may be sent. */
export async function openForm(
  ports: Ports,
  click: Click,
  { action, button, access }: Pressed,
): Promise<Reply> {
  const stored = await ports.conversations.find(click.conversation_id);
  const refusal = refusalOf(stored, { ...click, type: action === "choose" ? "edit" : action }, click.at);
  if (refusal) return refuse(ports, refusal, await overdueMessage({ refusal, stored }, button.message));
  if (!stored || !("conversation" in stored)) return refuse(ports, { refused: "not-found" });
  const catalogue = access?.allowed ? access.site.catalogue : undefined;
  const { conversation } = stored;
  return forms[action](ports.say, { conversation, catalogue, chosen: button.values ?? [] });
}
