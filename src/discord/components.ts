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
  withdraw: { emoji: "🗑️", label: "Withdraw", style: ButtonStyle.Secondary },
  undo: { emoji: "↩️", label: "Undo", style: ButtonStyle.Secondary },
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

/** Discord's most of a row, and of rows in a message. */
const [IN_A_ROW, ROWS] = [5, 5];

/** How many can be undone from one message. */
export const MOST_UNDO = IN_A_ROW * ROWS;

/** `Undo 1`, `Undo 2` … for published conversations that a message lists by number. */
export function undoButtons(published: { conversation_id: string; revision: number }[]): ButtonRow[] {
  const all = published.slice(0, MOST_UNDO).flatMap((of, at) =>
    buttons(of, ["undo"]).components.map((button) => ({
      ...button,
      label: `${faces.undo.label} ${at + 1}`,
    })),
  );
  return Array.from({ length: Math.ceil(all.length / IN_A_ROW) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: all.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  }));
}
