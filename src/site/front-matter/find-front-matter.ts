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

/** The front matter of a page: between `---` (YAML, or the language named behind the first) or `+++` (TOML); null without. */
export function findFrontMatter(text: string): FrontMatter | null {
  const open = OPEN.exec(text);
  if (open === null) return null;
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
