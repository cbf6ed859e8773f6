import { readdirSync, readFileSync } from "node:fs";

/** One line of a corpus: what a person writes on one site, and what a reasonable editor would make of it. */
export interface Sentence {
  corpus: string;
  /** The kind of sentence, as the heading above it says. */
  kind: string;
  catalogue: string;
  words: string;
  meaning: string;
}

const FOLDER = new URL("sentences/", import.meta.url);

/** Every sentence of every corpus; a corpus with a malformed line is an error that names the line. */
export function readCorpora(): Sentence[] {
  return readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) => readCorpus(file.replace(/\.txt$/, ""), readFileSync(new URL(file, FOLDER), "utf8")));
}

function readCorpus(corpus: string, text: string): Sentence[] {
  let catalogues: string[] = [];
  let kind = "";
  return text.split("\n").flatMap((line, index) => {
    const [, named] = /^catalogue: (.+)$/.exec(line) ?? [];
    const [, heading] = /^## (.+)$/.exec(line) ?? [];
    if (named !== undefined) catalogues = named.split(", ");
    if (heading !== undefined) kind = heading;
    if (named !== undefined || heading !== undefined || line.trim() === "") return [];
    const [, words, meaning] = /^(.+) \| (.+)$/.exec(line) ?? [];
    if (words === undefined || meaning === undefined || catalogues.length === 0)
      throw new Error(`${corpus}.txt, line ${index + 1}: write \`sentence | meaning\` below a catalogue.`);
    return catalogues.map((catalogue) => ({
      corpus,
      kind,
      catalogue,
      words: words.replaceAll("\\n", "\n"),
      meaning,
    }));
  });
}
