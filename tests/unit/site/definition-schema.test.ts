import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { definitionSchema } from "#src/site/definition-schema.ts";

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

describe("the published JSON Schema of ux-agent.json", () => {
  it("is current (npm run --silent site -- schema > schema/ux-agent.schema.json)", () => {
    expect(JSON.parse(read("schema/ux-agent.schema.json"))).toEqual(JSON.parse(definitionSchema()));
  });

  it("says of every field what it is for, so that editors can tell", () => {
    const silent: string[] = [];
    JSON.parse(definitionSchema(), (key, value: Record<string, object>) => {
      if (key === "properties" && value["type"] === undefined) {
        silent.push(...Object.keys(value).filter((field) => !("description" in (value[field] ?? {}))));
      }
      return value;
    });
    expect(silent.filter((field) => field !== "kind")).toEqual([]);
  });

  it("allows the sample site's own file, and not a misspelt one", () => {
    const validate = new Ajv({ allErrors: true }).compile(JSON.parse(definitionSchema()));
    const sample = read("sample-site/ux-agent.json");
    expect(validate(JSON.parse(sample))).toBe(true);
    expect(validate(JSON.parse(sample.replace('"selector"', '"selektor"')))).toBe(false);
  });
});
