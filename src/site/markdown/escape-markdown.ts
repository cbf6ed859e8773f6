/** What begins or ends something in the middle of a text, in GitHub's Markdown, in kramdown or in MDX. */
const MARKS = /[\\`*[\]<{}|~]/g;
/** A line that would begin a heading, a list, a quote, a rule, a definition, a container or a block of code. */
const OPENING = /^(?:[#=:+>-]|\d{1,9}(?=[.)]))/;
/** The statements of MDX, which only count at the beginning of a line. */
const STATEMENT = /^(?=(?:import|export)\s)./;

/**
 * A value as the text of a block: nothing in it opens a link, code, HTML, an expression or another block. What has a
 * backslash in one dialect and none in another is written as a reference.
 */
export function escapeMarkdown(value: string): string {
  const escaped = value
    .replaceAll(/&(?=[#A-Za-z0-9])/g, "&amp;")
    .replaceAll(MARKS, "\\$&")
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replaceAll(/(?<=[\w+-])@(?=\w)/g, "&#64;")
    .replaceAll(/:(?=\/\/|[\w+-]+:)/g, "\\:")
    .replaceAll(/(?<=\bwww)\./gi, "\\.")
    .replaceAll(/(?<=\$.*)\$|\$(?=.*\$)/g, "\\$");
  return escaped
    .replace(OPENING, (mark) => (/^\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")
    .replace(STATEMENT, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace(/(?<=\s)#+$/, (marks) => `\\${marks}`);
}
