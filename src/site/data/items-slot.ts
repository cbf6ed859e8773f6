import { listSlot, type FoundListItem } from "#src/site/lists/list-slot.ts";
import { writtenItems, type Separation } from "#src/site/lists/written-list.ts";
import type { Range } from "#src/site/markup/element.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import { refusalForFollowed } from "#src/site/refuse-followed.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import type { ListSlot, Located, ValueSlot } from "#src/site/slot.ts";
import { lineOf } from "#src/site/source-text.ts";
import type { DataList, DataNode, DataTree } from "./data-node.ts";
import { findNode } from "./find-node.ts";
import { refuseCode } from "./refuse-code.ts";
import { nodeSlot } from "./value-slot.ts";

type ListProperty = PropertyOf<"list">;

/** A list in data: its items are objects with the fields that ux-agent.json names, or single values. */
export function dataItemsSlot(tree: DataTree, property: ListProperty): Located<ListSlot> {
  const { pointer = "", fields, label } = property;
  const found = findNode(tree, pointer);
  if (!found.ok) return found;
  const { node } = found;
  if (node.kind === "code") return refuseCode(tree, pointer, node);
  const [naming] = Object.keys(fields);
  if (node.kind !== "list" || naming === undefined)
    return refuse(
      "no-match",
      `\`${pointer}\` is not a list (line ${lineOf(tree.text, node.start)}): ux-agent.json has to name one.`,
    );
  const bodies = bodiesOf(node);
  if (bodies === null)
    return refuse(
      "not-editable",
      `The items of \`${pointer}\` (line ${lineOf(tree.text, node.start)}) are written in a way that ux-agent does not change: a developer has to.`,
    );
  const separation: Separation = node.written?.separation ?? "commas";
  const ordered = isOrdered(tree, node);
  const written = writtenItems(tree.text, bodies, { start: startOf(node), separation });
  const items = written.map((item, at) => {
    const each = node.items[at];
    const fields = fieldsIn(tree, each, property);
    const order = ordered === true ? { order: orderOf(each) ?? item.tail } : {};
    return { ...item, fields, whole: isWhole(each, Object.keys(fields).length), ...order };
  });
  const list = { text: tree.text, separation, start: startOf(node), isBetween: () => true };
  const stays = ordered === null ? { stays: refuseOrder(tree, pointer, node) } : {};
  return { ok: true, slot: listSlot({ ...list, items, label, naming, ...stays }) };
}

/** Behind the bracket that opens it. */
function startOf({ start, written }: DataNode & DataList): number {
  return written === undefined ? start + 1 : start;
}

/** null when two items are at the same place: one of them is a name for the other, or a hole. */
function bodiesOf({ items, written, ...list }: DataNode & DataList): Range[] | null {
  const bodies = written === undefined ? items.map(({ start, end }) => ({ start, end })) : written.bodies();
  const isApart = bodies?.every(
    (body, at) => body.start >= (bodies[at - 1]?.end ?? list.start) && body.end <= list.end,
  );
  return isApart === true ? bodies : null;
}

/** Names of numbers by which generators order items, wherever they stand in the file. */
const ORDER = /^(?:weight|order|position|rank|priority|sort(?:[-_]?order)?|nav[-_]?order)$/i;

function orderOf(item: DataNode | undefined): Range | null {
  if (item?.kind !== "map") return null;
  const entry = item.entries.find(
    ({ key, value }) => ORDER.test(key ?? "") && value.kind === "scalar" && value.form,
  );
  return entry === undefined ? null : { start: entry.value.start, end: entry.value.end };
}

/** Whether numbers order the items, as they stand in the file; null where they order them otherwise. */
function isOrdered({ text }: DataTree, { items }: DataList): boolean | null {
  const numbers = items
    .map(orderOf)
    .map((range) => (range ? Number(text.slice(range.start, range.end)) : NaN));
  if (items.length === 0 || numbers.every(Number.isNaN)) return false;
  const isAscending = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? Infinity));
  return isAscending && !numbers.some(Number.isNaN) ? true : null;
}

function refuseOrder({ text }: DataTree, pointer: string, node: DataNode): Refusal {
  return refuse(
    "not-editable",
    `The items of \`${pointer}\` (line ${lineOf(text, node.start)}) are ordered by numbers that do not follow their order in the file: a developer has to sort them first.`,
  );
}

/** Whether an item is made of nothing but so many values. */
function isWhole(item: DataNode | undefined, count: number): boolean {
  if (item?.kind !== "map") return item?.kind === "scalar";
  return item.entries.length === count && item.entries.every(({ value }) => value.kind === "scalar");
}

function fieldsIn(
  tree: DataTree,
  item: DataNode | undefined,
  { fields, ...property }: ListProperty,
): FoundListItem["fields"] {
  if (item === undefined) return {};
  const found: FoundListItem["fields"] = {};
  for (const [id, { at, value }] of Object.entries(fields)) {
    const pointer = at === "." ? "/" : `/${at.replace(/^\//, "")}`;
    const part = { ...property, kind: "value" as const, pointer, ...(value === undefined ? {} : { value }) };
    const located = fieldIn({ text: tree.text, root: item }, part, at === ".");
    if (located !== null) found[id] = located;
  }
  return found;
}

/** null where an item does not have it. */
function fieldIn(tree: DataTree, property: PropertyOf<"value">, isItem: boolean): Located<ValueSlot> | null {
  const found = isItem ? { ok: true as const, node: tree.root } : findNode(tree, property.pointer);
  if (!found.ok) return found.code === "no-match" ? null : found;
  const located = nodeSlot(tree, found.node, property);
  if (!located.ok) return located;
  const { slot } = located;
  const put: ValueSlot["put"] = (value) =>
    refusalForFollowed(property, slot.current, value) ?? slot.put(value);
  return { ok: true, slot: { ...slot, put } };
}
