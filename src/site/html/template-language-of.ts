import type { TemplateLanguage } from "#src/site/markup/template-language.ts";
import { tagsIn } from "./template-code.ts";

/** What opens an expression of one of the languages that HTML is written for; a whole page shows no more of them. */
const OPENERS =
  /\{(?=[{%#!])|(?<=[$#*~@])\{|<(?=[%?#@])|(?<=[%?])>|\[(?=[[(])|(?<!\w)@(?=(?:if|for|switch|defer)\b)/g;
/** What could open one together with what stands beside it. EJS takes its end mark out of any text. */
const ALL = /[{}<]|(?<=[%?])>|\[(?=[[(#@=]|$)|\\$|(?<!\w)@(?=[a-z])/gi;
/** The same where `@if` opens a block, wherever it stands. */
const ALL_AND_AT = /[{}<@]|(?<=[%?])>|\[(?=[[(#@=]|$)|\\$/g;
/** Found in what the references mean; at the end it would meet the braces of an expression after it. */
const DECODED = /\{\{|\{$/;

interface Known {
  name: string;
  path?: RegExp;
  /** In the text of the file. No value that is put there leaves such a mark. */
  text?: RegExp;
  /** In its tags, without the values of attributes. */
  tags?: RegExp;
  /** Whether it looks for expressions after references are resolved. */
  decodes?: true;
  /** Whether `@` opens its blocks. */
  at?: true;
}

/** The likeliest first: several leave the same marks. */
const LANGUAGES: Known[] = [
  { name: "Blade", path: /\.blade\.php$/i, text: /\{!!/, at: true },
  { name: "PHP", path: /\.(?:php|phtml)$/i },
  { name: "Twig", path: /\.twig$/i },
  { name: "Liquid", path: /\.liquid$/i },
  { name: "Nunjucks", path: /\.(?:njk|nunjucks|j2|jinja2?)$/i },
  { name: "EJS", path: /\.ejs$/i },
  { name: "ERB", path: /\.erb$/i },
  { name: "Handlebars", path: /\.(?:hbs|handlebars|mustache)$/i },
  { name: "Go's templates", path: /\.(?:gohtml|tmpl)$/i },
  { name: "FreeMarker", path: /\.ftlh?$/i, text: /<[#@][a-z]/i },
  { name: "Thymeleaf", tags: /\s(?:data-)?th[:-][a-z]/, text: /\[[[(][^\])\n]{0,200}?[$#*~@]\{/ },
  {
    name: "Angular",
    path: /\.(?:component|page|view)\.html$|(?:^|\/)src\/app\/.*\.html$/i,
    tags: /\s\*ng[A-Z]|\s\[\(?[\w.-]+\)?\]=|\s\([\w.-]+\)=|<(?:router-outlet|ng-[a-z]+)\b/,
    text: /(?<!\w)@(?:if|for|switch|defer)\s*\(/,
    decodes: true,
    at: true,
  },
  { name: "AngularJS", tags: /\s(?:data-)?ng-[a-z]+/, decodes: true },
  { name: "Alpine", tags: /\sx-data\b/ },
  {
    name: "Vue",
    tags: /\sv-(?:if|else|for|bind|on|text|html|model|cloak|scope|show|slot)\b/i,
    text: /<script[^>]{0,300}\bvue\b/i,
    decodes: true,
  },
  // Alpine writes `@click` and `:class` like Vue does.
  { name: "Vue", tags: /^(?![^]*\sx-data\b)[^]*\s[:@][a-z][\w.-]*=/i, decodes: true },
  { name: "PHP", text: /<\?(?:php|=)/ },
  { name: "EJS or ERB", text: /<%/ },
  { name: "its template language", text: /\{[{%#]/ },
];

/** Which language a page is written for, by its path and by what it holds. */
export function templateLanguageOf(path: string, text: string): TemplateLanguage {
  const tags = tagsIn(text)
    .map(({ start, end }) => text.slice(start, end).replaceAll(/"[^"]*"|'[^']*'/g, '""'))
    .join("\n");
  const found = LANGUAGES.filter(
    (each) => each.path?.test(path) || each.text?.test(text) || each.tags?.test(tags),
  );
  const [first] = found;
  if (first !== undefined) {
    const decoding = found.find(({ decodes }) => decodes);
    const marks = found.some(({ at }) => at) ? ALL_AND_AT : ALL;
    return { name: (decoding ?? first).name, marks, refused: decoding ? DECODED : null };
  }
  // A part of a page can belong to any of them; a whole one that shows no sign is only looked over by those that show none.
  return /<(?:!doctype|html|body)\b/i.test(text)
    ? { name: "HTML", marks: OPENERS, refused: null }
    : { name: "a template language", marks: ALL_AND_AT, refused: DECODED };
}
