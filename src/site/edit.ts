import type { SiteDefinition } from "#src/site/site-definition.ts";
import type { Updates } from "#src/site/catalogue.ts";

/** One changed property, in words for people: what stood there and what stands there now. */
export interface Change {
  property: string;
  label: string;
  /** null where nothing stood there (an added link, an attribute that was not set). */
  before: string | null;
  after: string;
  /** Whether before and after are colours, so that they can be shown as such. */
  color?: boolean;
}

export type EditOutcome =
  | { ok: true; content: Uint8Array; changes: Change[] }
  /** `message`: one or two sentences for people that say what is wrong and what to do. */
  | { ok: false; code: string; message: string };

/** Applies all updates of one section to its file. Pure; placeholder until src/site is complete. */
export type EditSection = (
  definition: SiteDefinition,
  section: string,
  content: Uint8Array,
  updates: Updates,
) => EditOutcome;
