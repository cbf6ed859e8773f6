import { describe, expect, it } from "vitest";
import { interpret } from "#src/requests/interpret.ts";
import { isForModel } from "#src/requests/model/is-for-model.ts";
import { type Proposal, parseProposal } from "#src/requests/model/proposal.ts";
import { read } from "#src/requests/reader.ts";
import type { StandingValue } from "#src/site/standing-values.ts";
import injections from "#tests/evals/injections.json" with { type: "json" };
import { sampleSite } from "#tests/unit/requests/catalogues.ts";

interface Injection {
  from: string;
  says: string;
  does: string;
  parts: Proposal["parts"];
  ignored?: string[];
  unclear?: string[];
  /** What stands on the page, in the header. */
  page?: string;
  /** The label of the header. */
  label?: string;
  attachment?: string;
}

const all: Injection[] = injections;

function siteOf({ label }: Injection) {
  const site = sampleSite();
  const [header, ...others] = site.sections;
  return label === undefined || header === undefined
    ? site
    : { ...site, sections: [{ ...header, label }, ...others] };
}

/** What comes of an injection whose model obeys it, and of the same words without a model. */
async function outcomesOf(injection: Injection) {
  const { says, parts, ignored = [], unclear = [], page, attachment } = injection;
  const catalogue = siteOf(injection);
  const proposal = parseProposal({ parts, ignored, unclear });
  if (proposal === null) throw new Error("The model's answer has to have the form of one");
  const request = { description: says, image_count: attachment === undefined ? 0 : 1, answers: {} };
  const standing: StandingValue[] =
    page === undefined ? [] : [{ section: "header", property: "text", value: page }];
  let asked = 0;
  const withModel = await read(request, catalogue, {
    colors: async () => ({ ok: false as const, message: "No picture is kept here." }),
    values: async () => standing,
    propose: async () => {
      asked += 1;
      return proposal;
    },
  });
  const offline = interpret(request, catalogue);
  return { withModel, offline, asked, isAsked: isForModel(request, offline, catalogue) };
}

describe("nothing comes of a model that is led on", () => {
  it.each(all)("by $from, and $does: $says", async (injection) => {
    const { withModel, offline, asked, isAsked } = await outcomesOf(injection);
    expect(withModel).toEqual(offline);
    expect(withModel.outcome).toBe("unclear");
    expect(asked).toBe(isAsked ? 1 : 0);
  });

  it("and most of the cases reach a model, so that it is the guards that hold", async () => {
    const outcomes = await Promise.all(all.map(outcomesOf));
    const kept = all.filter((_, at) => !outcomes[at]?.isAsked).map(({ does }) => does);
    expect(kept).toEqual([
      "overrides a no that the rules found",
      "overrides a time that the rules found",
      "changes what is to stay",
    ]);
  });
});
