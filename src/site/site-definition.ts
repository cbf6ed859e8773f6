/** The parsed `ux-agent.json` of a site. */
export interface SiteDefinition {
  sections: { id: string; label: string; names: string[]; file: string }[];
}
