import type { StackTemplate } from "#deploy/stage/running-template.ts";
import type { TableAsItIs } from "./table-as-it-is.ts";

/** The table's name in the template. */
export const TABLE = "ConversationsTable";

/** A stack's template with the table as it is, and nothing else that is new: CloudFormation takes in only that. */
export const withTable = (template: StackTemplate | null, { properties }: TableAsItIs): StackTemplate => ({
  AWSTemplateFormatVersion: "2010-09-09",
  ...template,
  Resources: {
    ...template?.Resources,
    [TABLE]: {
      Type: "AWS::DynamoDB::Table",
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: properties,
    },
  },
});

/** What stands in for the table while the stack does without it. */
export interface StandIn {
  name: string;
  arn: string;
  streamArn: string;
}

/** A stack's template without the table: what refers to it names it, so that nothing else changes. */
export function withoutTable(template: StackTemplate, standIn: StandIn): StackTemplate {
  const { [TABLE]: _table, ...Resources } = template.Resources;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same template, with texts for references
  return replaced({ ...template, Resources }, standIn) as StackTemplate;
}

function replaced(part: unknown, standIn: StandIn): unknown {
  if (Array.isArray(part)) return part.map((each) => replaced(each, standIn));
  if (typeof part !== "object" || part === null) return part;
  const [[key, value] = ["", undefined], ...more] = Object.entries(part);
  if (more.length === 0) {
    if (key === "Ref" && value === TABLE) return standIn.name;
    if (key === "Fn::GetAtt" && isOfTable(value)) return attributeOf(value, standIn);
  }
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, each]) => {
      if (name === "Fn::Sub") return [[name, substituted(each, standIn)]];
      return name === "DependsOn" ? dependingOn(each) : [[name, replaced(each, standIn)]];
    }),
  );
}

const isOfTable = (value: unknown): value is string[] | string =>
  Array.isArray(value) ? value[0] === TABLE : typeof value === "string" && value.startsWith(`${TABLE}.`);

const attributeOf = (value: string[] | string, { arn, streamArn }: StandIn): string =>
  String(value).endsWith("StreamArn") ? streamArn : arn;

/** `Fn::Sub` is a text, or a list of a text and its variables. */
function substituted(value: unknown, standIn: StandIn): unknown {
  if (Array.isArray(value)) return value.map((each) => substituted(each, standIn));
  if (typeof value !== "string") return replaced(value, standIn);
  return value
    .replaceAll(`\${${TABLE}}`, standIn.name)
    .replaceAll(`\${${TABLE}.Arn}`, standIn.arn)
    .replaceAll(`\${${TABLE}.StreamArn}`, standIn.streamArn);
}

function dependingOn(value: unknown): [string, unknown][] {
  const names = (Array.isArray(value) ? value : [value]).filter((name) => name !== TABLE);
  return names.length > 0 ? [["DependsOn", names]] : [];
}
