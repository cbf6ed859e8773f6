import { fileIndex, type FileIndex } from "./file-index.ts";
import { referencesIn } from "./references-in.ts";
import { isDataByPlace, servedByPlace, type Place } from "./served-by-place.ts";

export interface SiteText {
  path: string;
  text: string;
}

/** A file that some page of the site is made of. */
export interface ReachedFile extends SiteText {
  place: Place | "part";
}

export interface Reached {
  /** The home page and what it is made of first, then the settings of the site, then the other pages. */
  files: ReachedFile[];
  /** Files that no page names. */
  dead: string[];
}

const ORDER: Place[] = ["home", "settings", "page", "content"];

/** Follows the pages of a site to what they are made of: imports, layouts, includes, style sheets and data. */
export function reachFiles(files: SiteText[]): Reached {
  const index = fileIndex(files.map(({ path }) => path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Map<string, ReachedFile>();
  const begun = starts(files);
  for (const { file, place } of begun) follow({ ...file, place }, { index, byPath, reached });
  // Where no page is known nothing can be followed, and no file can be said to be unused.
  if (begun.length === 0) return { files: files.map((file) => ({ ...file, place: "part" })), dead: [] };
  const data = files.filter((file) => !reached.has(file.path) && isNamedData(file, reached, files));
  for (const file of data) follow({ ...file, place: "part" }, { index, byPath, reached });
  return {
    files: [...reached.values()].toSorted((one, other) => rankOf(one) - rankOf(other)),
    dead: files.map(({ path }) => path).filter((path) => !reached.has(path)),
  };
}

function starts(files: SiteText[]): { file: SiteText; place: Place }[] {
  const placed = files.flatMap((file) => {
    const place = servedByPlace(file.path, file.text);
    return place === null ? [] : [{ file, place }];
  });
  // The nearest to the root is the home page; another `index` is a page like others.
  const homes = placed.filter(({ place }) => place === "home").toSorted(byDepth);
  const first = new Set(homes.slice(0, 1).map(({ file }) => file.path));
  const isFirst = ({ file }: { file: SiteText }): boolean => first.has(file.path);
  return ORDER.flatMap((place) =>
    placed
      .map((each) => (each.place === "home" && !isFirst(each) ? { ...each, place: "page" as const } : each))
      .filter((each) => each.place === place)
      .toSorted(byDepth),
  );
}

function byDepth(one: { file: SiteText }, other: { file: SiteText }): number {
  const order = depth(one.file.path) - depth(other.file.path);
  // Beside a site, `docs` is what is written about it.
  const isAbout = Number(one.file.path.startsWith("docs/")) - Number(other.file.path.startsWith("docs/"));
  return order || isAbout || one.file.path.localeCompare(other.file.path);
}

function depth(path: string): number {
  return path.split("/").length;
}

/** What a site is made of comes before its single pages, and those before what is written in Markdown. */
function rankOf({ path, place }: ReachedFile): number {
  if (place === "home") return 0;
  if (place === "settings") return 1;
  if (/\.(?:mdx?|markdown)$/i.test(path) || /(?:^|\/)content\/.*\.(?:ya?ml|toml|json)$/i.test(path)) return 4;
  return place === "part" ? 2 : 3;
}

interface Walk {
  index: FileIndex;
  byPath: Map<string, SiteText>;
  reached: Map<string, ReachedFile>;
}

/** Breadth first, so that what a page names itself comes before what that is made of. */
function follow(start: ReachedFile, { index, byPath, reached }: Walk): void {
  const waiting = reached.has(start.path) ? [] : [start];
  for (const file of waiting) {
    if (reached.has(file.path)) continue;
    reached.set(file.path, file);
    const { paths, names, components } = referencesIn(file.text);
    const next = [
      ...paths.flatMap((path) => index.byPath(path, file.path)),
      ...names.flatMap((name) => index.byName(name)),
      ...components.flatMap((name) => index.byComponent(name)),
    ];
    for (const path of next) {
      const found = byPath.get(path);
      if (found !== undefined && !reached.has(path)) waiting.push({ ...found, place: placeOf(found) });
    }
  }
}

/** A page that another one links to is a page, and the rest are parts. */
function placeOf({ path, text }: SiteText): ReachedFile["place"] {
  const place = servedByPlace(path, text) ?? "part";
  return place === "home" ? "page" : place;
}

/** Generators give templates the data of a folder by the names of its files; without templates nothing can be known. */
function isNamedData(file: SiteText, reached: Map<string, ReachedFile>, files: SiteText[]): boolean {
  if (!isDataByPlace(file.path)) return false;
  const isApp = files.some(({ path }) => /\.(?:jsx|tsx|vue|svelte|astro)$/.test(path));
  if (!isApp || /(?:^|\/)(?:locales?|i18n|translations?|messages|lang)\//i.test(file.path)) return true;
  const folder = file.path.split("/").at(-2) ?? "";
  const named = new RegExp(`["'\`/]${folder.replaceAll(/[^\w-]/g, ".")}["'\`/]`);
  return [...reached.values()].some(({ text }) => named.test(text));
}
