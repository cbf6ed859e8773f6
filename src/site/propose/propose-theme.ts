import type { AtRule, Declaration, Root } from "postcss";
import { colorFormOf } from "#src/site/css/color-form.ts";
import { rulesAround } from "#src/site/css/declarations.ts";
import { parseColor } from "#src/site/color.ts";
import { idOf, type WrittenProperty } from "./proposal.ts";

const MOST = 24;
const BRAND = /(?:^|[-$])(?:brand|primary|accent|main|theme)(?:-color)?$/i;

/** Colours of what is only seen for a moment, or at an edge. */
const STATES = /hover|active|visited|focus|shadow|border|outline|gradient/i;

interface Variable {
  name: string;
  value: string;
  uses: number;
  /** The `@media` that sets it, where nothing outside of one does. */
  media?: string;
}

/**
 * The custom properties of `:root` and the variables of Sass that the site uses, the one that gives it its colour first: `texts` are all style
 * sheets and pages of the site.
 */
export function proposeTheme(root: Root, texts: string[]): WrittenProperty[] {
  const variables = variablesOf(root).map((each) => ({ ...each, uses: usesOf(each.name, texts) }));
  const used = variables.filter(({ uses }) => uses > 0);
  const brand = brandOf(used);
  const order = (each: Variable): number => (each === brand ? 0 : isColor(each.value) ? 1 : 2);
  const sorted = used.toSorted((one, other) => order(one) - order(other));
  return sorted.slice(0, MOST).flatMap((variable) => {
    const id = idOf(variable.name);
    if (id === "") return [];
    const names = variable === brand && id !== "brand-color" ? { names: ["brand color"] } : {};
    const value = isColor(variable.value) ? "color" : "text";
    const { media } = variable;
    return [
      {
        id,
        ...names,
        kind: "variable",
        variable: variable.name,
        ...(media !== undefined && { media }),
        value,
      },
    ];
  });
}

function variablesOf(root: Root): Variable[] {
  const found = new Map<string, Variable>();
  root.walkDecls(/^(?:--|\$)/, (declaration: Declaration) => {
    const { selectors, atRules } = rulesAround(declaration);
    const isOfFile = declaration.prop.startsWith("$") ? selectors.length === 0 : selectors.includes(":root");
    const media = mediaAround(declaration);
    const isPlain = atRules.length === 0;
    // What is only so for some people, or on paper, is not how the site looks.
    if (/prefers-|print|forced-colors/.test(media ?? "")) return;
    if (!isOfFile || atRules.length > 1 || (!isPlain && media === undefined)) return;
    const known = found.get(declaration.prop);
    // Where more than one `@media` sets it, no one of them is the value of the site.
    if (known !== undefined && !isPlain) return;
    const value = declaration.value.replace(/\s*!default$/, "");
    found.set(declaration.prop, {
      name: declaration.prop,
      value,
      uses: 0,
      ...(media !== undefined && { media }),
    });
  });
  return [...found.values()];
}

/** As it is written around the rule of a declaration. */
function mediaAround({ parent }: Declaration): string | undefined {
  const around = parent?.type === "rule" ? parent.parent : parent;
  return around?.type === "atrule" && (around as AtRule).name.toLowerCase() === "media"
    ? (around as AtRule).params
    : undefined;
}

/** A variable of Sass stands where it is used as it is called, and once where it is set. */
function usesOf(name: string, texts: string[]): number {
  const isSass = name.startsWith("$");
  const use = new RegExp(isSass ? `\\${name}(?![\\w-])(?!\\s*:)` : `var\\(\\s*${name}(?![\\w-])`, "g");
  return texts.reduce((count, text) => count + [...text.matchAll(use)].length, 0);
}

/** By its name, and otherwise the colour with the most uses that is one: no grey, black or white. */
function brandOf(variables: Variable[]): Variable | undefined {
  const colors = variables.filter(({ name, value }) => isColor(value) && !STATES.test(name));
  const named = colors.find(({ name }) => BRAND.test(name));
  const vivid = colors.filter(({ value }) => isVivid(value));
  return named ?? vivid.toSorted((one, other) => other.uses - one.uses)[0];
}

function isColor(value: string): boolean {
  return parseColor(value) !== null || colorFormOf(value) !== null;
}

function isVivid(value: string): boolean {
  const hsl = /^hsla?\(\s*[\d.]+(?:deg)?[,\s]+([\d.]+)%[,\s]+([\d.]+)%/i.exec(value);
  if (hsl !== null) return Number(hsl[1]) > 30 && Number(hsl[2]) > 15 && Number(hsl[2]) < 90;
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value)?.[1];
  if (hex === undefined)
    return /^(?:red|blue|green|orange|purple|teal|crimson|tomato|navy|gold)/i.test(value);
  const parts = (hex.length === 3 ? hex.replaceAll(/./g, "$&$&") : hex).match(/../g) ?? [];
  const levels = parts.map((part) => Number.parseInt(part, 16));
  const [most, least] = [Math.max(...levels), Math.min(...levels)];
  return most > 40 && (most - least) / most > 0.3;
}
