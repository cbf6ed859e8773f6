import type { Catalogue } from "#src/site/catalogue.ts";
import type { Draft, Why } from "./draft.ts";
import type { Request } from "./interpretation.ts";

/** What a reader made of a request: a draft, with what stays open in it, or why it can be none. */
export type Reading = { ok: true; draft: Draft } | { ok: false; why: Why };

/**
 * Reads what a request asks for on a site. A reader only reads: checking values, folding answers in, asking, the diff and
 * the digest come after the draft, and are the same for every reader. A reader takes nothing that was not said: what it
 * would have to guess stays open in the draft, or is its `meant`.
 */
export type Reader = (request: Request, catalogue: Catalogue) => Reading;
