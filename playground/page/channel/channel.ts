import { html, render, type TemplateResult } from "lit";
import type { Member, Setting } from "#playground/wire.ts";
import { ask } from "../shared/ask.ts";
import { applyTheme, themeChoice } from "../shared/theme.ts";
import { channelView } from "./channel-view.ts";
import { closeMenusElsewhere } from "./message-menu.ts";
import { modalView } from "./modal-view.ts";
import { listen } from "./news.ts";
import { hearFrames } from "./site-frame.ts";
import { stayAtEnd } from "./scrolling.ts";
import { face } from "./face.ts";
import { change, drawWith, state, type View } from "./state.ts";
import { tabsView } from "./tabs-view.ts";

const REDRAW_TIMES_MS = 10_000;

const pageView = (): TemplateResult =>
  html`<a class="skip" href="#composer-input">Skip to the message box</a>
    <header class="bar top">
      <h1>ux-agent <span class="muted">playground</span></h1>
      <fieldset class="people">
        <legend class="hidden">Who you are</legend>
        ${state.setting.members.map(memberView)}
      </fieldset>
      <div class="end">
        <a href=${`/console?user=${state.me}`}>Console</a>
        ${themeChoice()}
      </div>
    </header>
    <main data-view=${state.view}>${channelView()} ${tabsView()}</main>
    <nav class="views" aria-label="What to look at">
      ${viewButton("channel", "Channel")} ${viewButton("side", "Site")}
    </nav>
    ${modalView()}`;

/** Only where there is no room for both. */
const viewButton = (view: View, label: string): TemplateResult =>
  html`<button type="button" aria-pressed=${view === state.view} @click=${() => change({ view })}>
    ${label}
  </button>`;

const memberView = ({ id, name, manages, locale }: Member): TemplateResult =>
  html`<label title=${aboutMember({ name, manages, locale })}>
    <input
      class="hidden"
      type="radio"
      name="me"
      .checked=${id === state.me}
      @change=${() => change({ me: id })}
    />
    ${face(id)} <span>${name}</span>
    ${manages ? html`<span class="muted small">manages</span>` : ""}
    ${locale.startsWith("en") ? "" : html`<span class="muted small">${languageOf(locale)}</span>`}
  </label>`;

const aboutMember = ({ name, manages, locale }: Pick<Member, "name" | "manages" | "locale">): string =>
  `${name}, whose Discord speaks ${languageOf(locale)}${manages ? "; has the permission Manage Server" : ""}`;

/** A language by its own name. */
const languageOf = (locale: string): string =>
  new Intl.DisplayNames(locale, { type: "language" }).of(locale.slice(0, 2)) ?? locale;

function draw(): void {
  const settle = stayAtEnd();
  render(pageView(), document.body);
  settle();
  if (state.heard) showLinked();
}

let linkedIsShown = false;

/** The message that the address names was not there yet when the page was loaded. */
function showLinked(): void {
  if (linkedIsShown) return;
  linkedIsShown = true;
  if (location.hash.startsWith("#message-")) location.replace(location.hash);
}

async function start(): Promise<void> {
  applyTheme();
  const setting = await ask<Setting>("GET", "/playground/setting");
  drawWith(draw);
  change({ setting, me: setting.members[0]?.id ?? "" });
  hearFrames();
  closeMenusElsewhere();
  listen();
  // “in 59 minutes” must count down while nothing else happens.
  setInterval(change, REDRAW_TIMES_MS);
}

await start();
