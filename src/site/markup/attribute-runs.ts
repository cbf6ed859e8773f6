import { type Sentence, sentence } from "#src/words/sentence.ts";
import { isAddressName } from "#src/site/address-names.ts";
import { refuse } from "#src/site/refusal.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Located, Placed, ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import { leadsAway } from "#src/site/web-address.ts";
import type { AttributeText, MarkupAttribute, MarkupElement } from "./element.ts";
import { escapeAttribute, putLiteral } from "./escape.ts";
import type { Page } from "./page.ts";

/** One of the texts in an attribute that code makes: `/contact` in `href="{{ site.baseurl }}/contact"`. */
export function attributeRunSlot(
  page: Page,
  attribute: MarkupAttribute | undefined,
  { element, run }: { element: MarkupElement; run: number },
): Located<ValueSlot> {
  const text = attribute && textsOf(attribute)[run - 1];
  if (attribute === undefined || text === undefined) {
    const shown = attribute === undefined ? "" : shownTexts(attribute);
    const has = shown === "" ? "has no text beside code" : `has these runs of text: ${shown}`;
    return refuse(
      "no-match",
      `${attribute?.name ?? "The attribute"} of <${element.name}> (line ${lineOf(page.text, element.start)}) ${has}. Correct the "run" in ux-agent.json.`,
    );
  }
  const put = (value: string): Placed =>
    place(page, text, { value, isAddress: isAddressName(attribute.name) });
  return { ok: true, slot: { holds: "value", current: text.value, put } };
}

/** What ux-agent.json could say instead of the whole attribute; undefined where no text can be named. */
export function adviceOnRuns(attribute: MarkupAttribute): string | undefined {
  const shown = shownTexts(attribute);
  if (shown === "") return undefined;
  return `add "run" to the property in ux-agent.json to change one run of its text (${shown}).`;
}

function textsOf({ value }: MarkupAttribute): AttributeText[] {
  return value.kind === "code" ? (value.texts ?? []) : [];
}

function shownTexts(attribute: MarkupAttribute): string {
  return textsOf(attribute)
    .slice(0, 5)
    .map(({ value }, index) => `${index + 1}: “${shorten(value, 40)}”`)
    .join(", ");
}

function place(
  page: Page,
  text: AttributeText,
  { value, isAddress }: { value: string; isAddress: boolean },
): Placed {
  const problem = (isAddress ? problemWithPart(text, value) : null) ?? problemWithString(text, value);
  if (problem !== null) return refuse("invalid-value", problem);
  const { start, end, quote, within } = text;
  if (within === "script") return { ok: true, splices: [putLiteral(text, value)] };
  const written = within === "attribute" && quote !== "`" ? escapeAttribute(value, quote, page) : value;
  return { ok: true, splices: [{ start, end, text: written }] };
}

/** What parts an address, and so has to stay where code puts another part beside it. */
const DELIMITER = /[/?#&=]/;

/** A part of an address cannot be a whole one, and what parts it from the code beside it stays. */
function problemWithPart(
  { value: current, isBehind, isBefore }: AttributeText,
  value: string,
): Sentence | null {
  if (isBehind && leadsAway(value))
    return sentence("value.address-part", { value: shorten(value, 60), current });
  const first = current.charAt(0);
  if (isBehind && DELIMITER.test(first) && !value.startsWith(first))
    return sentence("value.address-begins", { mark: first });
  const last = current.slice(-1);
  return isBefore && DELIMITER.test(last) && !value.endsWith(last)
    ? sentence("value.address-ends", { mark: last })
    : null;
}

/** A string of a template has no escapes that all template languages know. */
function problemWithString({ within }: AttributeText, value: string): Sentence | null {
  const [mark] = within === "template" ? (/["'`\\{}<>\p{Cc}]|%(?=\})/u.exec(value) ?? []) : [];
  return mark === undefined ? null : sentence("value.template", { value: shorten(value, 60), mark });
}
