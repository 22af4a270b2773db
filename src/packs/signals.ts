import type { Label, Lang } from "../core/label.js";
import type { SourcePhrase } from "../core/phrase.js";
import type { Problem } from "../core/problem.js";
import { cueSchema, kindSchema, signalSchema, wordsSchema, type SignalFile } from "./schema.js";
import { placeOf, readJson, type SourceFile } from "./json.js";

/** All signal files, read. */
export interface SignalSources {
  readonly phrases: readonly SourcePhrase[];
  /** List name → language → entries. */
  readonly words: ReadonlyMap<string, ReadonlyMap<Lang, readonly string[]>>;
  readonly examples: readonly (SignalFile["examples"] & { readonly label: Label; readonly lang: Lang; readonly file: string })[];
  readonly problems: readonly Problem[];
}

const WEIGHTS = { certain: 3, likely: 2, hint: 1 } as const;

/** Reads `rules/signals/**`: `<label>/<lang>.json`, `cues/<setting>/<lang>.json`, `kinds/<kind>/<lang>.json` and `words/<idea>/<lang>.json`. */
export function readSignals(files: readonly SourceFile[]): SignalSources {
  const phrases: SourcePhrase[] = [];
  const words = new Map<string, Map<Lang, readonly string[]>>();
  const examples: (SignalFile["examples"] & { label: Label; lang: Lang; file: string })[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const parts = file.path.replaceAll("\\", "/").split("/");
    const [kind, folder, name] = [parts.at(-3), parts.at(-2), parts.at(-1)?.replace(/\.json$/, "")];
    const misnamed = (key: string, value: string, expected: string | undefined): void => {
      if (value !== expected) problems.push({ code: "signal/name", file: file.path, message: `"${key}" is "${value}" but the file stands under "${expected}"`, hint: "name the folder and the file as their content" });
    };
    if (kind === "words") {
      const { value, problems: found } = readJson(file, wordsSchema);
      problems.push(...found);
      if (value === undefined) continue;
      misnamed("words", value.words, folder);
      misnamed("lang", value.lang, name);
      const lists = words.get(value.words) ?? new Map<Lang, readonly string[]>();
      words.set(value.words, lists.set(value.lang, value.entries));
    } else if (kind === "cues") {
      const { value, problems: found } = readJson(file, cueSchema);
      problems.push(...found);
      if (value === undefined) continue;
      misnamed("cue", value.cue, folder);
      misnamed("lang", value.lang, name);
      for (const phrase of value.phrases) phrases.push({ phrase, lang: value.lang, meaning: { kind: "cue", setting: value.cue }, ...place(file, phrase) });
    } else if (kind === "kinds") {
      const { value, problems: found } = readJson(file, kindSchema);
      problems.push(...found);
      if (value === undefined) continue;
      misnamed("kind", value.kind, folder);
      misnamed("lang", value.lang, name);
      for (const phrase of value.phrases) phrases.push({ phrase, lang: value.lang, meaning: { kind: "kind", of: value.kind }, ...place(file, phrase) });
    } else {
      const { value, problems: found } = readJson(file, signalSchema);
      problems.push(...found);
      if (value === undefined) continue;
      misnamed("signal", value.signal, folder);
      misnamed("lang", value.lang, name);
      const { signal: label, lang } = value;
      for (const strength of ["certain", "likely", "hint"] as const) {
        for (const phrase of value.patterns[strength]) phrases.push({ phrase, lang, meaning: { kind: "pattern", label, weight: WEIGHTS[strength] }, ...place(file, phrase) });
      }
      for (const phrase of value.unless) phrases.push({ phrase, lang, meaning: { kind: "unless", label }, ...place(file, phrase) });
      examples.push({ ...value.examples, label, lang, file: file.path });
    }
  }
  return { phrases, words, examples, problems };
}

const place = (file: SourceFile, phrase: string): { file: string; line: number } => ({ file: file.path, line: placeOf(file.text, Math.max(0, file.text.indexOf(JSON.stringify(phrase)))).line });
