import { readFileSync } from "node:fs";

/** A schema as it stands in GitHub's OpenAPI 3.0 description; only what is looked at here is named. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: boolean | Schema;
  minItems?: number;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  schema: Schema;
}

export interface Content {
  $ref?: string;
  content?: { "application/json"?: { schema?: Schema } };
}

export interface Operation {
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

export interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    requestBodies?: Record<string, Content>;
    responses: Record<string, Content>;
  };
}

/** Of GitHub's own description of its REST API, the operations that the stand-in answers (`take-description.ts`). */
export const description: Description = JSON.parse(
  readFileSync(new URL("description.json", import.meta.url), "utf8"),
);

/** What a reference within the description stands for; anything else is answered as it is. */
export function resolveSchema(schema: Schema): Schema {
  return schema.$ref === undefined
    ? schema
    : resolveSchema(found(description.components.schemas, schema.$ref));
}

export function resolveParameter(parameter: Parameter): Parameter {
  return parameter.$ref === undefined ? parameter : found(description.components.parameters, parameter.$ref);
}

export function resolveResponse(response: Content): Content {
  return response.$ref === undefined ? response : found(description.components.responses, response.$ref);
}

function found<T>(all: Record<string, T>, reference: string): T {
  const value = all[reference.split("/").at(-1) ?? ""];
  if (value === undefined) throw new Error(`GitHub's description has no ${reference}`);
  return value;
}
