import { sentence } from "#src/words/sentence.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import type { Located, Placed, ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { Block, Run } from "./block.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { findBlock } from "./find-block.ts";

/** The text of one block of a page of Markdown, or one run of it where something stands in between. */
export function markdownSlot(
  blocks: Block[],
  property: PropertyOf<"markdown">,
  text: string,
): Located<ValueSlot> {
  const found = findBlock(blocks, property);
  if (!found.ok) return found;
  const run = runOf(found.block, property, text);
  if ("ok" in run) return run;
  const put = (value: string): Placed => place(run, property, value);
  return { ok: true, slot: { holds: "value", current: run.value, put } };
}

function runOf(
  { runs, isMixed, start }: Block,
  { run, block, label }: PropertyOf<"markdown">,
  text: string,
): Run | Refusal {
  const wanted = run === undefined && isMixed ? undefined : runs[(run ?? 1) - 1];
  if (wanted !== undefined) return wanted;
  const line = lineOf(text, start);
  if (runs.length === 0)
    return refuse(
      "no-match",
      `The ${block} of ${label} holds no text (line ${line}): ux-agent.json has to mean another one.`,
    );
  const parts = runs.map(({ value }, index) => `${index + 1}: “${value}”`).join(", ");
  return refuse(
    "holds-elements",
    `The ${block} of ${label} has other things in or beside its text (line ${line}): say in ux-agent.json which run of it is meant (${parts}).`,
  );
}

/** What a generator would run, before or after it is Markdown, has no certain way to be written. */
const RUN = /\{\{|\}\}|\{%|%\}|\{#|<%|%>|<\?/;

function place({ start, end }: Run, { label }: PropertyOf<"markdown">, value: string): Placed {
  const [mark] = RUN.exec(value) ?? [];
  if (mark !== undefined) return refuse("invalid-value", sentence("value.generator", { label, mark }));
  if (/[\r\n]/.test(value) || !value.isWellFormed() || value.trim() !== value || value === "")
    return refuse("invalid-value", sentence("value.one-line", { label }));
  return { ok: true, splices: [{ start, end, text: escapeMarkdown(value) }] };
}
