import { shorten } from "#src/site/shorten.ts";
import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { skipLead } from "./english/lead.ts";
import { skipPoliteness } from "./english/politeness.ts";
import { readReference } from "./english/reference.ts";
import { sourceOf, wordAt } from "./english/source.ts";
import type { Vocabulary } from "./english/vocabulary.ts";
import { wordsIn } from "./english/words.ts";
import { exampleCommand, exampleSentence } from "./example.ts";
import { LONGEST_MESSAGE, briefly, listed, propertiesOf } from "./possible.ts";

const HOW_TO_ASK =
  "Say what should be changed: in plain words as `description`, or exactly as `command`. You see the change first, and nothing is published before you confirm it.";

/** One of these makes words a question about the service, when only words from `AROUND` stand beside it, and names after it. */
const ASKING = wordsIn("help");
const AROUND = wordsIn("around-help");
const LONGEST_QUESTION = 100;

/** The sections that a question about the service names, or none of them; null for words that are no such question. */
export function helpAskedAbout(words: string, vocabulary: Vocabulary): CatalogueSection[] | null {
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const source = sourceOf(words.length > LONGEST_QUESTION ? "" : words, vocabulary);
  // A greeting and thanks ask for nothing: what can be asked for is the best answer to them.
  if (
    skipPoliteness(source, skipLead(source, 0, source.tokens.length), source.tokens.length) ===
    source.tokens.length
  )
    return source.tokens.length > 0 ? [] : null;
  // `Help me` alone is a question, and before a wish it is politeness.
  const lead = skipLead(source, 0, source.tokens.length);
  const first = source.tokens.slice(lead).some(({ kind }) => kind !== "mark") ? lead : 0;
  const about: CatalogueSection[] = [];
  let asking = false;
  for (let at = first; at < source.tokens.length;) {
    // A part of the site that is called `Help` is not asked for as help.
    const reference = readReference(source, at);
    const named = reference !== null && (reference.property !== null || reference.sections.length > 0);
    asking ||= !named && ASKING.has(wordAt(source, at));
    const known = named ? asking : ASKING.has(wordAt(source, at)) || AROUND.has(wordAt(source, at));
    if (!known && source.tokens[at]?.kind !== "mark") return null;
    if (named) about.push(...reference.sections);
    at = named ? reference.end : at + 1;
  }
  return asking ? about : null;
}

/** What can be changed, and how it is asked for; who asks about one section is told all about that. */
export function help(catalogue: Catalogue, about: CatalogueSection[]): string {
  const [section, ...others] = new Set(about);
  const only = others.length === 0 ? section : undefined;
  const shown = only ?? catalogue.sections.find(({ properties }) => properties.length > 0);
  const parts = [
    HOW_TO_ASK,
    only === undefined ? sectionsOf(catalogue) : propertiesOf(only),
    ...(shown === undefined ? [] : [`**In plain words:** ${shorten(exampleSentence(shown), 200)}`]),
    `**Exactly:** \`${shorten(exampleCommand(catalogue, shown), 250)}\``,
  ];
  return shorten(parts.join("\n"), LONGEST_MESSAGE);
}

function sectionsOf({ sections }: Catalogue): string {
  const lines = sections.map((section) => {
    const labels = section.properties.map(({ label }) => shorten(label, 40));
    return `• ${briefly(section)}: ${listed(labels, 200)}`;
  });
  return `**What can be changed:**\n${listed(lines, 900, "\n")}`;
}
