import { joinedId, nameOfFile, withNames, type WrittenSection } from "./proposal.ts";

const MOST_SECTIONS = 100;
const MOST_NAMES = 5;
/** How many properties of each section there may be; fewer of each, the first ones, before any section is left out. */
const MOST_PROPERTIES = [50, 30, 20, 12, 8];
/** In bytes of the file as it is written, somewhat less than a definition may have. */
const LARGEST = 190_000;

export interface Fitted {
  kept: WrittenSection[];
  /** Sections that there was no room for. */
  over: WrittenSection[];
  /** Sections that are not there with all that was found. */
  shortened: WrittenSection[];
}

/** The sections that fit into one definition, in their order, and what did not. */
export function fitLimits(sections: WrittenSection[]): Fitted {
  const tried = MOST_PROPERTIES.map((most) => fitWith(sections.slice(0, MOST_SECTIONS), most));
  const complete = tried.find(({ over }) => over.length === 0) ?? tried.at(-1);
  const { kept = [], over = [], shortened = [] } = complete ?? {};
  return { kept, over: [...over, ...sections.slice(MOST_SECTIONS)], shortened };
}

function fitWith(sections: WrittenSection[], most: number): Fitted {
  const fitted: Fitted = { kept: [], over: [], shortened: [] };
  let size = 0;
  for (const section of sections) {
    const shorter = { ...section, properties: section.properties.slice(0, most) };
    size += new TextEncoder().encode(JSON.stringify({ sections: [shorter] }, null, 2)).byteLength;
    fitted[size > LARGEST ? "over" : "kept"].push(shorter);
    if (section.properties.length > most) fitted.shortened.push(section);
  }
  return fitted;
}

/** Two parts may be called the same: the later one gets another name, and only the first keeps a name that both have. */
export function withOwnNames(sections: WrittenSection[]): WrittenSection[] {
  const ids = new Map<string, string>();
  const numbered = sections.map((section) => {
    let { id } = section;
    // Another part of that name is told by the folder or the file it is in.
    if (ids.has(id) && ids.get(id) !== section.file) id = joinedId([placeOf(section.file), section.id]) || id;
    for (let count = 2; ids.has(id); count += 1) id = `${section.id.slice(0, 28)}-${count}`;
    ids.set(id, section.file);
    return { ...section, id };
  });
  const named = uniqueNames(numbered, []);
  // What a section is called is no name of a property: “the about” is the section, and “the about link” the property.
  const ofSections = named.flatMap(({ id, names = [] }) => [id, id.replaceAll("-", " "), ...names]);
  return named.map((section) => ({ ...section, properties: uniqueNames(section.properties, ofSections) }));
}

function placeOf(file: string): string {
  const name = nameOfFile(file);
  return /^(?:home|hugo|config|_?site)$/i.test(name) ? (file.split("/").at(-2) ?? name) : name;
}

function uniqueNames<Part extends { id: string; names?: string[] }>(parts: Part[], before: string[]): Part[] {
  const taken = new Set([...before, ...parts.flatMap(({ id }) => [id, id.replaceAll("-", " ")])]);
  return parts.map((part) => {
    const own = (part.names ?? []).filter(
      (name) => name !== "section" && !taken.has(name) && taken.add(name),
    );
    return withNames(part, own.slice(0, MOST_NAMES));
  });
}
