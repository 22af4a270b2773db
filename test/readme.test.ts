import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/**
 * Every command and snippet of the README is run, and what it prints is what the README shows. `…` on a line of its own
 * stands for lines left out. With UPDATE_README=1 the shown output is written anew.
 */
const path = "README.md";
const readme = readFileSync(path, "utf8");
const consoles = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map((match) => match[1]!);
const snippets = [...readme.matchAll(/```(ts|js|cjs)\n([\s\S]*?)```/g)].map((match) => ({ kind: match[1]!, code: match[2]! }));

/** The commands of a block, each with the lines it should print. */
const commandsOf = (block: string) => block.split(/^\$ /m).slice(1).map((part) => ({ command: part.split("\n")[0]!, shown: part.split("\n").slice(1).join("\n").trimEnd() }));
const print = (command: string): string => {
  const shell = command.replace(/(^|\| )obiter /g, (_, before: string) => `${before}"${process.execPath}" dist/cli.js `);
  return spawnSync("sh", ["-c", `${shell} 2>/dev/null`], { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } }).stdout.trimEnd();
};

describe("README commands", () => {
  const all = consoles.flatMap(commandsOf);
  it("shows some", () => expect(all.length).toBeGreaterThan(3));
  it.each(all.map(({ command, shown }) => [command, shown]))("%s", (command, shown) => {
    const printed = print(command);
    expect(printed).not.toBe("");
    const pieces = shown.split(/\n?^…$\n?/m);
    if (process.env["UPDATE_README"] === "1" && pieces.length === 1) {
      writeFileSync(path, readFileSync(path, "utf8").replace(shown === "" ? `$ ${command}\n` : `$ ${command}\n${shown}\n`, () => `$ ${command}\n${printed}\n`));
      return;
    }
    if (pieces.length === 1) expect(printed).toBe(shown);
    else for (const piece of pieces.filter((one) => one !== "")) expect(printed).toContain(piece);
  });
});

const { ARCHIVE_TABLE, archiveTable } = (await import("../bench/archive-table.mjs" as string)) as { ARCHIVE_TABLE: RegExp; archiveTable: (one: { ms: number; bytes: number }) => string };
it("the arithmetic on archives is that of the rate it names", () => {
  const [shown, ms, bytes] = ARCHIVE_TABLE.exec(readme)!;
  expect(shown).toBe(archiveTable({ ms: Number(ms), bytes: Number(bytes) }));
});

describe("README snippets", () => {
  it.each(snippets.map(({ kind, code }, i) => [i + 1, kind, code] as const))("number %i", (i, kind, code) => {
    mkdirSync(".cache", { recursive: true });
    const file = `.cache/readme-${i}.${kind === "cjs" ? "cjs" : "mjs"}`;
    writeFileSync(file, code);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    for (const [, expected] of code.matchAll(/^\/\/ → (.*)$/gm)) expect(stdout).toContain(expected);
  });
});
