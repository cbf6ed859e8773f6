import { sentence } from "#src/words/sentence.ts";
import { refusalForMessage } from "./dictionary.ts";
import { valuesOf } from "./lists/operation.ts";
import { locatePicture } from "./pictures/locate-picture.ts";
import { refusalForMarkup } from "./refuse-markup.ts";
import { refuse } from "./refusal.ts";
import { refusalForFollowed } from "./refuse-followed.ts";
import type { PropertyDefinition } from "./site-definition.ts";
import type { ListSlot, Located, ValueSlot } from "./slot.ts";
import type { SourceFile } from "./source-file.ts";

/** Where in a file a property is: what stands there and how it is changed, or why it cannot be. */
export function locate(file: SourceFile, property: PropertyDefinition): Located {
  if (property.kind === "image") return locatePicture(file, property, locate);
  const located = file.locate(property);
  if (located === null) return wrongKind(property);
  if (!located.ok) return located;
  const { slot } = located;
  const path = file.path ?? "";
  return {
    ok: true,
    slot: slot.holds === "value" ? guarded(slot, path, property) : guardedList(slot, path, property),
  };
}

/** What every format refuses, whatever it could write. */
function guarded(slot: ValueSlot, path: string, property: PropertyDefinition): ValueSlot {
  const put: ValueSlot["put"] = (value) =>
    refusalForFollowed(property, slot.current, value) ??
    refusalForMessage(path, property, { current: slot.current, value }) ??
    refusalForMarkup(property, { current: slot.current, value }) ??
    slot.put(value);
  return { ...slot, put };
}

/** In a dictionary the values of a list are messages like all others. */
function guardedList(slot: ListSlot, path: string, property: PropertyDefinition): ListSlot {
  if (property.kind !== "list" || property.pointer === undefined) return slot;
  const message = { ...property, kind: "value" as const, pointer: property.pointer };
  const put: ListSlot["put"] = (operation) => {
    const refusals = valuesOf(operation).map((value) =>
      refusalForMessage(path, message, { current: null, value }),
    );
    return refusals.find((refusal) => refusal !== null) ?? slot.put(operation);
  };
  return { ...slot, put };
}

function wrongKind(property: PropertyDefinition): Located {
  return refuse("unsupported-format", sentence("site.wrong-kind", { property: property.label }));
}
