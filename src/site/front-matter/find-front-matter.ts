/** `other` is a language that is not read; its lines are no text of the page either. */
export type FrontMatterLanguage = "yaml" | "toml" | "json" | "script" | "other";

/** The data at the top of a page, before its words. */
export interface FrontMatter {
  language: FrontMatterLanguage;
  /** The file up to the end of the data, the marks around it replaced, so that all positions are those of the file. */
  text: string;
  /** Where the page itself begins. */
  end: number;
}

const OPEN = /^(?:---(?<named>[a-z]\w*)?|(?<toml>\+\+\+))[ \t]*\r?\n/;

/**
 * The front matter of a page: between `---` (YAML, or the language named behind the first) or `+++` (TOML), or an object of
 * JSON as it is, which Hugo reads; null without.
 */
export function findFrontMatter(text: string): FrontMatter | null {
  const open = OPEN.exec(text);
  if (open === null) return bareObject(text);
  const isToml = open.groups?.["toml"] !== undefined;
  const close = isToml ? /^\+\+\+[ \t]*(?:\r?\n|$)/m : /^---[ \t]*(?:\r?\n|$)/m;
  const [first] = open;
  const found = close.exec(text.slice(first.length));
  if (found === null) return null;
  const data = text.slice(first.length, first.length + found.index);
  return {
    language: languageOf(open.groups?.["named"], isToml),
    text: first.replaceAll(/[^\r\n]/g, " ") + data,
    end: first.length + found.index + found[0].length,
  };
}

/** `{{` and `{%` open code; an object begins with a name. */
const OBJECT = /^\{\s*"/;
/** A string, or a bracket. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}]/g;

function bareObject(text: string): FrontMatter | null {
  if (!OBJECT.test(text)) return null;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "{") depth += 1;
    if (token === "}") depth -= 1;
    if (depth > 0) continue;
    const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(index + 1));
    return rest && { language: "json", text: text.slice(0, index + 1), end: index + 1 + rest[0].length };
  }
  // Its reader says what is wrong with it.
  return { language: "json", text, end: text.length };
}

const NAMED: Partial<Record<string, FrontMatterLanguage>> = {
  yaml: "yaml",
  yml: "yaml",
  json: "json",
  toml: "toml",
  js: "script",
  javascript: "script",
};

function languageOf(named: string | undefined, isToml: boolean): FrontMatterLanguage {
  if (named === undefined) return isToml ? "toml" : "yaml";
  return NAMED[named] ?? "other";
}
