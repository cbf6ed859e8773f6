/** What a file names of other files: paths as they are written, and names of layouts, includes and partials. */
export interface References {
  paths: string[];
  names: string[];
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

/** The references of a file, each once; those in comments do not count. */
export function referencesIn(text: string): References {
  const written = text.replaceAll(COMMENTS, " ");
  const paths = written
    .split(BETWEEN)
    .filter((word) => word.length <= LONGEST && PATH.test(word) && !/^[a-z]+:\/\//i.test(word));
  const names = NAMED.flatMap((pattern) =>
    [...written.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name])),
  );
  return { paths: [...new Set(paths)], names: [...new Set(names)] };
}
