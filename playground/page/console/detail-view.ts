import { html, nothing, type TemplateResult } from "lit";
import { linkable } from "#src/discord/text.ts";
import { asJson, copyButton } from "../shared/copy-button.ts";
import { fullTime, timeLeft } from "../shared/time.ts";
import { goTo } from "./address.ts";
import type { Detail } from "./admin-api.ts";
import { resultView, sectionsOf } from "./list-view.ts";
import { loadableView } from "./loadable-view.ts";
import { follow, loadDetail, retry } from "./loading.ts";
import { state } from "./state.ts";
import { statusView } from "./status-view.ts";

/** One conversation with everything that is stored about it. */
export function detailView(): TemplateResult | typeof nothing {
  const { detail, address } = state;
  if (detail.is === "idle") return nothing;
  return html`<section class="detail" aria-labelledby="detail-title">
    <div class="heading">
      <h2 id="detail-title" tabindex="-1">Conversation ${address.conversation}</h2>
      <button type="button" @click=${close}>Close</button>
    </div>
    ${loadableView(detail, { loading: "Loading…", again: loadDetail, there: loadedView })}
  </section>`;
}

/** The focus goes back to the row that was opened. */
function close(): void {
  const opened =
    document.querySelector<HTMLElement>("tr.chosen a") ?? document.querySelector<HTMLElement>("#user");
  goTo({ conversation: "" }, follow);
  opened?.focus();
}

const loadedView = (detail: Detail): TemplateResult =>
  html`${factsView(detail)} ${actionsView(detail)} ${changesView(detail)} ${timelineView(detail)}
    <details>
      <summary>Everything as JSON</summary>
      ${copyButton("JSON", () => asJson(detail))}
      <pre tabindex="0" role="region" aria-label="Conversation as JSON">${asJson(detail)}</pre>
    </details>`;

/** A link to its message leads by way of this page's server, which knows whether that is in Discord or in the playground. */
const factsView = (detail: Detail): TemplateResult =>
  html`<dl>
    ${fact("Status", statusView(detail))}
    ${fact("Asked by", html`${detail.user.name} <span class="muted">${detail.user.id}</span>`)}
    ${fact("Asked", html`<time datetime=${detail.created_at}>${fullTime(detail.created_at)}</time>`)}
    ${detail.expires_at ? fact("Time left", timeLeft(detail.expires_at)) : nothing}
    ${fact("Section", sectionsOf(detail))} ${fact("File", detail.files?.join(", ") ?? detail.file ?? "–")}
    ${detail.request.description ? fact("In their words", html`<bdi>${detail.request.description}</bdi>`) : nothing}
    ${detail.request.command ? fact("Command", html`<code>${detail.request.command}</code>`) : nothing}
    ${detail.images.length > 0 ? fact("Pictures", detail.images.map(({ name }) => name).join(", ")) : nothing}
    ${fact("Result", resultView(detail))} ${publicationView(detail)}
    ${
      detail.message_url
        ? fact(
            "In Discord",
            html`<a href=${new URL(detail.message_url).pathname} target="_blank" rel="noreferrer"
              >its message</a
            >`,
          )
        : nothing
    }
  </dl>`;

/** A host reports any address it likes: only one that is plainly of the web is led to. */
function publicationView({ publication }: Detail): (TemplateResult | typeof nothing)[] {
  const { merged_at, preview_url = "" } = publication ?? {};
  const preview = linkable(preview_url);
  return [
    merged_at === undefined
      ? nothing
      : fact("Merged", html`<time datetime=${merged_at}>${fullTime(merged_at)}</time>`),
    preview === null
      ? nothing
      : fact("Preview", html`<a href=${preview} target="_blank" rel="noreferrer">${preview}</a>`),
  ];
}

const fact = (name: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

/** Only what failed and is still live can be tried again; the API has the last word. */
const actionsView = ({ status, live, conversation_id: id }: Detail): TemplateResult =>
  html`<div class="actions">
    ${
      status === "failed" && live
        ? html`<button type="button" class="primary" ?disabled=${state.busy} @click=${() => retry(id)}>
            Try again
          </button>`
        : nothing
    }
    <button type="button" @click=${loadDetail}>Refresh</button>
  </div>`;

const changesView = ({ changes }: Detail): TemplateResult | typeof nothing =>
  changes.length === 0
    ? nothing
    : html`<h3>What changes</h3>
        <ul>
          ${changes.map(
            ({ section, label, before, after, said }) =>
              html`<li>
                ${section === undefined ? nothing : html`${section} › `}${
                  said ??
                  html`<strong>${label}</strong>: ${before === null ? "" : html`<del>${before}</del> → `}<ins
                      >${after}</ins
                    >`
                }
              </li>`,
          )}
        </ul>`;

const timelineView = ({ history, user }: Detail): TemplateResult =>
  html`<h3>Timeline</h3>
    <ol class="timeline">
      ${history.map(
        ({ at, by, event }) =>
          html`<li>
            <strong>${event}</strong> by ${by === user.id ? user.name : by}
            <time class="muted small" datetime=${at}>${fullTime(at)}</time>
          </li>`,
      )}
    </ol>`;
