import { createAskModel } from "#src/execution/ask-model.ts";
import type { Interpretation } from "#src/requests/interpretation.ts";
import { saidIn } from "#src/requests/model/said.ts";
import { read } from "#src/requests/reader.ts";
import { startBedrock } from "#stand-ins/aws/bedrock/bedrock-stand-in.ts";
import { shownInShort } from "#tests/unit/requests/in-short.ts";
import { catalogueNamed } from "./catalogues.ts";
import type { Sentence } from "./read-corpus.ts";
import { type Scored, isChange, verdictOn } from "./score.ts";
import { scriptedReply } from "./scripted-model.ts";

type Ask = ReturnType<typeof createAskModel>;

/** Reads sentences by the rules, and by a model what they leave open: through the port, as `execution` does. */
export async function scoreByModel(sentences: Sentence[]): Promise<Scored[]> {
  const { MODEL_ID: modelId } = process.env;
  if (modelId !== undefined) return scoreAll(sentences, createAskModel(modelId), () => {});
  let current: Sentence | undefined;
  const bedrock = await startBedrock(() => (current ? scriptedReply(current) : { kind: "throttle" }));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_REGION: "us-east-1",
  });
  const scored = await scoreAll(sentences, createAskModel("scripted"), (sentence) => (current = sentence));
  await bedrock.stop();
  return scored;
}

async function scoreAll(
  sentences: Sentence[],
  ask: Ask,
  before: (sentence: Sentence) => void,
): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const given of sentences) {
    // A suggestion may take the place of the question that the rules ask.
    const sentence =
      given.meaning.includes("? ") && !isChange(given.meaning) ? { ...given, meaning: "ask" } : given;
    before(sentence);
    scored.push(await scoreOne(sentence, ask));
  }
  return scored;
}

async function scoreOne(sentence: Sentence, ask: Ask): Promise<Scored> {
  const first = await readOnce(sentence, ask, {});
  const actual = shownInShort(first);
  const verdict = verdictOn(actual, sentence.meaning);
  if (verdict !== "asked" || !asksMeant(first)) return { ...sentence, actual, verdict };
  // What a person sees as "did you mean", and agrees to.
  const agreed = shownInShort(await readOnce(sentence, ask, { meant: "yes" }));
  return { ...sentence, actual: agreed, verdict: agreed === sentence.meaning ? "agreed" : "asked" };
}

async function readOnce(
  { words, catalogue }: Sentence,
  ask: Ask,
  answers: Record<string, string>,
): Promise<Interpretation> {
  return read({ description: words, image_count: 0, answers }, catalogueNamed(catalogue), {
    colors: async () => ({ ok: false as const, message: "No picture is kept here." }),
    values: async () => [],
    propose: async (request, of) => (await ask(saidIn(request), of)).proposal,
  });
}

function asksMeant(meaning: Interpretation): boolean {
  return meaning.outcome === "unclear" && meaning.questions[0]?.id === "meant";
}
