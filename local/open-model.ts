import { startBedrock } from "#stand-ins/aws/bedrock/bedrock-stand-in.ts";
import type { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { SCRIPTED, scriptedReply } from "./scripted-model.ts";

interface Options {
  env: Record<string, string | undefined>;
  cleanup: Cleanup;
  tell: (sentence: string) => void;
}

/**
 * The model of a local system: what MODEL_ID and AWS_ENDPOINT_URL_BEDROCK_RUNTIME name, else a stand-in for Bedrock that
 * answers from a script.
 */
export async function openModel({ env, cleanup, tell }: Options): Promise<{ env: Record<string, string> }> {
  if (env["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"]?.trim()) return { env: {} };
  const bedrock = await startBedrock(scriptedReply);
  cleanup.add(bedrock.stop);
  tell(`The model is a script that knows one sentence: ${SCRIPTED}. For a real one, see docs/operations.md.`);
  return { env: { MODEL_ID: "scripted", AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url } };
}
