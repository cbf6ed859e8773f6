import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Description } from "./openapi-schema.ts";
import { operations } from "./operations.ts";
import { withoutSentences } from "#stand-ins/openapi/without-sentences.ts";

/*
 * Writes `description.json`: from GitHub's own description of its REST API, the operations that the stand-in answers and all
 * that they refer to, without the sentences. Run `node stand-ins/github/take-description.ts [version]` after adding an
 * operation. The package that has the whole is 390 MB, so it is fetched for this and not installed.
 */
const [version = "23.0.2"] = process.argv.slice(2);
const FILE = "package/generated/api.github.com.json";
const folder = mkdtempSync(join(tmpdir(), "ux-agent-description-"));
try {
  execFileSync(`npm pack --silent @octokit/openapi@${version}`, { cwd: folder, shell: true });
  execFileSync("tar", ["-xzf", `octokit-openapi-${version}.tgz`, FILE], { cwd: folder });
  const { paths, components } = partOf(JSON.parse(readFileSync(join(folder, FILE), "utf8")));
  const text = JSON.stringify({ source: `@octokit/openapi ${version}, MIT`, paths, components });
  writeFileSync(new URL("description.json", import.meta.url), `${text}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

function partOf(whole: Description) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const [method = "", path = ""] = operation.split(" ");
    const found = whole.paths[path]?.[method.toLowerCase()];
    if (found === undefined) throw new Error(`GitHub has no ${operation}`);
    const { parameters, requestBody, responses } = found;
    (paths[path] ??= {})[method.toLowerCase()] = withoutSentences({ parameters, requestBody, responses });
  }
  return { paths, components: componentsOf(whole, paths) };
}

/** All that is referred to, however indirectly. */
function componentsOf({ components: all }: Description, paths: unknown) {
  const components: Record<string, Record<string, unknown>> = {};
  const queue = [paths];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const [, kind = "", name = ""] of JSON.stringify(next).matchAll(
      /"#\/components\/([^"/]+)\/([^"]+)"/g,
    )) {
      const taken = (components[kind] ??= {});
      if (name in taken) continue;
      taken[name] = withoutSentences(Object(all)[kind][name]);
      queue.push(taken[name]);
    }
  }
  return components;
}
