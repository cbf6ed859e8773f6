/** An invisible character that separates a sign from what would give it a meaning. */
const BREAK = "\u200B";

/** Control characters (but not line feeds) and the marks that turn the reading direction around. */
// oxlint-disable-next-line no-control-regex -- these are exactly the characters that are to go
const UNPRINTABLE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * Where a word of a person would make GitHub, or a build that reads commit messages, do something. A message can
 * outlive its fences (a squash merge makes a commit message of a pull request's text), so the words themselves are
 * made harmless wherever they go. Sources: GitHub's "Autolinked references", "Linking a pull request to an issue"
 * and "Skipping workflow runs".
 */
const MEANINGFUL = [
  /@(?=[\w-])/g, // mentions
  /#(?=\d)/g, // issues and pull requests, also as owner/name#1
  /\bGH-(?=\d)/gi, // the older way to write #1
  /:(?=\/\/)/g, // addresses; that of an issue is as good as its number after a closing keyword
  /\[(?=[a-z])/gi, // [skip ci], [no ci], [skip netlify] …
  /\*\*\*(?=NO_CI)/gi, // the same for Azure Pipelines
];

/** The same words for a reader, without anything that a machine would act on. Lines are kept. */
export function inertText(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?|\u2028|\u2029/g, "\n");
  const printable = lines.replace(/\t/g, " ").replace(UNPRINTABLE, "");
  return MEANINGFUL.reduce((words, sign) => words.replace(sign, `$&${BREAK}`), printable);
}

/** {@link inertText} on one line and at most `limit` characters (code points) of the original. */
export function inertLine(text: string, limit: number): string {
  return inertText(cut(text.replace(/\s+/g, " ").trim(), limit));
}

/** At most `limit` code points; what was cut is shown by an ellipsis. */
export function cut(text: string, limit: number): string {
  // A character is one or two units of UTF-16, so that these are more than `limit` characters, or the whole text.
  const characters = Array.from(text.slice(0, 2 * limit + 2));
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join("")}…`;
}
