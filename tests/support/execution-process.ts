import { json } from "node:stream/consumers";
import type { Context, SQSRecord } from "aws-lambda";
import { handler } from "#functions/execution.ts";

/** `execution` in a process of its own, configured by the environment: invoked once with the messages on its input. */
const Records = (await json(process.stdin)) as SQSRecord[];
const { batchItemFailures } = await handler({ Records }, {} as Context);
if (batchItemFailures.length > 0) process.exitCode = 1;
