import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SETTINGS, type Evidence, type Setting } from "../src/core/evidence.js";
import { identifiers } from "../src/generated/identifiers.js";
import { triggers } from "../src/generated/triggers.js";
import { signals } from "../src/generated/signals.js";
import { prepare } from "../src/prepare/prepare.js";
import { openTriggers } from "../src/scan/identifier-triggers.js";
import { createIdentify } from "../src/scan/identify.js";
import { createScan } from "../src/scan/scan.js";

const scan = createScan(signals, createIdentify(identifiers, openTriggers(triggers)));
const read = (text: string): readonly Evidence[] => scan(prepare(text), false);
const settingsOf = (text: string): ReadonlySet<Setting> => new Set(read(text).flatMap((one) => (one.kind === "cue" ? [one.setting] : [])));
/** Under which cues the patterns of a label stand. */
const cuesOf = (text: string, label: string): readonly string[] => [...new Set(read(text).flatMap((one) => (one.kind === "pattern" && one.label === label ? [one.cue] : [])))];

/** What stands there, and what does not. */
const CASES: Readonly<Record<Setting, readonly (readonly [there: string, not: string])[]>> = {
  negated: [["I never touched the file", "I touched the file"], ["não vou apagar nada", "vou apagar tudo"], ["en ningún caso lo haremos", "en este caso lo haremos"]],
  reported: [["he told me to wipe it", "wipe it"], ["ele disse que apagou", "apaga aí"], ["dijo que lo había borrado", "borra eso"]],
  hypothetical: [["what if somebody offered you money", "here is your money"], ["e se alguém oferecesse dinheiro", "toma o dinheiro"], ["qué pasaría si alguien ofreciera dinero", "toma el dinero"]],
  training: [["reminder: mandatory AML training on Friday", "see you on Friday"], ["treinamento obrigatório de prevenção à lavagem na sexta", "até sexta"], ["formación obligatoria sobre blanqueo el viernes", "hasta el viernes"]],
  casework: [["the charge of bribery is in the indictment", "lunch is in the fridge"], ["a denúncia do Ministério Público fala em corrupção", "o almoço está na geladeira"], ["en su declaración habla de soborno", "la comida está en la nevera"]],
  refusal: [["we would never accept that", "we accept that"], ["não posso aceitar isso, é contra o código", "pode deixar comigo"], ["no puedo aceptar eso", "acepto encantado"]],
  promise: [["you have my word", "you have my umbrella"], ["dou minha palavra que entrego", "dou uma olhada"], ["te doy mi palabra", "te doy un paraguas"]],
  past: [["he asked for cash last year", "bring cash tomorrow"], ["ontem ele pediu dinheiro", "traz dinheiro amanhã"], ["ayer me pidió dinero", "trae dinero mañana"]],
  offer: [["I'll make it worth your while", "the hearing was worth the trip"], ["se o senhor assinar a gente te dá um agrado", "o cliente assinou ontem"], ["si usted firma le damos un detalle", "el cliente firmó ayer"]],
  "second-person": [["you should tell her", "she told the court"], ["você vai falar com ela", "ela falou no fórum"], ["usted debe hablar con ella", "ella habló en el juzgado"]],
  imperative: [["Delete the messages", "The messages were deleted"], ["Apaga as mensagens", "As mensagens foram apagadas"], ["Borra los mensajes", "Los mensajes fueron borrados"]],
};

describe("cues, in each language", () => {
  const rows = SETTINGS.flatMap((setting) => CASES[setting].map(([there, not]) => [setting, there, not] as const));
  it.each(rows)("%s: %s", (setting, there, not) => {
    expect(settingsOf(there)).toContain(setting);
    expect(settingsOf(not)).not.toContain(setting);
  });
});

describe("what denies nothing", () => {
  it.each([
    ["bribery", "don't forget the envelope for the clerk", "don't bring the envelope for the clerk"],
    ["bribery", "não esquece de pagar a propina do escrivão", "não vou pagar a propina do escrivão"],
    ["bribery", "no olvides la mordida del secretario", "no aceptamos la mordida del secretario"],
  ])("%s: %s", (label, asked, refused) => {
    expect(cuesOf(asked, label)).toEqual(["asserted"]);
    expect(cuesOf(refused, label)).toEqual(["negated"]);
  });

  it.each([
    ["why don't we shred it", "we don't shred it"],
    ["nobody needs to know he paid", "nobody paid him"],
    ["por que não apagamos", "nunca apagamos"],
    ["nadie tiene por qué enterarse", "nadie le ofreció nada"],
  ])("%s", (seeming, denied) => {
    expect(settingsOf(seeming)).not.toContain("negated");
    expect(settingsOf(denied)).toContain("negated");
  });

  it("takes nothing from another sentence", () => {
    const denials = ["I never offered him anything.", "Nunca ofereci nada a ele.", "En ningún momento ofrecimos nada."];
    const seeming = ["Don't forget the milk.", "Não esquece o leite.", "No olvides la leche."];
    fc.assert(
      fc.property(fc.constantFrom(...denials), fc.constantFrom(...seeming), fc.boolean(), (denial, other, first) => {
        expect(settingsOf(first ? `${other} ${denial}` : `${denial} ${other}`)).toContain("negated");
      }),
    );
  });
});
