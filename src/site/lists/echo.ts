import { sentence } from "#src/words/sentence.ts";
import type { Range } from "#src/site/markup/element.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { Splice } from "#src/site/splice.ts";

/** A string in the code of an item that says the value of one of its fields again. */
export type Echo = Range & { field: string };

/** Characters that mean nothing in a string of any template language. */
const PLAIN = /^[\w./#-]+$/;

/** Has the code of an item say the new values, too; refused for a value that could be more than a string there. */
export function echoed(
  echoes: Echo[],
  values: Record<string, string>,
): { ok: true; splices: Splice[] } | Refusal {
  const splices: Splice[] = [];
  for (const { field, start, end } of echoes) {
    const value = values[field];
    if (value === undefined) continue;
    if (!PLAIN.test(value)) return refuse("not-editable", sentence("value.echo", { field }));
    splices.push({ start, end, text: value });
  }
  return { ok: true, splices };
}
