import type { Declaration, Root } from "postcss";
import { rulesAround } from "#src/site/css/declarations.ts";
import { parseColor } from "#src/site/color.ts";
import type { WrittenProperty } from "./proposal.ts";

/** The rules of a style sheet by which people tell how a site looks, and what they call them. */
const RULES: [selector: RegExp, name: string][] = [
  [/^a$/, "link"],
  [/^(?:body|html)$/, "page"],
  [/^(?:header|\.(?:site-)?header)$/, "header"],
  [/^(?:nav|\.nav|\.navbar)$/, "navbar"],
  [/^(?:footer|\.(?:site-)?footer)$/, "footer"],
  [/^(?:button|\.btn|\.button|\.btn-primary)$/, "button"],
  [/^h1$/, "heading"],
];
const DECLARATIONS = new Map([
  ["color", "color"],
  ["background-color", "background"],
  ["background", "background"],
]);

/** The colours that a style sheet sets in plain rules, each in one place; the colour of links first. */
export function proposeRules(root: Root): WrittenProperty[] {
  const found = new Map<string, WrittenProperty[]>();
  root.walkDecls((declaration: Declaration) => {
    const said = DECLARATIONS.get(declaration.prop.toLowerCase());
    const { selectors, atRules } = rulesAround(declaration);
    const [selector, second] = selectors;
    const name = RULES.find(([each]) => each.test(selector ?? ""))?.[1];
    if (said === undefined || name === undefined || selector === undefined || second !== undefined) return;
    if (atRules.length > 0 || parseColor(declaration.value) === null) return;
    const id = `${name}-${said}`;
    const property = { id, kind: "rule", selector, declaration: declaration.prop, value: "color" };
    found.set(id, [...(found.get(id) ?? []), property]);
  });
  return [...found.values()]
    .flatMap((alike) => (alike.length === 1 ? alike : []))
    .toSorted((one, other) => orderOf(one) - orderOf(other));
}

function orderOf({ id }: WrittenProperty): number {
  return RULES.findIndex(([, name]) => id.startsWith(`${name}-`));
}
