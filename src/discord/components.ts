import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIButtonComponentWithURL,
} from "discord-api-types/v10";
import type { ConversationRecord } from "#src/conversations/conversation.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Key } from "#src/words/language.ts";
import type { Say } from "#src/words/say.ts";
import { type ButtonAction, type Target, customIdOf } from "./custom-id.ts";
import { ButtonStyle, ComponentType } from "./protocol.ts";
import { limits, linkable } from "./text.ts";

const faces: Record<
  ButtonAction,
  { label: Extract<Key, `button.${string}`>; emoji: string; style: APIButtonComponentWithCustomId["style"] }
> = {
  confirm: { emoji: "✅", label: "button.confirm", style: ButtonStyle.Success },
  approve: { emoji: "👍", label: "button.approve", style: ButtonStyle.Success },
  decline: { emoji: "👎", label: "button.decline", style: ButtonStyle.Secondary },
  edit: { emoji: "✏️", label: "button.edit", style: ButtonStyle.Secondary },
  cancel: { emoji: "❌", label: "button.cancel", style: ButtonStyle.Secondary },
  answer: { emoji: "💬", label: "button.answer", style: ButtonStyle.Primary },
  "as-understood": { emoji: "👌", label: "button.as-understood", style: ButtonStyle.Secondary },
  "as-meant": { emoji: "👌", label: "button.as-meant", style: ButtonStyle.Secondary },
  retry: { emoji: "🔁", label: "button.retry", style: ButtonStyle.Primary },
  redraft: { emoji: "🔁", label: "button.retry", style: ButtonStyle.Primary },
  withdraw: { emoji: "🗑️", label: "button.withdraw", style: ButtonStyle.Secondary },
  undo: { emoji: "↩️", label: "button.undo", style: ButtonStyle.Secondary },
  "retry-for": { emoji: "🔁", label: "button.retry", style: ButtonStyle.Secondary },
  "redraft-for": { emoji: "🔁", label: "button.retry", style: ButtonStyle.Secondary },
  block: { emoji: "🚫", label: "button.block", style: ButtonStyle.Danger },
  unblock: { emoji: "✅", label: "button.unblock", style: ButtonStyle.Secondary },
};

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId | APIButtonComponentWithURL>;

/** One row of buttons, each bound to the revision that the message shows. */
export const buttons = (say: Say, of: Bound, actions: ButtonAction[]): ButtonRow => ({
  type: ComponentType.ActionRow,
  components: actions.map((action) => buttonFor(say, of, { action })),
});

/** How many can be undone from one message. */
export const MOST_UNDO = limits.buttons;

/** `Undo 1`, `Undo 2` … for published conversations that a message lists by number. */
export const undoButtons = (say: Say, published: Bound[]): ButtonRow[] =>
  rowsOf(
    published.slice(0, MOST_UNDO).map((of, at) => ({
      ...buttonFor(say, of, { action: "undo" }),
      label: `${say("button.undo")} ${at + 1}`,
    })),
  );

/** What a button is bound to: the revision that the message shows. */
type Bound = Pick<Target, "conversation_id" | "revision">;

/** One button; `named` says which it is among several of the same kind. */
export const buttonFor = (
  say: Say,
  { conversation_id, revision }: Bound,
  { action, named }: { action: ButtonAction; named?: string },
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: faces[action].style,
  label: shorten(
    named === undefined ? say(faces[action].label) : `${say(faces[action].label)}: ${named}`,
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

/** Where a message leads to, as far as there is an address for it. */
type Links = Pick<ConversationRecord, "base" | "result" | "publication">;

/** The row with buttons that lead to where what was published is shown, to its pull request, and to the live page. */
export function withLinks(say: Say, row: ButtonRow, { base, result, publication }: Links): ButtonRow {
  const { number = 0, url } = result?.pull_request ?? {};
  const links = [
    ...linkTo(say("button.preview"), publication?.preview_url),
    ...linkTo(say("button.pull-request", { number }), url),
    ...linkTo(say("button.site"), base?.page),
  ];
  return { ...row, components: [...row.components, ...links] };
}

function linkTo(label: string, address: string | undefined): APIButtonComponentWithURL[] {
  const url = address === undefined ? null : linkable(address);
  return url === null ? [] : [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
}
