import type { ValueForm } from "./data-node.ts";

/** A number as JSON, YAML, TOML and scripts all read it. */
export const NUMBER: ValueForm = {
  pattern: /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  words: "a number, for example `12` or `4.5`",
};

export const TRUTH: ValueForm = { pattern: /^(?:true|false)$/, words: "`true` or `false`" };

export const DATE: ValueForm = {
  pattern: /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})?)?$/,
  words: "a date, for example `2026-11-25`",
};

export const INTEGER: ValueForm = {
  pattern: /^-?(?:0|[1-9]\d*)$/,
  words: "a whole number, for example `12`",
};

export const TIME: ValueForm = {
  pattern: /^\d{2}:\d{2}:\d{2}(?:\.\d+)?$/,
  words: "a time, for example `09:30:00`",
};
