import { catalogueProperty } from "./catalogue-of.ts";
import type { CatalogueProperty, Link, Updates } from "./catalogue.ts";
import { editSection } from "./edit-section.ts";
import { readSection, type Reading } from "./read-section.ts";
import type { PropertyDefinition, SectionDefinition } from "./site-definition.ts";
import { checkValue } from "./value.ts";

/** What a property is now, and whether another value was really put there and read back. */
export interface Proof extends Reading {
  /** Why it could not be changed; null when it could, or when only its owner knows a value it may have. */
  problem: string | null;
  tried: boolean;
}

/**
 * Changes every property of a section on a copy of its file, each by itself, as a request would. That finds what
 * reading does not: a selector that depends on the value it changes, a text that another place gives back.
 */
export async function proveSection(section: SectionDefinition, content: Uint8Array): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const reading of await readSection(section, content))
    proofs.push({ ...reading, ...(await proofOf(section, content, reading)) });
  return proofs;
}

async function proofOf(
  section: SectionDefinition,
  content: Uint8Array,
  { property, now }: Reading,
): Promise<Pick<Proof, "problem" | "tried">> {
  if (!now.ok) return { problem: now.message, tried: true };
  for (const value of trials(property, now.value)) {
    const edit = await editSection({ sections: [section] }, section.id, content, { [property.id]: value });
    if (edit.ok && edit.changes.length > 0) return { problem: null, tried: true };
    // A value that may not stand there says nothing about the place.
    if (!edit.ok && edit.code !== "invalid-value") return { problem: edit.message, tried: true };
  }
  return { problem: null, tried: false };
}

const TRIALS: Record<CatalogueProperty["value"], string[]> = {
  text: ["Tried by ux-agent", "Tried", "Hi", "7", "8", "true", "false", "2026-01-02"],
  color: ["#123456", "#654321"],
  url: ["/tried-by-ux-agent", "https://example.com/tried-by-ux-agent"],
  links: [],
};

/** Other values than today's that the property may have, as far as they can be known. */
function trials(property: PropertyDefinition, now: string | null | Link[]): Updates[string][] {
  const { value, rules, ...described } = catalogueProperty(property);
  if (value === "links") return [[{ label: "Tried", href: "/tried-by-ux-agent" }]];
  return [...(rules.oneOf ?? []), ...TRIALS[value]].filter(
    (each) => each !== now && checkValue({ ...described, value, rules }, each).ok,
  );
}
