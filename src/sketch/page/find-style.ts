import type {
  Asked,
  Doing,
  PageDocument,
  PageElement,
  PageWindow,
  Placed,
  StyleDeclaration,
  StyleRule,
  Tools,
} from "./dom.ts";

declare const document: PageDocument;
declare const window: PageWindow;
declare const tools: Tools;

/** `backgroundColor` is `background-color`. */
export function cssName(name: string): string {
  return name.startsWith("--") ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A value as the browser works it out, so that `#f00` and `red` are the same; empty where the browser does not take it. */
export function cssValue(name: string, value: string): string {
  const probe = document.createElement("i");
  probe.style.setProperty(name, value);
  if (probe.style.getPropertyValue(name) === "") return "";
  document.documentElement.append(probe);
  const computed = window.getComputedStyle(probe).getPropertyValue(name);
  probe.remove();
  return computed;
}

/** The visible elements that a selector of the file finds on the page. */
export function found(selector: string): PageElement[] {
  try {
    return [...document.querySelectorAll(selector)].filter((element) => tools.isVisible(element));
  } catch {
    return [];
  }
}

/** What one declaration is set to, and back. */
export function declared(style: StyleDeclaration, name: string, after: string): Doing {
  const [value, priority] = [style.getPropertyValue(name), style.getPropertyPriority(name)];
  return {
    apply: () => style.setProperty(name, after, priority),
    undo: () => style.setProperty(name, value, priority),
  };
}

export function findInline({ name, before, after, selector }: Asked<"style">): Placed | null {
  const css = tools.cssName(name);
  const now = before === null ? "" : tools.cssValue(css, before);
  const having = [...document.querySelectorAll("[style]")].filter(
    ({ style }) => now !== "" && tools.cssValue(css, style.getPropertyValue(css)) === now,
  );
  const element = tools.only(having, selector) ?? tools.only(tools.found(selector), undefined);
  if (!element || tools.cssValue(css, after) === "") return null;
  return tools.onWhole(element, tools.declared(element.style, css, after));
}

/** A class that no style sheet of the page knows would change nothing that can be seen. */
export function findClass({ before, after, selector }: Asked<"class">): Placed | null {
  const having = [...document.querySelectorAll("[class]")].filter((element) =>
    element.classList.contains(before),
  );
  const element = tools.only(having, selector);
  const isKnown = tools
    .rules()
    .some(({ selectorText = "" }) => selectorText.replaceAll("\\", "").includes(`.${after}`));
  return element && isKnown
    ? tools.onWhole(element, {
        apply: () => element.classList.replace(before, after),
        undo: () => element.classList.replace(after, before),
      })
    : null;
}

/** All style rules that count now and that the page may read. */
export function rules(): StyleRule[] {
  const all: StyleRule[] = [];
  const add = (some: Iterable<StyleRule>): void => {
    for (const rule of some) {
      if (rule.media && !window.matchMedia(rule.media.mediaText).matches) continue;
      if (rule.style && rule.selectorText !== undefined) all.push(rule);
      if (rule.cssRules) add(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets)
    try {
      add(sheet.cssRules);
    } catch {
      // A style sheet of another host may not be read.
    }
  return all;
}

/** The one declaration of the page's style sheets that says this. */
export function findDeclaration(
  { name, before, after }: Asked<"variable">,
  selector: string | null,
): Placed | null {
  const value = (text: string) =>
    name.startsWith("--") ? tools.flat(text).toLowerCase() : tools.cssValue(name, text);
  const now = value(before);
  const isRule = (text = "") => selector === null || tools.tight(text) === tools.tight(selector);
  const saying = tools
    .rules()
    .filter(
      ({ style, selectorText }) => isRule(selectorText) && value(style?.getPropertyValue(name) ?? "") === now,
    );
  const [rule, another] = saying;
  return rule?.style && another === undefined && now !== ""
    ? { ...tools.declared(rule.style, name, after), rects: () => [], element: null }
    : null;
}

/** How an element looks, as far as a change of style can be seen. */
export function lookOf(element: PageElement): string {
  const names = [
    "color",
    "background-color",
    "background-image",
    "border-top-color",
    "border-bottom-color",
    "border-left-color",
    "border-right-color",
    "box-shadow",
    "fill",
    "stroke",
    "outline-color",
    "text-decoration-color",
    "font-size",
    "font-family",
    "font-weight",
    "letter-spacing",
    "border-radius",
    "opacity",
    "display",
    "padding",
    "margin",
    "text-align",
    "text-transform",
    "border-width",
    "gap",
    "width",
    "height",
    "content",
  ];
  return ["", "::before", "::after"]
    .map((pseudo) => {
      const style =
        pseudo === "" ? window.getComputedStyle(element) : window.getComputedStyle(element, pseudo);
      const isThere = pseudo === "" || !/^(?:none|normal)$/.test(style.getPropertyValue("content"));
      return isThere ? names.map((name) => style.getPropertyValue(name)).join(";") : "";
    })
    .join("|");
}
