import type { Range } from "#src/site/markup/element.ts";
import { isVoid } from "#src/site/markup/text.ts";

/** Spaces and comments between the last attribute of a tag and its end. */
const REST_OF_TAG = /(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*\/?>/y;

/** Where the content of an element is whose parser only says where it starts and ends; null when it has none. */
export function tagContent(
  text: string,
  { name, end, attributesEnd }: { name: string; end: number; attributesEnd: number },
  lastChildEnd: number | undefined,
): Range | null {
  REST_OF_TAG.lastIndex = attributesEnd;
  const rest = REST_OF_TAG.exec(text)?.[0];
  if (rest === undefined) throw new SyntaxError(`the end of <${name}> was not found`);
  const start = attributesEnd + rest.length;
  if (rest.endsWith("/>") || isVoid(name)) return null;
  const from = lastChildEnd ?? start;
  const isClosed = /^<\/[^<>]*>$/.test(text.slice(text.lastIndexOf("</", end - 1), end));
  return { start, end: isClosed ? Math.max(from, text.lastIndexOf("</", end - 1)) : end };
}
