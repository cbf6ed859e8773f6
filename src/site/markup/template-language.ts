/**
 * What may go over a page before or while a browser shows it, and looks for expressions of its own in the text. A value
 * is written so that nothing of it is found, or refused.
 */
export interface TemplateLanguage {
  /** For people: `Angular`, `Liquid`. */
  name: string;
  /** The characters that are written as references, although HTML has no need of it. */
  marks: RegExp;
  /** What would be an expression even as a reference, because it is looked for in what the references mean. */
  refused: RegExp | null;
}

/** JSX: nothing but the compiler reads the file. */
export const NO_TEMPLATES: TemplateLanguage = { name: "JSX", marks: /(?!)/g, refused: null };
/** In quotes Astro looks for nothing. */
export const ASTRO: TemplateLanguage = { name: "Astro", marks: /(?!)/g, refused: null };
export const SVELTE: TemplateLanguage = { name: "Svelte", marks: /[{}]/g, refused: null };
/** Only its compiler reads the template of a component, before it resolves references. */
export const VUE: TemplateLanguage = { name: "Vue", marks: /[{}]/g, refused: null };
