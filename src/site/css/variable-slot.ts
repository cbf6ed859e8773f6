import { refuse } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import type { Located, ValueSlot } from "#src/site/slot.ts";
import { isIn, linesOf, valueIn, type Declared, type Place } from "./declarations.ts";
import { declaredSlot, type Syntax } from "./declared-slot.ts";

const ASK_OWNER = "ux-agent.json has to be corrected.";

type StyleProperty = PropertyOf<"variable" | "rule">;

/** One variable of a style sheet, or one declaration, in the one rule that ux-agent.json names. */
export function variableSlot(all: Declared[], property: StyleProperty, syntax: Syntax): Located<ValueSlot> {
  const name = property.kind === "rule" ? property.declaration : property.variable;
  const place = placeOf(property);
  const same = all.filter(({ prop }) => isSame(prop, name));
  const found = same.filter((declared) => isIn(declared, place));
  const [declared] = found;
  if (declared === undefined) {
    const elsewhere = same.length === 0 ? "" : ` (it is on ${linesOf(same)}, in another rule)`;
    return refuse("no-match", `${name} is not set in ${shown(place)}${elsewhere}: ${ASK_OWNER}`);
  }
  if (found.length > 1) {
    return refuse(
      "several-matches",
      `${name} is set ${found.length} times in ${shown(place)} (${linesOf(found)}): all but one have to be removed.`,
    );
  }
  const value = valueIn(declared);
  if (value === null) {
    return refuse(
      "not-editable",
      `A comment stands in the middle of ${name} (${linesOf(found)}): it has to be moved first.`,
    );
  }
  return declaredSlot(value, { name, line: declared.line, syntax });
}

/** A variable of Sass or Less belongs to the file unless a rule is named. */
function placeOf({ selector, media, ...property }: StyleProperty): Place {
  const isOfFile = property.kind === "variable" && /^[$@]/.test(property.variable) && selector === ":root";
  return { selector: isOfFile ? null : selector, media };
}

function shown({ selector, media }: Place): string {
  const rule = selector === null ? "the file, outside of all rules" : `\`${selector}\``;
  return `${rule}${media === undefined ? "" : ` in @media ${media}`}`;
}

/** Names are the same in any case, except those of variables. */
function isSame(written: string, name: string): boolean {
  return written === name || (/^[a-z]/i.test(name) && written.toLowerCase() === name.toLowerCase());
}
