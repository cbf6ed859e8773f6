import { html, type TemplateResult } from "lit";
import { conversations } from "./conversation-ids.ts";
import { change, state, type Tab } from "./state.ts";
import { payloadsView } from "./payloads-view.ts";
import { siteView } from "./site-view.ts";
import { look, refreshStored } from "./stored.ts";
import { storedView } from "./stored-view.ts";
import { troubleView } from "./trouble-view.ts";

const tabs: Record<Tab, { label: string; view: () => TemplateResult }> = {
  site: { label: "Site", view: siteView },
  payloads: { label: "Payloads", view: payloadsView },
  stored: { label: "Stored", view: storedView },
  trouble: { label: "Trouble", view: troubleView },
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the object above
const names = Object.keys(tabs) as Tab[];

/** What lies beside the channel: the site, and the insides of what happens. */
export const tabsView = (): TemplateResult =>
  html`<section class="side" aria-label="Behind the channel">
    <div class="tabs bar" role="tablist" aria-label="Behind the channel" @keydown=${onKey}>
      ${names.map(tabView)}
    </div>
    <div class="panel" role="tabpanel" id="panel" aria-labelledby=${`tab-${state.tab}`} tabindex="0">
      ${tabs[state.tab].view()}
    </div>
  </section>`;

const tabView = (name: Tab): TemplateResult =>
  html`<button
    type="button"
    role="tab"
    id=${`tab-${name}`}
    aria-selected=${name === state.tab}
    aria-controls="panel"
    tabindex=${name === state.tab ? 0 : -1}
    @click=${() => select(name)}
  >
    ${tabs[name].label}
  </button>`;

/** Of what is stored, the newest conversation is shown when none was chosen. */
function select(tab: Tab): void {
  const [newest] = conversations();
  if (tab === "stored" && !state.stored && newest) return void look(newest.id);
  change({ tab });
  void refreshStored();
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

function onKey({ key }: KeyboardEvent): void {
  const step = steps[key];
  if (step === undefined) return;
  const next = names.at((names.indexOf(state.tab) + step) % names.length) ?? "site";
  select(next);
  document.getElementById(`tab-${next}`)?.focus();
}
