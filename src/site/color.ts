import cssNames from "color-name";
import { channelsOf } from "./color-channels.ts";

/** What people say for a CSS colour that has another name; only names that leave no doubt. */
const ALSO_CALLED = new Map([["navyblue", "navy"]]);

/**
 * The colour as it is to be written, or null when the words are not one exact colour ("darker", "nice").
 * A hex code keeps the case it was typed in, so that people find again what they wrote, and so do `rgb()`, `hsl()` and
 * `oklch()`; names become CSS names ("Dark Blue" → `darkblue`).
 */
export function parseColor(words: string): string | null {
  const trimmed = words.trim();
  if (/^#|\($/.test(trimmed.replace(/\(.*/s, "(")) && channelsOf(trimmed) !== null) return trimmed;
  const name = trimmed.toLowerCase().replaceAll(/[\s-]+/g, "");
  const known = ALSO_CALLED.get(name) ?? name;
  return Object.hasOwn(cssNames, known) ? known : null;
}
