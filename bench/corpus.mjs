/** Messages to be timed: ordinary chat in three languages with something to find in one of ten. Fixed seed, no two runs differ. */
const OPENINGS = {
  en: ["hi there,", "morning,", "quick one:", "thanks for that,", "sorry for the delay,", "just checking,", "as discussed,", "ok so", "evening,", "fyi"],
  pt: ["bom dia,", "oi tudo bem,", "só confirmando:", "obrigada pelo retorno,", "desculpa a demora,", "conforme falamos,", "então", "boa tarde,", "pra constar,", "opa"],
  es: ["buenos días,", "hola qué tal,", "solo confirmo:", "gracias por avisar,", "perdona la demora,", "como hablamos,", "entonces", "buenas tardes,", "para que conste,", "oye"],
};
const MIDDLES = {
  en: ["the draft lease is on the portal", "the hearing moved to room 4", "can you bring the signed forms", "counsel will call after lunch", "the searches came back clear", "i am parked behind the office", "the invoice went out on the 3rd", "the surveyor needs the keys", "we are still waiting for the other side", "the bundle has 212 pages"],
  pt: ["a minuta está no portal", "a audiência mudou de sala", "pode trazer os formulários assinados", "o perito liga depois do almoço", "a certidão saiu sem pendências", "parei o carro atrás do escritório", "a nota foi emitida dia 3", "o corretor precisa das chaves", "seguimos aguardando a outra parte", "o processo tem 212 folhas"],
  es: ["el borrador está en el portal", "la vista cambió de sala", "puedes traer los formularios firmados", "el perito llama después de comer", "la nota simple salió sin cargas", "aparqué detrás del despacho", "la factura salió el día 3", "el tasador necesita las llaves", "seguimos esperando a la otra parte", "el expediente tiene 212 folios"],
};
const CLOSINGS = { en: ["thanks!", "see you then", "let me know", "👍", "no rush", "speak soon"], pt: ["obrigada!", "até lá", "me avisa", "👍", "sem pressa", "abraço"], es: ["¡gracias!", "hasta luego", "avísame", "👍", "sin prisa", "un saludo"] };
const FINDS = {
  en: ["delete this chat before anyone sees it", "there is cash in it for you if the file moves", "my email is ana.silva@example.org", "drop the claim or i will hurt you"],
  pt: ["apaga essa conversa antes que alguém veja", "tem um agrado pra você se o processo andar", "meu cpf é 529.982.247-25", "retira a ação ou você vai se arrepender"],
  es: ["borra este chat antes de que lo vean", "hay algo para ti si el expediente avanza", "mi dni es 12345678Z", "retira la demanda o te vas a arrepentir"],
};

export function makeMessages(count, seed = 20261121) {
  let state = seed;
  const next = (n) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % n;
  };
  const pick = (list) => list[next(list.length)];
  return Array.from({ length: count }, () => {
    const lang = pick(["en", "en", "en", "en", "pt", "pt", "pt", "es", "es"]);
    const parts = [pick(OPENINGS[lang]), pick(MIDDLES[lang])];
    if (next(10) === 0) parts.push(`. ${pick(FINDS[lang])}`);
    else if (next(2) === 0) parts.push(`, ${pick(MIDDLES[lang])}`);
    parts.push(`${next(3) === 0 ? ". " : " "}${pick(CLOSINGS[lang])}`);
    const text = parts.join(" ");
    return next(8) === 0 ? text.toUpperCase() : text;
  });
}
