import { describe, expect, it } from "vitest";
import { keyOf, readBaseline } from "#tests/evals/evaluate.ts";
import { readCorpora } from "#tests/evals/read-corpus.ts";
import { score } from "#tests/evals/score.ts";

const corpora = Map.groupBy(readCorpora(), ({ corpus }) => corpus);
const baseline = readBaseline();

/** What a sentence came to, and beside it what it came to when a run was last accepted. */
const verdicts = (corpus: string) =>
  (corpora.get(corpus) ?? []).map((sentence) => {
    const scored = score(sentence);
    return { ...scored, before: baseline[corpus]?.[keyOf(scored)] ?? "right" };
  });

describe("the sentences of tests/evals", () => {
  it.each([...corpora.keys()])("%s: each is read as it was when a run was last accepted", (corpus) => {
    const changed = verdicts(corpus).filter(({ verdict, before }) => verdict !== before);
    expect(changed.map(({ words, meaning, actual }) => ({ words, meaning, actual }))).toEqual([]);
  });
});
