import type { Why } from "#src/requests/draft.ts";
import type { CatalogueProperty } from "#src/site/catalogue.ts";
import type { ItemWish } from "#src/requests/links.ts";
import type { Reference } from "./source.ts";
import type { Value } from "./value.ts";

/** What every instruction has: its words, and whether what was said before is over, or is another choice. */
interface Words {
  from: string;
  fresh: boolean;
  alternative?: true;
  /** Whether several parts were named together for one value. */
  together?: true;
}

/** What one instruction says; `from` are its words. */
export type Clause = Words &
  (
    | { kind: "set"; target: Reference | null; value: Value | null; place: Reference | null; left: string }
    /** `lists` are those that it can be about, where the words say so. */
    | {
        kind: "links";
        links: ItemWish[];
        lists: CatalogueProperty[] | null;
        place: Reference | null;
        why: Why;
        left: string;
      }
    /** Only says where: `In the footer, …`. */
    | { kind: "place"; place: Reference }
    /** Asks for nothing; `tells` when it does so behind a change, too. `target` is the part that it mentions. */
    | { kind: "note"; tells: boolean; target: Reference | null }
    /** Something is to stay as it is. */
    | { kind: "nothing"; target: Reference }
    /** The reader cannot tell what it asks for; `target` is the part that it mentions. */
    | { kind: "doubt"; target: Reference | null; negated: boolean }
  );

/** What an instruction says, before its words are put to it. */
export type Said = Unworded<Clause>;
type Unworded<Each extends Clause> = Each extends Clause
  ? Omit<Each, "from" | "fresh"> & Partial<Pick<Each, "from" | "fresh">>
  : never;

export type SetClause = Extract<Clause, { kind: "set" }>;

/** The parts of the site that a clause names: what it is about, and where that is. */
export function referencesIn(clause: Clause): Reference[] {
  const { target, place }: { kind: string; target?: Reference | null; place?: Reference | null } = clause;
  return [target, place].flatMap((each) => each ?? []);
}
