import { refusalForMessage } from "./dictionary.ts";
import { refuse } from "./refusal.ts";
import { refusalForFollowed } from "./refuse-followed.ts";
import type { PropertyDefinition } from "./site-definition.ts";
import type { Located, ValueSlot } from "./slot.ts";
import type { SourceFile } from "./source-file.ts";

/** Where in a file a property is: what stands there and how it is changed, or why it cannot be. */
export function locate(file: SourceFile, property: PropertyDefinition): Located {
  const located = file.locate(property);
  if (located === null) return wrongKind(property);
  if (!located.ok || located.slot.holds !== "value") return located;
  return { ok: true, slot: guarded(located.slot, file.path ?? "", property) };
}

/** What every format refuses, whatever it could write. */
function guarded(slot: ValueSlot, path: string, property: PropertyDefinition): ValueSlot {
  const put: ValueSlot["put"] = (value) =>
    refusalForFollowed(property, slot.current, value) ??
    refusalForMessage(path, property, { current: slot.current, value }) ??
    slot.put(value);
  return { ...slot, put };
}

function wrongKind(property: PropertyDefinition): Located {
  return refuse(
    "unsupported-format",
    `${property.label} cannot be changed in this kind of file: its kind in ux-agent.json has to be another one.`,
  );
}
