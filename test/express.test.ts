import { describe, expect, it } from "vitest";
import type { Label } from "../src/core/label.js";
import { createEngine } from "../src/index.js";
import { gdpr, lgpd, sra } from "../src/generated/packs/index.js";

/** What everybody would call the act when it is said in so many words; and the same words in honest work. */
const CASES: Readonly<Partial<Record<Label, { readonly said: readonly string[]; readonly mentioned: readonly string[] }>>> = {
  threat: {
    said: ["I'm going to kill you", "we will hurt you", "drop it or we'll burn your house down", "if you talk I will break your arms", "vamos te matar", "se depuser eu vou quebrar as suas pernas", "os vamos a matar", "si declara voy a matarle, voy a matarte"],
    mentioned: ["my supervisor is going to kill me if this is late", "we won't hurt your chances", "he told her 'I will kill you', see page 3", "vou matar essa pauta até sexta", "voy a matar dos pájaros de un tiro"],
  },
  bribery: {
    said: ["could we bribe the magistrate?", "ill pay the juror 2k cash", "offer the witness money to withdraw", "vamos subornar a juíza", "hay que sobornar a la funcionaria"],
    mentioned: ["you cannot bribe a magistrate", "the charge is that he wanted to bribe the inspector", "não vamos subornar ninguém", "el fiscal dice que quería sobornar al agente"],
  },
  "evidence-tampering": {
    said: ["you should lie to the tribunal", "please fake his signature", "lets shred the evidence", "burn the letters before the police come", "vamos falsificar a assinatura dela", "hay que destruir las pruebas"],
    mentioned: ["you must never lie to the tribunal", "they allege that he faked her signature", "do not destroy any evidence", "não vamos mentir para o juiz", "no hay que destruir las pruebas"],
  },
  undertaking: {
    said: ["We hereby undertake to hold the funds to your order", "I give you my undertaking to return the deeds"],
    mentioned: ["we undertake house surveys", "would you undertake to return the deeds?"],
  },
  "money-laundering": { said: ["they submitted a suspicious activity report about you", "we reported you to the NCA"], mentioned: ["do we need to submit a suspicious activity report?", "the NCA published new guidance"] },
  "outcome-guarantee": { said: ["we guarantee a win", "you will definitely win", "garantimos a vitória", "le aseguro que ganaremos"], mentioned: ["I can't guarantee a win", "we hope you will win", "ninguém garante vitória", "nadie asegura que ganemos"] },
  "off-channel": { said: ["please turn on disappearing messages", "ativei o modo temporário", "pon los mensajes temporales"], mentioned: ["the policy forbids disappearing messages", "a política proíbe mensagens temporárias"] },
  harassment: { said: ["let me see your tits", "quero ver seus peitos", "muéstrame las tetas"], mentioned: ["she complained that he asked to see her", "a testemunha mostrou as fotos"] },
  "data-breach": { said: ["we emailed your medical report to the wrong client", "mandei o contrato do cliente pra pessoa errada", "enviamos el informe médico a la persona equivocada"], mentioned: ["wrong chat, sorry!", "make sure it never goes to the wrong person"] },
};

const engine = createEngine({ packs: [sra, gdpr, lgpd], law: ["GB-EAW", "BR", "ES"] });
const told = (text: string): readonly string[] =>
  engine.assess({ text, sender: { id: "ann", role: "solicitor" }, direction: "outbound" }).findings.filter(({ severity }) => severity !== "low" && severity !== "info").map(({ category }) => category);

describe.each(Object.entries(CASES))("%s, said in so many words", (label, { said, mentioned }) => {
  it.each(said)("is told: %s", (text) => expect(told(text)).toContain(label));
  it.each(mentioned)("is not, where it is only mentioned: %s", (text) => expect(told(text)).not.toContain(label));
});

/** DESIGN section 3: tipping off is critical, whatever pack is on; a report is told of to somebody concerned, and not merely spoken of. */
const TIPPING: Readonly<Record<"said" | "mentioned", readonly string[]>> = {
  said: [
    "we've filed a SAR on you with the NCA",
    "the firm has reported you for money laundering to the NCA, move the money",
    "Your transfer is stuck because a suspicious activity report was made about you on 3 June",
    "I've told him we put a SAR in on him, he should stop using that account",
    "warn her that the MLRO has reported the transfer to the NCA",
    "heads up, the NCA are looking into your account",
    "between you and me, they've reported you",
    "o banco comunicou sua operação ao COAF na terça",
    "comunicamos a sua movimentação como suspeita de lavagem, doutor",
    "o banco te reportou ao COAF, tira o dinheiro",
    "avisa o cliente que fizemos a comunicação ao COAF sobre ele",
    "entre nós: estão investigando a sua conta",
    "hemos comunicado su operación al SEPBLAC",
    "te han reportado a la UIF, saca el dinero",
    "avisa al cliente de que hemos comunicado lo suyo al SEPBLAC",
    "te aviso: la policía investiga tu cuenta por blanqueo",
  ],
  mentioned: [
    "training on SARs is at noon, bring the slides on tipping off",
    "have we filed the SAR?",
    "The MLRO has filed the SAR with the NCA, reference on the AML file",
    "never tell a client that we have filed a SAR on him",
    "Please upload six months' bank statements so that we can check the source of funds",
    "Our AML policy: a solicitor who suspects laundering reports to the MLRO, who may file a suspicious activity report",
    "I've told the client we've submitted her SAR to the Home Office",
    "I made a SAR about your handling of my personal data and you have a month",
    "if we had reported you to the NCA we could not tell you",
    "we haven't reported you to the NCA or anybody else",
    "she says the bank told her they had filed a SAR on her",
    "já fizemos a comunicação ao COAF?",
    "o MLRO comunicou a operação ao COAF, arquiva o protocolo na pasta de PLD",
    "treinamento de PLD quinta: quando comunicar ao COAF",
    "nunca avise o cliente que comunicamos a operação dele ao COAF",
    "Precisamos do comprovante de origem dos recursos, doutora",
    "¿hemos comunicado la operación al SEPBLAC?",
    "curso de prevención de blanqueo: cuándo comunicar al SEPBLAC",
    "no avises al cliente de que hemos comunicado lo suyo al SEPBLAC",
    "le dije al oficial de cumplimiento que lo comunicamos ayer al SEPBLAC",
    "Necesitamos que acredite el origen de los fondos",
  ],
};

describe("tipping off", () => {
  const bare = createEngine({ packs: [] });
  const worst = (text: string, direction: "outbound" | "internal"): readonly string[] =>
    [engine, bare].map((one) => one.assess({ text, sender: { id: "ann", role: "solicitor" }, direction }).findings.find(({ category }) => category === "money-laundering")?.severity ?? "none");
  it.each(TIPPING.said)("is critical, with packs and without: %s", (text) => {
    for (const direction of ["outbound", "internal"] as const) expect(worst(text, direction)).toEqual(["critical", "critical"]);
  });
  it.each(TIPPING.mentioned)("is not where it is only mentioned: %s", (text) => {
    for (const direction of ["outbound", "internal"] as const) expect(worst(text, direction)).not.toContain("critical");
  });
});
