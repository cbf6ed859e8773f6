import { isAddressName } from "#src/site/address-names.ts";
import type { AttributeText, Range } from "#src/site/markup/element.ts";
import { edgesOf } from "#src/site/markup/text.ts";
import type { Source } from "./source.ts";
import { writtenPositions } from "./written-positions.ts";

/** Where an attribute's value is, and the quotes around it. */
interface Inside extends Range {
  name: string;
  quote: '"' | "'" | null;
}

/**
 * The texts in the value of an attribute that a template language has a part in: what stands beside its code, and an
 * address that the code only passes on (`{{ "/about" | relURL }}`).
 */
export function readAttributeTexts({ name, quote, ...inside }: Inside, source: Source): AttributeText[] {
  const { masked, filler } = source;
  const texts: AttributeText[] = [];
  for (let start = inside.start; start < inside.end;) {
    const isCode = masked.charAt(start) === filler;
    let end = start + 1;
    while (end < inside.end && (masked.charAt(end) === filler) === isCode) end += 1;
    const place = { start, end, isBehind: start > inside.start, isBefore: end < inside.end };
    // Without quotes a value ends at many characters.
    if (isCode && isAddressName(name)) texts.push(...passedOn(place, source));
    if (!isCode && quote !== null) texts.push(...beside(place, quote, source));
    start = end;
  }
  return texts;
}

type Place = Pick<AttributeText, "start" | "end" | "isBehind" | "isBefore">;

function beside(place: Place, quote: '"' | "'", { text }: Source): AttributeText[] {
  const written = text.slice(place.start, place.end);
  const { lead, trail } = edgesOf(written);
  if (lead === written.length) return [];
  const { text: value } = writtenPositions(written.slice(lead, written.length - trail));
  const range = { start: place.start + lead, end: place.end - trail };
  return [{ ...place, ...range, value, quote, within: "attribute" }];
}

/** An output that begins with a plain string: what filters make of it is still about this address. */
const STRING = /^\{\{-?\s*(["'])([^"'`\\{}<>\n]+)\1\s*(?:\||-?\}\})/;

function passedOn(place: Place, { text }: Source): AttributeText[] {
  const found = STRING.exec(text.slice(place.start, place.end));
  const [whole, quote, value] = found ?? [];
  if (whole === undefined || value === undefined) return [];
  const start = place.start + whole.indexOf(quote ?? "") + 1;
  return [
    {
      ...place,
      start,
      end: start + value.length,
      value,
      quote: quote === "'" ? "'" : '"',
      within: "template",
    },
  ];
}
