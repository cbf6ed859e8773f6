import { sentence } from "#src/words/sentence.ts";
import type { Scalar } from "yaml";
import type { DataNode, DataScalar, ValueForm } from "#src/site/data/data-node.ts";
import { DATE, NUMBER, TRUTH } from "#src/site/data/forms.ts";
import type { Range } from "#src/site/markup/element.ts";
import type { Splice } from "#src/site/splice.ts";
import type { Around } from "./around.ts";
import { blockScalar } from "./block-scalar.ts";
import { isDate, isNothing, isNumber, isPlain, isWordyTruth } from "./plain.ts";
import { quoted, usualQuote } from "./quoted.ts";

const WORDY_TRUTH: ValueForm = { pattern: /^(?:yes|no|on|off|true|false)$/, words: sentence("value.yes-no") };

/** One value of a YAML file, in the style it is written in: plain, in quotes or as a block. */
export function scalarNode(node: Scalar, around: Around): DataNode {
  const [start = 0, end = 0] = node.range ?? [];
  const range = { start, end };
  const isTagged = node.tag !== undefined;
  if (isTagged && node.tag !== "tag:yaml.org,2002:str")
    return { ...range, kind: "code", words: `marked as \`${node.tag}\`` };
  const value = typeof node.value === "string" ? node.value : "";
  const style = start < end ? around.text.charAt(start) : "";
  if (style === "|" || style === ">") return { ...range, ...blockScalar(value, range, around.text) };
  if (style === '"' || style === "'") {
    const put = (next: string): Splice => ({ ...range, text: quoted(next, style) });
    return { ...range, kind: "scalar", value, put };
  }
  return { ...range, ...plainScalar(value, range, { ...around, isTagged }) };
}

function plainScalar(value: string, range: Range, around: Around & { isTagged: boolean }): DataScalar {
  const form = around.isTagged ? undefined : formOf(value);
  if (form !== undefined) return { kind: "scalar", value, form, put: (next) => ({ ...range, text: next }) };
  const put = (next: string): Splice => apart(around.text, { ...range, text: written(next, around) });
  return { kind: "scalar", value: !around.isTagged && isNothing(value) ? null : value, put };
}

function written(value: string, { text, flow }: Around): string {
  return isPlain(value, flow) ? value : quoted(value, usualQuote(text));
}

/** Where nothing stood, a space keeps the new value from the name before it and from a comment behind it. */
function apart(text: string, splice: Splice): Splice {
  const { start, end } = splice;
  const before = start === end && /\S/.test(text.charAt(start - 1)) ? " " : "";
  const behind = start === end && /[^\s,\]}]/.test(text.charAt(end)) ? " " : "";
  return { ...splice, text: before + splice.text + behind };
}

/** Readers of YAML 1.1 and 1.2 do not agree on what `yes` is; one of these words stays one of them. */
function formOf(value: string): ValueForm | undefined {
  if (isNumber(value)) return NUMBER;
  if (isDate(value)) return DATE;
  if (/^(?:true|false)$/i.test(value)) return TRUTH;
  return isWordyTruth(value) ? WORDY_TRUTH : undefined;
}
