import { readFileSync, writeFileSync } from "node:fs";
import firstScores from "./first-scores.json" with { type: "json" };
import { readCorpora } from "./read-corpus.ts";
import { score, type Scored, type Verdict } from "./score.ts";

/** Verdicts of the last accepted run on what is not right, by corpus and sentence. */
export type Baseline = Record<string, Record<string, Verdict>>;

const BASELINE = new URL("baseline.json", import.meta.url);

/** How corpora were read that were written before anybody looked at how: the only scores that tell about new sentences. */
const FIRST_SCORES: Record<string, Record<"sentences" | "right" | "asked" | "wrong", number>> = firstScores;

export function readBaseline(): Baseline {
  return JSON.parse(readFileSync(BASELINE, "utf8"));
}

export function keyOf({ catalogue, words }: Scored): string {
  return `${catalogue}: ${words}`;
}

/** `npm run evaluate`: how the corpora are read, by kind, and what changed since the last accepted run. */
function evaluate(args: string[]): void {
  const scored = readCorpora().map(score);
  for (const corpus of new Set(scored.map((each) => each.corpus)))
    report(
      scored.filter((each) => each.corpus === corpus),
      args.includes("--all"),
    );
  compare(scored, readBaseline());
  if (args.includes("--accept")) {
    writeFileSync(BASELINE, `${JSON.stringify(baselineOf(scored), null, 2)}\n`);
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
  return `${scored.length} sentences, ${count("right")} right (${percent} %), ${count("asked")} asked, ${count("wrong")} wrong`;
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

if (import.meta.main) evaluate(process.argv.slice(2));
