import { inertLine } from "#src/publishing/inert-text.ts";

/** What GitHub said, for people: of a validation the details, which say more than that it failed. */
export function wordsOf(data: unknown, message: string): string {
  const errors: unknown = data instanceof Object && "errors" in data ? data.errors : [];
  const details = Array.isArray(errors) ? errors.map(detail).filter((words) => words !== "") : [];
  const said = message.replace(/ - https:\/\/docs\.github\.com\S*$/, "");
  return inertLine(details.length > 0 ? details.join(", ") : said, 300);
}

function detail(error: unknown): string {
  if (typeof error === "string") return error;
  const said = new Map<string, unknown>(Object.entries(error ?? {}));
  const parts = said.has("message") ? [said.get("message")] : [said.get("field"), said.get("code")];
  return parts.filter((part) => typeof part === "string").join(" ");
}
