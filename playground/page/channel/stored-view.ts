import { html, nothing, type TemplateResult } from "lit";
import { asJson, copyButton } from "../shared/copy-button.ts";
import { valueOf } from "../shared/events.ts";
import { clockTime, fullTime } from "../shared/time.ts";
import { conversations } from "./conversation-ids.ts";
import { nameOf, state } from "./state.ts";
import { look } from "./stored.ts";

/** What the table holds of one conversation, and what has happened to it. */
export function storedView(): TemplateResult {
  const known = conversations();
  if (known.length === 0) return html`<p>There is no conversation yet. Ask for a change with /ux-update.</p>`;
  return html`<label class="choice"
      >Conversation
      <select @change=${(event: Event) => look(valueOf(event))}>
        <option value="" .selected=${state.stored === null} disabled>Choose one…</option>
        ${known.map(
          ({ id, words }) =>
            html`<option value=${id} .selected=${id === state.stored?.id}>
              ${id.slice(-6)} ${words.slice(0, 70)}
            </option>`,
        )}
      </select></label
    >
    ${itemView()}`;
}

interface Entry {
  at: string;
  by: string;
  event: string;
}

function itemView(): TemplateResult | typeof nothing {
  const { stored } = state;
  if (!stored) return nothing;
  if (stored.problem) return html`<p class="muted">${stored.problem}</p>`;
  const { item } = stored;
  if (!item) return html`<p class="muted">Reading…</p>`;
  return html`<h3>History</h3>
    <ol class="history">
      ${historyIn(item).map(
        ({ at, by, event }) =>
          html`<li>
            <time title=${fullTime(at)}>${clockTime(at)}</time> <strong>${event}</strong> by ${nameOf(by)}
          </li>`,
      )}
    </ol>
    <h3>Item</h3>
    ${copyButton("item", () => asJson(item))}
    <pre tabindex="0" role="region" aria-label="Stored item">${asJson(item)}</pre>`;
}

/** As the service writes it; an item of another kind has none. */
const historyIn = ({ history }: Record<string, unknown>): Entry[] => (Array.isArray(history) ? history : []);
