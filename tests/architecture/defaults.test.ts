import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { deployment } from "#deploy/cost/deployment.ts";
import { defaultOf, deploymentSettings } from "#src/doctor/deployment-settings.ts";
import { parameterOf } from "#src/doctor/settings.ts";
import { readConfig, settings } from "#src/config.ts";

/** What holds where nothing is set: the code's own, of which the other places are copies. */
const config = readConfig([], {});
const service = readFileSync("serverless.yml", "utf8");
const guide = readFileSync("docs/operations.md", "utf8");

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

describe("a default is the same everywhere", () => {
  const deployed = all(service, /\$\{env:([A-Z_]+), '([^']+)'\}/g);

  it.each(deployed.map(([, name, value]) => [name, value]))("%s in serverless.yml", (name, value) => {
    expect(value).toBe(defaultOf(name ?? ""));
  });

  it("and serverless.yml has each that an operator can set", () => {
    const withDefault = [...deploymentSettings.keys()].filter(
      (name) => !/^(|http.*)$/.test(defaultOf(name)) && !service.includes(`!Ref ${parameterOf(name)}`),
    );
    expect([...new Set(deployed.map(([, name = ""]) => name))].toSorted()).toEqual(withDefault.toSorted());
  });

  it.each(
    all(guide, /^# ([A-Z_]+)=(\w+) /gm)
      .filter(([, name = ""]) => defaultOf(name))
      .map(([, name, value]) => [name, value]),
  )("%s in the file of settings", (name = "", value) => {
    expect(value).toBe(defaultOf(name));
  });

  it("the limits in the guide", () => {
    const [, ...said] =
      /A person may have (\d+) requests open in a server and ask (\d+) times an hour; a server (\d+) and (\d+)\./.exec(
        guide,
      ) ?? [];
    expect(said.map(Number)).toEqual([
      config.PERSON_OPEN_LIMIT,
      config.PERSON_HOURLY_LIMIT,
      config.SERVER_OPEN_LIMIT,
      config.SERVER_HOURLY_LIMIT,
    ]);
  });

  it("the days in the guide's chapter on people's data, and in the costs", () => {
    expect(guide).toContain(
      `its record for ${config.RECORD_RETENTION_DAYS} days (\`RECORD_RETENTION_DAYS\`)`,
    );
    expect(deployment.recordDays).toBe(config.RECORD_RETENTION_DAYS);
  });

  it("and every setting is explained, or set by the deployment itself", () => {
    const readme = readFileSync("README.md", "utf8");
    const unexplained = Object.keys(settings).filter(
      (name) => !new RegExp(`\\b${name}\\b`).test(guide + readme + service),
    );
    expect(unexplained).toEqual([]);
  });

  it("the hour in the guide's chapter on people's data", () => {
    expect(config.CONVERSATION_TTL_SECONDS).toBe(3600);
    expect(guide).toContain("A conversation lives for an hour after its last input");
  });
});
