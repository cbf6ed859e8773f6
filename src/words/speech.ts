import { once } from "#src/once.ts";
import { type Locale, localeOf } from "./locale.ts";
import { type Say, sayIn } from "./say.ts";

const speakers: Record<Locale, () => Promise<Say>> = {
  en: once(async () => sayIn((await import("./languages/en.ts")).en)),
  de: once(async () => sayIn((await import("./languages/de.ts")).de)),
  es: once(async () => sayIn((await import("./languages/es.ts")).es)),
};

/**
 * Speaks a person's language, which is loaded for the first of them.
 * @param locale as Discord names it, or as it is stored
 */
export const speech = async (locale: string | undefined): Promise<Say> => speakers[localeOf(locale)]();
