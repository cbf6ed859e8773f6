import { parseFragment } from "parse5";

/** The meaning of an attribute value, and where each of its UTF-16 units begins in the value as it is written. */
export interface WrittenPositions {
  text: string;
  /** One more than there are units: the last is the end. */
  at: number[];
}

/** Follows character references (`&quot;`) and line breaks, which are longer in the file than what they mean. */
export function writtenPositions(written: string): WrittenPositions {
  const at: number[] = [];
  let text = "";
  for (const { 0: part, index } of written.matchAll(/\r\n|&#?[A-Za-z0-9]+;?|[^]/g)) {
    const meaning = part.startsWith("&") ? decode(part) : part.replace(/\r\n?/, "\n");
    for (let unit = 0; unit < meaning.length; unit += 1) at.push(index);
    text += meaning;
  }
  return { text, at: [...at, written.length] };
}

function decode(reference: string): string {
  const [node] = parseFragment(reference).childNodes;
  return node !== undefined && "value" in node ? node.value : reference;
}
