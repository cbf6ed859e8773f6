import { refuse } from "./refusal.ts";
import type { PropertyDefinition } from "./site-definition.ts";
import type { Located } from "./slot.ts";
import type { SourceFile } from "./source-file.ts";

/** Where in a file a property is: what stands there and how it is changed, or why it cannot be. */
export function locate(file: SourceFile, property: PropertyDefinition): Located {
  return (
    file.locate(property) ??
    refuse(
      "unsupported-format",
      `${property.label} cannot be changed in this kind of file: its kind in ux-agent.json has to be another one.`,
    )
  );
}
