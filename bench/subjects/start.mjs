import { spawnSync } from "node:child_process";
import { spread } from "../measure.mjs";

const READY = `
import { createEngine } from "./dist/index.js";
import { gdpr, lgpd, sra } from "./dist/packs/index.js";
const start = process.hrtime.bigint();
const engine = createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" });
const made = process.hrtime.bigint();
engine.assess({ text: "see you at the office tomorrow" });
console.log(JSON.stringify([Number(made - start) / 1e6, Number(process.hrtime.bigint() - made) / 1e6]));
`;
const MEMORY = `
import { createEngine } from "./dist/index.js";
import { gdpr, lgpd, sra } from "./dist/packs/index.js";
import { makeMessages } from "./bench/corpus.mjs";
const texts = makeMessages(30000);
const used = () => { gc(); gc(); const { heapUsed, external, arrayBuffers } = process.memoryUsage(); return heapUsed + external + arrayBuffers; };
const before = used();
let engine = createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" });
for (const text of texts.slice(0, 10000)) engine.assess({ text });
const warm = used();
for (const text of texts) engine.assess({ text });
const after = used();
console.log(JSON.stringify([(warm - before) / 2 ** 20, (after - warm) / texts.length]));
`;
const node = (script, ...flags) => JSON.parse(spawnSync(process.execPath, [...flags, "--input-type=module", "-e", script], { encoding: "utf8", cwd: new URL("../..", import.meta.url) }).stdout);

/** The engine in fresh processes: until it is ready, and what it holds. */
export default function measure({ short }) {
  const runs = Array.from({ length: short ? 5 : 9 }, () => node(READY));
  const [held, retained] = node(MEMORY, "--expose-gc");
  return [
    { subject: "engine with three packs ready, fresh process, after import", unit: "ms", must: 10, goal: 3, ...spread(runs.map(([ready]) => ready)) },
    { subject: "its first benign message", unit: "ms", ...spread(runs.map(([, first]) => first)) },
    { subject: "memory of the engine after 10,000 messages", unit: "MB", must: 16, goal: 8, median: held, note: "heap and buffers, second stage decoded" },
    { subject: "memory kept a message, over 30,000 more", unit: "bytes", must: 1, median: Math.max(0, retained) },
  ];
}
