import { type Change, sentenceOf, subjectOf } from "#src/site/edit.ts";
import { addressNotes, outsideAddresses } from "#src/site/shown-address.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Say } from "#src/words/say.ts";
import type { Sentence } from "#src/words/sentence.ts";
import { swatchOf } from "./swatch.ts";
import { fenced, limits, plain } from "./text.ts";

/** How long a value and the parts of a preview may be when it is too long for the message, in characters. */
const VALUE = 160;
const ADDRESSES = 1000;
const CHANGES = 1200;
const NOTES = 600;
const NOTE = 120;

interface Previewed {
  changes: Change[];
  /** Unified. */
  diff: string;
  /** The words of the request about which nothing is done. */
  notes?: (string | Sentence)[];
}

/** The description of the embed that a person is asked to confirm. */
export interface PreviewText {
  text: string;
  /** Whether it shows every value and every line. When it does not, files with all of it belong to the message. */
  whole: boolean;
}

/**
 * Each change in a line of its own, then the unified diff in a code block; before them the addresses that may deceive. Never
 * longer than Discord allows: a preview that does not fit begins with all addresses, and says how much is not shown. `notes`
 * are the words of the request about which nothing is done.
 */
export function previewText(say: Say, { changes, diff, notes = [] }: Previewed): PreviewText {
  const told = notes.map(say.told);
  const lines = linesOf(diff);
  const addresses = outsideAddresses(changes);
  const whole = [
    ...addresses.filter(isNotable).map((address) => addressLine(say, address)),
    ...changes.map((change) => lineOf(say, change)),
    ...noteOf(say, told),
    fenced("diff", lines.join("\n")),
  ].join("\n");
  if (whole.length <= limits.embedDescription) return { text: whole, whole: true };
  const list = [
    ...thatFit(
      addresses.map((address) => addressLine(say, address)),
      ADDRESSES,
      (left) => say("preview.more-addresses", { left }),
    ),
    ...thatFit(
      changes.map((change) => lineOf(say, change, VALUE)),
      CHANGES,
      (left) => say("preview.more-changes", { left }),
    ),
    ...notesThatFit(say, told),
  ].join("\n");
  return { text: `${list}\n${cutDiff(say, lines, limits.embedDescription - list.length - 1)}`, whole: false };
}

/** A file with Windows line endings keeps them; in a message they would only be strange characters. */
const linesOf = (diff: string): string[] => diff.trimEnd().split(/\r?\n/);

const isNotable = (address: string): boolean => addressNotes(address).length > 0;

function addressLine(say: Say, address: string): string {
  const note = addressNotes(address).map(say.told).join("; ");
  return `🔗 ${plain(address)}${note ? ` (⚠️ ${plain(note)})` : ""}`;
}

function noteOf(say: Say, notes: string[], left = 0): string[] {
  if (notes.length === 0) return [];
  const what = notes.map((note) => say("quoted", { words: plain(note.replaceAll(/\s+/g, " ")) })).join(", ");
  return [left === 0 ? say("preview.notes", { what }) : say("preview.notes-more", { what, left })];
}

function notesThatFit(say: Say, notes: string[]): string[] {
  const short = notes.map((note) => shorten(note, NOTE));
  const fits = (most: number) => noteOf(say, short.slice(0, most)).join("").length <= NOTES;
  const shown = mostThatFits(notes.length + 1, fits);
  const left = notes.length - shown;
  return noteOf(say, short.slice(0, shown), left);
}

function lineOf(say: Say, change: Change, most = Infinity): string {
  const { before, after, color } = change;
  const told = toldIn(say, change);
  const sentence = sentenceOf(told);
  if (sentence !== undefined) return plain(sentence);
  const shown = (value: string) => `${color ? swatchOf(value) : ""}${plain(shorten(value, most))}`;
  return `**${plain(subjectOf(told))}**: ${before === null ? "" : `${shown(before) || `*${say("preview.empty")}*`} → `}${shown(after)}`;
}

/** The same change with its words in the language of the owner. */
function toldIn(
  say: Say,
  { section, label, said, sentences }: Change,
): Pick<Change, "section" | "label" | "said"> {
  const { label: named, said: told } = sentences ?? {};
  return {
    ...(section === undefined ? {} : { section }),
    label: named ? say.told(named) : label,
    ...(told ? { said: say.told(told) } : said === undefined ? {} : { said }),
  };
}

/** The first lines that fit into the room, whole, and how many do not. */
function thatFit(lines: string[], room: number, more: (left: number) => string): string[] {
  const fits = (most: number) => lines.slice(0, most).join("\n").length <= room;
  const shown = lines.slice(0, mostThatFits(lines.length + 1, fits));
  const left = lines.length - shown.length;
  return [...shown, ...(left > 0 ? [more(left)] : [])];
}

function cutDiff(say: Say, lines: string[], room: number): string {
  const cut = (shown: number) => {
    const left = lines.length - shown;
    const note = left === 0 ? "" : `\n*${say("preview.more-lines", { left })}*`;
    return `${fenced("diff", lines.slice(0, shown).join("\n"))}${note}`;
  };
  return cut(mostThatFits(lines.length + 1, (shown) => cut(shown).length <= room));
}

/** The largest number below `most` for which `fits` holds; 0 when none does. */
function mostThatFits(most: number, fits: (shown: number) => boolean): number {
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
