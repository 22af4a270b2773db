import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { median, spread } from "../measure.mjs";

/**
 * What starts: nothing, Obiter to its first benign answer, Obiter's import alone, and what others do the like with. openredaction brings 74
 * packages and is measured where `npm run bench:peers` has installed it.
 */
const ROOT = new URL("../..", import.meta.url);
const OBITER = `import { createEngine } from "./dist/index.js"; import { gdpr, lgpd, sra } from "./dist/packs/index.js";`;
const STARTS = {
  bare: "",
  obiter: `${OBITER} createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" }).assess({ text: "see you at the office tomorrow" });`,
  import: OBITER,
  openredaction: `import { createRequire } from "node:module"; const { OpenRedaction } = createRequire(process.cwd() + "/bench/peers/")("openredaction"); await new OpenRedaction().detect("see you at the office tomorrow");`,
  compromise: `import nlp from "compromise"; nlp("see you at the office tomorrow").terms().out("array");`,
  natural: `import natural from "natural"; natural.PorterStemmer.tokenizeAndStem("see you at the office tomorrow");`,
};
const TOLD = `import { writeSync } from "node:fs"; writeSync(3, String(process.memoryUsage.rss()));`;

/** A fresh process from start to exit: milliseconds, and what it held in MB when it was done. */
function start(code) {
  const before = process.hrtime.bigint();
  const { status, output } = spawnSync(process.execPath, ["--input-type=module", "-e", `${code}\n${TOLD}`], { cwd: ROOT, stdio: ["ignore", "ignore", "ignore", "pipe"], encoding: "utf8" });
  return status === 0 ? { ms: Number(process.hrtime.bigint() - before) / 1e6, mb: Number(output[3]) / 2 ** 20 } : undefined;
}

/** Bytes in gzip of what an import of the engine and the packs reads. */
function readAtImport() {
  const seen = new Set();
  const read = (file) => {
    if (seen.has(file)) return 0;
    seen.add(file);
    const source = readFileSync(new URL(file, ROOT), "utf8");
    const inside = [...source.matchAll(/(?:from|import) ?"(\.[^"]+)"/g)].map(([, name]) => new URL(name, new URL(file, ROOT)).href);
    return gzipSync(source).length + inside.reduce((sum, href) => sum + read(href), 0);
  };
  return read(new URL("dist/index.js", ROOT).href) + read(new URL("dist/packs/index.js", ROOT).href);
}

/** Every start in turn, round by round, so that a busy machine slows all of them; what is told is the difference to bare Node in the same round. */
export default function measure({ short }) {
  const rounds = short ? 5 : 15;
  const times = Object.fromEntries(Object.keys(STARTS).map((name) => [name, []]));
  const held = Object.fromEntries(Object.keys(STARTS).map((name) => [name, []]));
  const there = Object.keys(STARTS).filter((name) => start(STARTS[name]) !== undefined);
  for (let round = 0; round < rounds; round++) {
    const bare = start(STARTS.bare);
    for (const name of there.filter((one) => one !== "bare")) {
      const { ms, mb } = start(STARTS[name]);
      times[name].push(ms - bare.ms);
      held[name].push(mb - bare.mb);
    }
  }
  const peers = there.filter((name) => !["bare", "obiter", "import"].includes(name));
  return [
    { subject: "start to first benign answer, three packs, over bare Node", unit: "ms", must: 25, goal: 8, ...spread(times.obiter) },
    { subject: "of which import alone", unit: "ms", ...spread(times.import) },
    { subject: "memory of that process over bare Node", unit: "MB", must: 25, ...spread(held.obiter) },
    { subject: "read at import, gzip", unit: "kB", must: 100, median: readAtImport() / 1000 },
    ...peers.map((name) => ({ subject: `${name}: start to first answer, in Obiter's`, unit: "×", median: median(times[name].map((ms, i) => ms / times.obiter[i])), note: `${median(times[name]).toFixed(0)} ms, ${median(held[name]).toFixed(0)} MB over bare Node` })),
  ];
}
