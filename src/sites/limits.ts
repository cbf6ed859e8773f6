import type { SiteItem } from "#entities/site.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";

/** The most requests of one person in a server, and of a whole server: open at a time, and asked within an hour. */
export type Limits = Required<NonNullable<SiteItem["limits"]>>;

export type LimitName = keyof Limits;

/** The most that any of them can be set to: each request within it takes some 100 bytes of the counter's item. */
export const MOST = 1000;

/** A site's own limits override those of the deployment. */
export const limitsOf = (site: Pick<SiteItem, "limits"> | null, usual: Limits): Limits => ({
  ...usual,
  ...site?.limits,
});

/** A reached limit, told to the person who asked. The caller adds what to do about it. */
export const limitReached = (limit: LimitName, most: number): Sentence =>
  sentence(`limit.${limit}`, { most });
