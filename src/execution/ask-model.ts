import type {
  BedrockRuntimeClient,
  ConverseCommandInput,
  ConverseCommandOutput,
} from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { type Proposal, parseProposal } from "#src/requests/model/proposal.ts";
import { TOOL, instructionsFor, proposeChange } from "#src/requests/model/propose-change.ts";
import type { Catalogue } from "#src/site/catalogue.ts";

/** How long a model may take, all tries together, in milliseconds: a person looks at "thinking" meanwhile. */
export const PATIENCE = 8_000;
/** The most it may answer, in tokens. A longer answer is cut off, and then has no form. */
const MOST_TOKENS = 1_200;
/** The most that is sent, in characters: about 15,000 tokens. A larger catalogue is left to the rules. */
export const MOST_CHARACTERS = 60_000;

/** What a call came to, and what it used. */
export interface Asked {
  /** Null when the model gave no usable answer. */
  proposal: Proposal | null;
  /** Why it is none, for the log; never words of the model or of a person. */
  why?: "too-large" | "no-tool" | "malformed";
  tokens: { input: number; output: number };
}

/** Asks a model what is meant by words. */
export type AskModel = (said: string[], catalogue: Catalogue) => Promise<Asked>;

/**
 * Asks through Amazon Bedrock's Converse, by one forced tool. The SDK is loaded with the first call. Where
 * AWS_ENDPOINT_URL_BEDROCK_RUNTIME is set, the SDK asks there.
 * @throws what the SDK throws: throttled, no access, too late
 */
export function createAskModel(modelId: string): AskModel {
  let client: Promise<BedrockRuntimeClient> | undefined;
  return async (said, catalogue) => {
    const input = converseInput(modelId, said, catalogue);
    if (JSON.stringify(input).length > MOST_CHARACTERS) return nothing("too-large");
    const { ConverseCommand } = await import("@aws-sdk/client-bedrock-runtime");
    const open = await (client ??= connect());
    const answer = await open.send(new ConverseCommand(input), {
      abortSignal: AbortSignal.timeout(PATIENCE),
    });
    return askedFrom(answer);
  };
}

function askedFrom({ usage, output }: ConverseCommandOutput): Asked {
  const tokens = { input: usage?.inputTokens ?? 0, output: usage?.outputTokens ?? 0 };
  const blocks = output?.message?.content ?? [];
  const [only, ...more] = blocks.flatMap(({ toolUse }) => (toolUse?.name === TOOL ? [toolUse] : []));
  if (only === undefined || more.length > 0) return { ...nothing("no-tool"), tokens };
  const proposal = parseProposal(only.input);
  return proposal === null ? { ...nothing("malformed"), tokens } : { proposal, tokens };
}

const nothing = (why: NonNullable<Asked["why"]>): Asked => ({
  proposal: null,
  why,
  tokens: { input: 0, output: 0 },
});

/** Over HTTP/1.1 like every other client here: the SDK's own choice for this service, HTTP/2, would be one more thing to load. */
async function connect(): Promise<BedrockRuntimeClient> {
  const { BedrockRuntimeClient } = await import("@aws-sdk/client-bedrock-runtime");
  return new BedrockRuntimeClient({
    maxAttempts: 2,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000, requestTimeout: PATIENCE }),
  });
}

function converseInput(modelId: string, said: string[], catalogue: Catalogue): ConverseCommandInput {
  const { name, description, schema } = proposeChange(catalogue);
  return {
    modelId,
    system: [{ text: instructionsFor(catalogue) }],
    // As JSON, so that nothing in it can pass for the end of the data.
    messages: [{ role: "user", content: [{ text: JSON.stringify({ request: said }) }] }],
    inferenceConfig: { maxTokens: MOST_TOKENS, temperature: 0 },
    toolConfig: {
      tools: [{ toolSpec: { name, description, inputSchema: { json: schema } } }],
      toolChoice: { tool: { name } },
    },
  };
}
