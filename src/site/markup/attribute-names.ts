import { attributeOf, staticValue, type MarkupElement } from "./element.ts";

/** Attributes whose value a browser, React or another framework (Vue, Alpine, htmx, Angular) would follow as code. */
const CODE =
  /^(?:on.*|style|srcdoc|sandbox|dangerouslysetinnerhtml|(?:inner|.*:)?html|ref|key|is|http-equiv|httpequiv|_|script|data-(?:script|bind)|(?:v|x|hx|ng|data-hx|data-ng|data-on)[-:].*)$/i;
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
