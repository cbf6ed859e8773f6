import { catalogueProperty } from "./catalogue-of.ts";
import type { Link, Updates } from "./catalogue.ts";
import { refusalForCssValue } from "./css/css-value.ts";
import type { Change, EditOutcome } from "./edit.ts";
import { locate } from "./locate.ts";
import { readEdited } from "./read-edited.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { problemWithInvisible } from "./invisible-characters.ts";
import type { PropertyDefinition, SectionDefinition, SiteDefinition } from "./site-definition.ts";
import type { LinksSlot, Placed, ValueSlot } from "./slot.ts";
import { decodeSource, encodeSource } from "./source-text.ts";
import { parseSource } from "./parse-source.ts";
import type { Parsed, SourceFile } from "./source-file.ts";
import { applySplices, type Splice } from "./splice.ts";
import { checkLink, checkValue } from "./value.ts";

/**
 * Applies all updates of one section to its file as one edit, whose outcome does not depend on their order. Only the
 * bytes that have to change do; the edited file is parsed again, and every property has to read back as its value.
 * The same file, definition and updates give the same bytes; only the parser of the file’s format is loaded on the way.
 */
export async function editSection(
  definition: SiteDefinition,
  sectionId: string,
  content: Uint8Array,
  updates: Updates,
): Promise<EditOutcome> {
  const section = definition.sections.find(({ id }) => id === sectionId);
  if (section === undefined) {
    return refuse(
      "unknown-section",
      `This site has no section “${sectionId}” any more: ask again with another one.`,
    );
  }
  const wanted = wantedEdits(section, updates);
  if (!wanted.ok) return wanted;
  const decoded = decodeSource(section.file, content);
  if (!decoded.ok) return decoded;
  const edited = await editText(section.file, decoded.source.text, wanted.edits);
  if (!edited.ok) return edited;
  const changed =
    edited.text === decoded.source.text ? content : encodeSource({ ...decoded.source, text: edited.text });
  return { ok: true, content: changed, changes: edited.changes };
}

type Edit =
  | { property: Exclude<PropertyDefinition, { kind: "link" }>; value: string }
  | { property: Extract<PropertyDefinition, { kind: "link" }>; links: Link[] };

/** The updates in the order of ux-agent.json, each with a value that its property may have. */
function wantedEdits(section: SectionDefinition, updates: Updates): { ok: true; edits: Edit[] } | Refusal {
  const unknown = Object.keys(updates).find(
    (id) => !section.properties.some((property) => property.id === id),
  );
  if (unknown !== undefined) {
    return refuse(
      "unknown-property",
      `${section.label} has no “${unknown}” any more: ask again with another property.`,
    );
  }
  const edits: Edit[] = [];
  for (const property of section.properties) {
    const value = Object.hasOwn(updates, property.id) ? updates[property.id] : undefined;
    if (value === undefined) continue;
    const edit = typeof value === "string" ? valueEdit(property, value) : linkEdit(property, value);
    if (!edit.ok) return edit;
    edits.push(edit.edit);
  }
  return { ok: true, edits };
}

type Wanted = { ok: true; edit: Edit } | Refusal;

function valueEdit(property: PropertyDefinition, value: string): Wanted {
  if (property.kind === "link") return refuse("invalid-value", `${property.label} takes links, not a text.`);
  const checked = checkValue(catalogueProperty(property), value);
  if (!checked.ok) return refuse("invalid-value", checked.message);
  const isCss = property.kind === "style" || property.kind === "variable";
  const refusal = isCss ? refusalForCssValue(checked.value) : null;
  return refusal ?? { ok: true, edit: { property, value: checked.value } };
}

function linkEdit(property: PropertyDefinition, links: Link[]): Wanted {
  if (property.kind !== "link")
    return refuse("invalid-value", `${property.label} takes one value, not links.`);
  const checked: Link[] = [];
  for (const link of links) {
    const outcome = checkLink(link, catalogueProperty(property).rules);
    if (!outcome.ok) return refuse("invalid-value", outcome.message);
    checked.push(outcome.value);
  }
  return { ok: true, edit: { property, links: checked } };
}

type EditedText = { ok: true; text: string; changes: Change[] } | Refusal;

async function editText(path: string, text: string, edits: Edit[]): Promise<EditedText> {
  const parsed = await parseSource(path, text);
  if (!parsed.ok) return parsed;
  const planned = plan(parsed.file, edits);
  if (!planned.ok) return planned;
  const edited = applySplices(text, planned.splices);
  if (edited === null) return conflict(edits);
  const after = await readEdited(parsed.file, { path, edited, splices: planned.splices });
  return verify(after, edits) ?? { ok: true, text: edited, changes: planned.changes };
}

/** Every edit is placed in the file as it was, so that none depends on another. */
function plan(file: SourceFile, edits: Edit[]): { ok: true; splices: Splice[]; changes: Change[] } | Refusal {
  const splices: Splice[] = [];
  const changes: Change[] = [];
  for (const edit of edits) {
    const step = planOne(file, edit);
    if (!step.ok) return step;
    splices.push(...step.splices);
    changes.push(...step.changes);
  }
  return { ok: true, splices, changes };
}

type Step = { ok: true; splices: Splice[]; changes: Change[] } | Refusal;

function planOne(file: SourceFile, edit: Edit): Step {
  const located = locate(file, edit.property);
  if (!located.ok) return located;
  const { slot } = located;
  if (slot.holds === "links")
    return "links" in edit ? planLinks(slot, edit.property, edit.links) : mismatch(edit);
  return "value" in edit ? planValue(slot, edit.property, edit.value) : mismatch(edit);
}

function planValue(slot: ValueSlot, property: PropertyDefinition, value: string): Step {
  if (slot.current === value) return { ok: true, splices: [], changes: [] };
  const problem = problemWithInvisible(property.label, value, [slot.current]);
  if (problem !== null) return refuse("invalid-value", problem);
  const change: Change = { property: property.id, label: property.label, before: slot.current, after: value };
  const isColor = catalogueProperty(property).value === "color";
  return withChanges(slot.put(value), [isColor ? { ...change, color: true } : change]);
}

function planLinks(slot: LinksSlot, { id, label }: PropertyDefinition, links: Link[]): Step {
  const added = slot.missing(links);
  if (added.length === 0) return { ok: true, splices: [], changes: [] };
  const problem = added
    .flatMap(({ label: words, href }) => [
      problemWithInvisible("The text of a link", words, []),
      problemWithInvisible("The address of a link", href, []),
    ])
    .find((each) => each !== null);
  if (problem) return refuse("invalid-value", problem);
  const changes = added.map((link) => ({
    property: id,
    label,
    before: null,
    after: `${link.label} → ${link.href}`,
  }));
  return withChanges(slot.add(added), changes);
}

function withChanges(placed: Placed, changes: Change[]): Step {
  return placed.ok ? { ok: true, splices: placed.splices, changes } : placed;
}

function mismatch({ property }: Edit): Refusal {
  return refuse("invalid-value", `${property.label} cannot have this kind of value: ask again.`);
}

/** null when the edited file parses and every property reads back as the value it was given. */
function verify(parsed: Parsed, edits: Edit[]): Refusal | null {
  const wrong = edits.find((edit) => !parsed.ok || !readsBack(parsed.file, edit));
  if (wrong === undefined) return null;
  return edits.length > 1 ? conflict(edits) : notVerified(wrong, parsed);
}

function readsBack(file: SourceFile, edit: Edit): boolean {
  const located = locate(file, edit.property);
  if (!located.ok) return false;
  const { slot } = located;
  if (slot.holds === "value") return "value" in edit && slot.current === edit.value;
  return "links" in edit && slot.missing(edit.links).length === 0;
}

function notVerified({ property }: Edit, parsed: Parsed): Refusal {
  const isLost = parsed.ok && !locate(parsed.file, property).ok;
  const reason = isLost
    ? "its selector would not find it any more. Nothing was changed; the selector in ux-agent.json has to be corrected."
    : "the file would not hold exactly that value afterwards. Nothing was changed; try another value.";
  return refuse("not-verified", `${property.label} could not be changed: ${reason}`);
}

function conflict(edits: Edit[]): Refusal {
  const labels = edits.map(({ property }) => property.label).join(", ");
  return refuse(
    "conflict",
    `These changes cannot be made together, because one would undo another (${labels}): ask for one at a time.`,
  );
}
