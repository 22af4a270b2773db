import type { Options } from "tsup";
import ts from "typescript";

/**
 * What is never assigned again is a constant to V8 only if it is declared so; esbuild writes `var` at the top level of a bundle. Tables
 * and methods that are not constants cost loops over characters several times their time.
 */
export const constants: NonNullable<Options["plugins"]>[number] = {
  name: "constants",
  renderChunk: (code, { path }) => (path.endsWith(".map") ? undefined : { code: withConstants(code) }),
};

function withConstants(code: string): string {
  const file = ts.createSourceFile("chunk.js", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const assigned = new Set<string>();
  const target = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) assigned.add(node.text);
    else if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) ts.forEachChild(node, target);
  };
  const walk = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment) target(node.left);
    else if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken)) target(node.operand);
    else if ((ts.isForOfStatement(node) || ts.isForInStatement(node)) && !ts.isVariableDeclarationList(node.initializer)) target(node.initializer);
    ts.forEachChild(node, walk);
  };
  walk(file);
  let constant = "";
  let end = 0;
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || (statement.declarationList.flags & ts.NodeFlags.BlockScoped) !== 0) continue;
    if (!statement.declarationList.declarations.every(({ name, initializer }) => initializer !== undefined && !namesOf(name).some((one) => assigned.has(one)))) continue;
    const at = code.indexOf("var", statement.pos);
    constant += `${code.slice(end, at)}const`;
    end = at + "var".length;
  }
  return constant + code.slice(end);
}

const namesOf = (name: ts.BindingName): string[] => (ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : namesOf(one.name))));
