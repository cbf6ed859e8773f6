import type * as z from "zod";
import { crossChecks } from "./definition-checks.ts";
import { parseDefinitionJson } from "./definition-json.ts";
import { describeIssue, type DefinitionProblem } from "./definition-problem.ts";
import { siteDefinitionSchema, type SectionDefinition, type SiteDefinition } from "./site-definition.ts";

type WrittenSection = z.output<typeof siteDefinitionSchema>["sections"][number];

export type DefinitionOutcome =
  | { ok: true; definition: SiteDefinition }
  | { ok: false; problems: DefinitionProblem[] };

/** Reads `ux-agent.json`; what is wrong is told all at once, each with its path in the JSON and what to do. */
export function readSiteDefinition(content: Uint8Array): DefinitionOutcome {
  const json = parseDefinitionJson(content);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  const parsed = siteDefinitionSchema.safeParse(json.value, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(describeIssue) };
  const { url, sections } = parsed.data;
  const definition = { ...(url === undefined ? {} : { url }), sections: sections.map(labelled) };
  const problems = crossChecks(definition);
  return problems.length === 0 ? { ok: true, definition } : { ok: false, problems };
}

function labelled(written: WrittenSection): SectionDefinition {
  const properties = written.properties.map((each) => ({ ...each, label: each.label ?? labelOf(each.id) }));
  return { ...written, label: written.label ?? labelOf(written.id), properties };
}

/** `hero-text` → `Hero text`. */
function labelOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
