import { readFileSync, writeFileSync } from "node:fs";
import { requestSchemas } from "./described-requests.ts";
import { withoutSentences } from "#stand-ins/openapi/without-sentences.ts";

/*
 * Writes `description.json`: from Discord's own description of its API (https://github.com/discord/discord-api-spec), the
 * requests that we make and all that they refer to, without the sentences. Run
 * `node stand-ins/discord/take-description.ts <specs/openapi.json> <commit>` after adding one.
 */
interface Whole {
  components: { schemas: Record<string, unknown> };
}

const [file = "", commit = ""] = process.argv.slice(2);
const { components }: Whole = JSON.parse(readFileSync(file, "utf8"));
const schemas: Record<string, unknown> = {};
const queue: string[] = Object.values(requestSchemas);
for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
  if (name in schemas) continue;
  if (!(name in components.schemas)) throw new Error(`Discord has no ${name}`);
  schemas[name] = withoutSentences(components.schemas[name]);
  for (const [, next = ""] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    queue.push(next);
}
const source = `https://github.com/discord/discord-api-spec ${commit}, MIT, © Discord`;
const text = JSON.stringify({ source, components: { schemas } });
writeFileSync(new URL("description.json", import.meta.url), `${text}\n`);
