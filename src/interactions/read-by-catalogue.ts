import { colorsAskedOf } from "#src/requests/attached-picture.ts";
import { asksByValue } from "#src/requests/find-by-value.ts";
import { withFormValues } from "#src/requests/form-values.ts";
import { interpret } from "#src/requests/interpret.ts";
import type { Interpretation, Request } from "#src/requests/interpretation.ts";
import { isForModel } from "#src/requests/model/is-for-model.ts";
import type { Catalogue } from "#src/site/catalogue.ts";

/**
 * What a request means by the stored catalogue. Null when only `execution` can tell: the request names what is to change by
 * what stands there now, it asks for the colours of a picture, or a model has to read it.
 * @param readsByModel whether there is a model that reads what the rules leave open
 */
export function readByCatalogue(
  request: Request,
  catalogue: Catalogue,
  readsByModel: boolean,
): Interpretation | null {
  const meaning = interpret(request, catalogue);
  const asksSite = asksByValue(request, catalogue) || colorsAskedOf(request) !== null;
  if (meaning.outcome === "unclear" && asksSite) return null;
  if (readsByModel && isForModel(request, meaning, catalogue)) return null;
  return withFormValues(meaning, request.answers, catalogue);
}
