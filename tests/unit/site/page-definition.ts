import type { SiteDefinition } from "#src/site/site-definition.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";

/** A site with one section, `page`, and the given properties, as its `ux-agent.json` would describe it. */
export function definitionOf(file: string, properties: object[]): SiteDefinition {
  const json = JSON.stringify({ sections: [{ id: "page", file, properties }] });
  const outcome = readSiteDefinition(new TextEncoder().encode(json));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.definition;
}
