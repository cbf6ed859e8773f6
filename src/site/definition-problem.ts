import type * as z from "zod";

export interface DefinitionProblem {
  /** Where it is in the JSON, for example `sections[0].properties[2].selector`; empty for the file as a whole. */
  path: string;
  /** What is wrong there and what to do, to be read after the path. */
  message: string;
}

/** A problem as one sentence; `whole` is what to call the file where the problem is the file itself. */
export function problemText({ path, message }: DefinitionProblem, whole: string): string {
  return `${path || whole} ${message}`;
}

/** `["sections", 0, "file"]` → `sections[0].file`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/** What a schema issue means to the person who wrote the file. */
export function describeIssue(issue: z.core.$ZodIssue): DefinitionProblem {
  return { path: pathOf(issue.path), message: messageOf(issue) };
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") {
    const expected = article(issue.expected);
    return issue.input === undefined ? `is missing: add ${expected}` : `must be ${expected}`;
  }
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => `“${key}”`).join(", ");
    return `has ${keys}, which is not known here: check the spelling or remove it`;
  }
  if (issue.code === "invalid_union")
    return "must be one of text, attribute, style, class, link, list, rule, variable, value, markdown";
  return issue.code === "invalid_value"
    ? `must be one of ${issue.values.map(String).join(", ")}`
    : issue.message;
}

function article(type: string): string {
  if (type === "object") return "an object { … }";
  if (type === "array") return "a list [ … ]";
  if (type === "int") return "a whole number";
  return type === "string" ? "a text in quotes" : `a ${type}`;
}
