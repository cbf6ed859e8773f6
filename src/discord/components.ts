import type { APIActionRowComponent, APIButtonComponentWithCustomId } from "discord-api-types/v10";
import { type ButtonAction, customIdOf } from "./custom-id.ts";
import { ButtonStyle, ComponentType } from "./protocol.ts";

const faces: Record<
  ButtonAction,
  { label: string; emoji: string; style: APIButtonComponentWithCustomId["style"] }
> = {
  confirm: { emoji: "✅", label: "Confirm", style: ButtonStyle.Success },
  approve: { emoji: "👍", label: "Approve", style: ButtonStyle.Success },
  decline: { emoji: "👎", label: "Decline", style: ButtonStyle.Secondary },
  edit: { emoji: "✏️", label: "Edit", style: ButtonStyle.Secondary },
  cancel: { emoji: "❌", label: "Cancel", style: ButtonStyle.Secondary },
  answer: { emoji: "💬", label: "Answer", style: ButtonStyle.Primary },
  "as-understood": { emoji: "👌", label: "Use as understood", style: ButtonStyle.Secondary },
  "as-meant": { emoji: "👌", label: "Yes, I meant that", style: ButtonStyle.Secondary },
  retry: { emoji: "🔁", label: "Try again", style: ButtonStyle.Primary },
  redraft: { emoji: "🔁", label: "Try again", style: ButtonStyle.Primary },
  withdraw: { emoji: "↩️", label: "Withdraw", style: ButtonStyle.Secondary },
};

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** One row of buttons, each bound to the revision that the message shows. */
export const buttons = (
  of: { conversation_id: string; revision: number },
  actions: ButtonAction[],
): ButtonRow => ({
  type: ComponentType.ActionRow,
  components: actions.map((action) => ({
    type: ComponentType.Button,
    style: faces[action].style,
    label: faces[action].label,
    emoji: { name: faces[action].emoji },
    custom_id: customIdOf({ action, conversation_id: of.conversation_id, revision: of.revision }),
  })),
});
