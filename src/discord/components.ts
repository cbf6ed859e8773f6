import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIButtonComponentWithURL,
} from "discord-api-types/v10";
import { shorten } from "#src/site/shorten.ts";
import type { Result } from "#src/conversations/conversation.ts";
import { type ButtonAction, type Target, customIdOf } from "./custom-id.ts";
import { ButtonStyle, ComponentType } from "./protocol.ts";
import { limits, linkable } from "./text.ts";

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
  "retry-for": { emoji: "🔁", label: "Try again", style: ButtonStyle.Secondary },
  "redraft-for": { emoji: "🔁", label: "Try again", style: ButtonStyle.Secondary },
  block: { emoji: "🚫", label: "Block", style: ButtonStyle.Danger },
  unblock: { emoji: "✅", label: "Unblock", style: ButtonStyle.Secondary },
};

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId | APIButtonComponentWithURL>;

/** One row of buttons, each bound to the revision that the message shows. */
export const buttons = (of: Bound, actions: ButtonAction[]): ButtonRow => ({
  type: ComponentType.ActionRow,
  components: actions.map((action) => buttonFor(of, action)),
});

/** How many can be undone from one message. */
export const MOST_UNDO = limits.buttons;

/** `Undo 1`, `Undo 2` … for published conversations that a message lists by number. */
export const undoButtons = (published: Bound[]): ButtonRow[] =>
  rowsOf(
    published
      .slice(0, MOST_UNDO)
      .map((of, at) => ({ ...buttonFor(of, "undo"), label: `${faces.undo.label} ${at + 1}` })),
  );

/** What a button is bound to: the revision that the message shows. */
type Bound = Pick<Target, "conversation_id" | "revision">;

/** One button; `of` says of which among several of the same kind. */
export const buttonFor = (
  { conversation_id, revision }: Bound,
  action: ButtonAction,
  of?: string,
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: faces[action].style,
  label: shorten(
    of === undefined ? faces[action].label : `${faces[action].label}: ${of}`,
    limits.buttonLabel,
  ),
  emoji: { name: faces[action].emoji },
  custom_id: customIdOf({ action, conversation_id, revision }),
});

/** Buttons in as many rows as they need. */
export const rowsOf = (all: APIButtonComponentWithCustomId[]): ButtonRow[] =>
  Array.from({ length: Math.ceil(all.length / limits.buttonsInRow) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: all.slice(row * limits.buttonsInRow, (row + 1) * limits.buttonsInRow),
  }));

/** The row with a button that leads to the pull request of what was published, where there is one. */
export function withPullRequest(row: ButtonRow, result: Result | undefined): ButtonRow[] {
  const { number = 0, url = "" } = result?.pull_request ?? {};
  const to = linkable(url);
  if (to === null) return [row];
  const link = {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: `Pull request #${number}`,
    url: to,
  };
  return [{ type: ComponentType.ActionRow, components: [...row.components, link] }];
}
