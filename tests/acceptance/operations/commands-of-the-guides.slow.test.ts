import { cp, mkdtemp } from "node:fs/promises";
import { existsSync, globSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { removeFolder } from "#tests/support/remove-folder.ts";
import { reaching, runCommand } from "#tests/support/run-command.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what npm reads
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** Every command that a guide shows, once, as its words; a comment behind it and a file to read from are not among them. */
const shown = [...new Set(globSync(["*.md", "docs/*.md"]).flatMap(commandsOf))].map((line) => wordsOf(line));

function commandsOf(guide: string): string[] {
  const text = readFileSync(guide, "utf8");
  const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = ""]) => block.split("\n"));
  // In a sentence a command without options is only named: its help has to be there.
  const inline = [...text.matchAll(/`((?:npm|npx) [^`\n]*)`/g)].map(([, line = ""]) =>
    / --\w/.test(line) ? line : `${line} --help`,
  );
  return [...blocks, ...inline].flatMap((line) =>
    line
      .replace(/(?: #| <\s*\S+\.txt| \|).*$/, "")
      .split("&&")
      .map((part) => part.trim().replace(/^(?:[A-Z_]+=\S+ )+/, ""))
      .filter((part) => /^(?:npm|npx) /.test(part)),
  );
}

function wordsOf(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|\S)+/g) ?? [];
  return words.map((word) => word.replaceAll('"', "").replaceAll(/<[^>]*>/g, "1"));
}

/** Of those that are programs of `commands/`: which one, and with what. */
const programs = shown.flatMap(([npm, run, script = "", ...rest]) => {
  const program = /^node commands\/([\w-]+)\.ts$/.exec(scripts[script] ?? "")?.[1];
  return npm === "npm" && run === "run" && program
    ? [{ program, args: rest.filter((word) => word !== "--") }]
    : [];
});

let system: TestSystem;
let folder: string;

beforeAll(async () => {
  system = await startSystem();
  folder = await mkdtemp(join(tmpdir(), "ux-agent-guides-"));
  await cp("sample-site", join(folder, "my-site"), { recursive: true });
});
afterAll(async () => {
  await system.stop();
  await removeFolder(folder);
});

/** An operator's commands work on a table of the tests instead of a stage, and those for a site on a copy of the sample site. */
function here(program: string, args: string[]): { args: string[]; env: Record<string, string> } {
  const placed = args.map((word) =>
    word.replace("../my-site", join(folder, "my-site")).replace(/^[\w-]+\.jsonl$/, join(folder, "$&")),
  );
  if (program !== "admin") return { args: placed, env: {} };
  return {
    args: placed.filter((word, at) => word !== "--stage" && placed[at - 1] !== "--stage"),
    env: reaching(system.table.name),
  };
}

describe("each command of the guides", () => {
  test("is found there", () => {
    expect(programs.length).toBeGreaterThan(20);
    expect(new Set(programs.map(({ program }) => program)).size).toBeGreaterThan(5);
  });

  test.each(
    programs.map(({ program, args }) => [`${program} ${args.join(" ")}`.trim(), program, args] as const),
  )(
    "npm run %s: is one that the program takes, and is carried out or refused in words",
    async (_, program, args) => {
      const call = here(program, args);
      const { err } = await runCommand(program, call.args, call.env);
      // What commander prints of a call that it cannot make out, and what an error that was not expected leaves.
      expect(err).not.toMatch(/^error: |^ +at /m);
    },
  );

  test.each(
    shown.filter(([, , script]) => script === "vitest").map((words) => [words.join(" "), words] as const),
  )("%s: names tests that there are", (_, words) => {
    expect(words.filter((word) => word.startsWith("tests/") && !existsSync(word))).toEqual([]);
  });

  test("that npm itself runs is a script of the project", () => {
    const named = shown.flatMap(([npm, run, script = ""]) =>
      npm === "npm" && run === "run" ? [script] : [],
    );
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});
