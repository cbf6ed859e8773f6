import { catalogueProperty } from "./catalogue-of.ts";
import type { CatalogueField, CatalogueProperty, Item, ListEdit } from "./catalogue.ts";
import { editSection } from "./edit-section.ts";
import { fieldsOf } from "./lists/fields-of.ts";
import { readSection, type Reading } from "./read-section.ts";
import { pictureAddress } from "./pictures/picture-address.ts";
import type { PropertyDefinition, PropertyOf, SectionDefinition } from "./site-definition.ts";
import { checkValue } from "./value.ts";

/** What a property is now, and whether another value was really put there and read back. */
export interface Proof extends Reading {
  /** Why it could not be changed; null when it could, or when only its owner knows a value it may have. */
  problem: string | null;
  tried: boolean;
  /** Of a list: what cannot be done to it, and why. */
  cannot?: { what: string; why: string }[];
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
): Promise<Pick<Proof, "problem" | "tried" | "cannot">> {
  if (!now.ok) return { problem: now.message, tried: true };
  if (Array.isArray(now.value)) return proofOfList(section, content, { property, items: now.value });
  const trial = property.kind === "image" ? pictureTrial(property, now.value) : null;
  if (trial && !trial.ok) return { problem: trial.message, tried: true };
  const values = trial ? [trial.address] : trials(catalogueProperty(property), now.value);
  for (const value of values) {
    const edit = await editSection({ sections: [section] }, content, {
      section: section.id,
      updates: { [property.id]: value },
    });
    if (edit.ok && edit.changes.length > 0) return { problem: null, tried: true };
    // A value that may not stand there says nothing about the place.
    if (!edit.ok && edit.code !== "invalid-value") return { problem: edit.message, tried: true };
  }
  return { problem: null, tried: false };
}

const pictureTrial = (property: PropertyOf<"image">, now: string | null) =>
  pictureAddress(property, now, "tried-by-ux-agent.png");

const TRIALS: Record<CatalogueField["value"], string[]> = {
  text: ["Tried by ux-agent", "Tried", "Hi", "7", "8", "true", "false", "2026-01-02"],
  color: ["#123456", "#654321"],
  url: ["/tried-by-ux-agent", "https://example.com/tried-by-ux-agent"],
};

/** Other values than today's that the property may have, as far as they can be known. */
function trials(property: CatalogueProperty, now: string | null): string[] {
  const { value, rules } = property;
  if (value === "links") return [];
  return [...(rules.oneOf ?? []), ...TRIALS[value]].filter(
    (each) => each !== now && checkValue(property, each).ok,
  );
}

/** Adds an item, changes, moves and removes one, each on a copy. A list has a problem when none of it can be done. */
async function proofOfList(
  section: SectionDefinition,
  content: Uint8Array,
  { property, items }: { property: PropertyDefinition; items: Item[] },
): Promise<Pick<Proof, "problem" | "tried" | "cannot">> {
  const cannot: NonNullable<Proof["cannot"]> = [];
  const attempts = listTrials(catalogueProperty(property), items);
  for (const [what, edit] of attempts) {
    const updates = { [property.id]: [edit] };
    const outcome = await editSection({ sections: [section] }, content, { section: section.id, updates });
    if (!outcome.ok) cannot.push({ what, why: outcome.message });
  }
  const [first] = cannot;
  if (first !== undefined && cannot.length === attempts.length) return { problem: first.why, tried: true };
  return { problem: null, tried: attempts.length > 0, ...(first === undefined ? {} : { cannot }) };
}

function listTrials(property: CatalogueProperty, items: Item[]): [what: string, edit: ListEdit][] {
  const fields = fieldsOf(property);
  const tried = fields.flatMap(({ id, value, rules, optional }): [string, string][] => {
    const [trial] = trials({ id, label: id, names: [], value, rules }, null);
    return trial === undefined || optional === true ? [] : [[id, trial]];
  });
  const isWhole = tried.length === fields.filter(({ optional }) => optional !== true).length;
  const adding: [string, ListEdit][] = isWhole ? [["add", { add: Object.fromEntries(tried) }]] : [];
  const changing: [string, ListEdit][] =
    tried.length === 0 ? [] : [["change", { change: "#1", set: Object.fromEntries(tried.slice(0, 1)) }]];
  if (items.length === 0) return adding;
  const moving: [string, ListEdit][] = items.length === 1 ? [] : [["move", { move: "#1", to: "last" }]];
  return [...adding, ...changing, ...moving, ["remove", { remove: `#${items.length}` }]];
}
