import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

/**
 * Answers events as a new container does: `node answer.mjs <bundle> <file with events as JSON>`. Prints the milliseconds
 * of processor time that the process had used after the first answer, and how many each of the others took on average.
 */
const [, , bundle = "", file = ""] = process.argv;
const events: unknown[] = JSON.parse(await readFile(file, "utf8"));
const module: unknown = await import(pathToFileURL(bundle).href);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what every function's bundle exports
const { handler } = module as { handler: (event: unknown, context: object) => Promise<unknown> };

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const context = { awsRequestId: "1", functionName: "benchmark", getRemainingTimeInMillis: () => 60_000 };
const first = await handler(events[0], context);
const cold = spent();
for (const event of events.slice(1)) await handler(event, context);
const warm = events.length > 1 ? (spent() - cold) / (events.length - 1) : 0;
console.log(JSON.stringify({ cold, warm, first }));
process.exit(0);
