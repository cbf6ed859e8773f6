import { sentence } from "#src/words/sentence.ts";
import type { Item } from "#src/site/catalogue.ts";
import type { Range } from "#src/site/markup/element.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { ListSlot, Located, Placed, ValueSlot } from "#src/site/slot.ts";
import type { Splice } from "#src/site/splice.ts";
import { copyItem, type Copyable } from "./copy-item.ts";
import { echoed, type Echo } from "./echo.ts";
import { insertItem } from "./insert-item.ts";
import { moveItem } from "./move-item.ts";
import type { Operation } from "./operation.ts";
import { removeItem } from "./remove-item.ts";
import type { WrittenItem, WrittenList } from "./written-list.ts";

/** One item as a format finds it. */
export interface FoundListItem {
  body: Range;
  /** The places of its values; what it does not have is not in it. */
  fields: Record<string, Located<ValueSlot>>;
  /** Whether nothing is in it but these values and how they are written. */
  whole?: boolean;
  /** Strings in its code that say the value of a field again. */
  echoes?: Echo[];
  /** Why it cannot be taken out. */
  stays?: Refusal;
}

/** A list as a format finds it: how it is written, and what may be special in it. */
export interface FoundList extends Omit<WrittenList, "items"> {
  label: string;
  naming: string;
  items: (FoundListItem & WrittenItem)[];
  elsewhere?: Item[];
  /** Why its items cannot be moved. */
  stays?: Refusal;
  /** How a new item is written where there is a template for it; a copy of another one where there is none. */
  template?: { shown: (item: Item) => Item; add: (item: Item, at: number) => Placed };
}

/** What can be done to a list, whatever language it is written in. */
export function listSlot(list: FoundList): ListSlot {
  const { naming, template, elsewhere = [] } = list;
  const current = list.items.map(({ fields }) => read(fields));
  const shown = template?.shown ?? ((item: Item): Item => item);
  return { holds: "list", naming, current, elsewhere, shown, put: (operation) => put(list, operation) };
}

function read(fields: FoundListItem["fields"]): Item {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, located]) =>
      located.ok && located.slot.current !== null ? [[field, located.slot.current]] : [],
    ),
  );
}

function put(list: FoundList, operation: Operation): Placed {
  switch (operation.do) {
    case "nothing":
      return placed([]);
    case "add":
      return list.template?.add(operation.item, operation.at) ?? addCopy(list, operation);
    case "change":
      return changeItem(list, operation);
    case "remove":
      return refusalToRemove(list, operation.at) ?? placed(removeItem(list, operation.at));
    case "move":
      return list.stays ?? placed(moveItem(list, operation.at, operation.to));
  }
}

function addCopy(list: FoundList, { item, at }: Extract<Operation, { do: "add" }>): Placed {
  const items: Copyable[] = list.items.map(({ body, fields, whole = false, echoes = [] }) => ({
    text: list.text,
    body,
    fields,
    whole,
    echoes,
  }));
  const copy = copyItem(items, { item, at, label: list.label });
  return copy.ok ? placed(insertItem(list, at, copy.text)) : copy;
}

function changeItem(
  { label, naming, items }: FoundList,
  { at, set }: Extract<Operation, { do: "change" }>,
): Placed {
  const { fields = {}, echoes = [] } = items[at] ?? {};
  const inCode = echoed(echoes, set);
  if (!inCode.ok) return inCode;
  const splices: Splice[] = [...inCode.splices];
  for (const [field, value] of Object.entries(set)) {
    const located = fields[field];
    if (located === undefined) {
      const name = fields[naming]?.ok ? (fields[naming].slot.current ?? "") : "";
      return refuse("not-editable", sentence("site.item-field", { item: name, list: label, field }));
    }
    const outcome = located.ok ? located.slot.put(value) : located;
    if (!outcome.ok) return outcome;
    splices.push(...outcome.splices);
  }
  return placed(splices);
}

/** Without an item to make a new one like, a list could not be filled again. */
function refusalToRemove({ label, items, template }: FoundList, at: number): Refusal | null {
  if (items.length > 1 || template !== undefined) return items[at]?.stays ?? null;
  return refuse("not-editable", sentence("site.last-item", { list: label }));
}

function placed(splices: Splice[] | null): Placed {
  return splices === null ? refuse("not-editable", sentence("site.item-in-line")) : { ok: true, splices };
}
