import { sentence } from "#src/words/sentence.ts";
import { isDeepStrictEqual } from "node:util";
import type { Part } from "./catalogue.ts";
import type { Change, EditOutcome } from "./edit.ts";
import { MOST_ROUNDS, roundsOf } from "./lists/rounds.ts";
import { locate } from "./locate.ts";
import { parseSource } from "./parse-source.ts";
import { readEdited } from "./read-edited.ts";
import { type EditInRounds, planEdit, type Step } from "./plan-edit.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { SectionDefinition, SiteDefinition } from "./site-definition.ts";
import type { Parsed, SourceFile } from "./source-file.ts";
import { decodeSource, encodeSource } from "./source-text.ts";
import { applySplices } from "./splice.ts";
import { wantedEdits, type Edit } from "./wanted-edits.ts";

/** Applies all updates of one section to its file: {@link editFile} for one part. */
export async function editSection(
  definition: SiteDefinition,
  content: Uint8Array,
  part: Part,
): Promise<EditOutcome> {
  const edited = await editFile(definition, content, [part]);
  return edited.ok ? { ok: true, content: edited.content, changes: edited.changes.flat() } : edited;
}

/** The file after the edit, and the changes of each part. */
export type EditedFile = { ok: true; content: Uint8Array; changes: Change[][] } | Refusal;

/**
 * Applies all updates of sections that share one file as one edit, whose outcome does not depend on their order. Only the
 * bytes that have to change do; the edited file is parsed again, and every property has to read back as its value.
 * The same file, definition and updates give the same bytes; only the parser of the file’s format is loaded on the way.
 */
export async function editFile(
  definition: SiteDefinition,
  content: Uint8Array,
  parts: [Part, ...Part[]],
): Promise<EditedFile> {
  const wanted: Edit[][] = [];
  const [first] = parts;
  for (const { section: id, updates } of parts) {
    const section = sectionIn(definition, id);
    if ("ok" in section) return section;
    const edits = wantedEdits(section, updates);
    if (!edits.ok) return edits;
    wanted.push(edits.edits);
  }
  const section = sectionIn(definition, first.section);
  if ("ok" in section) return section;
  const decoded = decodeSource(section.file, content);
  if (!decoded.ok) return decoded;
  const edited = await editText(section.file, decoded.source.text, wanted.flat());
  if (!edited.ok) return edited;
  const changed =
    edited.text === decoded.source.text ? content : encodeSource({ ...decoded.source, text: edited.text });
  const changes = wanted.map((edits) => edits.flatMap((edit) => edited.changes.get(edit) ?? []));
  return { ok: true, content: changed, changes };
}

/** The section that is called so, or why there is none. */
export function sectionIn({ sections }: SiteDefinition, id: string): SectionDefinition | Refusal {
  const section = sections.find((each) => each.id === id);
  return section ?? refuse("unknown-section", sentence("site.section-gone", { section: id }));
}

type EditedText = { ok: true; text: string; changes: Map<Edit, Change[]> } | Refusal;

/**
 * Every edit is placed in the file as it was, so that none depends on another. Only what is done to one list is done in its
 * order, each in what the one before it left.
 */
async function editText(path: string, text: string, edits: Edit[]): Promise<EditedText> {
  const together = await editInRounds(path, text, inRounds(edits, true));
  // The first item of an empty list is written in another way than those after it.
  return together.ok ? together : editInRounds(path, text, inRounds(edits, false));
}

const inRounds = (edits: Edit[], together: boolean): EditInRounds[] =>
  edits.map((edit) => ({ edit, rounds: "edits" in edit ? roundsOf(edit.edits, together) : [] }));

async function editInRounds(path: string, text: string, edits: EditInRounds[]): Promise<EditedText> {
  const changes = new Map<Edit, Change[]>(edits.map(({ edit }) => [edit, []]));
  let edited = text;
  const rounds = Math.max(1, ...edits.map((each) => each.rounds.length));
  if (rounds > MOST_ROUNDS) return tooMany(rounds);
  for (let round = 0; round < rounds; round += 1) {
    const outcome = await editOnce(path, edited, { edits, round });
    if (!outcome.ok) return outcome;
    edited = outcome.text;
    for (const step of outcome.steps) changes.get(step.edit)?.push(...step.changes);
  }
  return { ok: true, text: edited, changes };
}

async function editOnce(
  path: string,
  text: string,
  { edits, round }: { edits: EditInRounds[]; round: number },
): Promise<{ ok: true; text: string; steps: Step[] } | Refusal> {
  const parsed = await parseSource(path, text);
  if (!parsed.ok) return parsed;
  const steps: Step[] = [];
  for (const edit of edits) {
    const step = planEdit(parsed.file, edit, round);
    if (!step.ok) return step;
    steps.push(step);
  }
  const splices = steps.flatMap((step) => step.splices);
  const edited = applySplices(text, splices);
  if (edited === null) return conflict(edits.map(({ edit }) => edit));
  // The items of a list have to be where they are in the whole file.
  const isOfList = steps.some(({ items }) => items !== undefined);
  const after = isOfList
    ? await parseSource(path, edited)
    : await readEdited(parsed.file, { path, edited, splices });
  return verify(after, steps) ?? { ok: true, text: edited, steps };
}

/** null when the edited file parses, every property reads back as its value, and every list as it is to be. */
function verify(parsed: Parsed, steps: Step[]): Refusal | null {
  const wrong = steps.find((step) => !parsed.ok || !readsBack(parsed.file, step));
  if (wrong === undefined) return null;
  return steps.length > 1 ? conflict(steps.map(({ edit }) => edit)) : notVerified(wrong.edit, parsed);
}

function readsBack(file: SourceFile, { edit, items }: Step): boolean {
  const located = locate(file, edit.property);
  if (!located.ok) return false;
  const { slot } = located;
  if (slot.holds === "value")
    return "value" in edit && (slot.current === edit.value || slot.isThere?.(edit.value) === true);
  return items !== undefined && isDeepStrictEqual(slot.current, items);
}

function notVerified({ property }: Edit, parsed: Parsed): Refusal {
  const isLost = parsed.ok && !locate(parsed.file, property).ok;
  const about = { property: property.label };
  return refuse("not-verified", sentence(isLost ? "site.not-found-again" : "site.not-exact", about));
}

function tooMany(rounds: number): Refusal {
  return refuse("invalid-value", sentence("site.many-steps", { most: MOST_ROUNDS, count: rounds }));
}

function conflict(edits: Edit[]): Refusal {
  const properties = edits.map(({ property }) => property.label).join(", ");
  return refuse("conflict", sentence("site.conflict", { properties }));
}
