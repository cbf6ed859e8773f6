import type { SiteDefinition } from "./site-definition.ts";

/** Where the live page with a section is; undefined where the site does not say. */
export function addressOf({ url: site, sections }: SiteDefinition, sectionId: string): string | undefined {
  const own = sections.find(({ id }) => id === sectionId)?.url;
  return own === undefined ? site : new URL(own, site).href;
}
