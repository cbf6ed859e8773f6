/** A filter pattern of an event source mapping: objects name fields, arrays list what a field may be. */
export type FilterPattern = { [field: string]: FilterPattern | Rule[] };
type Rule = string | number | boolean | null | { [comparison: string]: unknown };

/** Whether Lambda would hand the event to the function: one of the patterns has to match; without any, all do. */
export const passes = (patterns: FilterPattern[], event: unknown): boolean =>
  patterns.length === 0 || patterns.some((pattern) => matches(pattern, event));

/**
 * Whether an event has every field of the pattern with one of its values.
 * @throws Error for a comparison that is not supported here, so that it is noticed and not ignored
 */
function matches(pattern: FilterPattern, event: unknown): boolean {
  return Object.entries(pattern).every(([field, expected]) => {
    const value = isObject(event) ? event[field] : undefined;
    return Array.isArray(expected) ? expected.some((rule) => allows(rule, value)) : matches(expected, value);
  });
}

function allows(rule: Rule, value: unknown): boolean {
  if (!isObject(rule)) return rule === value;
  return Object.entries(rule).every(([comparison, operand]) => compare(comparison, operand, value));
}

function compare(comparison: string, operand: unknown, value: unknown): boolean {
  switch (comparison) {
    case "exists":
      return (value !== undefined) === operand;
    case "prefix":
      return typeof value === "string" && value.startsWith(String(operand));
    case "anything-but":
      return value !== undefined && ![operand].flat().includes(value);
    default:
      throw new Error(`the filter comparison "${comparison}" is not supported locally`);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
