import { selectAll } from "css-select";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { lineOf } from "#src/site/source-text.ts";
import { childElements, staticValue, type MarkupAttribute, type MarkupElement } from "./element.ts";
import { shownText } from "./text.ts";

type Options = NonNullable<Parameters<typeof selectAll<MarkupElement, MarkupElement>>[2]>;

/** Selectors see the attributes as a page has them, whatever React calls them. */
const REACT_NAMES = new Map([
  ["class", "className"],
  ["for", "htmlFor"],
]);

/** Elements do not change once they are read, and selectors ask for the same children again and again. */
const known = new WeakMap<MarkupElement, MarkupElement[]>();

function childrenOf(element: MarkupElement): MarkupElement[] {
  const children = known.get(element) ?? childElements(element);
  known.set(element, children);
  return children;
}

const adapter: NonNullable<Options["adapter"]> = {
  isTag: (_node): _node is MarkupElement => true,
  getName: (element) => element.name,
  getChildren: childrenOf,
  // What stands for the file is no element: those at the top have no parent.
  getParent: ({ parent }) => (parent?.parent ? parent : null),
  getSiblings: (element) => (element.parent === null ? [element] : childrenOf(element.parent)),
  getAttributeValue: (element, name) => {
    const attribute = named(element, name);
    return attribute === undefined ? undefined : staticValue(attribute);
  },
  hasAttrib: (element, name) => named(element, name) !== undefined,
  getText: (element) => shownText(element),
  removeSubsets: (elements) =>
    elements.filter((element) => !elements.some((other) => isInside(element, other))),
};

/** The one element of a page that a selector means; `xml` tells names apart by case, as JSX does. */
export function selectElement(
  page: MarkupElement,
  selector: string,
  { text, xml }: { text: string; xml: boolean },
): { ok: true; element: MarkupElement } | Refusal {
  const found = selectAll<MarkupElement, MarkupElement>(selector, childElements(page), {
    adapter,
    pseudos: { empty: isEmpty },
    xmlMode: xml,
  });
  const [element] = found;
  if (element === undefined)
    return refuse("no-match", `Nothing in the file matches \`${selector}\`: ${ASK_OWNER}`);
  if (found.length === 1) return element.written ? { ok: true, element } : notWritten(selector);
  const lines = found.slice(0, 5).map((each) => lineOf(text, each.start));
  const where = `lines ${lines.join(", ")}${found.length > 5 ? " and others" : ""}`;
  return refuse(
    "several-matches",
    `${found.length} elements match \`${selector}\` (${where}), and it has to be exactly one: ${ASK_OWNER}`,
  );
}

const ASK_OWNER = "the selector in ux-agent.json has to be corrected.";

function notWritten(selector: string): Refusal {
  return refuse(
    "no-match",
    `What \`${selector}\` matches is not written in the file, browsers add it: ${ASK_OWNER}`,
  );
}

function named(element: MarkupElement, name: string): MarkupAttribute | undefined {
  const other = REACT_NAMES.get(name);
  return element.attributes.findLast((attribute) => attribute.name === name || attribute.name === other);
}

/** Asked here, because to the engine an element has no children but elements. */
function isEmpty({ pieces }: MarkupElement): boolean {
  return pieces.every(
    (piece) => piece.kind === "comment" || (piece.kind === "text" && piece.value.trim() === ""),
  );
}

function isInside(element: MarkupElement, other: MarkupElement): boolean {
  return element !== other && other.start <= element.start && element.end <= other.end;
}
