import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { ajvOptions } from "#stand-ins/openapi/ajv-options.ts";
import { type Conformance, requestSchemas } from "./described-requests.ts";

let compiled: Ajv2020 | undefined;

/** By `description.json`; properties that Discord does not know are problems, too. */
export const conformanceProblems: Conformance = (request, body) => {
  compiled ??= compile();
  const validate = compiled.getSchema(`discord#/components/schemas/${requestSchemas[request]}`);
  if (validate === undefined) throw new Error(`There is no ${request} in Discord's description`);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${request}${instancePath}: ${message}`);
};

function compile(): Ajv2020 {
  const ajv = new Ajv2020(ajvOptions);
  addFormats.default(ajv);
  const text = readFileSync(new URL("description.json", import.meta.url), "utf8");
  const description: { components: { schemas: Record<string, object> } } = JSON.parse(text);
  const schemas = Object.fromEntries(
    Object.entries(description.components.schemas).map(([name, schema]) => [name, closed(schema)]),
  );
  return ajv.addSchema({ $id: "discord", components: { schemas } });
}

/** What the description does not name is no part of it. */
const closed = (schema: object): object =>
  "properties" in schema && !("additionalProperties" in schema)
    ? { ...schema, additionalProperties: false }
    : schema;
