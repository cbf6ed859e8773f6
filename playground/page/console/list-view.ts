import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { tellPublication } from "#src/admin/tell-publication.ts";
import { wordsAsked } from "#src/conversations/words-asked.ts";
import { inlineMarkdown } from "../shared/inline-markdown.ts";
import { fromNow, fullTime, timeLeft } from "../shared/time.ts";
import { addressOf, goTo } from "./address.ts";
import type { List, Summary } from "./admin-api.ts";
import { loadableView } from "./loadable-view.ts";
import { follow, loadList } from "./loading.ts";
import { change, state } from "./state.ts";
import { statusView } from "./status-view.ts";

/** The conversations of the user who was searched for, or why there are none to show. */
export const listView = (): TemplateResult =>
  loadableView(state.list, {
    loading: `Loading the conversations of ${state.address.user}…`,
    again: loadList,
    there: loadedView,
  });

const loadedView = (list: List): TemplateResult =>
  html`${list.conversations.length > 0 ? tableView(list) : emptyView(list)} ${pagesView(list)}
  ${list.conversations.length > 0 ? eraseButton : nothing}`;

/** Seldom needed, and no way back: it does not stand beside what is done every day. */
const eraseButton = html`<details class="seldom">
  <summary>More</summary>
  <button type="button" @click=${() => change({ erasing: true })}>Erase everything of this user…</button>
</details>`;

function emptyView({ cursor }: List): TemplateResult {
  const { status, user } = state.address;
  if (status && cursor) return html`<p>None of these is ${status}. There are older ones.</p>`;
  if (status) return html`<p>User ${user} has no conversation that is ${status}.</p>`;
  return html`<p>Nothing is kept of user ${user}: no live conversation, and none in the archive.</p>`;
}

const tableView = ({ conversations }: List): TemplateResult => {
  const caption = html`Conversations of ${conversations[0]?.user.name ?? ""}
    <span class="muted">(${state.address.user})</span>`;
  return tableOf(caption, conversations);
};

/** Conversations, a row each; whose they are is said where no person was searched for. */
export const tableOf = (caption: TemplateResult, conversations: Summary[]): TemplateResult =>
  html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Request</th>
        ${state.address.user ? nothing : html`<th scope="col">Person</th>`}
        <th scope="col">Status</th>
        <th scope="col">Section</th>
        <th scope="col">Asked</th>
        <th scope="col">Time left</th>
        <th scope="col">Result</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(conversations, ({ conversation_id: id }) => id, rowView)}
    </tbody>
  </table>`;

function rowView(one: Summary): TemplateResult {
  const id = one.conversation_id;
  return html`<tr class=${id === state.address.conversation ? "chosen" : ""}>
    <th scope="row" data-label="Request">
      <a
        href=${addressOf({ conversation: id })}
        aria-current=${id === state.address.conversation ? "true" : nothing}
        @click=${(event: MouseEvent) => open(event, id)}
        ><bdi>${wordsOf(one)}</bdi></a
      >
    </th>
    ${state.address.user ? nothing : html`<td data-label="Person">${personView(one)}</td>`}
    <td data-label="Status">${statusView(one)}</td>
    <td data-label="Section">${sectionsOf(one)}</td>
    <td data-label="Asked">
      <time datetime=${one.created_at} title=${fullTime(one.created_at)}
        >${fromNow(Date.parse(one.created_at))}</time
      >
    </td>
    <td data-label="Time left">${one.expires_at ? timeLeft(one.expires_at) : "–"}</td>
    <td data-label="Result">${shortResult(one)}</td>
  </tr>`;
}

/** Leads to all that this person has asked for. */
const personView = ({ user }: Summary): TemplateResult =>
  html`<a href=${addressOf({ user: user.id, conversation: "" })}><bdi>${user.name}</bdi></a>`;

/** What the sections are called. */
export const sectionsOf = ({ sections, section_label, section }: Summary): string =>
  sections?.join(", ") ?? section_label ?? section ?? "–";

/** A click that opens another tab is the browser's own. */
function open(event: MouseEvent, conversation: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  goTo({ conversation }, follow);
  document.querySelector<HTMLElement>("#detail-title")?.focus();
}

const wordsOf = ({ request, undo_of }: Summary): string =>
  wordsAsked(request) ?? (undo_of ? `undo of ${placeOf(undo_of)}` : "(pictures only)");

const placeOf = ({ branch, pull_request }: NonNullable<Summary["undo_of"]>): string =>
  pull_request ? `#${pull_request.number}` : branch;

/** Only enough to tell results apart; the detail view has the rest. */
function shortResult(one: Summary): TemplateResult | string {
  const { result } = one;
  if (!result || result.pull_request) return resultView(one);
  return html`<code title=${result.branch}>${result.commit.slice(0, 8)}</code>`;
}

/** Where the result can be looked at, and what has become of it; a branch of a local repository has no address. */
export function resultView(one: Summary): TemplateResult | string {
  const { result, failure } = one;
  if (result?.pull_request)
    return html`<a href=${result.pull_request.url} target="_blank" rel="noreferrer"
        >#${result.pull_request.number}</a
      >
      ${tellPublication(one) ?? nothing}`;
  if (result) return html`<code>${result.branch}</code> <code>${result.commit.slice(0, 8)}</code>`;
  return failure ? html`${inlineMarkdown(failure.message)}` : "–";
}

const pagesView = ({ cursor }: List): TemplateResult | typeof nothing =>
  !cursor && !state.address.cursor
    ? nothing
    : html`<nav class="pages" aria-label="Pages">
        ${
          state.address.cursor
            ? html`<button type="button" @click=${() => goTo({ cursor: "" }, follow)}>Newest</button>`
            : nothing
        }
        ${cursor ? html`<button type="button" @click=${() => goTo({ cursor }, follow)}>Older</button>` : nothing}
      </nav>`;
