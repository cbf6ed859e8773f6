import { pathToFileURL } from "node:url";

/** Starts a bundle once, as a new container does: `node start-once.ts <bundle> <event as JSON>`; prints milliseconds. */
const [, , bundle = "", event = "{}"] = process.argv;
const begun = performance.now();
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what every function's bundle exports
const { handler } = (await import(pathToFileURL(bundle).href)) as {
  handler: (event: unknown, context: object) => Promise<unknown>;
};
const loaded = performance.now();
await handler(JSON.parse(event), {});
console.log(JSON.stringify({ load: loaded - begun, first: performance.now() - begun }));
process.exit(0);
