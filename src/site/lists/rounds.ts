import type { ListEdit } from "#src/site/catalogue.ts";

/** Each round reads the file again; nobody asks for so many at once. */
export const MOST_ROUNDS = 20;

/**
 * The edits of a list in rounds: each is placed in what the one before left. What is only added after the last item is one
 * round, however much it is, when it goes together.
 */
export function roundsOf(edits: ListEdit[], together: boolean): ListEdit[][] {
  const rounds: ListEdit[][] = [];
  let last: ListEdit[] | null = null;
  for (const edit of edits) {
    if (together && last !== null && isAppended(edit)) last.push(edit);
    else {
      rounds.push([edit]);
      last = isAppended(edit) ? (rounds.at(-1) ?? null) : null;
    }
  }
  return rounds;
}

const isAppended = (edit: ListEdit): boolean =>
  "href" in edit || ("add" in edit && (edit.to === undefined || edit.to === "last"));
