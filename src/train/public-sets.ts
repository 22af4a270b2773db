import { readFileSync, writeFileSync } from "node:fs";
import type { Label } from "../core/label.js";
import { atLeast } from "../core/severity.js";
import { model } from "../generated/model.js";
import type { Model } from "../weigh/model.js";
import { labelsFound } from "../report/metrics.js";
import { createJudge } from "./measure-model.js";

/**
 * What the shipped model says of public text that nobody wrote for this project: `npm run train:public -- <folder>` reads the sets from
 * there (they are not in the repository) and writes `public.md` beside the model. Nothing was trained on them.
 */
const FOLDER = "rules/models/default";

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Sets with a label that is one of ours, and what of them holds it. */
const RISKS: readonly { readonly file: string; readonly from: string; readonly label: Label; readonly holds: (labels: Row["labels"]) => boolean }[] = [
  { file: "edos-train-en", from: "EDOS, SemEval-2023 task 10 (CC0-1.0): sexist posts", label: "harassment", holds: ({ sexist }) => sexist === "sexist" },
  { file: "davidson-en", from: "Davidson et al. 2017 (MIT): hate in tweets", label: "harassment", holds: ({ class: of }) => of === "hate_speech" },
  { file: "sms-en", from: "Mishra and Soni (CC-BY-4.0): smishing", label: "payment-fraud", holds: ({ label }) => label === "smishing" },
];
/** Sets, or what is kept of them, that hold no risk. */
const ORDINARY: readonly { readonly file: string; readonly from: string; readonly kept?: (labels: Row["labels"]) => boolean }[] = [
  { file: "sms-en", from: "text messages, ham (CC-BY-4.0)", kept: ({ label }) => label === "ham" },
  { file: "irc-en", from: "chat of support and developer channels (CC-BY-4.0)" },
  { file: "smalltalk", from: "small talk in en, es, pt (BSD-3-Clause)" },
  { file: "statutes", from: "sections of laws in en, es, pt" },
];

const folder = process.argv[2];
if (folder === undefined) throw new Error("say where the sets are: npm run train:public -- <folder>");
const judge = createJudge(model as Model);
const judged = (file: string) => {
  const rows = readFileSync(`${folder}/${file}.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line) as Row);
  return judge(rows.map(({ id, lang, text }) => ({ id, lang, text, role: "client", direction: "inbound", channel: "sms", labels: [] }))).map(({ assessment }, i) => ({ row: rows[i]!, assessment }));
};
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;

const lines = ["| public set | label | messages that hold it | recall | precision of what is found | raised of the rest |", "|---|---|---|---|---|---|"];
for (const { file, from, label, holds } of RISKS) {
  const all = judged(file).map(({ row, assessment }) => ({ holds: holds(row.labels), found: labelsFound(assessment).has(label) }));
  const [held, found] = [all.filter((one) => one.holds).length, all.filter((one) => one.found)];
  const right = found.filter((one) => one.holds).length;
  lines.push(`| ${from} | \`${label}\` | ${held} of ${all.length} | ${percent(right, held)} | ${percent(right, found.length)} | ${percent(found.length - right, all.length - held)} |`);
}
lines.push("", "| ordinary text | messages | any finding from low up | medium or more | per 1,000 |", "|---|---|---|---|---|");
for (const { file, from, kept = () => true } of ORDINARY) {
  const all = judged(file).filter(({ row }) => kept(row.labels));
  const any = all.filter(({ assessment }) => labelsFound(assessment).size > 0).length;
  const medium = all.filter(({ assessment: { findings } }) => findings.some(({ severity }) => atLeast(severity, "medium"))).length;
  lines.push(`| ${from} | ${all.length} | ${any} | ${medium} | ${((1000 * medium) / all.length).toFixed(1)} |`);
}
writeFileSync(`${FOLDER}/public.md`, `${lines.join("\n")}\n`);
process.stdout.write(`${lines.join("\n")}\n`);
