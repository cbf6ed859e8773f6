import type { Change } from "#src/site/edit.ts";
import { shorten } from "#src/site/shorten.ts";
import { swatchOf } from "./swatch.ts";
import { fenced, limits, plain } from "./text.ts";

const VALUE = 160;
const CHANGES = 1200;
const NOTE = 120;

/**
 * What a person is asked to confirm, as the description of an embed: each change in a line of its own, then the unified
 * diff in a code block. Never longer than Discord allows; a long diff says how many of its lines are not shown. `notes`
 * are the words of the request about which nothing is done.
 */
export function previewText(changes: Change[], diff: string, notes: string[] = []): string {
  const list = [listOf(changes), ...noteOf(notes)].join("\n");
  return `${list}\n${diffBlock(diff, limits.embedDescription - list.length - 1)}`;
}

function listOf(changes: Change[]): string {
  const lines = changes.map(lineOf);
  const shown = lines.filter((_, at) => lines.slice(0, at + 1).join("\n").length <= CHANGES);
  const left = lines.length - shown.length;
  return [...shown, ...(left > 0 ? [`… and ${count(left, "more change")}`] : [])].join("\n");
}

function noteOf(notes: string[]): string[] {
  const quoted = notes.map((note) => `“${plain(shorten(note.replaceAll(/\s+/g, " "), NOTE))}”`);
  return quoted.length === 0 ? [] : [`I did nothing about: ${quoted.join(", ")}.`];
}

function lineOf({ label, before, after, color }: Change): string {
  const shown = (value: string) => `${color ? swatchOf(value) : ""}${plain(shorten(value, VALUE))}`;
  return `**${plain(label)}**: ${before === null ? "" : `${shown(before) || "*(empty)*"} → `}${shown(after)}`;
}

function diffBlock(diff: string, room: number): string {
  // A file with Windows line endings keeps them; in a message they would only be strange characters.
  const lines = diff.trimEnd().split(/\r?\n/);
  const whole = fenced("diff", lines.join("\n"));
  if (whole.length <= room) return whole;
  const cut = (shown: number) =>
    `${fenced("diff", lines.slice(0, shown).join("\n"))}\n*${count(lines.length - shown, "line")} not shown*`;
  return cut(mostThatFits(lines.length, (shown) => cut(shown).length <= room));
}

/** The largest number below `most` for which `fits` holds; 0 when none does. */
function mostThatFits(most: number, fits: (shown: number) => boolean): number {
  let [low, high] = [0, most - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
