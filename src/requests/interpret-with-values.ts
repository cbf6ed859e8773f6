import type { Catalogue } from "#src/site/catalogue.ts";
import type { StandingValue } from "#src/site/standing-values.ts";
import { asksByValue, findByValue } from "./find-by-value.ts";
import { interpret } from "./interpret.ts";
import type { Interpretation, Request } from "./interpretation.ts";

/**
 * What a request means by its words, and, where they name what stands on the site now, by that.
 * @param values reads the site; called only when the words alone leave something open
 */
export async function interpretWithValues(
  request: Request,
  catalogue: Catalogue,
  values: () => Promise<StandingValue[]>,
): Promise<Interpretation> {
  const meaning = interpret(request, catalogue);
  if (meaning.outcome !== "unclear" || !asksByValue(request, catalogue)) return meaning;
  return findByValue(request, catalogue, await values()) ?? meaning;
}
