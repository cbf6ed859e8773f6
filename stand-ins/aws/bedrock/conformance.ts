import { NormalizedSchema } from "@smithy/core/schema";

type Schema = Parameters<typeof NormalizedSchema.of>[0];

/**
 * What is wrong with a body by the service's own model, as the SDK has it: names that it does not know, values of another
 * type, and what is missing. Nothing is an empty list.
 * @param bound members that are not in the body, such as those of the path
 */
export function problemsWith(schema: Schema, body: unknown, bound: string[] = []): string[] {
  return problems(NormalizedSchema.of(schema), body, { path: "body", bound });
}

interface Place {
  path: string;
  bound?: string[];
}

function problems(schema: NormalizedSchema, value: unknown, place: Place): string[] {
  if (schema.isDocumentSchema()) return [];
  if (schema.isStructSchema()) return problemsInStructure(schema, value, place);
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) return [`${place.path} is no list`];
    return value.flatMap((item, at) =>
      problems(schema.getValueSchema(), item, { path: `${place.path}[${at}]` }),
    );
  }
  if (schema.isMapSchema()) {
    if (!isObject(value)) return [`${place.path} is no map`];
    return Object.entries(value).flatMap(([key, item]) =>
      problems(schema.getValueSchema(), item, { path: `${place.path}.${key}` }),
    );
  }
  return isSimple(schema, value) ? [] : [`${place.path} has the wrong type`];
}

function problemsInStructure(
  schema: NormalizedSchema,
  value: unknown,
  { path, bound = [] }: Place,
): string[] {
  if (!isObject(value)) return [`${path} is no object`];
  const members = new Map(schema.structIterator());
  const unknown = Object.keys(value).filter((name) => !members.has(name));
  const missing = requiredOf(schema).filter((name) => !bound.includes(name) && value[name] === undefined);
  const isUnion = schema.isUnionSchema() && Object.keys(value).length !== 1;
  return [
    ...unknown.map((name) => `${path} has no ${name}`),
    ...missing.map((name) => `${path}.${name} is missing`),
    ...(isUnion ? [`${path} is not exactly one of ${[...members.keys()].join(", ")}`] : []),
    ...Object.entries(value).flatMap(([name, item]) => {
      const member = members.get(name);
      return member && item !== undefined ? problems(member, item, { path: `${path}.${name}` }) : [];
    }),
  ];
}

/** A structure's required members come first, and it says how many they are. */
function requiredOf(schema: NormalizedSchema): string[] {
  const described: unknown = schema.getSchema();
  if (!Array.isArray(described)) return [];
  const [, , , , names, , count] = described as unknown[];
  return Array.isArray(names) && typeof count === "number" ? names.slice(0, count).map(String) : [];
}

function isSimple(schema: NormalizedSchema, value: unknown): boolean {
  if (schema.isStringSchema()) return typeof value === "string";
  if (schema.isBooleanSchema()) return typeof value === "boolean";
  if (schema.isNumericSchema()) return typeof value === "number";
  // Blobs travel as base64, times as numbers or text.
  return typeof value === "string" || typeof value === "number";
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
