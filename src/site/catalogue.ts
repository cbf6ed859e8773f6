/**
 * What people may change on a site, without where it is in the files: enough to understand a request and to list
 * what is possible. It is small, so that it can be stored in the table and read by every function.
 */
export interface Catalogue {
  /** The Git blob id of the `ux-agent.json` it was made from; another id means that it is out of date. */
  version: string;
  sections: CatalogueSection[];
}

export interface CatalogueSection {
  id: string;
  label: string;
  /** What else people call it, in lower case; ids and labels are understood without being listed. */
  names: string[];
  properties: CatalogueProperty[];
}

export interface CatalogueProperty {
  id: string;
  label: string;
  names: string[];
  value: ValueType;
  rules: ValueRules;
  /** A sentence shown to people beside the property. */
  hint?: string;
}

/** What a value is, whatever kind of edit it needs: `links` adds items to a list, the others replace one value. */
export type ValueType = "text" | "color" | "url" | "links";

export interface ValueRules {
  /** In characters as people count them (Unicode code points). */
  maxLength?: number;
  /** A regular expression that the whole value must match. */
  pattern?: string;
  oneOf?: string[];
}

export interface Link {
  label: string;
  href: string;
}

/** Property id → the value it is to have, or for `links` the items to add. */
export type Updates = Record<string, string | Link[]>;
