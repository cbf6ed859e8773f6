import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { deploymentSettings } from "#src/doctor/deployment-settings.ts";
import { parameterOf } from "#src/doctor/settings.ts";
import { counts, durations } from "#src/metrics.ts";

const read = (path: string) => readFileSync(path, "utf8");
const operations = read("docs/operations.md");

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what npm reads
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

describe("the guides", () => {
  it.each(["README.md", "CONTRIBUTING.md", "docs/operations.md", "docs/troubleshooting.md"])(
    "%s names only npm scripts that there are",
    (guide) => {
      const named = [...read(guide).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(
        ([, name]) => name ?? "",
      );
      expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    },
  );

  it("name the parameters, outputs and settings of serverless.yml", () => {
    const service = read("serverless.yml");
    for (const name of ["InteractionsEndpointUrl", "DeadLettersUrl", "tableName"])
      expect([operations.includes(name), service.includes(name)], name).toEqual([true, true]);
    const named = [...service.matchAll(/\$\{env:([A-Z_]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !deploymentSettings.has(name) && !name.endsWith("_REGION"))).toEqual([]);
    const resources = globSync(["serverless.yml", "deploy/resources/*.yml"])
      .map((path) => readFileSync(path, "utf8"))
      .join("");
    for (const name of deploymentSettings.keys()) {
      expect(named.includes(name) || resources.includes(`!Ref ${parameterOf(name)}`), name).toBe(true);
      expect(operations + read("README.md"), name).toContain(name);
    }
  });

  it("quote messages as people see them", () => {
    const source = globSync("{src,local,stand-ins}/**/*.ts").map(read).join("\n");
    const ofDiscord = new Set(["The application did not respond", "This interaction failed"]);
    const quoted = [...read("docs/troubleshooting.md").matchAll(/^\*\*“(.+?)\s?[.…]?”/gm)]
      .map(([, words]) => words ?? "")
      .filter((words) => !ofDiscord.has(words));
    expect(quoted.length).toBeGreaterThan(5);
    // A port stands for any other one.
    expect(quoted.filter((words) => !source.includes(words.replace("3000", "${port}")))).toEqual([]);
  });

  it("have no step for bash alone, and none that takes jq", () => {
    const blocks = [...operations.matchAll(/```sh\n([^]*?)```\n+(```powershell)?/g)];
    expect(blocks.length).toBeGreaterThan(15);
    const bashOnly = /\\\n|\bread -|^for |\bset -a\b|^[A-Z_]+=\S+ \S|\bjq\b/m;
    const alone = blocks.filter(([, commands = "", other]) => bashOnly.test(commands) && !other);
    expect(alone.map(([, commands]) => commands)).toEqual([]);
  });

  it("explain every metric and every alarm", () => {
    for (const metric of [...counts, ...durations]) expect(operations, metric).toContain(metric);
    const alarms = read("deploy/resources/alarms.yml").matchAll(/AlarmName: .*\$\{sls:stage\}-([\w-]+)/g);
    for (const [, alarm] of alarms) expect(operations, alarm).toContain(`\`${alarm}\``);
  });

  it("have the chapters that the doctor sends people to", () => {
    for (const chapter of ["Dead letters", "Moving"]) expect(operations).toContain(`\n## ${chapter}\n`);
  });
});

describe("each promise of docs/security.md", () => {
  const promises = [
    ...read("docs/security.md").matchAll(/^\| (\d+) +\| (.+?) +\| `(tests\/.+?)`: “(.+?)” +\|$/gm),
  ];

  it("has a number of its own", () => {
    expect(promises.map(([, number]) => Number(number))).toEqual(promises.map((_, at) => at + 1));
    expect(promises.length).toBeGreaterThanOrEqual(17);
  });

  it.each(
    promises.map(([, number = "", promise = "", file = "", title = ""]) => ({
      number,
      promise,
      file,
      title,
    })),
  )("$number is held by a test: $promise", ({ file, title }) => {
    expect(read(file)).toContain(title);
  });
});

describe("the decision records", () => {
  const folder = "docs/decisions";
  const records = globSync("*/*.md", { cwd: folder }).toSorted();
  const index = read(join(folder, "README.md"));

  it.each(records)("%s has a title, a date, a status, and its line in the index", (file) => {
    const [, title, status] =
      /^# (.+)\n\nDate: \d{4}-\d\d-\d\d · Status: (accepted|superseded by \[.+\]\(.+\.md\))\n/.exec(
        read(join(folder, file)),
      ) ?? [];
    expect(status).toBeDefined();
    expect(index.split("\n").filter((line) => line === `- [${title}](${file})`)).toHaveLength(1);
  });

  it("are all that the index lists", () => {
    expect(index.match(/^- .*$/gm)).toHaveLength(records.length);
  });
});

it.each(globSync(["*.md", "docs/**/*.md"]))("%s links only to what there is", (page) => {
  const prose = read(page).replaceAll(/`[^`\n]*`/g, "");
  const links = [...prose.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link ?? "");
  expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});
