/** Finds files by the end of their path, whatever folder a tool looks them up from. */
export interface FileIndex {
  /** Those that a reference in a file means; none when it is the name of a package or of a page elsewhere. */
  byPath(written: string, from: string): string[];
  /** Layouts, includes and data, which are named without their folder and often without their ending. */
  byName(name: string): string[];
  /** Components that a framework finds by their name alone (Nuxt); none where it does not. */
  byComponent(name: string): string[];
}

/** What stands for what: a page links to `x.css`, which is made from `x.scss`. */
const CLASSES = [
  /^(?:css|s[ac]ss|less|styl)$/,
  /^(?:[cm]?[jt]sx?|vue|svelte|astro)$/,
  /^(?:html?|md|mdx|markdown|njk|nunjucks|liquid|pug|php|hbs|ejs|erb|twig|vue|svelte|astro)$/,
];
const NAMED_FOLDER =
  /(?:^|\/)_?(?:layouts?|includes?|partials?|components?|views|templates|sections|snippets|blocks|data|_default)\//i;

/** Indexes the files of a repository. */
export function fileIndex(paths: string[]): FileIndex {
  const byStem = new Map<string, string[]>();
  for (const path of paths)
    for (const stem of new Set([lastOf(stemOf(path)), lastOf(pageOf(path)), lastOf(folderOf(path))]))
      push(byStem, stem, path);
  const folders = byFolder(paths);
  const components = byComponent(paths);
  const candidates = (place: string): string[] => byStem.get(lastOf(stemOf(place))) ?? [];
  return {
    byPath(written, from) {
      const place = written.replace(/\/$/, "");
      if (place.startsWith(".")) return whole(join(folderOf(from), place), folders, candidates);
      const beside = whole(join(folderOf(from), place), folders, candidates);
      if (beside.length > 0) return beside;
      const found = atEnd(place.replace(/^[@~$#]?\/?/, ""), candidates);
      return place.startsWith("/") ? nearest(found) : found;
    },
    byName(name) {
      const place = name.replace(/^\//, "");
      const found = endingWith(place, candidates(place)).filter((path) => NAMED_FOLDER.test(path));
      return found.length > 0 || !place.includes(".")
        ? found
        : endingWith(place.replaceAll(".", "/"), candidates(place.replaceAll(".", "/")));
    },
    byComponent: (name) => components.get(inOneWord(name)) ?? [],
  };
}

/** `components/app/list/Grid.vue` is `<AppListGrid>`; a folder's words that the name of the file repeats count once. */
function byComponent(paths: string[]): Map<string, string[]> {
  const components = new Map<string, string[]>();
  if (!paths.some((path) => /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/.test(path))) return components;
  for (const path of paths) {
    const inner =
      /(?:^|\/)components\/(?:(?:content|global)\/)?(.+?)(?:\.(?:client|server|global))?\.vue$/.exec(
        path,
      )?.[1] ?? /(?:^|\/)composables\/(.+?)\.[cm]?[jt]s$/.exec(path)?.[1];
    if (inner === undefined) continue;
    const parts = inner.split("/");
    const own = inOneWord(parts.at(-1) ?? "");
    const folder = inOneWord(parts.slice(0, -1).join(""));
    for (const name of new Set([own, folder + own])) {
      push(components, name, path);
      push(components, `lazy${name}`, path);
    }
  }
  return components;
}

function inOneWord(name: string): string {
  return name.replaceAll(/[^a-z0-9]/gi, "").toLowerCase();
}

function byFolder(paths: string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths)
    for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) push(folders, folder, path);
  return folders;
}

/** `/about/` is the page of the site itself, and not one that is called alike in a folder for another language. */
function nearest(paths: string[]): string[] {
  const depths = paths.map((path) => path.split("/").length);
  return paths.filter((_, at) => depths[at] === Math.min(...depths));
}

/** A whole path: the file itself, with its ending left out, the index of a folder, or all of a folder. */
function whole(
  place: string,
  folders: Map<string, string[]>,
  candidates: (place: string) => string[],
): string[] {
  const named = candidates(place).filter(
    (path) => fits(path, place) && [stemOf(path), pageOf(path)].includes(stemOf(place)),
  );
  if (named.length > 0 || place === "" || /\.[a-z]+$/i.test(place)) return named;
  return folders.get(place) ?? [];
}

/** A path of which the beginning is an alias or the root of a web server. */
function atEnd(place: string, candidates: (place: string) => string[]): string[] {
  if (place === "") return [];
  const found = endingWith(place, candidates(place));
  // A build may put a style sheet into another folder than the one it is written in.
  if (found.length === 0 && /\.css$/i.test(place)) return endingWith(lastOf(place), candidates(place));
  // One word that is no file's name is a page, or the name of a package.
  return place.includes("/") || /\.[a-z]+$/i.test(place) ? found : found.filter(isPage);
}

function endingWith(place: string, candidates: string[]): string[] {
  const stem = stemOf(place);
  return candidates.filter(
    (path) =>
      fits(path, place) && [stemOf(path), pageOf(path)].some((each) => `/${each}`.endsWith(`/${stem}`)),
  );
}

/** Whether the endings agree, as far as the reference has one. */
function fits(path: string, place: string): boolean {
  const asked = endingOf(place);
  const ending = endingOf(path);
  return asked === "" || asked === ending || CLASSES.some((each) => each.test(asked) && each.test(ending));
}

const isPage = (path: string): boolean => /\.(?:html?|md|mdx|njk|liquid|php|astro|vue|svelte)$/i.test(path);

/** Without the ending, and without the `_` of a partial of Sass, which a reference leaves out. */
function stemOf(path: string): string {
  const ending = endingOf(path);
  const stem = ending === "" ? path : path.slice(0, -ending.length - 1);
  return stem.replace(/(^|\/)_(?=[^/]+$)/, "$1").replace(/\.(?:blade|html|component)$/, "");
}

/** `about/index.html` is the page `about`. */
function pageOf(path: string): string {
  return stemOf(path).replace(/\/(?:index|page|_index|\+page|readme)$/i, "");
}

function endingOf(path: string): string {
  return /[^/]\.([a-z]+\d?)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).toLowerCase();
}

function join(folder: string, place: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of place.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function push(map: Map<string, string[]>, key: string, path: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [path]);
  else known.push(path);
}
