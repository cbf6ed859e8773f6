import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { counts, durations } from "#src/metrics.ts";

const read = (path: string) => readFileSync(path, "utf8");
const operations = read("docs/operations.md");

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what npm reads
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

describe("the guides", () => {
  it.each(["README.md", "docs/operations.md"])("%s names only npm scripts that there are", (guide) => {
    const named = [...read(guide).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name ?? "");
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it("name the parameters, outputs and settings of serverless.yml", () => {
    const service = read("serverless.yml");
    for (const name of [
      "InteractionsEndpointUrl",
      "DeadLettersUrl",
      "RECORD_RETENTION_DAYS",
      "ALARM_EMAIL",
      "tableName",
    ])
      expect([operations.includes(name), service.includes(name)], name).toEqual([true, true]);
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
