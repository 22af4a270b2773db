import { readdirSync } from "node:fs";
import { defineConfig } from "tsup";
import { constants } from "./scripts/constants.js";
import { late } from "./scripts/late.js";

const packs = Object.fromEntries(readdirSync("src/generated/packs").map((name) => [`packs/${name.slice(0, -3)}`, `src/generated/packs/${name}`]));

const adapters = Object.fromEntries(["web", "lambda", "cloudflare"].map((name) => [`adapters/${name}`, `src/adapters/${name}.ts`]));

export default defineConfig([
  {
    entry: { index: "src/index.ts", ingest: "src/ingest/index.ts", templates: "src/generated/templates.ts", model: "src/generated/large.ts", ...adapters, ...packs },
    format: ["esm", "cjs"],
    dts: true,
    plugins: [constants],
    target: "es2022",
    platform: "neutral",
    splitting: true,
    clean: true,
    esbuildPlugins: [late],
    noExternal: [/^fflate/, /^postal-mime/],
    esbuildOptions(options) {
      options.mainFields = ["module", "main"];
      options.conditions = ["browser"];
      options.charset = "ascii";
      options.minifyWhitespace = true;
    },
  },
  {
    entry: { "adapters/bullmq": "src/adapters/bullmq.ts" },
    format: ["esm", "cjs"],
    dts: true,
    target: "node20",
    platform: "node",
    splitting: false,
    noExternal: [/^fflate/, /^postal-mime/],
  },
  {
    entry: { cli: "src/cli/main.ts" },
    plugins: [constants],
    format: ["esm"],
    target: "node20",
    platform: "node",
    banner: { js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);" },
    splitting: false,
    external: ["obiter/model"],
    noExternal: [/^(?!obiter\/)/],
  },
]);
