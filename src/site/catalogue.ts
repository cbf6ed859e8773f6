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
  /** Of a list: what its items are made of, the field that names an item first; absent for links (`label`, `href`). */
  fields?: CatalogueField[];
  /** Whether it is the address of a picture, so that an attached one can take its place. */
  picture?: true;
}

/** One of the values that an item of a list is made of. */
export interface CatalogueField {
  id: string;
  value: Exclude<ValueType, "links">;
  rules: ValueRules;
  /** Whether an item may be without it. */
  optional?: true;
}

/** What a value is, whatever kind of edit it needs: `links` is a list of items, the others are one value. */
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

/** One item of a list: field id → value. */
export type Item = Record<string, string>;

/** A place in a list: at one of its ends, or beside another item, which is named like one that is changed. */
export type Spot = "first" | "last" | { before: string } | { after: string };

/**
 * What is done to a list. An item is named by one of its fields, as people say it: `About`, `/about`. A link alone is
 * added after the last one.
 */
export type ListEdit =
  | Link
  | { add: Item; to?: Spot }
  | { change: string; set: Item }
  | { remove: string }
  | { move: string; to: Spot };

/** What is to change in one section. */
export interface Part {
  section: string;
  updates: Updates;
}

/** Property id → the value it is to have, or for `links` what is done to the list, in this order. */
export type Updates = Record<string, string | ListEdit[]>;
