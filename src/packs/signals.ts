import type * as z from "zod";
import type { Lang, SignalName } from "../core/label.js";
import type { Meaning, SourcePhrase } from "../core/phrase.js";
import type { Problem } from "../core/problem.js";
import { cueSchema, kindSchema, signalSchema, spellingsSchema, wordsSchema, type SignalFile } from "./schema.js";
import { placeAt, readJson, type SourceFile } from "./json.js";

/** A phrase of the signal files, and where it stands. */
export interface SignalPhrase extends SourcePhrase {
  readonly place: () => Pick<Problem, "file" | "line" | "column">;
}

/** All signal files, read. */
export interface SignalSources {
  readonly phrases: readonly SignalPhrase[];
  /** List name → language → entries. */
  readonly words: ReadonlyMap<string, ReadonlyMap<Lang, readonly string[]>>;
  /** Language → word → how else it is written in chat. */
  readonly spellings: ReadonlyMap<Lang, Readonly<Record<string, readonly string[]>>>;
  readonly examples: readonly (SignalFile["examples"] & { readonly label: SignalName; readonly lang: Lang; readonly file: string })[];
  readonly problems: readonly Problem[];
}

const WEIGHTS = { express: 3, certain: 3, likely: 2, hint: 1 } as const;
const STRENGTHS = ["express", "certain", "likely", "hint"] as const;

/** Reads `rules/signals/**`: `<label>/<lang>.json`, `cues/<setting>/<lang>.json`, `kinds/<kind>/<lang>.json`, `words/<idea>/<lang>.json` and `spellings/<lang>.json`. */
export function readSignals(files: readonly SourceFile[]): SignalSources {
  const phrases: SignalPhrase[] = [];
  const words = new Map<string, Map<Lang, readonly string[]>>();
  const spellings = new Map<Lang, Readonly<Record<string, readonly string[]>>>();
  const examples: (SignalFile["examples"] & { label: SignalName; lang: Lang; file: string })[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const parts = file.path.replaceAll("\\", "/").split("/");
    const [kind, folder, name] = [parts.at(-3), parts.at(-2), parts.at(-1)?.replace(/\.json$/, "")];
    /** The file against a schema, its key and language held against where it stands. */
    const read = <S extends z.ZodType<{ readonly lang: Lang }>>(schema: S, key?: string & keyof z.infer<S>): z.infer<S> | undefined => {
      const { value, problems: found } = readJson(file, schema);
      problems.push(...found);
      if (value === undefined) return undefined;
      for (const [at, expected] of [[key, folder], ["lang", name]] as const) {
        if (at !== undefined && value[at] !== expected) problems.push({ code: "signal/name", file: file.path, ...placeAt(file.text, [at]), message: `it says "${String(value[at])}" but stands under "${expected}"`, hint: "name the folder and the file as their content" });
      }
      return value;
    };
    const add = (lang: Lang, meaning: Meaning, list: readonly string[], ...path: readonly string[]): void =>
      list.forEach((phrase, i) => phrases.push({ phrase, lang, meaning, place: () => ({ file: file.path, ...placeAt(file.text, [...path, i]) }) }));
    if (kind === "words") {
      const value = read(wordsSchema, "words");
      if (value === undefined) continue;
      const lists = words.get(value.words) ?? new Map<Lang, readonly string[]>();
      words.set(value.words, lists.set(value.lang, value.entries));
    } else if (folder === "spellings") {
      const value = read(spellingsSchema);
      if (value !== undefined) spellings.set(value.lang, value.spellings);
    } else if (kind === "cues") {
      const value = read(cueSchema, "cue");
      if (value === undefined) continue;
      const { cue: setting, lang } = value;
      add(lang, { kind: "cue", setting }, value.phrases, "phrases");
      add(lang, { kind: "except", setting }, value.except, "except");
    } else if (kind === "kinds") {
      const value = read(kindSchema, "kind");
      if (value !== undefined) add(value.lang, { kind: "kind", of: value.kind, ...(value.act === true ? { act: true } : {}) }, value.phrases, "phrases");
    } else {
      const value = read(signalSchema, "signal");
      if (value === undefined) continue;
      const { signal: label, lang, even = [] } = value;
      const decided = { decides: ["asserted", "asked", ...even] as const };
      for (const strength of STRENGTHS) {
        const decides = label.startsWith("x-") || strength === "express" ? decided : {};
        add(lang, { kind: "pattern", label, weight: WEIGHTS[strength], ...decides }, value.patterns[strength], "patterns", strength);
      }
      add(lang, { kind: "unless", label }, value.unless, "unless");
      examples.push({ ...value.examples, label, lang, file: file.path });
    }
  }
  return { phrases, words, spellings, examples, problems };
}
