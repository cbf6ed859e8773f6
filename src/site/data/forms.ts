import { sentence } from "#src/words/sentence.ts";
import type { ValueForm } from "./data-node.ts";

/** A number as JSON, YAML, TOML and scripts all read it. */
export const NUMBER: ValueForm = {
  pattern: /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  words: sentence("value.number"),
};

export const TRUTH: ValueForm = { pattern: /^(?:true|false)$/, words: sentence("value.truth") };

export const DATE: ValueForm = {
  pattern: /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})?)?$/,
  words: sentence("value.date"),
};

export const INTEGER: ValueForm = {
  pattern: /^-?(?:0|[1-9]\d*)$/,
  words: sentence("value.whole-number"),
};

export const TIME: ValueForm = {
  pattern: /^\d{2}:\d{2}:\d{2}(?:\.\d+)?$/,
  words: sentence("value.time"),
};
