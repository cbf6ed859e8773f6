import { isDeepStrictEqual } from "node:util";
import type { Part } from "#src/site/catalogue.ts";
import { type Change, subjectOf } from "#src/site/edit.ts";
import { editSection, sectionIn } from "#src/site/edit-section.ts";
import { labelOf } from "#src/site/edit-site.ts";
import { locate } from "#src/site/locate.ts";
import { parseFile } from "#src/site/parse-file.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { SectionDefinition, SiteDefinition } from "#src/site/site-definition.ts";
import type { ListSlot } from "#src/site/slot.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import { wantedEdits, type Edit } from "#src/site/wanted-edits.ts";
import { listSteps } from "./list-steps.ts";
import { undoList } from "./undo-list.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { toldBy } from "#src/words/words.ts";

/** What was published: the parts of its request, and every change that they made. */
export interface Published {
  parts: Part[];
  changes: Change[];
}

/** The files of its sections as they are now, and as they were when it was previewed, where that is known. */
export interface Files {
  now: ReadonlyMap<string, Uint8Array>;
  before: ReadonlyMap<string, Uint8Array>;
}

/** A value that is no longer the one that was published. */
export interface Moved {
  section: string;
  property: string;
  /** What it is called, in words for people. */
  subject: string;
  before: string;
  published: string;
  now: string;
}

/** What takes a publication back on the site as it is now. */
export interface Undone {
  ok: true;
  /** Where the value that was published still stands, and what stood there before. */
  parts: Part[];
  /** What someone has changed since. */
  moved: Moved[];
  /** What cannot be brought back, each with why. */
  left: (string | Sentence)[];
}

/** How a published change is taken back: values by what the record says, lists by what was done to them. */
export async function undoSite(
  definition: SiteDefinition,
  published: Published,
  files: Files,
): Promise<Undone | Refusal> {
  const undone: Undone = { ok: true, parts: [], moved: [], left: [] };
  for (const part of published.parts) {
    const section = sectionIn(definition, part.section);
    if ("ok" in section) return section;
    const changes = changesOf(definition, published, part);
    if (changes === null) return refuse("unknown-section", sentence("site.other-settings"));
    const of = { definition, section, part, changes, files };
    const values = await undoValues(of);
    if ("ok" in values) return values;
    const lists = await undoLists(of);
    const updates = { ...values.updates, ...lists.updates };
    if (Object.keys(updates).length > 0) undone.parts.push({ section: section.id, updates });
    undone.moved.push(...values.moved);
    undone.left.push(...values.left, ...lists.left);
  }
  return undone;
}

/** The changes that one part made; a request for several sections names each by its label. Null when no label tells. */
function changesOf(definition: SiteDefinition, { parts, changes }: Published, part: Part): Change[] | null {
  if (parts.length === 1) return changes;
  const labels = parts.map(({ section }) => labelOf(definition, section));
  const isSure =
    new Set(labels).size === labels.length &&
    changes.every(({ section }) => section !== undefined && labels.includes(section));
  return isSure ? changes.filter(({ section }) => section === labelOf(definition, part.section)) : null;
}

interface OfPart {
  definition: SiteDefinition;
  section: SectionDefinition;
  part: Part;
  changes: Change[];
  files: Files;
}

type UndoneValues = Pick<Undone, "moved" | "left"> & { updates: Record<string, string> };

/** What making the same change once more would still change is what no longer is as it was published. */
async function undoValues(of: OfPart): Promise<UndoneValues | Refusal> {
  const { definition, section, part, changes, files } = of;
  const single = Object.entries(part.updates).filter(([, value]) => typeof value === "string");
  const undone: UndoneValues = { updates: {}, moved: [], left: [] };
  if (single.length === 0) return undone;
  const content = files.now.get(section.file) ?? new Uint8Array();
  const again = await editSection(definition, content, { ...part, updates: Object.fromEntries(single) });
  if (!again.ok) return again;
  const different = new Map(again.changes.map((change) => [change.property, change]));
  for (const change of changes.filter(({ property }) => single.some(([id]) => id === property))) {
    const { property, before, after: published } = change;
    const since = different.get(property);
    const now = since ? (since.before ?? "") : published;
    if (now === before) continue;
    if (before === null) undone.left.push(sentence("note.nothing-before", { what: subjectOf(change) }));
    else if (!since) undone.updates[property] = before;
    else
      undone.moved.push({
        section: section.id,
        property,
        subject: subjectOf(change),
        before,
        published,
        now,
      });
  }
  return undone;
}

type ListEditOf = Extract<Edit, { edits: unknown }>;
type UndoneLists = Pick<Undone, "left"> & Pick<Part, "updates">;

async function undoLists({ section, part, files }: OfPart): Promise<UndoneLists> {
  const undone: UndoneLists = { updates: {}, left: [] };
  const lists = Object.fromEntries(
    Object.entries(part.updates).filter(([, value]) => typeof value !== "string"),
  );
  const wanted = wantedEdits(section, lists);
  if (!wanted.ok)
    return {
      ...undone,
      left: [sentence("note.of-section", { section: section.label, what: toldBy(wanted) })],
    };
  if (wanted.edits.length === 0) return undone;
  const fileNow = await fileOf(section, files.now);
  const fileBefore = await fileOf(section, files.before);
  for (const edit of wanted.edits.filter((each): each is ListEditOf => "edits" in each)) {
    const { property, edits } = edit;
    const now = listIn(fileNow, edit);
    const before = listIn(fileBefore, edit);
    const steps = before && listSteps(before, property.label, edits);
    if (!now || !before || !steps) {
      undone.left.push(sentence("note.not-known", { what: property.label }));
      continue;
    }
    // It was never merged, or is taken back already.
    if (isDeepStrictEqual(now.current, before.current)) continue;
    const list = undoList(now, steps);
    if (list.edits.length > 0) undone.updates[property.id] = list.edits;
    undone.left.push(
      ...list.left.map((name) => sentence("note.changed-since", { what: `${property.label} › ${name}` })),
    );
  }
  return undone;
}

/** The file of a section as it is among some files; null where it cannot be read. */
async function fileOf({ file }: SectionDefinition, contents: Files["now"]): Promise<SourceFile | null> {
  const content = contents.get(file);
  const parsed = content && (await parseFile(file, content));
  return parsed?.ok ? parsed.file : null;
}

function listIn(file: SourceFile | null, { property }: ListEditOf): ListSlot | null {
  const located = file && locate(file, property);
  return located?.ok && located.slot.holds === "list" ? located.slot : null;
}
