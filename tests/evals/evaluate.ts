import { readFileSync, writeFileSync } from "node:fs";
import firstScores from "./first-scores.json" with { type: "json" };
import { type Sentence, readCorpora } from "./read-corpus.ts";
import { scoreByModel } from "./score-by-model.ts";
import { score, type Scored, type Verdict } from "./score.ts";

/** Verdicts of the last accepted run on what is not right, by corpus and sentence. */
export type Baseline = Record<string, Record<string, Verdict>>;

/** Who reads: the rules alone, or a model what they leave open. */
const READERS = {
  offline: { baseline: "baseline.json", score: async (sentences: Sentence[]) => sentences.map(score) },
  model: { baseline: "baseline-model.json", score: scoreByModel },
};
type ReaderName = keyof typeof READERS;

/** How corpora were read that were written before anybody looked at how: the only scores that tell about new sentences. */
const FIRST_SCORES: Record<string, Record<"sentences" | "right" | "asked" | "wrong", number>> = firstScores;

export function readBaseline(reader: ReaderName = "offline"): Baseline {
  return JSON.parse(readFileSync(new URL(READERS[reader].baseline, import.meta.url), "utf8"));
}

export function keyOf({ catalogue, words }: Scored): string {
  return `${catalogue}: ${words}`;
}

/** `npm run evaluate`: how the corpora are read, by kind, and what changed since the last accepted run. */
async function evaluate(args: string[]): Promise<void> {
  const name = args[args.indexOf("--reader") + 1] === "model" ? "model" : "offline";
  const reader = READERS[name];
  const scored = await reader.score(readCorpora());
  for (const corpus of new Set(scored.map((each) => each.corpus)))
    report(
      scored.filter((each) => each.corpus === corpus),
      args.includes("--all"),
    );
  compare(scored, readBaseline(name));
  if (args.includes("--accept")) {
    writeFileSync(
      new URL(reader.baseline, import.meta.url),
      `${JSON.stringify(baselineOf(scored), null, 2)}\n`,
    );
    show("Accepted: later runs are compared with this one.");
  } else
    show(
      "`npm run evaluate -- --accept` keeps this run to compare with; `-- --all` lists what is not right.",
    );
}

function show(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report(scored: Scored[], all: boolean): void {
  const corpus = scored[0]?.corpus ?? "";
  const first = FIRST_SCORES[corpus];
  show(`\n${corpus}: ${counted(scored)}`);
  if (first !== undefined)
    show(
      `  (at first sight: ${first.sentences} sentences, ${first.right} right, ${first.asked} asked, ${first.wrong} wrong)`,
    );
  for (const kind of new Set(scored.map((each) => each.kind)))
    show(`  ${kind}: ${counted(scored.filter((each) => each.kind === kind))}`);
  for (const { verdict, words, meaning, actual } of scored.filter((each) => each.verdict !== "right")) {
    if (all || verdict === "wrong")
      show(
        `    ${verdict}: ${words.replaceAll("\n", "\\n")}\n      expected ${meaning}\n      read as  ${actual}`,
      );
  }
}

function counted(scored: Scored[]): string {
  const count = (verdict: Verdict) => scored.filter((each) => each.verdict === verdict).length;
  const percent = Math.round((1000 * count("right")) / scored.length) / 10;
  const agreed = count("agreed") > 0 ? `${count("agreed")} right once agreed, ` : "";
  return `${scored.length} sentences, ${count("right")} right (${percent} %), ${agreed}${count("asked")} asked, ${count("wrong")} wrong`;
}

function compare(scored: Scored[], baseline: Baseline): void {
  const changed = scored
    .map((each) => ({ each, before: baseline[each.corpus]?.[keyOf(each)] ?? "right" }))
    .filter(({ each, before }) => each.verdict !== before);
  show(
    `\nSince the last accepted run: ${changed.length === 0 ? "nothing changed." : `${changed.length} changed.`}`,
  );
  for (const { each, before } of changed)
    show(`  ${before} → ${each.verdict}: ${each.words.replaceAll("\n", "\\n")} (${each.actual})`);
}

function baselineOf(scored: Scored[]): Baseline {
  const baseline: Baseline = {};
  for (const each of scored) {
    if (each.verdict !== "right") (baseline[each.corpus] ??= {})[keyOf(each)] = each.verdict;
  }
  return baseline;
}

if (import.meta.main) await evaluate(process.argv.slice(2));
