import type { Answer } from "./answers.ts";
import type { FakeRepository } from "./repository.ts";

/** What a route may look at. */
export interface RouteContext {
  repository: FakeRepository;
  path: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  options: { drafts: boolean };
}

export type Route = (context: RouteContext) => Answer;

/** Finds the operation for a request, as named in GitHub's description, and the values in its path. */
export function matchOperation(
  operations: string[],
  method: string,
  pathname: string,
): { operation: string; path: Record<string, string> } | null {
  const parts = pathname.split("/");
  for (const operation of operations) {
    const [wanted, template = ""] = operation.split(" ");
    const path = wanted === method ? matchPath(template.split("/"), parts) : null;
    if (path !== null) return { operation, path };
  }
  return null;
}

function matchPath(template: string[], parts: string[]): Record<string, string> | null {
  if (template.length !== parts.length) return null;
  const values: Record<string, string> = {};
  for (const [index, name] of template.entries()) {
    const part = decodeURIComponent(parts[index] ?? "");
    if (name.startsWith("{")) values[name.slice(1, -1)] = part;
    else if (name !== part) return null;
  }
  return values;
}
