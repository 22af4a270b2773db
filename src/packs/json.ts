import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import { toJSONSchema, type z } from "zod";
import { didYouMean, hintFor, type Problem } from "../core/problem.js";

/** A file as read: its path, for places in Problems, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The path of a file within a folder, with slashes. */
export const insideOf = (folder: string, { path }: SourceFile): string => path.replaceAll("\\", "/").slice(folder.length).replace(/^\//, "");

/** Largest file of rules that is read, in UTF-16 code units. */
export const LARGEST_FILE = 2_000_000;

/** Deepest nesting of lists and objects that is read. */
const DEEPEST = 64;

/**
 * Reads a JSON file against a schema. What is wrong comes back as Problems with line and column; `value` is there when
 * nothing is. A byte order mark is forgiven; comments and trailing commas are not JSON and are refused, and so is a key that
 * stands twice, of which JSON would keep the last.
 */
export function readJson<S extends z.ZodType>(file: SourceFile, schema: S): { value?: z.infer<S>; problems: Problem[] } {
  const text = unmarked(file.text);
  const wrong = (code: string, offset: number | undefined, message: string, hint: string): { problems: Problem[] } => ({ problems: [{ code: `json/${code}`, file: file.path, ...(offset === undefined ? {} : placeOf(text, offset)), message, hint }] });
  if (text.length > LARGEST_FILE) return wrong("too-large", undefined, `the file has ${text.length} characters`, `at most ${LARGEST_FILE}: split it`);
  const undecoded = text.indexOf("\ufffd");
  if (undecoded >= 0) return wrong("encoding", undecoded, "a character that is not UTF-8", "save the file as UTF-8: another encoding, such as Windows-1252, loses its accents");
  const { keys, deep } = outlineOf(text);
  if (deep !== undefined) return wrong("too-deep", deep, `lists and objects stand in one another more than ${DEEPEST} deep`, "no file of rules needs as many: see the schema named by $schema");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, STRICT);
    const [first] = errors;
    const name = first === undefined ? "ValueExpected" : printParseErrorCode(first.error);
    return wrong("syntax", first?.offset ?? 0, `not valid JSON: ${spaced(name)}`, text.trim() === "" ? "the file is empty: see rules/README.md for what stands in it" : (SYNTAX_HINTS[name] ?? "a comma too many or too few, or a quotation mark missing, stands at or just before this place"));
  }
  const treeOf = (): Node => parseTree(text, [], STRICT)!;
  if (keysIn(value) < keys) return { problems: repeatedKeys(treeOf()).flatMap((key) => wrong("duplicate-key", key.offset, `the key "${key.value as string}" stands there twice`, "of two that are the same only the last would be read: rename or remove one").problems) };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const tree = treeOf();
  return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, file.path, text, tree, schema)) };
}

const SYNTAX_HINTS: Readonly<Record<string, string>> = { InvalidCommentToken: "JSON has no comments: remove it" };

/** A text without its byte order mark. */
export const unmarked = (text: string): string => (text.startsWith("\ufeff") ? text.slice(1) : text);

const STRICT = { disallowComments: true, allowTrailingComma: false };

/** How many keys a JSON text writes, and where it is nested too deep, if anywhere. */
function outlineOf(text: string): { keys: number; deep?: number } {
  let [keys, depth] = [0, 0];
  for (const { 0: token, 1: colon, index } of text.matchAll(/"[^"\\]*(?:\\[^][^"\\]*)*"?(\s*:)?|[[\]{}]/g)) {
    if (colon !== undefined) keys++;
    else if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    if (depth > DEEPEST) return { keys, deep: index };
  }
  return { keys };
}

/** How many keys the objects of a value have. */
const keysIn = (value: unknown): number =>
  typeof value !== "object" || value === null ? 0 : Object.values(value).reduce((sum: number, one) => sum + keysIn(one), Array.isArray(value) ? 0 : Object.keys(value).length);

/** The keys that stand a second time in their object. */
const repeatedKeys = ({ type, children = [] }: Node): Node[] => {
  const keys = type === "object" ? children.map((property) => property.children![0]!) : [];
  return [...keys.filter(({ value }, i) => keys.findIndex((other) => other.value === value) < i), ...children.flatMap(repeatedKeys)];
};

const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

/** 1-based line and column of what stands at a path of a JSON text. */
export function placeAt(file: string, path: readonly (string | number)[]): { line: number; column: number } | undefined {
  const text = unmarked(file);
  const tree = parseTree(text);
  return tree === undefined ? undefined : placeOf(text, nearest(tree, path).offset);
}

/** 1-based line and column of an offset. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

function problemsOf(issue: z.core.$ZodIssue, file: string, text: string, tree: Node, schema: z.ZodType): Problem[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== "symbol");
  const node = nearest(tree, path);
  const where = path.length === 0 ? "" : ` at ${path.join(".")}`;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const property = node.children?.find((child) => child.children?.[0]?.value === key);
      return {
        code: "schema/unknown-key", file, ...placeOf(text, property?.offset ?? node.offset), message: `unknown key "${key}"${where}`,
        hint: hintFor(key, unusedKeys(node, schema), "remove it, or see the schema named by $schema for what may stand here"),
      };
    });
  }
  const problem = (message: string, hint: string): Problem[] => [{ code: `schema/${issue.code.replaceAll("_", "-")}`, file, ...placeOf(text, node.offset), message: `${message}${where}`, hint }];
  if (path.length > 0 && findNodeAtLocation(tree, path) === undefined) return problem("what must stand there is missing", `add "${path.at(-1)!}"`);
  const value = node.value === undefined ? undefined : String(node.value);
  if (issue.code === "custom" && typeof issue.params?.["hint"] === "string") return problem(issue.message, issue.params["hint"]);
  if (issue.code === "invalid_format" && issue.format === "date") return problem(`"${value ?? ""}" is no date`, "write year, month and day of a date that there is, such as 2026-03-31");
  const options = optionsOf(issue);
  const meant = value === undefined ? undefined : didYouMean(value, options);
  const hint = meant !== undefined ? `did you mean "${meant}"?` : options.length > 0 ? `one of: ${options.join(", ")}` : "the schema named by $schema says what may stand here";
  return problem(options.length > 0 && value !== undefined ? `"${value}" is not one of the values that may stand here` : said(issue), hint);
}

/** What is wrong, for somebody who writes rules and no code. */
function said(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small" && issue.origin === "string") return "the text is empty";
  if (issue.code === "too_small" && issue.origin === "array") return `the list needs at least ${issue.minimum} ${issue.minimum === 1 ? "entry" : "entries"}`;
  if (issue.code === "too_small" || issue.code === "too_big") return `the number is ${issue.code === "too_big" ? `above ${issue.maximum}` : `below ${issue.minimum}`}`;
  return issue.code === "invalid_type" ? `${WANTED[issue.expected] ?? issue.expected} is wanted here` : issue.message;
}

const WANTED: Readonly<Record<string, string>> = { string: "a text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", object: "an object", record: "an object" };

/** The values of which one may stand there. */
const optionsOf = (issue: z.core.$ZodIssue): string[] =>
  issue.code === "invalid_value" ? issue.values.map(String) : issue.code !== "invalid_union" ? [] : issue.errors.length > 0 ? issue.errors.flat().flatMap(optionsOf) : ("options" in issue ? (issue.options as readonly unknown[]) : []).map(String);

/** The node at a path, or its nearest parent that is there. */
function nearest(tree: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return tree;
}

/** Keys that a schema knows and that do not stand here yet: what a misspelt one may have meant. */
function unusedKeys(node: Node, schema: z.ZodType): readonly string[] {
  const here = new Set(node.children?.map((child) => String(child.children?.[0]?.value)));
  return keysOf(toJSONSchema(schema, { io: "input" })).filter((key) => !here.has(key));
}

const keysOf = (schema: unknown): string[] =>
  typeof schema !== "object" || schema === null ? [] : Object.entries(schema).flatMap(([key, value]) => [...(key === "properties" ? Object.keys(value as object) : key === "propertyNames" ? ((value as { readonly enum?: string[] }).enum ?? []) : []), ...keysOf(value)]);
