import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { OpenConversation, OpenList } from "./admin-api.ts";
import { tableOf } from "./list-view.ts";
import { loadableView } from "./loadable-view.ts";
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
export const openView = (): TemplateResult =>
  loadableView(state.open, { loading: "Loading what is open…", again: loadOpen, there: loadedView });

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
    : tableOf(html`${headings[need]} <span class="muted">(${open.length})</span>`, open);
