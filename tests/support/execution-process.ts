import { json } from "node:stream/consumers";
import type { Context, SQSRecord } from "aws-lambda";
import type { createHandler } from "#functions/execution.ts";

/**
 * `execution` in a process of its own, as it is bundled in the file of the first argument and configured by the
 * environment: invoked once with the messages on its input.
 */
const { handler } = (await import(process.argv[2] ?? "")) as { handler: ReturnType<typeof createHandler> };
const Records = (await json(process.stdin)) as SQSRecord[];
const { batchItemFailures } = await handler({ Records }, {} as Context);
if (batchItemFailures.length > 0) process.exitCode = 1;
