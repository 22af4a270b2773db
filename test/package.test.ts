import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

/** The packed tarball in a fresh folder, as a user gets it. */
const folder = mkdtempSync(join(tmpdir(), "obiter-package-"));
const run = (command: string, args: readonly string[], cwd = folder): string => execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
let listed: string[] = [];

beforeAll(() => {
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], process.cwd())) as { filename: string; files: { path: string }[] }[];
  listed = packed!.files.map(({ path }) => path);
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", join(folder, packed!.filename)]);
}, 120_000);

const use = "const engine = createEngine({ packs: [sra, gdpr, lgpd] });\nconst { severity, findings, routes } = engine.assess({ text: 'You should reject the offer, you have a strong claim', sender: { id: 'u7', role: 'virtual-assistant' } });\nconsole.log(severity, findings[0].category, Array.isArray(routes));\n";

describe("the tarball", () => {
  it("works from ESM", () => {
    writeFileSync(join(folder, "a.mjs"), `import { createEngine } from "obiter";\nimport { sra, gdpr, lgpd } from "obiter/packs";\nimport { sra as one } from "obiter/packs/sra";\nif (one !== sra) throw new Error("two copies");\n${use}`);
    expect(run(process.execPath, ["a.mjs"])).toBe("high legal-advice true\n");
  });
  it("works from CJS", () => {
    writeFileSync(join(folder, "a.cjs"), `const { createEngine } = require("obiter");\nconst { sra, gdpr, lgpd } = require("obiter/packs");\n${use}`);
    expect(run(process.execPath, ["a.cjs"])).toBe("high legal-advice true\n");
  });
  it("is typed in both", () => {
    for (const name of ["b.mts", "b.cts"]) writeFileSync(join(folder, name), `import { createEngine, type Assessment } from "obiter";\nimport { sra } from "obiter/packs/sra";\nexport const assessment: Assessment = createEngine({ packs: [sra], law: "GB-EAW" }).assess({ text: "hi", direction: "inbound" });\n`);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { noEmit: true, strict: true, module: "node16", target: "es2022", lib: ["es2022"], skipLibCheck: false, types: [] }, files: ["b.mts", "b.cts"] }));
    expect(run(process.execPath, [join(process.cwd(), "node_modules/typescript/bin/tsc"), "-p", "."])).toBe("");
  });
  it("has a command", () => expect(run(join(folder, "node_modules/.bin/obiter"), ["packs"])).toContain("sra/unsupervised-advice"));
  it("offers its rules as JSON", () => {
    writeFileSync(join(folder, "c.cjs"), 'console.log(require("obiter/rules/sra/pack.json").id);\n');
    expect(run(process.execPath, ["c.cjs"])).toBe("sra\n");
  });
  it("installs nothing else", () => expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["obiter"]));
  it("holds no corpus, test or source", () => {
    expect(listed.filter((path) => /corpus|^test|^src|^bench|\.map$|examples/.test(path))).toEqual([]);
    expect(listed).toEqual(expect.arrayContaining(["LICENSE", "README.md", "rules/README.md", "rules/models/default/card.md", "CHANGELOG.md", "THIRD_PARTY_NOTICES.md", "package.json"]));
  });
  it("its core is read as one byte a character, and no class of Unicode is compiled when it is loaded", () => {
    for (const path of listed.filter((one) => /^dist\/.*\.c?js$/.test(one) && one !== "dist/cli.js" && !one.startsWith("dist/adapters/bullmq."))) {
      const source = readFileSync(path, "utf8");
      expect(/[^\x00-\x7f]/.exec(source)?.[0], path).toBeUndefined();
      expect(/[=(,[]\/[^/\n"'`]*\\p\{[^/\n"'`]*\/[dgimsuvy]*u/.exec(source)?.[0], path).toBeUndefined();
    }
  });
  it("its core imports nothing of Node", () => {
    for (const path of listed.filter((one) => /^dist\/.*\.c?js$/.test(one) && one !== "dist/cli.js" && !one.startsWith("dist/adapters/bullmq."))) expect(readFileSync(path, "utf8"), path).not.toMatch(/(?:from|require\()\s*["'](?:node:|fs|path)/);
  });
});
