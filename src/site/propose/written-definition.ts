import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import type { SectionDefinition } from "#src/site/site-definition.ts";
import type { WrittenSection } from "./proposal.ts";

/** A section read like one that a person wrote into `ux-agent.json`; null when something is wrong with it. */
export function writtenDefinition(section: WrittenSection): SectionDefinition | null {
  const outcome = readSiteDefinition(new TextEncoder().encode(JSON.stringify({ sections: [section] })));
  return outcome.ok ? (outcome.definition.sections[0] ?? null) : null;
}
