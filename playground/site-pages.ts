import { gitIn } from "#src/publishing/git/command.ts";
import { buildPage } from "./site-page/build-page.ts";
import { readSite, type SiteFiles } from "./site-page/read-site.ts";

/** How many pages are kept, once built. */
const KEPT = 40;

/** What changes the files of a commit before a page of them is built, and is not published. */
export interface Change {
  /** Tells this change apart from every other. */
  name: string;
  in: (files: SiteFiles) => Promise<SiteFiles>;
}

interface Wanted {
  commit: string;
  /** The path of the HTML file. */
  page: string;
}

/** The pages of a site's commits; each is built once, and one after the other. */
export class SitePages {
  readonly #built = new Map<string, Promise<string>>();
  readonly #repository: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(repository: string) {
    this.#repository = repository;
  }

  /** A page of a commit, or a page that says why there is none. */
  of({ commit, page }: Wanted, change?: Change): Promise<string> {
    const key = JSON.stringify({ commit, page, change: change?.name });
    const known = this.#built.get(key);
    if (known) return known;
    const built = this.#last.then(() => this.#build({ commit, page }, change));
    this.#last = built;
    this.#built.set(key, built);
    const [oldest] = this.#built.keys();
    if (this.#built.size > KEPT && oldest !== undefined) this.#built.delete(oldest);
    return built;
  }

  /** The first of some pages that a change makes another; null when it shows on none of them. */
  async firstChanged(
    { commit, pages }: { commit: string; pages: string[] },
    change: Change,
  ): Promise<string | null> {
    for (const page of pages)
      if ((await this.of({ commit, page })) !== (await this.of({ commit, page }, change))) return page;
    return null;
  }

  async #build({ commit, page }: Wanted, change?: Change): Promise<string> {
    try {
      const files = await readSite(gitIn(this.#repository), commit);
      return await buildPage(change ? await change.in(files) : files, { page });
    } catch (error) {
      return apology(error instanceof Error ? error.message : String(error));
    }
  }
}

const apology = (why: string): string => `<!doctype html>
<html lang="en"><title>No page</title>
<body style="font: 20px/1.5 system-ui; margin: 3rem; color-scheme: light dark">
<h1>This page cannot be shown here</h1>
<p>It is built as a plain Vite and React site, and that did not work:</p>
<pre style="white-space: pre-wrap">${why.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`;
