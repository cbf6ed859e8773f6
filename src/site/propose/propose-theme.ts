import type { Root } from "postcss";
import { colorFormOf } from "#src/site/css/color-form.ts";
import { rulesAround } from "#src/site/css/declarations.ts";
import { parseColor } from "#src/site/color.ts";
import { idOf, nameOfFile, type WrittenProperty, type WrittenSection } from "./proposal.ts";

const MOST = 25;

/** The custom properties of `:root` and the variables of Sass, which a style sheet names so that they can be changed in one place. */
export function proposeTheme(path: string, root: Root): WrittenSection[] {
  const properties: WrittenProperty[] = [];
  root.walkDecls(/^(?:--|\$)/, (declaration) => {
    const { selectors, atRules } = rulesAround(declaration);
    const id = idOf(declaration.prop);
    const isOfFile = declaration.prop.startsWith("$") ? selectors.length === 0 : selectors.includes(":root");
    if (id === "" || atRules.length > 0 || !isOfFile) return;
    const written = declaration.value.replace(/\s*!default$/, "");
    const value = parseColor(written) === null && colorFormOf(written) === null ? "text" : "color";
    properties.push({ id, kind: "variable", variable: declaration.prop, value });
  });
  const name = idOf(nameOfFile(path)) || "theme";
  return properties.length === 0 ? [] : [{ id: name, file: path, properties: properties.slice(0, MOST) }];
}
