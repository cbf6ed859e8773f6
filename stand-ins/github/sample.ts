import { resolveSchema, type Schema } from "./openapi-schema.ts";

/** The least that a schema accepts, so that an answer needs to say only what it is about. */
function sample(schema: Schema): unknown {
  const { nullable, enum: values, allOf, anyOf, oneOf, ...own } = resolveSchema(schema);
  if (nullable) return null;
  if (values?.[0] !== undefined) return values[0];
  if (allOf) return Object.assign({}, ...allOf.map(sample), sampleObject(own));
  const [choice] = anyOf ?? oneOf ?? [];
  if (choice && own.type === undefined) return sample(choice);
  return sampleOfType(own);
}

function sampleOfType(schema: Schema): unknown {
  switch (schema.type ?? "object") {
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}));
    case "string":
      return sampleString(schema.format);
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return false;
    default:
      return sampleObject(schema);
  }
}

function sampleObject({ properties = {}, required = [] }: Schema): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {})]));
}

function sampleString(format: string | undefined): string {
  if (format === "date-time") return "2026-01-01T00:00:00Z";
  if (format === "uri") return "https://github.example/";
  return format === "email" ? "someone@example.com" : "x";
}

/** `values` over what a schema needs besides; lists are taken as they are, or completed item by item. */
export function completed(schema: Schema, values: unknown): unknown {
  const resolved = resolveSchema(schema);
  if (Array.isArray(values)) return values.map((value) => completed(resolved.items ?? {}, value));
  if (typeof values !== "object" || values === null) return values;
  const { properties } = merged(resolved);
  const base = sample({ ...resolved, nullable: false });
  const given = Object.entries(values).map(([name, value]) => [
    name,
    completed(properties[name] ?? {}, value),
  ]);
  return { ...(typeof base === "object" ? base : {}), ...Object.fromEntries(given) };
}

function merged(schema: Schema): { properties: Record<string, Schema> } {
  const { properties, allOf, anyOf, oneOf } = resolveSchema(schema);
  const others = allOf ?? (anyOf ?? oneOf)?.slice(0, 1) ?? [];
  return { properties: Object.assign({}, ...others.map((other) => merged(other).properties), properties) };
}
