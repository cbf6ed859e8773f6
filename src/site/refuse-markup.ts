import { sentence } from "#src/words/sentence.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { PropertyDefinition } from "./site-definition.ts";

const WHOLE_TAG = /<\/?[A-Za-z][^<>]*>/g;
const TAG = /<[A-Za-z/!?][\w-]*/;

/**
 * Refuses other tags in the place of a text than those that stand there now: the page reads it as HTML, and would run
 * what they load. In the text of an element tags are escaped.
 */
export function refusalForMarkup(
  property: PropertyDefinition,
  { current, value }: { current: string | null; value: string },
): Refusal | null {
  if (property.kind !== "attribute" && property.kind !== "value") return null;
  const given: string[] = current?.match(WHOLE_TAG) ?? [];
  const [tag] = TAG.exec(value.replaceAll(WHOLE_TAG, (each) => (given.includes(each) ? " " : each))) ?? [];
  if (given.length === 0 || tag === undefined) return null;
  return refuse("invalid-value", sentence("value.html", { label: property.label, tag }));
}
