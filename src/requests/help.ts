import { shorten } from "#src/site/shorten.ts";
import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { inWords } from "#src/words/words.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { skipLead } from "./english/lead.ts";
import { skipPoliteness } from "./english/politeness.ts";
import { isPart, readReference } from "./english/reference.ts";
import { type Reference, Source } from "./english/source.ts";
import type { Vocabulary } from "./english/vocabulary.ts";
import { wordsIn } from "./english/words.ts";
import { exampleCommand, exampleSentence } from "./example.ts";
import { briefly, howManyFit, listed } from "./naming.ts";
import { propertiesOf } from "./refusal.ts";

/** One of these makes words a question about the service, when only words from `AROUND` stand beside it, and names after it. */
const ASKING = wordsIn("help");
const AROUND = wordsIn("around-help");
const LONGEST_QUESTION = 100;

/** The sections that a question about the service names, or none of them; null for words that are no such question. */
export function helpAskedAbout(words: string, vocabulary: Vocabulary): CatalogueSection[] | null {
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  if (words.length > LONGEST_QUESTION) return null;
  const source = new Source(words, vocabulary);
  const end = source.tokens.length;
  const lead = skipLead(source, 0, end);
  // A greeting and thanks ask for nothing: what can be asked for is the best answer to them.
  if (skipPoliteness(source, lead, end) === end) return [];
  return sectionsAskedAbout(source, lead);
}

function isAround(source: Source, at: number): boolean {
  const word = source.word(at);
  return ASKING.has(word) || AROUND.has(word) || source.mark(at) !== "";
}

function sectionsAskedAbout(source: Source, start: number): CatalogueSection[] | null {
  const about: CatalogueSection[] = [];
  let asking = false;
  for (let at = start; at < source.tokens.length;) {
    const named = partAt(source, at);
    asking ||= named === null && ASKING.has(source.word(at));
    // A part of the site that is called `Help` is not asked for as help.
    if (named === null ? !isAround(source, at) : !asking) return null;
    about.push(...(named?.sections ?? []));
    at = named?.end ?? at + 1;
  }
  return asking ? about : null;
}

function partAt(source: Source, at: number): Reference | null {
  const reference = readReference(source, at);
  return isPart(reference) ? reference : null;
}

/** What can be changed, and how it is asked for; who asks about one section is told all about that. */
export function help(catalogue: Catalogue, about: CatalogueSection[]): Sentence {
  const [section, ...others] = new Set(about);
  const only = others.length === 0 ? section : undefined;
  const shown = only ?? catalogue.sections.find(({ properties }) => properties.length > 0);
  const lines = [
    sentence("help.how"),
    only === undefined ? sectionsOf(catalogue) : propertiesOf(only),
    ...(shown === undefined
      ? []
      : [sentence("help.plain-words", { example: shorten(exampleSentence(shown), 200) })]),
    sentence("help.exactly", { example: shorten(exampleCommand(catalogue, shown), 250) }),
  ];
  return sentence("words.lines", { lines });
}

function sectionsOf({ sections }: Catalogue): Sentence {
  const all = sections.map((section) => {
    const labels = section.properties.map(({ label }) => shorten(label, 40));
    return sentence("words.about", { subject: `• ${briefly(section)}`, words: listed(labels, 200) });
  });
  const shown = all.slice(
    0,
    howManyFit(
      all.map((line) => inWords(line).message),
      900,
      "\n",
    ),
  );
  const more = all.length - shown.length;
  const lines = more > 0 ? [...shown, sentence("words.and-more", { items: "", more })] : shown;
  return sentence("help.what", { sections: sentence("words.lines", { lines }) });
}
