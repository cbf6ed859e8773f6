import type { Reread } from "./read-again.ts";

/** Where a value stands: in a flow collection (`[a, b]`) a plain value ends at a comma. */
export interface Around {
  text: string;
  flow: boolean;
  /** What of the document was read a second time. */
  again?: Reread;
}
