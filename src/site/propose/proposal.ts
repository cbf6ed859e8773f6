/**
 * A property as it is written in `ux-agent.json`. `instead` is not written: the selector of a list that makes the property
 * needless, because its items are changed, removed and moved by what they are called.
 */
export type WrittenProperty = { id: string; kind: string; names?: string[] } & Record<
  string,
  string | number | string[] | Record<string, string | WrittenField>
>;

/** A field of a list that has more to it than its place. */
export type WrittenField = { at: string; optional?: true; value?: string };

/** A section as it is written in `ux-agent.json`. */
export interface WrittenSection {
  id: string;
  label?: string;
  names?: string[];
  file: string;
  properties: WrittenProperty[];
}

/** The same part with other names, or without any. */
export function withNames<Part extends { names?: string[] }>(part: Part, names: string[]): Part {
  const named: Part = { ...part };
  if (names.length > 0) named.names = names;
  else delete named.names;
  return named;
}

/** As long as an id may be. */
const LONGEST_ID = 32;

/** `NavBar` → `nav-bar`, `--brandColor` → `brand-color`; empty when nothing is left of the name. */
export function idOf(name: string): string {
  const id = wordsOf(name)
    .join("-")
    .replace(/^[0-9-]+/, "")
    .slice(0, LONGEST_ID)
    .replace(/-+$/, "");
  return id === "section" ? "" : id;
}

/** An id made of several names, the last of them whole: what a property is comes last. */
export function joinedId(names: string[]): string {
  const words = names.flatMap(wordsOf);
  while (words.length > 1 && words.join("-").length > LONGEST_ID) words.shift();
  return idOf(words.join(" "));
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** A text of the page as a name: short, of plain words; null where people would not call anything so. */
export function nameFrom(text: string): string | null {
  const plain = text.replaceAll(/\s+/g, " ").trim().toLowerCase();
  const name = plain.replace(/[\s?!.:…,]+$/, "");
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} '’&-]*$/u.test(name) && /\p{L}/u.test(name);
  return isPlain && name.length <= 40 && name.split(" ").length <= 5 ? name : null;
}

/** Folders of pages: what stands in them without a name of its own is the first page. */
const FOLDER_OF_PAGES = /^(?:app|pages|src|views|routes|public|www|content|docs|layouts|dist|templates)?$/i;

/**
 * `src/components/NavBar.jsx` → `NavBar`; the name of the folder when the file has none of its own (`index`, `page`),
 * and `home` for the first page of a site.
 */
export function nameOfFile(path: string): string {
  const parts = path.replace(/(?:\.(?:component|blade|11tydata))?\.[^./]+$/, "").split("/");
  const own = (parts.at(-1) ?? "").replace(/^[_+]/, "");
  if (!/^(?:index|page|layout|readme)$/i.test(own)) return own;
  const folder = parts.at(-2) ?? "";
  if (!FOLDER_OF_PAGES.test(folder)) return folder;
  return own.toLowerCase() === "layout" ? own : "home";
}
