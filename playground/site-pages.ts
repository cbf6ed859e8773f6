import { buildPage } from "./site-page/build-page.ts";

/** The pages of a site's commits; each is built once, and one after the other. */
export class SitePages {
  readonly #built = new Map<string, Promise<string>>();
  readonly #repository: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(repository: string) {
    this.#repository = repository;
  }

  /** The page of a commit, or a page that says why there is none. */
  of(commit: string): Promise<string> {
    const known = this.#built.get(commit);
    if (known) return known;
    const page = this.#last.then(() => this.#build(commit));
    this.#last = page;
    this.#built.set(commit, page);
    return page;
  }

  #build(commit: string): Promise<string> {
    return buildPage(this.#repository, commit).catch((error: unknown) =>
      apology(error instanceof Error ? error.message : String(error)),
    );
  }
}

const apology = (why: string): string => `<!doctype html>
<html lang="en"><title>No page</title>
<body style="font: 20px/1.5 system-ui; margin: 3rem; color-scheme: light dark">
<h1>This page cannot be shown here</h1>
<p>It is built as a plain Vite and React site, and that did not work:</p>
<pre style="white-space: pre-wrap">${why.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`;
