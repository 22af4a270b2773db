import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import ts from "typescript";

/**
 * What the build does for cold starts. V8 checks every literal of a regular expression when it loads a file, in functions that are
 * never called too, and a class such as `\p{L}` costs it a tenth of a millisecond each; it keeps a file with a single character
 * beyond ASCII in two bytes each; and a module runs when it is imported. So literals with `u` become calls that are made when they are
 * reached, once each; all others are ASCII; and the identifiers' modules, without examples and sources, run at the first message that
 * may hold one.
 */
export const late: Plugin = {
  name: "late",
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: path.endsWith("/generated/identifiers.ts") ? requiredLate(source) : lateLiterals(source, path), loader: "ts" };
    });
  },
};

/** `import { identifier as cpf } from "x"; … [cpf]` → `[require("x").identifier]`: esbuild runs what is required when it is reached. */
function requiredLate(source: string): string {
  const imports = [...source.matchAll(/^import \{ identifier as (\w+) \} from ("[^"]+");\n/gm)];
  return imports.reduce((text, [line, name, path]) => text.replace(line, "").replace(new RegExp(`([[ ])${name}\\b`), `$1require(${path}).identifier`), source);
}

/** What of an identifier is for people and tests, and what stands there instead. */
const UNREAD: ReadonlyMap<string, string> = new Map([["examples", "{ valid: [], invalid: [] }"], ["source", '""']]);

function lateLiterals(source: string, path: string): string {
  const kept: string[] = [];
  let text = "";
  let at = 0;
  const put = (node: ts.Node, instead: string): void => {
    text += source.slice(at, node.getStart()) + instead;
    at = node.getEnd();
  };
  const walk = (node: ts.Node, inFunction: boolean): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, body, flags] = /^\/(.*)\/(\w*)$/s.exec(node.text)!;
      const made = `new RegExp(${JSON.stringify(body)}, "${flags}")`;
      if (!flags!.includes("u")) put(node, inAscii(node.text));
      // What keeps a place of its own (`g`, `y`) is made anew each time, as a literal is.
      else if (!inFunction || /[gy]/.test(flags!)) put(node, made);
      else put(node, `($late${kept.push(made) - 1} ??= ${made})`);
    } else if (ts.isPropertyAssignment(node) && path.includes("/identifiers/") && UNREAD.has(node.name.getText())) put(node.initializer, UNREAD.get(node.name.getText())!);
    else ts.forEachChild(node, (child) => walk(child, inFunction || ts.isFunctionLike(node)));
  };
  walk(ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true), false);
  return `${text}${source.slice(at)}\n${kept.map((_, i) => `var $late${i}: RegExp | undefined;\n`).join("")}`;
}

const inAscii = (literal: string): string => literal.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
