import type { Requested } from "./recorded-requests.ts";

/** One statement of a role, as it is in the packaged template. */
export interface Statement {
  Effect: string;
  Action: string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, string[]>>;
}

const TABLE = JSON.stringify({ "Fn::GetAtt": ["ConversationsTable", "Arn"] });
const INDEX = /\{"Fn::Sub":"\$\{ConversationsTable.Arn\}\/index\/([\w-]+)"\}/g;

/** Whether a statement allows a request to DynamoDB, as IAM decides it. */
export const allows = ({ Action, Resource, Condition = {} }: Statement, request: Requested): boolean =>
  Action.includes(request.action) &&
  isOn(JSON.stringify(Resource), request) &&
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => holds(operator, valuesOf(key, request), patterns)),
  );

const isOn = (resource: string, { index }: Requested): boolean =>
  index === undefined ? resource === TABLE : [...resource.matchAll(INDEX)].some(([, name]) => name === index);

function valuesOf(key: string, { leadingKeys, attributes }: Requested): string[] {
  if (key === "dynamodb:LeadingKeys") return leadingKeys;
  if (key === "dynamodb:Attributes") return attributes;
  throw new Error(`What ${key} is of a request is not known here`);
}

function holds(operator: string, values: string[], patterns: string[]): boolean {
  switch (operator) {
    case "ForAllValues:StringEquals":
      return values.every((value) => patterns.includes(value));
    case "ForAllValues:StringLike":
      return values.every((value) => patterns.some((pattern) => likeness(pattern).test(value)));
    default:
      throw new Error(`${operator} is not known here`);
  }
}

/** A pattern of IAM's, whose only sign is a star at its end. */
const likeness = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(/\*$/, "").replaceAll(/\W/g, String.raw`\$&`)}${pattern.endsWith("*") ? "" : "$"}`,
  );
