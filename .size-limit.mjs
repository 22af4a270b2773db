import { late } from "./scripts/late.ts";

/** Budgets in gzip, by what a user bundles, made as `tsup.config.ts` makes it: what may not grow. The goals are 80 kB for the first and 200 kB for the second. */
const asShipped = (config) => ({ ...config, plugins: [...(config.plugins ?? []), late] });
const TABLES = ["signals", "model", "triggers", "phones"];
const withoutTables = (config) => asShipped({ ...config, external: TABLES.map((name) => `*/generated/${name}.js`) });

export default [
  { name: "engine and one pack, without tables and model", path: ["src/index.ts", "src/generated/packs/sra.ts"], import: { "src/index.ts": "{ createEngine }", "src/generated/packs/sra.ts": "{ sra }" }, limit: "165 kB", gzip: true, modifyEsbuildConfig: withoutTables },
  { name: "tables and default model", path: TABLES.map((name) => `src/generated/${name}.ts`), import: Object.fromEntries(TABLES.map((name) => [`src/generated/${name}.ts`, `{ ${name} }`])), limit: "447 kB", gzip: true },
  { name: "larger model", path: "src/generated/large.ts", import: "{ large }", limit: "850 kB", gzip: true },
  { name: "web adapter", path: "src/adapters/web.ts", import: "{ createHandler }", limit: "12 kB", gzip: true, modifyEsbuildConfig: asShipped },
  { name: "notices alone", path: "src/index.ts", import: "{ notice }", limit: "6.5 kB", gzip: true, modifyEsbuildConfig: asShipped },
];
