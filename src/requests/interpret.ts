import type { Catalogue } from "#src/site/catalogue.ts";
import { inWords } from "#src/words/words.ts";
import { conclude } from "./conclude.ts";
import type { Interpretation, Request } from "./interpretation.ts";
import { withPictureChoices } from "./picture-questions.ts";
import { readOffline } from "./read-offline.ts";

/**
 * What a request means on a site: the change, the questions it leaves open, or why it cannot be. Pure and total: it
 * never throws, and the same words, answers and catalogue give the same outcome.
 */
export function interpret(request: Request, catalogue: Catalogue): Interpretation {
  const reading = readOffline(request, catalogue);
  if (!reading.ok) return { outcome: "refused", ...inWords(reading.why) };
  const meaning = conclude(reading.draft, request.answers, catalogue);
  return withPictureChoices(meaning, request.image_count, catalogue);
}
