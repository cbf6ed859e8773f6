import type { AtRule, ChildNode, Declaration, Root, Rule } from "postcss";

/** Where the value of a declaration is in the text it was parsed from, without the comments beside it. */
export interface DeclaredValue {
  start: number;
  end: number;
  value: string;
}

const BEFORE = /^(?:\s|\/\*[^]*?\*\/)*/;

/** What Sass puts behind a value that another file may set before. */
const FLAGS = /(?:\s*!(?:default|global))+$/;

/** null when a comment stands in the middle of the value, where replacing it would lose the comment. */
export function declaredValue(declaration: Declaration): DeclaredValue | null {
  const written = (declaration.raws.value?.raw ?? declaration.value).replace(FLAGS, "");
  // Sass knows comments to the end of a line, which its parser hands on in another form.
  if (declaration.raws.value !== undefined && "scss" in declaration.raws.value) return null;
  const lead = BEFORE.exec(written)?.[0].length ?? 0;
  const value = withoutCommentsBehind(written.slice(lead));
  const start =
    startOf(declaration) + declaration.prop.length + (declaration.raws.between ?? "").length + lead;
  return value.includes("/*") ? null : { start, end: start + value.length, value };
}

function withoutCommentsBehind(written: string): string {
  const value = written.trimEnd();
  const comment = value.endsWith("*/") ? value.lastIndexOf("/*") : -1;
  return comment < 0 ? value : withoutCommentsBehind(value.slice(0, comment));
}

/** Where the name of a declaration starts. */
export function startOf(declaration: Declaration): number {
  return declaration.source?.start?.offset ?? 0;
}

/** The rules around a declaration, from the outside: selectors with `&` resolved, at-rules as they are written. */
export function rulesAround(declaration: ChildNode): { selectors: string[]; atRules: string[] } {
  const ancestors = ancestorsOf(declaration);
  // Layers only order rules: a site's own words for a rule do not mention them.
  const atRules = ancestors
    .filter((node) => node.type === "atrule")
    .filter(({ name }) => name.toLowerCase() !== "layer");
  const selectors = ancestors.filter((node) => node.type === "rule").reduce<string[]>(nested, []);
  return { selectors, atRules: atRules.map(({ name, params }) => normal(`@${name} ${params}`)) };
}

function ancestorsOf({ parent }: ChildNode): (Rule | AtRule)[] {
  if (parent === undefined || parent.type === "root" || parent.type === "document") return [];
  const around = isAround(parent) ? parent : null;
  return around === null ? [] : [...ancestorsOf(around), around];
}

function isAround(node: { type: string }): node is Rule | AtRule {
  return node.type === "rule" || node.type === "atrule";
}

/** Lists that are nested in each other multiply; a rule that stands for more selectors than this has no name. */
const MOST_SELECTORS = 1_000;

function nested(outer: string[], { selectors }: Rule, depth: number): string[] {
  const own = selectors.map(normal);
  if (depth === 0) return own;
  if (outer.length * own.length > MOST_SELECTORS) return [];
  return outer.flatMap((parent) =>
    own.map((each) => (each.includes("&") ? each.replaceAll("&", parent) : `${parent} ${each}`)),
  );
}

/** Selectors and conditions are compared without regard to how they are spaced and which quotes they have. */
export function normal(written: string): string {
  return written
    .trim()
    .replaceAll(/(?<==\s*)(["'])([A-Za-z][\w-]*)\1/g, "$2")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\s*([>~+,:()])\s*/g, "$1");
}

/** What a style sheet sets: a property in a rule, or a variable, anywhere. */
export interface Declared {
  prop: string;
  line: number;
  node: Declaration | AtRule;
}

export function declaredIn(root: Root): Declared[] {
  const found: Declared[] = [];
  root.walk((node) => {
    const line = node.source?.start?.line ?? 1;
    if (node.type === "decl") found.push({ prop: node.prop, line, node });
    // Less writes its variables as at-rules.
    if (node.type === "atrule" && LESS_VARIABLE.test(textOf(node)))
      found.push({ prop: `@${node.name.replace(/:$/, "")}`, line, node });
  });
  return found;
}

const LESS_VARIABLE = /^@[\w-]+\s*:(?!\s*\{)/;

function textOf({ source }: AtRule): string {
  const { start, end } = source ?? {};
  return source?.input.css.slice(start?.offset, end?.offset) ?? "";
}

/** Where the value of a variable of Less is, or that of a declaration. */
export function valueIn({ node }: Declared): DeclaredValue | null {
  if (node.type === "decl") return declaredValue(node);
  const written = textOf(node).replace(/;$/, "");
  const lead = /^@[\w-]+\s*:\s*/.exec(written)?.[0].length ?? 0;
  const start = (node.source?.start?.offset ?? 0) + lead;
  const value = written.slice(lead).trimEnd();
  return /\/\*|\/\//.test(value) ? null : { start, end: start + value.length, value };
}

/** A rule, by its selector or at-rule as it is written; null for the file outside of all rules. */
export interface Place {
  selector: string | null;
  media: string | undefined;
}

/** At-rules themselves hold variables too (`@theme` of Tailwind): they are named like a selector. */
export function isIn({ node }: Declared, { selector, media }: Place): boolean {
  const { selectors, atRules } = rulesAround(node);
  const wanted = media === undefined ? [] : [normal(`@media ${media}`)];
  if (selector?.startsWith("@") === true) wanted.push(normal(selector));
  else if (selector === null) {
    if (selectors.length > 0) return false;
  } else if (![...selectors, selectors.join(",")].includes(normal(selector))) return false;
  return wanted.join("\n") === atRules.map(normal).join("\n");
}

export function linesOf(declared: Declared[]): string {
  const lines = declared.map(({ line }) => line);
  return `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
}
