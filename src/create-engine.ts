import type { Assessment, Skipped } from "./core/assessment.js";
import { dayOf } from "./core/day.js";
import type { Change, Overlay, OverlayFile } from "./core/overlay.js";
import { ObiterError, type LocatedProblem } from "./core/problem.js";
import { PACK_FORMAT, type Pack } from "./core/rule.js";
import { isObject, soundMessage } from "./core/sound-message.js";
import { composeEngine, type Engine, type EngineOptions, type Foundation } from "./engine.js";
import { base } from "./generated/base.js";
import { calendars } from "./generated/calendars.js";
import { identifiers } from "./generated/identifiers.js";
import { model } from "./generated/model.js";
import { channels } from "./generated/channels.js";
import { signals } from "./generated/signals.js";
import { triggers } from "./generated/triggers.js";
import { applyOverlay, examine, phrasesOf, suppresses, type Setting } from "./packs/overlay.js";
import { checkOverlay } from "./packs/overlay-check.js";
import { compilePhrases } from "./scan/compile.js";
import { createMayIdentify, openTriggers } from "./scan/identifier-triggers.js";
import { createIdentify } from "./scan/identify.js";
import { PhraseError, type Vocabulary } from "./scan/phrase.js";

const opened = openTriggers(triggers);
/** What is shipped. */
export const foundation: Foundation = { base: base.pack, severities: base.severities, channels, calendars, tables: signals, identify: createIdentify(identifiers, opened), mayIdentify: createMayIdentify(opened), model };

/** The engine over the shipped signals, base rules and default model. Created once, it is immutable and safe to share. Throws ObiterError on options that cannot be meant. */
export const createEngine = (options: EngineOptions): Engine => createEngineOver(foundation, options);

/** The same over other signals, base rules and channels. */
export function createEngineOver(over: Foundation, options: EngineOptions): Engine {
  if (!isObject(options)) throw new ObiterError([{ code: "engine/option", message: "createEngine was given no options", hint: 'import { sra } from "obiter/packs" and give { packs: [sra] }' }]);
  const engine = engineOf(over, options);
  return { ...engine, assess: (message, circumstances) => engine.assess(soundMessage(message), circumstances) };
}

function engineOf(over: Foundation, { overlay, ...given }: EngineOptions): Engine {
  const later = Array.isArray(given.packs) ? given.packs.filter((pack: Pack) => typeof pack?.format === "number" && pack.format > PACK_FORMAT) : [];
  const options = later.length === 0 ? given : { ...given, packs: given.packs.filter((pack) => !later.includes(pack)) };
  const under = options.model === undefined ? over : { ...over, model: options.model };
  const plain = composeEngine(under, options);
  const engine = overlay === undefined ? plain : overlaid(plain, overlay, under, options);
  return later.length === 0 ? engine : without(engine, given.packs, later);
}

/** The engine, which says what packs were left out since their format is a later one. */
function without(engine: Engine, packs: readonly Pack[], later: readonly Pack[]): Engine {
  const problems = later.map((pack): LocatedProblem => ({ path: ["packs", packs.indexOf(pack)], problem: { code: "pack/format", message: `the pack "${pack.id}" is of format ${pack.format}, and this version reads format ${PACK_FORMAT}`, hint: "update Obiter; until then the pack is left out" } }));
  return { ...engine, problems: Object.freeze([...problems, ...engine.problems]), assess: (message, circumstances) => skipping(engine.assess(message, circumstances), later.map(({ id }): Skipped => `pack:${id}`)) };
}

const skipping = (assessment: Assessment, skipped: readonly Skipped[]): Assessment =>
  skipped.length === 0 ? assessment : { ...assessment, coverage: { ...assessment.coverage, skipped: [...assessment.coverage.skipped, ...skipped] } };

/** The engine as a firm's overlay changes it: on each day with the changes that hold then. */
function overlaid(plain: Engine, given: Overlay | OverlayFile, over: Foundation, { packs, directory, ...options }: EngineOptions): Engine {
  const wrong = checkOverlay(given);
  if (wrong.length > 0) throw new ObiterError(wrong);
  const overlay = structuredClone(given) as Overlay; // its changes are made as their days come
  const setting: Setting = {
    base: over.base, packs, severities: over.severities, channels: over.channels, phrases: [], ...(directory === undefined ? {} : { directory }),
    alerts: Object.fromEntries(over.model.labels.map(({ label, alert }) => [label, alert])),
  };
  const { changes: sound, problems } = examine(overlay, setting);
  const { changes, problems: unread } = readable(sound, overlay);

  const engines = new Map<string, Engine>();
  /** On a day. On none, what silences is left out: nothing shows that it still holds. */
  const engineOn = (day: string | undefined): Engine => {
    const holding = changes.filter((change) => (day === undefined ? !suppresses(change, setting) : day <= change.expires));
    const key = day === undefined ? "undated" : String(holding.length);
    const engine = engines.get(key) ?? compose(applyOverlay(overlay, holding, setting), over, options);
    engines.set(key, engine);
    return engine;
  };
  const all = engineOn("");
  const silences = changes.some((change) => suppresses(change, setting));
  return {
    assess(message, circumstances) {
      const day = options.asOf ?? dayOf(circumstances?.now ?? message.sentAt);
      return skipping(engineOn(day).assess(message, circumstances), [...(changes.length < overlay.changes.length ? ["overlay-change" as const] : []), ...(silences && day === undefined ? ["overlay-date" as const] : [])]);
    },
    whyNot: all.whyNot,
    packs: all.packs,
    settings: all.settings,
    problems: Object.freeze([...problems, ...unread, ...plain.problems]),
  };
}

function compose({ packs, directory, base, severities, alerts, channels: profiles, phrases }: Setting, over: Foundation, options: Omit<EngineOptions, "packs" | "directory">): Engine {
  const changed = { ...over.model, labels: over.model.labels.map((one) => ({ ...one, alert: alerts[one.label] ?? one.alert })) };
  const besides = phrases.length === 0 ? {} : { besides: [...(over.besides ?? []), compilePhrases(phrases, WITHOUT_LISTS).tables] };
  return composeEngine({ ...over, base, severities, channels: profiles, model: changed, ...besides }, { ...options, packs, ...(directory === undefined ? {} : { directory }) });
}

/** Lists and stemmers are not shipped with the engine. */
const refuse = (what: string, hint: string): never => {
  throw new PhraseError(what, hint);
};
const WITHOUT_LISTS: Vocabulary = {
  list: (name) => refuse(`an overlay has no list <${name}>`, "write its words out: (judge|the clerk)"),
  stem: (word) => refuse(`an overlay has no stems such as ~${word}`, "write the beginning of the word, brib*, or its forms, (pay|paid)"),
};

/** The changes whose phrases can be read and have room, and what is wrong with the others. */
function readable(changes: readonly Change[], overlay: Overlay): { changes: readonly Change[]; problems: LocatedProblem[] } {
  const phrases = changes.flatMap((change) => phrasesOf(change).map((phrase, j) => ({ ...phrase, change, path: ["changes", overlay.changes.indexOf(change), "phrases", j] })));
  const { problems } = compilePhrases(phrases, WITHOUT_LISTS);
  const full = problems.find(({ problem }) => problem.code === "signal/too-many");
  const out = new Set([...problems.map(({ entry }) => phrases[entry]!), ...(full === undefined ? [] : phrases.slice(full.entry))].map(({ change }) => change));
  const told = problems.map(({ entry, problem: { code, message, hint = "" } }): LocatedProblem => {
    const { path } = phrases[entry]!;
    const problem = code === "signal/too-many" ? { code: "overlay/too-many", hint: `what begins here, and every change with phrases after it, is left out: ${hint}` } : { code: "overlay/phrase", hint };
    return { path, problem: { ...problem, message: `${message} at ${path.join(".")}` } };
  });
  return { changes: changes.filter((change) => !out.has(change)), problems: told };
}
