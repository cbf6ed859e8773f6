/** The languages that people are spoken to in; each is one file of `languages`. */
export const locales = ["en", "de", "es"] as const;
export type Locale = (typeof locales)[number];

/** Spoken to everyone whose language is not among them, and to operators. */
export const DEFAULT_LOCALE: Locale = "en";

const isLocale = (tag: string): tag is Locale => locales.some((locale) => locale === tag);

/** The language for a locale as Discord names it (`en-US`, `de`, `es-419`), or as it is stored. */
export function localeOf(tag: string | undefined): Locale {
  const [language = ""] = tag?.split("-") ?? [];
  return isLocale(language) ? language : DEFAULT_LOCALE;
}
