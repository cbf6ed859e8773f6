import { html, nothing, type TemplateResult } from "lit";
import type { Branch, Repository } from "#playground/wire.ts";
import { ask } from "../shared/ask.ts";
import { fromNow } from "../shared/time.ts";
import { type Asked, askedNow } from "./asked.ts";
import { turnTo } from "./follow-asked.ts";
import { siteFrame } from "./site-frame.ts";
import { change, nameOf, state } from "./state.ts";

/** What stands beside the page as it is. */
type Other = { is: "asked"; asked: Asked } | { is: "published"; branch: Branch };

/** The site as it is, beside the site as it was asked for or as a published change would have it. */
export function siteView(): TemplateResult {
  const { setting, repository } = state;
  if (!setting.hasSite) return html`<p>The site is on GitHub; its branches are to be seen there.</p>`;
  if (!repository) return html`<p class="muted" aria-busy="true">Reading the site…</p>`;
  const others = othersOf(repository);
  const chosen = others.find((other) => nameOfOther(other) === state.beside) ?? others[0];
  return html`${pageChoice(repository)}
    <div class="pages">
      ${siteFrame({
        label: "Now",
        of: "what visitors see",
        title: `The site's page on ${repository.base.name}`,
        src: addressOf(repository.base.commit),
      })}
      ${chosen ? otherFrame(chosen, repository) : emptyFrame}
    </div>
    ${others.length > 0 ? otherList(others, chosen) : nothing} ${commitView()}`;
}

/** What happened last comes first. */
function othersOf({ updates }: Repository): Other[] {
  const asked = askedNow().map((one): Other => ({ is: "asked", asked: one }));
  const published = updates.map((branch): Other => ({ is: "published", branch }));
  return [...asked, ...published].toSorted((one, other) => timeOf(other) - timeOf(one));
}

const timeOf = (other: Other): number =>
  other.is === "asked" ? other.asked.at : Date.parse(other.branch.at);

const nameOfOther = (other: Other): string =>
  other.is === "asked" ? other.asked.conversation : other.branch.name;

const addressOf = (commit: string, asked?: Asked): string => {
  const query = new URLSearchParams({ page: state.page });
  if (!asked) return `/playground/pages/${commit}?${query}`;
  query.set("revision", String(asked.revision));
  return `/playground/pages/${commit}/asked/${asked.conversation}?${query}`;
};

const emptyFrame = html`<div class="page empty">
  <p>Ask for a change, and the page as you asked for it is shown here.</p>
</div>`;

const otherFrame = (other: Other, { base }: Repository): TemplateResult =>
  other.is === "asked"
    ? siteFrame({
        label: "As asked",
        of: `by ${nameOf(other.asked.by)}, not published`,
        title: "The site's page as asked",
        src: addressOf(base.commit, other.asked),
      })
    : siteFrame({
        label: "Published",
        of: other.branch.name,
        title: `The site's page on ${other.branch.name}`,
        src: addressOf(other.branch.commit),
      });

/** The pages of the site by their files, where there are several. */
const pageChoice = ({ pages }: Repository): TemplateResult | typeof nothing =>
  pages.length < 2
    ? nothing
    : html`<nav class="choices" aria-label="Pages of the site">
        ${pages.map(
          (page) =>
            html`<button type="button" aria-pressed=${page === state.page} @click=${() => change({ page })}>
              ${titleOf(page)}
            </button>`,
        )}
      </nav>`;

function titleOf(page: string): string {
  const name = page.replace(/(?:\/?index)?\.html$/, "") || "home";
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

const otherList = (others: Other[], chosen: Other | undefined): TemplateResult =>
  html`<section class="versions" aria-labelledby="versions">
    <h3 id="versions">Asked for and published</h3>
    <ul>
      ${others.map((other) => otherRow(other, other === chosen))}
    </ul>
  </section>`;

const otherRow = (other: Other, isChosen: boolean): TemplateResult =>
  html`<li>
    <button type="button" class="version" aria-pressed=${isChosen} @click=${() => choose(other)}>
      ${other.is === "asked" ? askedLine(other.asked) : publishedLine(other.branch)}
    </button>
    ${
      other.is === "published"
        ? html`<button type="button" class="quiet small" @click=${() => showCommit(other.branch.commit)}>
            Commit <code>${other.branch.commit.slice(0, 8)}</code>
          </button>`
        : nothing
    }
  </li>`;

function choose(other: Other): void {
  change({ beside: nameOfOther(other) });
  if (other.is === "asked") void turnTo(other.asked);
}

const askedLine = ({ by, words }: Asked): TemplateResult =>
  html`<span class="badge waiting">As asked</span> <bdi>${words}</bdi>
    <span class="muted small">${nameOf(by)}, not confirmed yet</span>`;

const publishedLine = ({ name, subject, author, at }: Branch): TemplateResult =>
  html`<span class="badge done">Published</span> <bdi>${subject}</bdi>
    <span class="muted small"><code>${name}</code> by ${author}, ${fromNow(Date.parse(at))}</span>`;

async function showCommit(id: string): Promise<void> {
  const { shown } = await ask<{ shown: string }>("GET", `/playground/commits/${id}`);
  change({ commit: { id, shown } });
}

const commitView = (): TemplateResult | typeof nothing =>
  state.commit
    ? html`<h3>Commit ${state.commit.id.slice(0, 8)}</h3>
        <pre tabindex="0" role="region" aria-label="Commit">${state.commit.shown}</pre>`
    : nothing;
