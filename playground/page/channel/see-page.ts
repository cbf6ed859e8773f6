import { html, nothing, type TemplateResult } from "lit";
import { askedIn } from "./asked.ts";
import { conversationOf } from "./conversation-ids.ts";
import { turnTo } from "./follow-asked.ts";
import { change, type Shown, state } from "./state.ts";

/** The way from a message to the site's page that it is about: as asked, or as it was published. */
export function seePage(shown: Shown): TemplateResult | typeof nothing {
  const asked = askedIn(shown);
  const conversation = asked?.conversation ?? conversationOf(shown);
  if (!state.setting.hasSite || conversation === null) return nothing;
  if (asked) return link(conversation, "See the page as asked", () => turnTo(asked));
  const branch = state.repository?.updates.find(({ name }) => name.endsWith(`-${conversation}`));
  return branch ? link(branch.name, "See the published page") : nothing;
}

const link = (beside: string, label: string, turn: () => unknown = () => {}): TemplateResult =>
  html`<button type="button" class="quiet small see" @click=${() => show(beside, turn)}>
    ${label} <span aria-hidden="true">→</span>
  </button>`;

/** On a phone, the site is another view. */
function show(beside: string, turn: () => unknown): void {
  change({ beside, tab: "site", view: "side" });
  void turn();
  queueMicrotask(() => document.getElementById("panel")?.focus());
}
