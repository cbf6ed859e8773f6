import { type Change, sentenceOf, subjectOf } from "#src/site/edit.ts";
import { addressNote, outsideAddresses } from "#src/site/shown-address.ts";
import { shorten } from "#src/site/shorten.ts";
import { swatchOf } from "./swatch.ts";
import { fenced, limits, plain } from "./text.ts";

/** How long a value and the parts of a preview may be when it is too long for the message, in characters. */
const VALUE = 160;
const ADDRESSES = 1000;
const CHANGES = 1200;
const NOTES = 600;
const NOTE = 120;

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
export function previewText(changes: Change[], diff: string, notes: string[] = []): PreviewText {
  const lines = linesOf(diff);
  const addresses = outsideAddresses(changes);
  const whole = [
    ...addresses.filter(isNotable).map(addressLine),
    ...changes.map((change) => lineOf(change)),
    ...noteOf(notes),
    fenced("diff", lines.join("\n")),
  ].join("\n");
  if (whole.length <= limits.embedDescription) return { text: whole, whole: true };
  const list = [
    ...thatFit(addresses.map(addressLine), ADDRESSES, ["more address", "more addresses"]),
    ...thatFit(
      changes.map((change) => lineOf(change, VALUE)),
      CHANGES,
      ["more change", "more changes"],
    ),
    ...notesThatFit(notes),
  ].join("\n");
  return { text: `${list}\n${cutDiff(lines, limits.embedDescription - list.length - 1)}`, whole: false };
}

/** A file with Windows line endings keeps them; in a message they would only be strange characters. */
const linesOf = (diff: string): string[] => diff.trimEnd().split(/\r?\n/);

const isNotable = (address: string): boolean => addressNote(address) !== "";

function addressLine(address: string): string {
  const note = addressNote(address);
  return `🔗 ${plain(address)}${note ? ` (⚠️ ${plain(note)})` : ""}`;
}

function noteOf(notes: string[], more = ""): string[] {
  const quoted = notes.map((note) => `“${plain(note.replaceAll(/\s+/g, " "))}”`);
  return quoted.length === 0 ? [] : [`I did nothing about: ${quoted.join(", ")}${more}.`];
}

function notesThatFit(notes: string[]): string[] {
  const short = notes.map((note) => shorten(note, NOTE));
  const fits = (most: number) => noteOf(short.slice(0, most)).join("").length <= NOTES;
  const shown = mostThatFits(notes.length + 1, fits);
  const left = notes.length - shown;
  return noteOf(short.slice(0, shown), left === 0 ? "" : ` … and ${left} more`);
}

function lineOf(change: Change, most = Infinity): string {
  const { before, after, color } = change;
  const sentence = sentenceOf(change);
  if (sentence !== undefined) return plain(sentence);
  const shown = (value: string) => `${color ? swatchOf(value) : ""}${plain(shorten(value, most))}`;
  return `**${plain(subjectOf(change))}**: ${before === null ? "" : `${shown(before) || "*(empty)*"} → `}${shown(after)}`;
}

/** The first lines that fit into the room, whole, and how many do not. */
function thatFit(lines: string[], room: number, [one, many]: [string, string]): string[] {
  const fits = (most: number) => lines.slice(0, most).join("\n").length <= room;
  const shown = lines.slice(0, mostThatFits(lines.length + 1, fits));
  const left = lines.length - shown.length;
  return [...shown, ...(left > 0 ? [`… and ${left} ${left === 1 ? one : many}`] : [])];
}

function cutDiff(lines: string[], room: number): string {
  const cut = (shown: number) => {
    const left = lines.length - shown;
    const note = left === 0 ? "" : `\n*${left} ${left === 1 ? "line" : "lines"} not shown*`;
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
