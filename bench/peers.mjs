/**
 * `npm run bench:peers`: what others offer, like for like with what stands beside it, each in a process of its own, against the same
 * floor. They are installed in `bench/peers/`, never with the library; `npm run bench` shows what was measured last.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { makeMessages, withLiterals } from "./corpus.mjs";
import { floor, median, ratio, spread, time } from "./measure.mjs";
import { tableOf } from "./table.mjs";
import { literals, patterns } from "./terms.mjs";

const require = createRequire(new URL("peers/", import.meta.url));
const LITERALS = 3000;
const PATTERNS = 80;
const finder = async (...own) => {
  const find = (await import("../.cache/bench/rooms.js")).finderOf(...own);
  return (text) => find(text) > 0;
};
const regexes = () => patterns(PATTERNS).map((source) => new RegExp(source, "iu"));
/** What must come out, told the plain way: a literal anywhere in the small letters; any of the expressions. */
const HELD = literals(LITERALS);
const hasLiteral = (text) => HELD.some((literal) => text.toLowerCase().includes(literal));
const hasPattern = (text) => regexes().some((regex) => regex.test(text));
const ORACLES = { "re2js RE2Set, 80 patterns": hasPattern, "a loop over 80 RegExp": hasPattern, "modern-ahocorasick, 3,000 literals": hasLiteral, "@monyone/aho-corasick fast, 3,000 literals": hasLiteral };

/** By name: what says of a text whether it finds something. */
const PEERS = {
  "obiter, whole assessment, three packs": async () => {
    const { createEngine } = await import("../dist/index.js");
    const { gdpr, lgpd, sra } = await import("../dist/packs/index.js");
    const engine = createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" });
    return (text) => engine.assess({ text }).findings.length > 0;
  },
  "obiter, scan with 80 patterns": () => finder([], patterns(PATTERNS)),
  "obiter, scan with 3,000 literals": () => finder(literals(LITERALS), []),
  "re2js RE2Set, 80 patterns": async () => {
    const { RE2Set } = require("re2js");
    const set = new RE2Set(RE2Set.UNANCHORED, 0, 64 << 20);
    for (const source of patterns(PATTERNS)) set.add(`(?i)${source}`);
    set.compile();
    return (text) => set.match(text).length > 0;
  },
  "a loop over 80 RegExp": async () => {
    const list = regexes();
    return (text) => list.some((regex) => regex.test(text));
  },
  "modern-ahocorasick, 3,000 literals": async () => {
    const { default: AhoCorasick } = await import(require.resolve("modern-ahocorasick"));
    const automaton = new (AhoCorasick.default ?? AhoCorasick)(literals(LITERALS));
    return (text) => automaton.search(text.toLowerCase()).length > 0;
  },
  "@monyone/aho-corasick fast, 3,000 literals": async () => {
    const [Automaton] = Object.values(require("@monyone/aho-corasick/fast"));
    const automaton = new Automaton(literals(LITERALS));
    return (text) => automaton.matchInText(text.toLowerCase()).length > 0;
  },
  "openredaction": async () => {
    const { OpenRedaction } = require("openredaction");
    const redaction = new OpenRedaction();
    return { each: async (text) => (await redaction.detect(text)).detections.length > 0 };
  },
  "redact-pii": async () => {
    const { SyncRedactor } = require("redact-pii");
    const redactor = new SyncRedactor();
    return (text) => redactor.redact(text) !== text;
  },
  "obscenity": async () => {
    const { RegExpMatcher, englishDataset, englishRecommendedTransformers } = require("obscenity");
    const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
    return (text) => matcher.hasMatch(text);
  },
  "leo-profanity": async () => {
    const filter = require("leo-profanity");
    return (text) => filter.check(text);
  },
  "@2toad/profanity": async () => {
    const { Profanity } = require("@2toad/profanity");
    const profanity = new Profanity({ languages: ["en", "pt", "es"] });
    return (text) => profanity.exists(text);
  },
  "compromise": async () => {
    const nlp = require("compromise");
    return (text) => nlp(text).match("(pay|bribe|delete) #Determiner? #Noun").found;
  },
  "wink-nlp entities": async () => {
    const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
    return (text) => nlp.readDoc(text).entities().length() > 0;
  },
  "natural, Bayes of 800 messages": async () => {
    const { BayesClassifier } = require("natural");
    const classifier = new BayesClassifier();
    makeMessages(800, 7).forEach((text, i) => classifier.addDocument(text, ["a", "b", "c", "d"][i % 4]));
    classifier.train();
    return (text) => classifier.classify(text) === "a";
  },
};

const FEWEST = 300;
const [, , only] = process.argv;
if (only === undefined) {
  const rows = Object.keys(PEERS).flatMap((name) => {
    process.stderr.write(`${name}…\n`);
    const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], timeout: 240_000 });
    return status === 0 ? JSON.parse(stdout.slice(stdout.lastIndexOf("\n{") + 1)) : { subject: name, median: NaN, unit: "× F", note: "did not finish" };
  });
  mkdirSync(new URL("../.cache/bench/", import.meta.url), { recursive: true });
  writeFileSync(new URL("../.cache/bench/peers.json", import.meta.url), `${JSON.stringify(rows.map((one) => ({ file: "peers", ...one })), null, 2)}\n`);
  console.log(tableOf({ machine: `${cpus()[0].model.trim()}, ${cpus().length} cores`, node: process.version, short: false, rows }));
} else console.log(`\n${JSON.stringify(await row(only))}`);

async function row(name) {
  const made = await PEERS[name]();
  const all = withLiterals(makeMessages(20_000), literals(LITERALS));
  const noteOf = (found, count) => `${((100 * found) / count).toFixed(1)}% of ${count} messages flagged`;
  if (made.each !== undefined) {
    const texts = all.slice(0, FEWEST);
    const ratios = [];
    let found = 0;
    for (let round = 0; round < 5; round++) {
      const under = time(floor, texts).time;
      found = 0;
      const start = process.hrtime.bigint();
      for (const text of texts) if (await made.each(text)) found++;
      ratios.push(Number(process.hrtime.bigint() - start) / under);
    }
    return { subject: name, unit: "× F", ...spread(ratios), note: noteOf(found, texts.length) };
  }
  const oracle = ORACLES[name];
  for (const text of oracle === undefined ? [] : all.slice(0, FEWEST)) if (made(text) !== oracle(text)) throw new Error(`${name} does not find what stands there`);
  const count = (texts) => {
    let found = 0;
    for (const text of texts) if (made(text)) found++;
    return found;
  };
  // As many messages as about half a second reads.
  const some = all.slice(0, FEWEST);
  const pace = median([0, 1, 2].map(() => time(count, some).time)) / FEWEST;
  const texts = all.slice(0, Math.max(FEWEST, Math.min(all.length, Math.floor(5e8 / pace))));
  const { answer, ...figures } = ratio(count, texts, { rounds: 5 });
  return { subject: name, unit: "× F", ...figures, note: noteOf(answer, texts.length) };
}
