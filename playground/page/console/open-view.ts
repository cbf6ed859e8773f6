import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { OpenConversation, OpenList } from "./admin-api.ts";
import { rowView } from "./list-view.ts";
import { loadOpen } from "./loading.ts";
import { state } from "./state.ts";

const headings: Record<OpenConversation["need"], string> = {
  failed: "Failed",
  approval: "Waiting for approval",
  owner: "Waiting for the person who asked",
  work: "Being worked on",
};
const needs: OpenConversation["need"][] = ["failed", "approval", "owner", "work"];

/** What is open, failed and waiting, by server. */
export function openView(): TemplateResult {
  const { open } = state;
  switch (open.is) {
    case "idle":
    case "loading":
      return html`<p class="muted" aria-busy="true">Loading what is open…</p>`;
    case "refused":
      return html`<div class="alarm" role="alert">
        <p>${open.why}</p>
        <button type="button" @click=${loadOpen}>Try again</button>
      </div>`;
    case "there":
      return loadedView(open.value);
  }
}

function loadedView({ conversations, more }: OpenList): TemplateResult {
  const servers = [...new Set(conversations.map(({ guild_id }) => guild_id ?? ""))];
  return html`${
    servers.length === 0
      ? html`<p>Nothing is open, failed or waiting in any server.</p>`
      : repeat(
          servers,
          (server) => server,
          (server) =>
            serverView(
              server,
              conversations.filter(({ guild_id = "" }) => guild_id === server),
            ),
        )
  }
  ${more ? html`<p class="muted">There are older ones: search for a person.</p>` : nothing}`;
}

const serverView = (server: string, open: OpenConversation[]): TemplateResult =>
  html`<section class="server" aria-labelledby=${`server-${server}`}>
    <h2 id=${`server-${server}`}>Server <bdi>${server}</bdi></h2>
    ${needs.map((need) =>
      needView(
        need,
        open.filter((one) => one.need === need),
      ),
    )}
  </section>`;

const needView = (
  need: OpenConversation["need"],
  open: OpenConversation[],
): TemplateResult | typeof nothing =>
  open.length === 0
    ? nothing
    : html`<table>
        <caption>
          ${headings[need]}
          <span class="muted">(${open.length})</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Request</th>
            <th scope="col">Person</th>
            <th scope="col">Status</th>
            <th scope="col">Section</th>
            <th scope="col">Asked</th>
            <th scope="col">Time left</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(open, ({ conversation_id: id }) => id, rowView)}
        </tbody>
      </table>`;
