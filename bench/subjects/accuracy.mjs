import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CORPUS = "rules/models/default/corpus";

/** How well it does on the holdout: authors of whom nothing was learnt. */
export default function measure() {
  const files = ["en", "pt", "es"].flatMap((lang) => readdirSync(`${ROOT}/${CORPUS}/${lang}`).filter((name) => name.startsWith("holdout")).map((name) => `${CORPUS}/${lang}/${name}`));
  return ["default", "large"].flatMap((model) => {
    const { stdout } = spawnSync(process.execPath, ["dist/cli.js", "eval", ...files, "--model", model, "--json"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
    return Object.entries(JSON.parse(stdout)).flatMap(([lang, { macroF1, messages, benign, falseAlarms }]) =>
      macroF1 === undefined ? [] : [{ subject: `accuracy on the holdout: macro-F1, ${lang}${model === "large" ? ", larger model" : ""}`, unit: "%", median: 100 * macroF1, note: `${messages} messages; ${falseAlarms.medium} of ${benign} benign ones raised at medium or more` }],
    );
  });
}
