import { attributeOf, staticValue, type MarkupElement } from "./element.ts";

/** Attributes whose value a browser, React or another framework (Vue, Svelte, Astro, Alpine, htmx, Angular) follows as code. */
const CODE =
  /^(?:on.*|style|srcdoc|sandbox|dangerouslysetinnerhtml|(?:inner|.*:)?html|ref|key|is|http-equiv|httpequiv|_|script|data-(?:script|bind)|(?:v|x|hx|ng|th|wire|bind|bindon|asp|data-hx|data-ng|data-on|data-th)[-:].*|(?:use|transition|animate|in|out|let|class|style|set|define|is|client|server):.*|this)$/i;
/** Elements that run or load code, or that decide where a page takes everything else from. */
const CODE_ELEMENT =
  /^(?:[Ss]cript|style|base|object|embed|applet|param|animate(?:[Mm]otion|[Tt]ransform)?|set)$/;
/** What a `<link>` may be for: pictures and addresses of pages, no style sheets and no code. */
const PLAIN_LINK = /^(?!.*stylesheet).*(?:icon|canonical|alternate)/i;

/** What is wrong with an attribute that a site wants to offer, to be read after its path; null when it can be offered. */
export function problemWithAttribute(name: string): string | null {
  if (name.toLowerCase() === "style") return "cannot be style: use the kind style for one property of it";
  return CODE.test(name) ? "is an attribute that can run code and cannot be offered: remove it" : null;
}

/**
 * Attributes by which Vue, Svelte, Astro, Alpine, Angular, AngularJS, Thymeleaf and Knockout put something in the place
 * of the content.
 */
const CONTENT =
  /^(?:(?:v|x)-(?:text|html)|\[(?:innerhtml|innertext|textcontent)\]|(?:data-)?ng-bind(?:-html|-template)?|(?:data-)?th[-:](?:u?text|replace|insert|include|remove|inline)|data-bind|set:(?:html|text)|bind:(?:innerhtml|innertext|textcontent)|(?::|v-bind:|\.)(?:inner-?html|inner-?text|text-?content)(?:\.prop)?)$/i;

/** The attribute that puts something in the place of what is written in an element of HTML; null when none does. */
export function contentFromCode({ attributes }: MarkupElement): string | null {
  return attributes.find(({ name }) => CONTENT.test(name))?.name ?? null;
}

/** The attribute by which one of those languages decides another one; null when none does. */
export function attributeFromCode({ attributes }: MarkupElement, name: string): string | null {
  const others = new Set([
    `[${name}]`,
    `[attr.${name}]`,
    `(${name})`,
    `[(${name})]`,
    `bind-${name}`,
    `bind:${name}`,
    `.${name}`,
    ...(name === "class" ? ["class:list"] : []),
    ...["", "v-bind", "x-bind", "th"].map((prefix) => `${prefix}:${name}`),
    ...["ng-attr", "ng", "data-ng", "data-th"].map((prefix) => `${prefix}-${name}`),
  ]);
  return attributes.find((each) => others.has(each.name))?.name ?? null;
}

/** Whether an element decides by its attributes, whatever they are called, what code runs or what a page loads. */
export function steersCode(element: MarkupElement): boolean {
  const { name } = element;
  if (name === "link") return !PLAIN_LINK.test(valueOf(element, "rel") ?? "");
  if (name === "meta")
    return ["http-equiv", "httpEquiv"].some((each) => attributeOf(element, each) !== undefined);
  return CODE_ELEMENT.test(name);
}

function valueOf(element: MarkupElement, name: string): string | undefined {
  const attribute = attributeOf(element, name);
  return attribute && staticValue(attribute);
}
