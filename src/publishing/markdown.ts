/** Words inside a line of Markdown, shown exactly as they are. */
export function codeSpan(text: string): string {
  if (text.trim() === "") return "`(empty)`";
  const fence = "`".repeat(longestRun(text) + 1);
  // Markdown takes one space from each side, so that code may begin or end with a backtick.
  const space = /^`|`$/.test(text) ? " " : "";
  return fence + space + text + space + fence;
}

/** Lines shown exactly as they are, in a fence that none of them can close, as a quotation. */
export function quotedBlock(text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return quoted([`${fence}text`, text, fence].join("\n"));
}

/** Each line marked as a quotation, so that none of them is a command, a heading or a trailer. */
export function quoted(text: string): string {
  return text.replace(/^/gm, "> ").replace(/ +$/gm, "");
}

/** Words inside a line of Markdown that are not to be code: no character of them means anything. */
export function plain(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}
