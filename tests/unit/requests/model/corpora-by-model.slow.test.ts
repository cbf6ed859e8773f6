import { describe, expect, it } from "vitest";
import { readCorpora } from "#tests/evals/read-corpus.ts";
import { scoreByModel } from "#tests/evals/score-by-model.ts";

describe("the sentences of tests/evals, with a model behind the rules", () => {
  it("never become a change that was not asked for, though it does its worst where a person has to be asked", async () => {
    const scored = await scoreByModel(readCorpora());
    expect(scored.filter(({ verdict }) => verdict === "wrong")).toEqual([]);
    expect(scored.some(({ verdict }) => verdict === "agreed")).toBe(true);
  }, 120_000);
});
