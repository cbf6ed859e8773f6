import type { Updates } from "#src/site/catalogue.ts";
import { editSection } from "#src/site/edit-section.ts";
import { definitionOf } from "./page-definition.ts";

export const title = { id: "title", kind: "text", selector: "h1" };
export const color = { id: "color", kind: "style", selector: "h1", style: "color" };
export const target = { id: "target", kind: "attribute", selector: "a", attribute: "href" };
/** A page with a title. */
export const PAGE = "const node = <h1>Old</h1>;\n";

/** Edits a file of a site with one section of these properties. */
export function edit(file: string, properties: object[], content: string | Uint8Array, updates: Updates) {
  const before = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return editSection(definitionOf(file, properties), before, { section: "page", updates });
}

/** The edited text, or the code of the refusal. */
export async function outcomeOf(...given: Parameters<typeof edit>): Promise<string> {
  const outcome = await edit(...given);
  return outcome.ok ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(outcome.content) : outcome.code;
}

/** What a person reads of the refusal; nothing when it was edited. */
export const messageOf = async (...given: Parameters<typeof edit>): Promise<string> => {
  const outcome = await edit(...given);
  return outcome.ok ? "" : outcome.message;
};
