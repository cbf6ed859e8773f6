import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { description, resolveParameter, resolveResponse, resolveSchema } from "./openapi-schema.ts";
import type { Operation, Parameter, Schema } from "./openapi-schema.ts";
import { completed } from "./sample.ts";
import { ajvOptions } from "#stand-ins/openapi/ajv-options.ts";

/** The description is a schema of this name, so that what operations refer to in common is compiled once. */
const DESCRIPTION = "github";

let compiler: Ajv | undefined;

const validators = new Map<string, ValidateFunction>();

/** What is wrong with a request according to GitHub's description; nothing is an empty list. */
export function requestProblems(
  operation: string,
  request: { path: Record<string, string>; query: URLSearchParams; body: unknown },
): string[] {
  const { parameters = [], requestBody } = operationOf(operation);
  const known = parameters.map(resolveParameter);
  const schema = requestBody?.content?.["application/json"]?.schema;
  return [
    ...known.flatMap((parameter) => parameterProblems(operation, parameter, request)),
    ...unknownNames(
      "query parameter",
      request.query.keys(),
      known.map(({ name }) => name),
    ),
    ...(schema ? problems(`${operation} body`, schema, request.body) : []),
    ...(schema ? unknownNames("property", Object.keys(request.body ?? {}), propertyNames(schema)) : []),
  ];
}

/** An answer made complete, and what is wrong with it. */
export function conformingResponse(operation: string, status: number, body: unknown) {
  const response = operationOf(operation).responses[String(status)];
  // Every operation can answer these, whether its description says so or not.
  if (response === undefined && [301, 304, 401, 403, 404, 422, 429, 500, 502].includes(status))
    return { body, problems: [] };
  if (response === undefined) return { body, problems: [`${operation} does not answer ${status}`] };
  const schema = resolveResponse(response).content?.["application/json"]?.schema;
  // The description leaves out the bodies of many failures.
  if (schema === undefined)
    return { body, problems: status < 300 && body ? [`${operation} has no body`] : [] };
  const whole = completed(schema, body);
  return { body: whole, problems: problems(`${operation} ${status}`, schema, whole) };
}

function operationOf(operation: string): Operation {
  const [method = "", path = ""] = operation.split(" ");
  const found = description.paths[path]?.[method.toLowerCase()];
  if (found === undefined) throw new Error(`GitHub has no ${operation}`);
  return found;
}

function parameterProblems(
  operation: string,
  { name, in: place, required, schema }: Parameter,
  { path, query }: { path: Record<string, string>; query: URLSearchParams },
): string[] {
  const given = place === "path" ? path[name] : place === "query" ? query.get(name) : null;
  if (given === undefined || given === null)
    return required && place !== "header" ? [`${name} is missing`] : [];
  const value = resolveSchema(schema).type === "integer" ? Number(given) : given;
  return problems(`${operation} ${place} ${name}`, schema, value);
}

function problems(what: string, schema: Schema, value: unknown): string[] {
  const validate = validators.get(what) ?? compile(schema);
  validators.set(what, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${what}: ${instancePath} ${message}`);
}

function unknownNames(kind: string, given: Iterable<string>, known: string[]): string[] {
  return [...given].filter((name) => !known.includes(name)).map((name) => `unknown ${kind} ${name}`);
}

function propertyNames(schema: Schema): string[] {
  const { properties = {}, oneOf = [], anyOf = [], allOf = [] } = resolveSchema(schema);
  return [...Object.keys(properties), ...[...oneOf, ...anyOf, ...allOf].flatMap(propertyNames)];
}

function compile(schema: Schema): ValidateFunction {
  compiler ??= newCompiler();
  return compiler.compile(asJsonSchema(schema));
}

function newCompiler(): Ajv {
  const ajv = new Ajv(ajvOptions);
  addFormats.default(ajv);
  const { schemas } = description.components;
  return ajv.addSchema({ components: asJsonSchema({ schemas }) }, DESCRIPTION);
}

const asJsonSchema = (part: object): object => JSON.parse(JSON.stringify(part), jsonSchema);

function jsonSchema(key: string, value: unknown): unknown {
  return key === "$ref" && typeof value === "string" ? `${DESCRIPTION}${value}` : nullToo(value);
}

/** JSON Schema for what OpenAPI 3.0 calls `nullable`; Ajv knows it only beside a type. */
function nullToo(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("nullable" in value) || value.nullable !== true)
    return value;
  const { nullable: _, ...rest } = value;
  return { anyOf: [{ type: "null" }, rest] };
}
