/** The data at the top of a page, before its words. */
export interface FrontMatter {
  language: "yaml" | "toml" | "json";
  /** The file up to the end of the data, the marks around it replaced, so that all positions are those of the file. */
  text: string;
  /** Where the page itself begins. */
  end: number;
}

const OPEN = /^(?:---(?<named>yaml|json|toml)?|(?<toml>\+\+\+))[ \t]*\r?\n/;

/** The front matter of a page: between `---` (YAML, or what is named behind the first) or `+++` (TOML); null without. */
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

function languageOf(named: string | undefined, isToml: boolean): FrontMatter["language"] {
  if (named === "json" || named === "toml") return named;
  return isToml ? "toml" : "yaml";
}
