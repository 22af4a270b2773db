/** Budgets in gzip, by what a user bundles: what may not grow. The goals are 80 kB for the first and 200 kB for the second. */
const withoutData = (config) => ({ ...config, external: ["*/generated/signals.js", "*/generated/model.js"] });

export default [
  { name: "engine and one pack, without tables and model", path: ["src/index.ts", "src/generated/packs/sra.ts"], import: { "src/index.ts": "{ createEngine }", "src/generated/packs/sra.ts": "{ sra }" }, limit: "145 kB", gzip: true, modifyEsbuildConfig: withoutData },
  { name: "signal tables and default model", path: ["src/generated/signals.ts", "src/generated/model.ts"], import: { "src/generated/signals.ts": "{ signals }", "src/generated/model.ts": "{ model }" }, limit: "450 kB", gzip: true },
  { name: "web adapter", path: "src/adapters/web.ts", import: "{ createHandler }", limit: "12 kB", gzip: true },
  { name: "notices alone", path: "src/index.ts", import: "{ notice }", limit: "6 kB", gzip: true },
];
