import { gitIn } from "#src/publishing/git/command.ts";
import { buildPage } from "./site-page/build-page.ts";
import { readSite, type SiteFiles } from "./site-page/read-site.ts";

/** How many pages are kept, once built. */
const KEPT = 40;

/** Changes the files of a commit before a page of them is built. */
export type Change = (files: SiteFiles) => Promise<SiteFiles>;

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
  of(wanted: Wanted): Promise<string> {
    return this.#once(JSON.stringify(wanted), () => this.#build(wanted));
  }

  /**
   * The same with a change that is not published.
   * @param name tells this change apart from every other
   */
  withChange(wanted: Wanted, name: string, change: Change): Promise<string> {
    return this.#once(JSON.stringify({ ...wanted, name }), () => this.#build(wanted, change));
  }

  /** The first of some pages that a change makes another; null when it shows on none of them. */
  async firstChanged(
    { commit, pages }: { commit: string; pages: string[] },
    name: string,
    change: Change,
  ): Promise<string | null> {
    for (const page of pages) {
      const [now, changed] = [
        await this.of({ commit, page }),
        await this.withChange({ commit, page }, name, change),
      ];
      if (now !== changed) return page;
    }
    return null;
  }

  #once(key: string, build: () => Promise<string>): Promise<string> {
    const known = this.#built.get(key);
    if (known) return known;
    const page = this.#last.then(build);
    this.#last = page;
    this.#built.set(key, page);
    const [oldest] = this.#built.keys();
    if (this.#built.size > KEPT && oldest !== undefined) this.#built.delete(oldest);
    return page;
  }

  async #build({ commit, page }: Wanted, change: Change = async (files) => files): Promise<string> {
    try {
      return await buildPage(await change(await readSite(gitIn(this.#repository), commit)), { page });
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
