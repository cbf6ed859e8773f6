import type { Reply } from "#stand-ins/aws/bedrock/bedrock-stand-in.ts";
import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { catalogueNamed } from "./catalogues.ts";
import type { Sentence } from "./read-corpus.ts";

type Update = Record<"property" | "value" | "words", string>;

/**
 * What a scripted model answers to a sentence of a corpus. Where there is a change, it proposes just that, as far as the
 * tool can say it. Where a person has to be asked, it does its worst: it takes some of the words for a value, and the
 * whole sentence for words that ask for nothing.
 */
export function scriptedReply(sentence: Sentence): Reply {
  const catalogue = catalogueNamed(sentence.catalogue);
  const parts = sentence.meaning.split(" & ").flatMap((part) => partOf(part, sentence.words, catalogue));
  if (parts.length > 0) return { kind: "propose", input: { parts, ignored: [], unclear: [] } };
  return {
    kind: "propose",
    input: { parts: worst(sentence, catalogue), ignored: [sentence.words], unclear: [] },
  };
}

function partOf(
  part: string,
  words: string,
  { sections }: Catalogue,
): { section: string; updates: Update[] }[] {
  const [, id, changes] = /^([\w-]+): (.+)$/s.exec(part) ?? [];
  const section = sections.find((each) => each.id === id);
  if (section === undefined || changes === undefined) return [];
  const updates = changesIn(changes, section).map(([property, value]) => ({
    property,
    value: value.replace(" -> ", " "),
    words: words.includes(value) ? value : words,
  }));
  return [{ section: section.id, updates }];
}

/** `text=Hello, you, color=red`: a comma ends a value where the next property begins. */
function changesIn(changes: string, { properties }: CatalogueSection): [string, string][] {
  const ids = properties.map(({ id }) => id).toSorted((one, other) => other.length - one.length);
  const [, ...pieces] = changes.split(new RegExp(`(?:^|, )(${ids.join("|")})=`));
  return pieces.flatMap((id, at): [string, string][] => (at % 2 === 0 ? [[id, pieces[at + 1] ?? ""]] : []));
}

function worst({ words }: Sentence, { sections }: Catalogue): { section: string; updates: Update[] }[] {
  const [section] = sections;
  const property = section?.properties.find(({ value }) => value === "text");
  const [value] = words.match(/\p{L}{3,}/gu) ?? [];
  if (section === undefined || property === undefined || value === undefined) return [];
  return [{ section: section.id, updates: [{ property: property.id, value, words: value }] }];
}
