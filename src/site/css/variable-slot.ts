import type { Declaration, Root } from "postcss";
import { refuse } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import { valueSlot, type Located, type ValueSlot } from "#src/site/slot.ts";
import { declarationsOf, declaredValue, normal, rulesAround } from "./declarations.ts";

const ASK_OWNER = "ux-agent.json has to be corrected.";

/** One custom property of a style sheet, in the one rule that ux-agent.json names. */
export function variableSlot(root: Root, property: PropertyOf<"variable">): Located<ValueSlot> {
  const all = declarationsOf(root, property.variable);
  const found = all.filter((declaration) => isIn(declaration, property));
  const [declaration] = found;
  const where = `\`${property.selector}\`${property.media === undefined ? "" : ` in @media ${property.media}`}`;
  if (declaration === undefined) {
    const elsewhere = all.length === 0 ? "" : ` (it is on ${linesOf(all)}, in another rule)`;
    return refuse("no-match", `${property.variable} is not set in ${where}${elsewhere}: ${ASK_OWNER}`);
  }
  if (found.length > 1) {
    return refuse(
      "several-matches",
      `${property.variable} is set ${found.length} times in ${where} (${linesOf(found)}): all but one have to be removed.`,
    );
  }
  return slotOf(declaration);
}

function slotOf(declaration: Declaration): Located<ValueSlot> {
  const place = declaredValue(declaration);
  if (place === null) {
    return refuse(
      "not-editable",
      `A comment stands in the middle of ${declaration.prop} (${linesOf([declaration])}): it has to be moved first.`,
    );
  }
  const { start, end, value } = place;
  return valueSlot(value, (text) => ({ start, end, text }));
}

/** At-rules themselves hold variables too (`@theme` of Tailwind): they are named like a selector. */
function isIn(declaration: Declaration, { selector, media }: PropertyOf<"variable">): boolean {
  const { selectors, atRules } = rulesAround(declaration);
  const wanted = media === undefined ? [] : [normal(`@media ${media}`)];
  if (selector.startsWith("@")) wanted.push(normal(selector));
  else if (![...selectors, selectors.join(",")].includes(normal(selector))) return false;
  return wanted.join("\n") === atRules.map(normal).join("\n");
}

function linesOf(declarations: Declaration[]): string {
  const lines = declarations.map((declaration) => declaration.source?.start?.line ?? 1);
  return `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
}
