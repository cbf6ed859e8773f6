import { english } from "./english.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es.ts";
import type { Locale } from "./locale.ts";
import { type Say, sayIn } from "./say.ts";

/** All at once, for what is written in every language. A function that answers a person loads theirs alone, by `speech`. */
export const everyLanguage: Record<Locale, Say> = { en: english, de: sayIn(de), es: sayIn(es) };
