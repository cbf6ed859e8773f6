import type { Catalogue, CatalogueSection } from "#src/site/catalogue.ts";
import { shorten } from "#src/site/shorten.ts";
import { skipLead } from "./english/lead.ts";
import { readReference } from "./english/reference.ts";
import { tokenise, wordAt } from "./english/tokens.ts";
import type { Vocabulary } from "./english/vocabulary.ts";
import { exampleCommand, exampleSentence } from "./example.ts";
import { briefly, LONGEST_MESSAGE, listed, propertiesOf } from "./possible.ts";

const HOW_TO_ASK =
  "Say what should be changed: in plain words as `description`, or exactly as `command`. You see the change first, and nothing is published before you confirm it.";

/** One of these makes words a question about the service, when only words from `AROUND` stand beside it, and names after it. */
const ASKING = new Set(
  "help /help --help how what what's whats which commands examples info instructions manual options usage".split(
    " ",
  ),
);
const AROUND = new Set(
  "a able all allowed am an any are ask asked available be bot can change changed colors colours command could do does doing edit for get give have here i i'm in is it list me modify my need of on or page part parts please pls possible properties property say sections see send should show site something start tell the there thing things this to type update us use want we website with work works write you your".split(
    " ",
  ),
);
const LONGEST_QUESTION = 100;

/** The sections that a question about the service names, or none of them; null for words that are no such question. */
export function helpAskedAbout(words: string, vocabulary: Vocabulary): CatalogueSection[] | null {
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const tokens = words.length > LONGEST_QUESTION ? [] : tokenise(words);
  // `Help me` alone is a question, and before a wish it is politeness.
  const lead = skipLead(tokens, 0, tokens.length);
  const first = tokens.slice(lead).some(({ kind }) => kind !== "mark") ? lead : 0;
  const about: CatalogueSection[] = [];
  let asking = false;
  for (let at = first; at < tokens.length;) {
    // A part of the site that is called `Help` is not asked for as help.
    const reference = readReference(tokens, at, vocabulary);
    const named = reference !== null && (reference.property !== null || reference.sections.length > 0);
    asking ||= !named && ASKING.has(wordAt(tokens, at));
    const known = named ? asking : ASKING.has(wordAt(tokens, at)) || AROUND.has(wordAt(tokens, at));
    if (!known && tokens[at]?.kind !== "mark") return null;
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
