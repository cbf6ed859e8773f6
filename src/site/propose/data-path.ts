import type { DataMap } from "#src/site/data/data-node.ts";

/** Names that only hold what stands in them: settings of a theme, an export, the first language. */
const WRAPPERS =
  /^(?:default|params|site|themeconfig|extra|data|config|meta|metadata|sitemetadata|siteconfig|locales|locale|\/|en(?:-us)?|root|settings|general|author|eleventynavigation)$/i;

/** `params.hero.title` belongs to `hero`, `params.description` to the site. */
export function groupOf(path: string[]): string | null {
  const inner = withoutWrappers(path);
  const [first] = inner;
  return inner.length > 1 && first !== undefined && !/^\d+$/.test(first) ? first : null;
}

export function withoutWrappers(path: string[]): string[] {
  const first = path.findIndex((part) => !WRAPPERS.test(part));
  return path.slice(first < 0 ? -1 : first);
}

/** The pointer to a place in data. */
export function pointerOf(path: string[]): string {
  return path.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The first of some keys that an object has. */
export function keyOf(node: DataMap, keys: string[]): string | null {
  return keys.find((key) => node.entries.some((entry) => entry.key === key)) ?? null;
}

/** The text at a key; null without one. */
export function textOf(node: DataMap, key: string): string | null {
  const value = node.entries.find((entry) => entry.key === key)?.value;
  return value?.kind === "scalar" ? value.value : null;
}
