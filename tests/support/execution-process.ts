import { json } from "node:stream/consumers";
import type { Context, DynamoDBRecord } from "aws-lambda";
import { handler } from "#functions/execution.ts";

/** `execution` in a process of its own, configured by the environment: invoked once with the records on its input. */
const Records = (await json(process.stdin)) as DynamoDBRecord[];
const { batchItemFailures } = await handler({ Records }, {} as Context);
if (batchItemFailures.length > 0) process.exitCode = 1;
