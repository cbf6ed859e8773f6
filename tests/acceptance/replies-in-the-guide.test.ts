import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

/** The table of docs/requests.md that says what the sample site's people get back: request, reply. */
const examples = tableBelow("## What comes back");

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
  await system.warmUp();
});
afterAll(() => system.stop());

describe("docs/requests.md says what comes back for", () => {
  test.each(examples)("%s", async (request, reply) => {
    await system.slash(ANN, optionsIn(request));
    await system.deliver();
    expect(shown(system.message)).toBe(reply);
  });

  test("an example of every kind of property", () => {
    expect(examples.length).toBeGreaterThan(12);
  });
});

/** The changes that a preview lists or, without one, the first thing that is said. */
function shown({ content, embeds }: { content: string; embeds: { description?: string }[] }): string {
  const [{ description = "" } = {}] = embeds;
  const [changes = ""] = description.split("```");
  const lines = (embeds.length > 0 ? changes : content).split("\n").filter((line) => line.trim() !== "");
  return (embeds.length > 0 ? lines : lines.slice(0, 1)).join("<br>").replaceAll("|", "\\|");
}

/** Words stand for a description; a section and its values for a command. */
const optionsIn = (request: string): Record<string, string> =>
  request.startsWith("section:") ? { command: request } : { description: request };

function tableBelow(heading: string): [request: string, reply: string][] {
  const guide = readFileSync("docs/requests.md", "utf8");
  const [section = ""] = guide.slice(guide.indexOf(heading) + heading.length).split("\n## ");
  const rows = [...section.matchAll(/^\| `([^`]+)` +\| (.*?) +\|$/gm)];
  return rows.map(([, request = "", reply = ""]) => [request, reply]);
}
