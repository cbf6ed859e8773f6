import type { Catalogue, CatalogueProperty, CatalogueSection } from "#src/site/catalogue.ts";
import { exampleValue } from "./example.ts";
import { interpret } from "./interpret.ts";

/** A name that a site gives to a section, or to a property of it, and by which neither can be asked for in plain words. */
export interface UnsayableName {
  section: string;
  property: string | null;
  name: string;
}

/**
 * The names of a site that plain words do not find, because they mean something else in a sentence (`Now`, `The page`), are
 * longer than a name can be, or belong to two parts at once. Each is tried in a request as people write it.
 */
export function unsayableNames(catalogue: Catalogue): UnsayableName[] {
  return catalogue.sections.flatMap((section) => {
    const names = namesOf(section).map((name) => ({ name, sayable: isSayable(catalogue, section, name) }));
    const place = names.find(({ sayable }) => sayable)?.name ?? section.id;
    return [
      ...names
        .filter(({ sayable }) => !sayable)
        .map(({ name }) => ({ section: section.id, property: null, name })),
      ...section.properties.flatMap((property) => unsayableIn(catalogue, { section, property, place })),
    ];
  });
}

/** `Change the footer` leaves everything open but the section. */
function isSayable(catalogue: Catalogue, section: CatalogueSection, name: string): boolean {
  const meaning = interpret({ description: `change the ${name}`, image_count: 0, answers: {} }, catalogue);
  return meaning.outcome !== "refused" && meaning.section === section.id;
}

interface Named {
  section: CatalogueSection;
  property: CatalogueProperty;
  /** What the section is called. */
  place: string;
}

function unsayableIn(catalogue: Catalogue, named: Named): UnsayableName[] {
  const { section, property } = named;
  if (property.value === "links") return [];
  return namesOf(property)
    .filter((name) => !finds(catalogue, named, name))
    .map((name) => ({ section: section.id, property: property.id, name }));
}

function finds(catalogue: Catalogue, { section, property, place }: Named, name: string): boolean {
  const value = exampleValue(property) ?? "Hello";
  const words = property.value === "text" ? `"${value}"` : value;
  const meanings = [`change the ${name} of the ${place} to ${words}`, `${name} of the ${place}: ${words}`];
  return meanings.every((description) => {
    const meaning = interpret({ description, image_count: 0, answers: {} }, catalogue);
    if (meaning.outcome === "refused" || meaning.section !== section.id) return false;
    if (meaning.outcome === "understood") return Object.keys(meaning.updates).join() === property.id;
    // A rule that only its owner knows how to keep: the value is asked for, and the name was understood.
    return meaning.questions.length === 1 && meaning.questions[0]?.id === `value:${property.id}`;
  });
}

function namesOf({ label, names }: { label: string; names: string[] }): string[] {
  return [...new Set([label, ...names])];
}
