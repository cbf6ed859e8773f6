import type { Draft, FurtherPart, Place } from "./draft.ts";

/** A draft that asks for nothing yet. */
export function emptyDraft(source: Draft["source"], section: Place): Draft {
  return { source, section, wishes: [], loose: null, doubts: [], notes: [], meant: null, understood: [] };
}

/** A draft of what is wished for each of some sections that are known. */
export function draftOfParts(
  source: Draft["source"],
  [{ section, wishes }, ...more]: [FurtherPart, ...FurtherPart[]],
): Draft {
  const draft = { ...emptyDraft(source, { known: true, section }), wishes };
  const further = more.map((part) => ({ section: part.section, wishes: part.wishes }));
  return further.length > 0 ? { ...draft, further } : draft;
}
