import type { AssignmentExpression, ExportNamedDeclaration, Node, Statement } from "@babel/types";

/** A name that a script gives to something: a variable, a function, an export. */
export interface Binding {
  name: string;
  node: Node;
}

/** What the statements of a file or of a function name, in their order. `default` is the default export. */
export function bindingsOf(statements: Statement[]): Binding[] {
  return statements.flatMap(bindingsIn);
}

function bindingsIn(node: Statement): Binding[] {
  if (node.type === "ExportNamedDeclaration") return named(node);
  if (node.type === "ExportDefaultDeclaration")
    return [{ name: "default", node: node.declaration }, ...declared(node.declaration)];
  if (node.type === "TSExportAssignment") return [{ name: "default", node: node.expression }];
  return node.type === "ExpressionStatement" && node.expression.type === "AssignmentExpression"
    ? assigned(node.expression)
    : declared(node);
}

function named({ declaration, specifiers, source }: ExportNamedDeclaration): Binding[] {
  if (declaration) return declared(declaration);
  if (source) return [];
  return specifiers.flatMap((each): Binding[] => {
    if (each.type !== "ExportSpecifier") return [];
    const name = each.exported.type === "Identifier" ? each.exported.name : each.exported.value;
    return name === each.local.name ? [] : [{ name, node: each.local }];
  });
}

function declared(node: Node): Binding[] {
  if (node.type === "FunctionDeclaration") return node.id ? [{ name: node.id.name, node }] : [];
  if (node.type !== "VariableDeclaration") return [];
  return node.declarations.flatMap(({ id, init }) =>
    id.type === "Identifier" && init ? [{ name: id.name, node: init }] : [],
  );
}

/** `module.exports = …` is a default export, `exports.title = …` one with a name; `Card.defaultProps = …` is called that. */
function assigned({ left, operator, right }: AssignmentExpression): Binding[] {
  const path = operator === "=" ? pathOf(left) : null;
  if (path === null) return [];
  const name = path.replace(/^(?:module\.)?exports(?:\.|$)/, "");
  return [{ name: name === "" ? "default" : name, node: right }];
}

function pathOf(node: Node): string | null {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return null;
  const object = pathOf(node.object);
  return object === null ? null : `${object}.${node.property.name}`;
}
