import { nearest } from "#src/site/nearest.ts";

/** Sections and properties alike: what both are called. */
export interface Named {
  id: string;
  label: string;
  names: string[];
}

export type Lookup<Thing> = { found: Thing } | { found: null; candidates: Thing[]; meant: string | null };

/** Spaces, hyphens, underscores and case do not tell names apart: `Hero text` is `hero-text`. */
export function nameKey(words: string): string {
  return words.toLowerCase().replaceAll(/[\s_-]+/g, "");
}

/** Finds by id, else by label and other names if they leave no doubt; `meant` is the id to suggest for a typo. */
export function lookUp<Thing extends Named>(things: Thing[], words: string): Lookup<Thing> {
  const key = nameKey(words);
  const byId = things.find((thing) => thing.id.toLowerCase() === words.trim().toLowerCase());
  if (byId !== undefined) return { found: byId };
  const candidates = things.filter((thing) => allNames(thing).some((name) => nameKey(name) === key));
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return { found: only };
  return { found: null, candidates, meant: meantBy(things, words) };
}

export function allNames(thing: Named): string[] {
  return [thing.id, thing.label, ...thing.names];
}

function meantBy(things: Named[], words: string): string | null {
  const name = nearest(words, things.flatMap(allNames));
  return things.find((thing) => name !== null && allNames(thing).includes(name))?.id ?? null;
}
