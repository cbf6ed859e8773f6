import type {
  Doing,
  FoundList,
  Item,
  PageDocument,
  PageElement,
  PageNode,
  Placed,
  Rect,
  Tools,
} from "./dom.ts";

declare const document: PageDocument;
declare const tools: Tools;

export function findList(before: Item[], after: Item[], selector: string | undefined): Placed | null {
  const lists = tools.listsWith(before);
  const holder = tools.only(
    lists.map((list) => list.holder),
    selector,
  );
  const list = lists.find((each) => each.holder === holder);
  return list && holder ? tools.listAs(list, before, after) : null;
}

/** All lists of the page that show these items in this order: each of them is called by its first value. */
export function listsWith(items: Item[]): FoundList[] {
  const [first = "", ...more] = items.map((item) => tools.flat(Object.values(item)[0] ?? ""));
  if (first === "") return [];
  const found = new Map<PageElement, FoundList>();
  for (const text of tools.wholeTexts(first, document.body)) {
    let item: PageElement = text;
    for (let holder = text.parentElement; holder; holder = holder.parentElement) {
      const children = [...holder.children];
      const inOrder = [item];
      let at = children.indexOf(item);
      for (const name of more) {
        const next = children.findIndex(
          (child, place) => place > at && tools.wholeTexts(name, child).length === 1,
        );
        if (next === -1) break;
        at = next;
        inOrder.push(...children.slice(at, at + 1));
      }
      if (
        inOrder.length === items.length &&
        (more.length > 0 || children.length > 1 || holder.matches("ul, ol, nav"))
      ) {
        found.set(holder, { holder, items: inOrder });
        break;
      }
      item = holder;
    }
  }
  return [...found.values()];
}

/** Each item after the change is one from before, changed in its place, or a copy of the last one with other words. */
export function listAs({ holder, items }: FoundList, before: Item[], after: Item[]): Placed | null {
  const nodes = [...holder.childNodes];
  const left = new Map(before.map((item, at) => [at, item]));
  const sameAs = (item: Item, isSame: (one: Item) => boolean) => {
    const at = [...left].find(([, one]) => isSame(one))?.[0];
    if (at !== undefined) left.delete(at);
    return at;
  };
  const exact = after.map((item) => sameAs(item, (one) => JSON.stringify(one) === JSON.stringify(item)));
  const from = exact.map((at, place) => {
    const item = after[place] ?? {};
    return (
      at ?? sameAs(item, (one) => Object.values(one).some((value) => Object.values(item).includes(value)))
    );
  });
  const last = before.length - 1;
  const model = items[last];
  if (!model) return null;
  const made = after.map((item, place) => {
    const at = from[place];
    const element = (at === undefined ? model : (items[at] ?? model)).cloneNode(true);
    return { element, was: before[at ?? last] ?? {}, item };
  });
  // What stands between the items stays there; items that are added come after the last one.
  const then = nodes.flatMap((node): PageNode[] => {
    const at = items.findIndex((item) => item === node);
    if (at === -1) return [node];
    return made.slice(at, at === last ? made.length : at + 1).map(({ element }) => element);
  });
  const change = {
    apply: () => {
      holder.replaceChildren(...then);
      for (const { element, was, item } of made) tools.itemAs(element, was, item);
    },
    undo: () => holder.replaceChildren(...nodes),
  };
  return { ...change, rects: tools.changedIn(holder, change), element: holder };
}

/** Where the children are that a change makes others, or moves: a list may be longer than the window. */
export function changedIn(holder: PageElement, { apply, undo }: Doing): () => Rect[] {
  const placed = () =>
    [...holder.children].map((child) => ({ child, rect: JSON.stringify(child.getBoundingClientRect()) }));
  const before = placed();
  apply();
  const after = placed();
  undo();
  const isSame = (at: number): boolean => {
    const [was, is] = [before[at], after[at]];
    return was !== undefined && is !== undefined && was.rect === is.rect && was.child.isEqualNode(is.child);
  };
  return () =>
    [...holder.children].filter((_, at) => !isSame(at)).map((child) => child.getBoundingClientRect());
}

/** Puts the values of an item into an element that shows another one. */
export function itemAs(element: PageElement, was: Item, item: Item): void {
  for (const [name, value] of Object.entries(item)) {
    const old = was[name];
    if (old === undefined || old === value) continue;
    const [text] = tools.wholeTexts(tools.flat(old), element);
    if (text) tools.textOf(text, value).apply();
    else
      for (const each of [element, ...element.querySelectorAll("*")])
        for (const attribute of ["href", "src"])
          if (each.getAttribute(attribute) === old) each.setAttribute(attribute, value);
  }
}
