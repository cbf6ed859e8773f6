/** How long a text is as people count it: in Unicode code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** The text in at most `most` code points, with an ellipsis where something was left off. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}
