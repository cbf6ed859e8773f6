/** What a file names of other files: paths as they are written, names of layouts, includes and partials, and components. */
export interface References {
  paths: string[];
  names: string[];
  /** Elements that only a component can be, and names that are passed on as words. */
  components: string[];
}

const COMMENTS = /\/\*[^]*?\*\/|<!--[^]*?-->|\{#[^]*?#\}|\{\{\/\*[^]*?\*\/\}\}|(?<![:"'`(\w])\/\/.*$/gm;
const BETWEEN = /["'`\s()=,<>|{};?#!]+/;
const PATH = /^[\w@~$.[\]-]*(?:\/[\w@~$.[\]-]+)+\/?$|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}$|^\/[\w-]+\/?$/i;
const LONGEST = 200;

/** How the languages of templates, front matter and generators name what else a page is made of. */
const NAMED = [
  /\{%-?\s*(?:include|include_relative|include_cached|render|section|extends|import|from|embed|layout|partial)\s+["']?([\w./-]+)/g,
  /<%[-=]?\s*(?:include|render|partial)\s*\(?\s*["']([\w./-]+)/g,
  /\{\{~?#?>\s*["']?([\w./-]+)/g,
  /\b(?:partial|partialCached|template|block)\s+"([\w./-]+)"/g,
  /@(?:extends|include|includeIf|includeWhen|component|each)\(\s*["']([\w./-]+)/g,
  /^[\s-]*layout:\s*["']?([\w./-]+)/gm,
  /["']?layout["']?\s*:\s*["']([\w./-]+)["']/g,
  /\b[sS]ite\.[dD]ata\.([\w-]+(?:\.[\w-]+)?)/g,
];

/** `@import "variables", "mixins/columns";`, `@use "theme" as *;` */
const SHEETS = /@(?:import|use|forward)\s+([^;{}]+)/g;
/** `<TheHeader>`, `<the-header>`, `"OgImageBlog"`, `::caution` in Markdown, `useWebsite()`. */
const COMPONENTS =
  /<([A-Z]\w*|[a-z]\w*(?:-\w+)+)(?=[\s/>])|["']([A-Z]\w+)["']|^:{2,}([a-z][\w-]*)|\b(use[A-Z]\w*)(?=[(<])/gm;

/** The references of a file, each once; those in comments do not count. */
export function referencesIn(text: string): References {
  const written = text.replaceAll(COMMENTS, " ");
  const paths = written
    .split(BETWEEN)
    .filter((word) => word.length <= LONGEST && PATH.test(word) && !/^[a-z]+:\/\//i.test(word));
  const names = NAMED.flatMap((pattern) =>
    [...written.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name])),
  );
  const sheets = [...written.matchAll(SHEETS)].flatMap(([, list = ""]) =>
    [...list.matchAll(/["']([\w./-]+)["']/g)].flatMap(([, name]) => (name === undefined ? [] : [name])),
  );
  const components = [...written.matchAll(COMPONENTS)].map((found) => found.slice(1).join(""));
  return {
    paths: [...new Set([...paths, ...sheets.map((name) => `${name}.css`)])],
    names: [...new Set(names)],
    components: [...new Set(components)],
  };
}
