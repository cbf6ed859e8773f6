import { isDeepStrictEqual } from "node:util";
import type { Resource, StackTemplate } from "#deploy/stage/running-template.ts";

/** A resource that a deployment makes, changes or takes away. */
export interface ResourceChange {
  name: string;
  type: string;
  change: "added" | "changed" | "removed";
  /** Of one that is changed: which of its properties. */
  properties: string[];
}

/**
 * What of the resources differs. Where the code of a function is kept has another name with every deployment, and the code is
 * compared by itself.
 * @param running null: nothing is deployed yet
 */
export function templateChanges(running: StackTemplate | null, next: StackTemplate): ResourceChange[] {
  const [before, after] = [running?.Resources ?? {}, next.Resources];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return names.flatMap((name): ResourceChange[] => {
    const [was, is] = [before[name], after[name]];
    if (!was) return is ? [{ name, type: is.Type, change: "added", properties: [] }] : [];
    if (!is) return [{ name, type: was.Type, change: "removed", properties: [] }];
    const properties = differing(partsOf(was), partsOf(is));
    return properties.length > 0 ? [{ name, type: is.Type, change: "changed", properties }] : [];
  });
}

/** The properties, and beside them what else is said of a resource, such as `DeletionPolicy`. */
function partsOf({ Properties = {}, ...attributes }: Resource): Record<string, unknown> {
  const parts: Record<string, unknown> = { ...attributes, ...Properties };
  if (attributes.Type === "AWS::Lambda::Function") delete parts["Code"];
  return parts;
}

const differing = (was: Record<string, unknown>, is: Record<string, unknown>): string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => !isDeepStrictEqual(was[name], is[name]))
    .toSorted();
