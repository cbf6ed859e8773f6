import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { ref } from "lit/directives/ref.js";
import type { Branch, Repository } from "#playground/wire.ts";
import { ask } from "../shared/ask.ts";
import { fromNow } from "../shared/time.ts";
import { change, state } from "./state.ts";

/** The width that the site's page is laid out for, in pixels; it is scaled down to what there is. */
const LAID_OUT = 1000;

/** The site as it is, beside the site as a published change would have it. */
export function siteView(): TemplateResult {
  const { setting, repository } = state;
  if (!setting.hasSite) return html`<p>The site is on GitHub; its branches are to be seen there.</p>`;
  if (!repository) return html`<p>Reading the repository…</p>`;
  const chosen = repository.updates.find(({ name }) => name === state.branch) ?? repository.updates[0];
  return html`<div class="pages">
      ${frame("Now", repository.base)}
      ${
        chosen
          ? frame("Published", chosen)
          : html`<div class="page empty">
              <p>Nothing is published yet. Confirm a preview, and its page is shown here.</p>
            </div>`
      }
    </div>
    ${branchTable(repository, chosen)} ${commitView()}`;
}

const frame = (label: string, { name, commit }: Branch): TemplateResult =>
  html`<figure class="page">
    <figcaption title=${name}><strong>${label}</strong> <code>${name}</code></figcaption>
    <div class="frame" ${ref(fit)}>
      ${keyed(
        commit,
        html`<iframe
          title=${`The site's page on ${name}`}
          sandbox="allow-scripts"
          tabindex="-1"
          width=${LAID_OUT}
          src=${`/playground/pages/${commit}`}
        ></iframe>`,
      )}
    </div>
  </figure>`;

const observer = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries)
    if (target instanceof HTMLElement)
      target.style.setProperty("--scale", String(contentRect.width / LAID_OUT));
});

function fit(element: Element | undefined): void {
  if (element) observer.observe(element);
}

const branchTable = ({ base, updates }: Repository, chosen: Branch | undefined): TemplateResult =>
  html`<div class="wide" role="region" aria-labelledby="branches" tabindex="0">
    <h3 id="branches">Branches and their last commits</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">Branch</th>
          <th scope="col">Commit</th>
          <th scope="col">What it says</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        ${[...updates, base].map((branch) => branchRow(branch, { isBase: branch === base, chosen }))}
      </tbody>
    </table>
  </div>`;

const branchRow = (
  branch: Branch,
  { isBase, chosen }: { isBase: boolean; chosen: Branch | undefined },
): TemplateResult =>
  html`<tr>
    <td>
      ${
        isBase
          ? html`<code>${branch.name}</code>`
          : html`<button
              type="button"
              class="quiet"
              aria-pressed=${branch === chosen}
              @click=${() => change({ branch: branch.name })}
            >
              <code>${branch.name}</code>
            </button>`
      }
    </td>
    <td>
      <button type="button" class="quiet" @click=${() => showCommit(branch.commit)}>
        <code>${branch.commit.slice(0, 8)}</code>
      </button>
    </td>
    <td>${branch.subject} <span class="muted small">${branch.author}</span></td>
    <td class="small">${fromNow(Date.parse(branch.at))}</td>
  </tr>`;

async function showCommit(id: string): Promise<void> {
  const { shown } = await ask<{ shown: string }>("GET", `/playground/commits/${id}`);
  change({ commit: { id, shown } });
}

const commitView = (): TemplateResult | typeof nothing =>
  state.commit
    ? html`<h3>Commit ${state.commit.id.slice(0, 8)}</h3>
        <pre tabindex="0" role="region" aria-label="Commit">${state.commit.shown}</pre>`
    : nothing;
