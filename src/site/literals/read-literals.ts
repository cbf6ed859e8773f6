import type {
  ArrayExpression,
  ArrowFunctionExpression,
  CallExpression,
  File,
  FunctionDeclaration,
  FunctionExpression,
  Node,
  ObjectExpression,
  ObjectMethod,
  Statement,
  TSAsExpression,
  TSNonNullExpression,
  TSSatisfiesExpression,
  TSTypeAssertion,
  TypeCastExpression,
} from "@babel/types";
import type { DataEntry, DataNode, DataScalar } from "#src/site/data/data-node.ts";
import { literalsIn } from "#src/site/jsx/literals-in.ts";
import { rangeOf } from "#src/site/jsx/range.ts";
import type { Literal, Range } from "#src/site/markup/element.ts";
import { putLiteral } from "#src/site/markup/escape.ts";
import { bindingsOf } from "./bindings.ts";
import { scalarOf } from "./scalar-of.ts";

/** The file that is read, and the expressions that its names stand for. */
interface Script {
  text: string;
  names: ReadonlyMap<string, Node>;
}

/**
 * The data in a script: its variables, functions and exports by name, and in them what is written as it is. A function
 * counts as its variables and the object it returns, a call with one object as that object (`defineConfig({ … })`).
 */
export function readLiterals({ program }: File, text: string): DataNode {
  const bindings = bindingsOf(program.body);
  const script = { text, names: new Map(bindings.map(({ name, node }) => [name, node])) };
  const [only, ...others] = program.body;
  // A file that is one object and nothing else is that object.
  if (
    only?.type === "ExpressionStatement" &&
    others.length === 0 &&
    only.expression.type === "ObjectExpression"
  )
    return read(only.expression, script);
  return { kind: "map", start: 0, end: text.length, entries: readScope(program.body, script) };
}

function readScope(statements: Statement[], script: Script): DataEntry[] {
  return bindingsOf(statements).map(({ name, node }) => ({ key: name, value: read(node, script) }));
}

function read(node: Node, script: Script): DataNode {
  const inner = unwrapped(node);
  const range = rangeOf(inner);
  if (inner.type === "ObjectExpression")
    return { ...range, kind: "map", entries: inner.properties.map((each) => readEntry(each, script)) };
  if (inner.type === "ArrayExpression")
    return { ...range, kind: "list", items: inner.elements.map((each) => readItem(each, range, script)) };
  if (inner.type === "CallExpression") return readCall(inner, script);
  if (inner.type === "Identifier") return readName(inner.name, inner, script);
  if (isFunction(inner)) return readFunction(inner, script);
  return scalarOf(inner, script.text) ?? codeOf(inner, script);
}

function codeOf(node: Node, { text }: Script): DataNode {
  const runs = literalsIn(node, text).map(runOf);
  const words = node.type.startsWith("JSX") ? "markup" : "code";
  return { ...rangeOf(node), kind: "code", words, ...(runs.length === 0 ? {} : { runs }) };
}

function runOf(literal: Literal): DataScalar {
  return { kind: "scalar", value: literal.value, put: (value) => putLiteral(literal, value) };
}

function readItem(node: ArrayExpression["elements"][number], list: Range, script: Script): DataNode {
  if (node === null) return { ...list, kind: "code", words: "empty" };
  return read(node, script);
}

type Written = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression | ObjectMethod;

function isFunction(node: Node): node is Exclude<Written, ObjectMethod> {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

type Wrapper =
  | TSAsExpression
  | TSSatisfiesExpression
  | TSTypeAssertion
  | TSNonNullExpression
  | TypeCastExpression;

/** `{ … } as const`, `x satisfies Site` and `<Site>x` are what is inside of them. */
function unwrapped(node: Node): Node {
  return isWrapper(node) ? unwrapped(node.expression) : node;
}

function isWrapper(node: Node): node is Wrapper {
  return /^(?:TS(?:As|Satisfies|NonNull)Expression|TSTypeAssertion|TypeCastExpression)$/.test(node.type);
}

function readEntry(node: ObjectExpression["properties"][number], script: Script): DataEntry {
  if (node.type === "ObjectProperty") return { key: keyOf(node), value: read(node.value, script) };
  if (node.type === "ObjectMethod" && node.kind === "method")
    return { key: keyOf(node), value: readFunction(node, script) };
  const words = node.type === "SpreadElement" ? "what `…` brings in" : "a function";
  const key = node.type === "SpreadElement" ? null : keyOf(node);
  return { key, value: { ...rangeOf(node), kind: "code", words } };
}

function keyOf({ computed, key }: { computed?: boolean; key: Node }): string | null {
  if (key.type === "StringLiteral" || key.type === "NumericLiteral") return String(key.value);
  return key.type === "Identifier" && computed !== true ? key.name : null;
}

function readFunction(node: Written, script: Script): DataNode {
  if (node.body.type !== "BlockStatement") return read(node.body, script);
  const { body } = node.body;
  const returned = body.find((statement) => statement.type === "ReturnStatement")?.argument;
  const result = returned ? read(returned, script) : null;
  const entries = [...readScope(body, script), ...(result?.kind === "map" ? result.entries : [])];
  return { ...rangeOf(node), kind: "map", entries };
}

function readCall(node: CallExpression, script: Script): DataNode {
  const [given, ...others] = node.arguments;
  const argument = given && others.length === 0 ? read(given, script) : null;
  if (argument?.kind === "map" || argument?.kind === "list") return argument;
  const name = node.callee.type === "Identifier" ? node.callee.name : null;
  return argument?.kind === "scalar" && name !== null
    ? { ...rangeOf(node), kind: "call", name, argument }
    : { ...rangeOf(node), kind: "code", words: "what a function answers" };
}

/** A name stands for the object or list it was given in this file; a single value is changed where it is set. */
function readName(name: string, node: Node, script: Script): DataNode {
  const range = rangeOf(node);
  const target = script.names.get(name);
  if (target === undefined)
    return { ...range, kind: "code", words: `\`${name}\`, which this file does not set` };
  // Each name is followed once, so that two that stand for each other come to an end.
  const names = new Map([...script.names].filter(([each]) => each !== name));
  const found = read(target, { ...script, names });
  if (found.kind === "map" || found.kind === "list") return found;
  return {
    ...range,
    kind: "code",
    words: `\`${name}\``,
    advice: `name \`/${name}\` in ux-agent.json, where it is set.`,
  };
}
