import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Who may import whom. A room imports `core` and itself; what composes rooms is named here. */
const ROOMS = ["core", "ingest", "prepare", "scan", "weigh", "judge", "triage", "packs", "redact", "report", "adapters", "cli", "train"];
/** Reports mask what they show; that is all that one room knows of another. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = { report: ["redact"], adapters: ["ingest", "triage"], cli: [...ROOMS, "generated"], train: [...ROOMS, "generated"] };
const COMPOSERS = ["engine.ts", "create-engine.ts", "index.ts"];

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.startsWith("generated")).map((file) => file.replaceAll("\\", "/"));
const importsOf = (file: string): string[] => [...readFileSync(join("src", file), "utf8").matchAll(/^(?:import|export)\s[^;]*?from "([^"]+)"/gm)].map((match) => match[1]!);
const inside = (file: string): string[] => importsOf(file).filter((name) => name.startsWith(".")).map((name) => normalize(join(dirname(file), name)).replaceAll("\\", "/").replace(/\.js$/, ".ts"));

describe("the rooms", () => {
  it.each(files.filter((file) => !COMPOSERS.includes(file)))("%s imports only what its room may", (file) => {
    const room = file.split("/")[0]!;
    expect(ROOMS).toContain(room);
    for (const target of inside(file)) {
      const other = target.split("/")[0]!;
      const allowed = room === other || other === "core" || (ALLOWED[room] ?? []).includes(other) || (["adapters", "cli", "train"].includes(room) && COMPOSERS.includes(target)) || (room === "cli" && target === "train/stem.ts") || (file === "scan/identifier-phones.ts" && target === "generated/phones.ts");
      expect(allowed, `${file} imports ${target}`).toBe(true);
    }
  });

  it("the kernel imports nothing", () => {
    for (const file of files.filter((one) => one.startsWith("core/"))) expect(inside(file).filter((target) => !target.startsWith("core/"))).toEqual([]);
  });

  it("nothing that ships imports train, but the command line its stemmers", () => {
    for (const file of files.filter((one) => !one.startsWith("train/"))) {
      for (const target of inside(file).filter((one) => one.startsWith("train/"))) expect([file, target]).toEqual(["cli/load-rules.ts", "train/stem.ts"]);
    }
  });

  it.each([
    ["zod", /^zod/, (file: string) => file.startsWith("packs/") || file === "train/generate.ts"],
    ["natural", /^natural/, (file: string) => ["train/stem.ts", "train/reference.ts"].includes(file)],
    ["compromise", /^compromise/, () => false],
    ["postal-mime", /^postal-mime/, (file: string) => file === "ingest/email.ts"],
    ["node:*", /^node:/, (file: string) => file.startsWith("cli/") || file.startsWith("train/") || ["adapters/bullmq.ts", "adapters/ranges.ts"].includes(file)],
  ] as const)("%s is kept in its place", (_, pattern, allowed) => {
    for (const file of files) for (const name of importsOf(file)) if (pattern.test(name)) expect(allowed(file), `${file} imports ${name}`).toBe(true);
  });

  it("has no cycles", () => {
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      expect(path, `cycle: ${[...path, file].join(" → ")}`).not.toContain(file);
      if (done.has(file)) return;
      for (const target of inside(file)) if (files.includes(target)) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });
});
