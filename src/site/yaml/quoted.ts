/** Characters that YAML has no place for as they are, or that some of its readers take for the end of a line. */
const UNPRINTABLE = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

/** A text in quotes; in the other ones where single quotes cannot hold it. */
export function quoted(value: string, quote: '"' | "'"): string {
  const needsEscapes = /\p{Cc}/u.test(value) || value.search(UNPRINTABLE) >= 0;
  if (quote === "'" && !needsEscapes) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value).replaceAll(UNPRINTABLE, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The quotes that most values of a file are in. */
export function usualQuote(text: string): '"' | "'" {
  const single = text.match(/(?:[:-] |[[,{]\s*)'/g)?.length ?? 0;
  const double = text.match(/(?:[:-] |[[,{]\s*)"/g)?.length ?? 0;
  return single > double ? "'" : '"';
}
