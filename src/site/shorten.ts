/** How long a text is as people count it: in Unicode code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/**
 * The text in at most `most` UTF-16 units, with an ellipsis where something was left off. Units, because a limit of
 * Discord counted in them holds however it is counted; no character is cut in two.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
