import { sentence } from "#src/words/sentence.ts";
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
const childrenOf = (element: MarkupElement): MarkupElement[] => (element.children ??= childElements(element));

/**
 * In looks at an element. A selector for people takes a few for each element of a page; some (`p ~ li ~ li ~ li`) take
 * a power of that. Work is counted, not timed, so that the same request always has the same outcome.
 */
const MOST_WORK = 1_000_000;

class TooMuchWork extends Error {}

function adapterWithin(most: number): NonNullable<Options["adapter"]> {
  let spent = 0;
  const counted = <Value>(value: Value, cost = 1): Value => {
    spent += cost;
    if (spent > most) throw new TooMuchWork();
    return value;
  };
  return {
    isTag: (_node): _node is MarkupElement => true,
    getName: (element) => counted(element.name),
    getChildren: (element) => listed(childrenOf(element)),
    // What stands for the file is no element: those at the top have no parent.
    getParent: ({ parent }) => counted(parent?.parent ? parent : null),
    getSiblings: (element) => listed(element.parent === null ? [element] : childrenOf(element.parent)),
    getAttributeValue: (element, name) => {
      const attribute = counted(named(element, name));
      return attribute === undefined ? undefined : staticValue(attribute);
    },
    hasAttrib: (element, name) => counted(named(element, name)) !== undefined,
    getText: (element) => counted(shownText(element), element.end - element.start),
    removeSubsets: (elements) =>
      elements.filter((element) => !elements.some((other) => isInside(element, other))),
  };

  function listed(elements: MarkupElement[]): MarkupElement[] {
    return counted(elements, elements.length);
  }
}

/** The one element of a page that a selector means; `xml` tells names apart by case, as JSX does. */
export function selectElement(
  page: MarkupElement,
  selector: string,
  { text, xml }: { text: string; xml: boolean },
): { ok: true; element: MarkupElement } | Refusal {
  const found = findAll(childElements(page), selector, { xml });
  if (found === null) return refuse("too-large", tooMuchWork(selector));
  const [element] = found;
  if (element === undefined) return refuse("no-match", sentence("site.no-match", { selector }));
  if (found.length === 1) return element.written ? { ok: true, element } : notWritten(selector);
  const lines = found.slice(0, 5).map((each) => lineOf(text, each.start));
  const where = `lines ${lines.join(", ")}${found.length > 5 ? " and others" : ""}`;
  return refuse(
    "several-matches",
    `${found.length} elements match \`${selector}\` (${where}), and it has to be exactly one: ${ASK_OWNER}`,
  );
}

/** The elements in one element, itself included, that a selector means; `> a` begins at it. None when it takes too much work. */
export function selectWithin(element: MarkupElement, selector: string, xml: boolean): MarkupElement[] {
  const relative = selector.replaceAll(/(^|,)\s*(?=[>+~])/g, "$1 :scope ");
  const context = relative.includes(":scope") ? { context: element } : {};
  return findAll([element], relative, { xml, ...context }) ?? [];
}

/** null when finding them takes too much work. */
function findAll(
  roots: MarkupElement[],
  selector: string,
  { xml, context }: { xml: boolean; context?: MarkupElement },
): MarkupElement[] | null {
  try {
    return selectAll<MarkupElement, MarkupElement>(selector, roots, {
      adapter: adapterWithin(MOST_WORK),
      pseudos: { empty: isEmpty },
      xmlMode: xml,
      ...(context === undefined ? {} : { context }),
    });
  } catch (error) {
    if (error instanceof TooMuchWork) return null;
    throw error;
  }
}

function tooMuchWork(selector: string): string {
  return `Finding \`${selector}\` in the file takes too much work: a simpler selector has to be written in ux-agent.json, for example \`[data-ux=title]\`.`;
}

const ASK_OWNER = "the selector in ux-agent.json has to be corrected.";

function notWritten(selector: string): Refusal {
  return refuse("no-match", sentence("site.not-written", { selector }));
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
