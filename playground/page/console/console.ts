import { html, render, type TemplateResult } from "lit";
import { conversationStatuses, recordOutcomes } from "#entities/statuses.ts";
import { applyTheme, themeChoice } from "../shared/theme.ts";
import { goTo } from "./address.ts";
import { detailView } from "./detail-view.ts";
import { eraseView } from "./erase-view.ts";
import { listView } from "./list-view.ts";
import { follow, loadList, refreshOpen } from "./loading.ts";
import { openView } from "./open-view.ts";
import { change, drawWith, state } from "./state.ts";

const REDRAW_TIMES_MS = 10_000;
const REFRESH_MS = 5_000;

const statuses = [...new Set([...conversationStatuses, ...recordOutcomes])];

const pageView = (): TemplateResult =>
  html`<a class="skip" href="#user">Skip to the search</a>
    <header class="bar">
      <h1>ux-agent <span class="muted">console</span></h1>
      <div class="end">${themeChoice()}</div>
    </header>
    <main class=${state.detail.is === "idle" ? "" : "with-detail"}>
      <section class="search-and-list" aria-label="Conversations">
        ${searchView()}
        <p class="told" role="status">${state.told}</p>
        ${state.address.user ? listView() : openView()}
      </section>
      ${detailView()}
    </main>
    ${eraseView()}`;

const searchView = (): TemplateResult =>
  html`<form role="search" @submit=${search}>
    <label
      >User id
      <input
        id="user"
        name="user"
        inputmode="numeric"
        autocomplete="off"
        pattern="\\s*\\d{1,20}\\s*"
        title="A Discord user id: 1 to 20 digits; without one, all that is open"
        .value=${state.address.user}
      />
    </label>
    <label
      >Status
      <select name="status">
        <option value="" .selected=${state.address.status === ""}>any</option>
        ${statuses.map((status) => html`<option .selected=${status === state.address.status}>${status}</option>`)}
      </select>
    </label>
    <button type="submit" class="primary">Search</button>
  </form>`;

function search(event: SubmitEvent): void {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return;
  const fields = new FormData(event.target);
  const [user, status] = [fields.get("user"), fields.get("status")];
  if (typeof user !== "string" || typeof status !== "string") return;
  const same = user.trim() === state.address.user && status === state.address.status && !state.address.cursor;
  if (same) return void loadList();
  goTo({ user: user.trim(), status, cursor: "", conversation: "" }, follow);
}

applyTheme();
drawWith(() => render(pageView(), document.body));
addEventListener("popstate", follow);
follow();
// “59 minutes” must count down while nothing else happens.
setInterval(change, REDRAW_TIMES_MS);
setInterval(() => void refreshOpen(), REFRESH_MS);
