import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { type SketchAnswer, type SketchRequest, sketchAnswer } from "#src/sketch/page-change.ts";

/** The function itself gives up before that, in milliseconds. */
const TIMEOUT = 28_000;
/** What Lambda takes with a call, in bytes. */
const MOST_BYTES = 6_000_000;

/**
 * Draws a page by invoking the function that has no rights.
 * @throws Error when it cannot be invoked, or fails; once is enough, since the text of the preview stands
 */
export async function drawByLambda(functionName: string, request: SketchRequest): Promise<SketchAnswer> {
  const payload = new TextEncoder().encode(JSON.stringify(request));
  if (payload.byteLength > MOST_BYTES) return { drawn: false, why: "The pictures are too large to be sent" };
  const client = new LambdaClient({
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ requestTimeout: TIMEOUT, throwOnRequestTimeout: true }),
  });
  try {
    const { Payload, FunctionError } = await client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: payload }),
    );
    if (FunctionError || !Payload) throw new Error(`The function of the pictures failed: ${FunctionError}`);
    return sketchAnswer.parse(JSON.parse(new TextDecoder().decode(Payload)));
  } finally {
    client.destroy();
  }
}
