import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseString } from "whatsapp-chat-parser";
import type { Problem } from "../src/core/problem.js";
import { inferDateOrder } from "../src/ingest/date-order.js";
import type { IngestOptions } from "../src/ingest/ingest.js";
import { instantOf } from "../src/ingest/zone.js";
import { readAll } from "./ingest-all.js";

const read = (text: string | Uint8Array, options: IngestOptions = {}, file = "chat.txt") => readAll(typeof text === "string" ? text : [text], file, options);

describe("headers", () => {
  it.each([
    ["Android, 24 h", "13/11/2026, 21:05 - Ana: hi", "2026-11-13T21:05:00"],
    ["Android, no comma (pt)", "13/11/2026 21:05 - Ana: hi", "2026-11-13T21:05:00"],
    ["Android, 12 h with narrow space", "11/13/26, 9:05\u202fPM - Ana: hi", "2026-11-13T21:05:00"],
    ["Android, Spanish a. m.", "13/11/2026, 9:05 a. m. - Ana: hi", "2026-11-13T09:05:00"],
    ["Android, Spanish with no-break spaces", "13/11/2026, 9:05\u00a0p.\u00a0m. - Ana: hi", "2026-11-13T21:05:00"],
    ["Android, dots", "13.11.26, 21:05 - Ana: hi", "2026-11-13T21:05:00"],
    ["Android, ISO (sv)", "2026-11-13 21:05 - Ana: hi", "2026-11-13T21:05:00"],
    ["Android, Portuguese words", "13/11/2026 às 9:05 da noite - Ana: hi", "2026-11-13T21:05:00"],
    ["iOS", "[13/11/2026, 21:05:32] Ana: hi", "2026-11-13T21:05:32"],
    ["iOS, direction mark and byte order mark", "\ufeff\u200e[13/11/2026, 21:05:32] Ana: hi", "2026-11-13T21:05:32"],
    ["iOS, 12 h", "[11/13/26, 9:05:32\u202fPM] Ana: hi", "2026-11-13T21:05:32"],
    ["noon and midnight", "13/11/2026, 12:05 AM - Ana: hi", "2026-11-13T00:05:00"],
  ])("%s", async (_, text, sentAt) => {
    const { messages } = await read(text);
    expect(messages).toMatchObject([{ text: "hi", sentAt, sender: { id: "Ana", role: "unknown" }, line: 1, channel: "whatsapp" }]);
  });
});

describe("bodies", () => {
  it("keeps the lines of a message and the number of its first", async () => {
    const { messages } = await read("1/2/2026, 10:00 - Ana: one\ntwo\n\nfour\n1/2/2026, 10:01 - Ben: five\r\n");
    expect(messages.map(({ text, line }) => [text, line])).toEqual([["one\ntwo\n\nfour", 1], ["five", 5]]);
  });

  it.each([
    ["system, Android", "1/2/2026, 10:00 - Ana added Ben", { markers: ["system"], text: "" }],
    ["system with a colon", '1/2/2026, 10:00 - Ana changed the subject to "Deal: two"', { markers: ["system"] }],
    ["system, iOS", "[1/2/2026, 10:00:00] Deal: \u200eMessages and calls are end-to-end encrypted.", { markers: ["system"] }],
    ["deleted, en", "1/2/2026, 10:00 - Ana: This message was deleted", { markers: ["deleted"], text: "" }],
    ["deleted, pt", "1/2/2026, 10:00 - Ana: Mensagem apagada", { markers: ["deleted"], text: "" }],
    ["deleted, es", "1/2/2026, 10:00 - Ana: Se eliminó este mensaje.", { markers: ["deleted"], text: "" }],
    ["edited, en", "1/2/2026, 10:00 - Ana: see you <This message was edited>", { markers: ["edited"], text: "see you" }],
    ["edited, pt", "[1/2/2026, 10:00:00] Ana: até já \u200e<Mensagem editada>", { markers: ["edited"], text: "até já" }],
    ["edited, es", "1/2/2026, 10:00 - Ana: vale <Se editó este mensaje.>", { markers: ["edited"], text: "vale" }],
    ["media, en", "1/2/2026, 10:00 - Ana: <Media omitted>", { markers: ["media"], text: "" }],
    ["media, pt iOS", "\u200e[1/2/2026, 10:00:00] Ana: \u200eáudio ocultado", { markers: ["media"], text: "" }],
    ["media, es", "1/2/2026, 10:00 - Ana: <Multimedia omitido>", { markers: ["media"], text: "" }],
    ["media with a caption", "1/2/2026, 10:00 - Ana: IMG-1.jpg (file attached)\nthe lease", { markers: ["media"], text: "the lease" }],
    ["deleted by me as an admin, en", "1/2/2026, 10:00 - Ana: You deleted this message as admin", { markers: ["deleted"], text: "" }],
    ["deleted by an admin, en", "1/2/2026, 10:00 - Ana: This message was deleted by admin Bob", { markers: ["deleted"], text: "" }],
    ["deleted by some admin, en iOS", "[1/2/2026, 10:00:00] Ana: \u200eThis message was deleted by an admin.", { markers: ["deleted"], text: "" }],
    ["deleted by an admin, pt", "1/2/2026, 10:00 - Ana: Esta mensagem foi apagada pelo admin Bob", { markers: ["deleted"], text: "" }],
    ["deleted by an admin, pt iOS", "[1/2/2026, 10:00:00] Ana: \u200eMensagem apagada por um admin (Bob)", { markers: ["deleted"], text: "" }],
    ["deleted by an admin, pt-PT", "1/2/2026, 10:00 - Ana: Esta mensagem foi apagada por um/a administrador/a, Rui.", { markers: ["deleted"], text: "" }],
    ["deleted by its sender, pt-PT", "1/2/2026, 10:00 - Ana: Esta mensagem foi apagada pelo remetente.", { markers: ["deleted"], text: "" }],
    ["deleted by me, pt", "1/2/2026, 10:00 - Ana: Você apagou essa mensagem como admin", { markers: ["deleted"], text: "" }],
    ["deleted by me, pt-PT", "1/2/2026, 10:00 - Ana: Apagou esta mensagem", { markers: ["deleted"], text: "" }],
    ["deleted by an admin, es", "1/2/2026, 10:00 - Ana: El admin. Bob eliminó este mensaje", { markers: ["deleted"], text: "" }],
    ["deleted by an admin, es iOS", "[1/2/2026, 10:00:00] Ana: \u200eUn admin., Lucía, eliminó este mensaje.", { markers: ["deleted"], text: "" }],
    ["deleted by me, es", "1/2/2026, 10:00 - Ana: Eliminaste este mensaje como admin.", { markers: ["deleted"], text: "" }],
    ["edited, pt-PT", "1/2/2026, 10:00 - Ana: até já <Esta mensagem foi editada.>", { markers: ["edited"], text: "até já" }],
    ["view once, en", "1/2/2026, 10:00 - Ana: <View once voice message omitted>", { markers: ["media"], text: "" }],
    ["view once photo, en iOS", "[1/2/2026, 10:00:00] Ana: \u200eView once photo omitted", { markers: ["media"], text: "" }],
    ["view once, pt", "1/2/2026, 10:00 - Ana: <Mensagem de voz de visualização única oculta>", { markers: ["media"], text: "" }],
    ["view once, es", "1/2/2026, 10:00 - Ana: <Mensaje de voz de visualización única omitido>", { markers: ["media"], text: "" }],
    ["a round video, en", "1/2/2026, 10:00 - Ana: <Video note omitted>", { markers: ["media"], text: "" }],
    ["a sticker, pt-PT", "[1/2/2026, 10:00:00] Ana: \u200eautocolante omitido", { markers: ["media"], text: "" }],
    ["a contact, es", "[1/2/2026, 10:00:00] Ana: \u200etarjeta de contacto omitida", { markers: ["media"], text: "" }],
    ["a document, iOS", "[1/2/2026, 10:00:00] Ana: \u200eLease.pdf • \u200e2 pages \u200edocument omitted", { markers: ["media"], text: "" }],
    ["media with a caption, web", "[1/2/26, 10:00:00 AM] Ana: <image omitted> the lease", { markers: ["media"], text: "the lease" }],
    ["a missed call, Android", "1/2/2026, 10:00 - Ana: Missed group video call", { markers: ["system"], text: "" }],
    ["a missed call, iOS", "[1/2/2026, 10:00:00] Ana: \u200eMissed voice call. \u200eTap to call back", { markers: ["system"], text: "" }],
    ["a missed call, pt", "1/2/2026, 10:00 - Ana: Ligação de voz perdida", { markers: ["system"], text: "" }],
    ["a missed call, pt-PT", "1/2/2026, 10:00 - Ana: Videochamada não atendida", { markers: ["system"], text: "" }],
    ["a missed call, es", "[1/2/2026, 10:00:00] Ana: \u200eVideollamada perdida. \u200eToca para devolver la llamada", { markers: ["system"], text: "" }],
    ["a call that was taken, iOS", "[1/2/2026, 10:00:00] Ana: \u200eVoice call. \u200e3 min", { markers: ["system"], text: "" }],
    ["a missed video call, pt", "1/2/2026, 10:00 - Ana: Vídeochamada perdida", { markers: ["system"], text: "" }],
    ["a missed video call, pt iOS", "[1/2/2026, 10:00:00] Ana: \u200eVídeochamada perdida. \u200eToque para ligar de volta", { markers: ["system"], text: "" }],
    ["encryption, pt iOS", "[1/2/2026, 10:00:00] Ana: \u200eAs mensagens e ligações são protegidas com a criptografia de ponta a ponta. Ninguém fora desta conversa pode ler.", { markers: ["system"], text: "" }],
    ["encryption, pt iOS, as it was", "[1/2/2026, 10:00:00] Ana: \u200eAs mensagens e as chamadas são protegidas com a criptografia de ponta a ponta.", { markers: ["system"], text: "" }],
    ["encryption, pt-PT iOS", "[1/2/2026, 10:00:00] Ana: \u200eAs mensagens e chamadas são encriptadas ponto a ponto.", { markers: ["system"], text: "" }],
    ["encryption, es iOS", "[1/2/2026, 10:00:00] Ana: \u200eLos mensajes y llamadas están cifrados de extremo a extremo.", { markers: ["system"], text: "" }],
    ["encryption, es iOS, as it was", "[1/2/2026, 10:00:00] Ana: \u200eLos mensajes y las llamadas están cifrados de extremo a extremo.", { markers: ["system"], text: "" }],
    ["a message that has not come, en", "1/2/2026, 10:00 - Ana: Waiting for this message", { markers: ["system"], text: "" }],
    ["a message that has not come, en iOS", "[1/2/2026, 10:00:00] Ana: \u200eWaiting for this message. This may take a while.", { markers: ["system"], text: "" }],
    ["a message that has not come, pt", "1/2/2026, 10:00 - Ana: Aguardando mensagem. Essa ação pode levar alguns instantes.", { markers: ["system"], text: "" }],
    ["a message that has not come, pt, no more said", "[1/2/2026, 10:00:00] Ana: \u200eAguardando mensagem…", { markers: ["system"], text: "" }],
    ["a message that has not come, es", "1/2/2026, 10:00 - Ana: Esperando el mensaje. Esto puede tomar tiempo.", { markers: ["system"], text: "" }],
    ["a contact who is blocked, en iOS", "[1/2/2026, 10:00:00] Ana: \u200eYou blocked this contact", { markers: ["system"], text: "" }],
    ["a contact who is blocked, pt iOS", "[1/2/2026, 10:00:00] Ana: \u200eVocê bloqueou este contato.", { markers: ["system"], text: "" }],
    ["a contact who is let in again, es iOS", "[1/2/2026, 10:00:00] Ana: \u200eDesbloqueaste a este contacto.", { markers: ["system"], text: "" }],
    ["view once, pt, hidden", "[1/2/2026, 10:00:00] Ana: \u200eMensagem de visualização única ocultada", { markers: ["media"], text: "" }],
    ["view once, en, no more said", "1/2/2026, 10:00 - Ana: View once message", { markers: ["media"], text: "" }],
    ["view once, es, no more said", "[1/2/2026, 10:00:00] Ana: \u200eMensaje de visualización única", { markers: ["media"], text: "" }],
    ["talk of waiting is no system line", "1/2/2026, 10:00 - Ana: Waiting for this message from the court, it is late", { text: "Waiting for this message from the court, it is late" }],
    ["nor is talk of a dispatch", "1/2/2026, 10:00 - Ana: Aguardando mensagem. O juiz decide hoje", { text: "Aguardando mensagem. O juiz decide hoje" }],
    ["nor is talk of blocking", "1/2/2026, 10:00 - Ana: You blocked this contact", { text: "You blocked this contact" }],
    ["nor of seeing once", "1/2/2026, 10:00 - Ana: View once message is on, send it there", { text: "View once message is on, send it there" }],
    ["talk of deleting is no marker", "1/2/2026, 10:00 - Ana: I saw that this message was deleted by her", { text: "I saw that this message was deleted by her" }],
    ["talk of removing is no system line", "1/2/2026, 10:00 - Tom: I have removed the damaging pages, delete your copy", { text: "I have removed the damaging pages, delete your copy" }],
    ["nor is talk of adding or calling", "1/2/2026, 10:00 - Tom: missed voice call, he added the pages", { text: "missed voice call, he added the pages" }],
    ["nor is talk of an admin", "1/2/2026, 10:00 - Ana: the admin deleted this message, I think", { text: "the admin deleted this message, I think" }],
    ["nor is talk of a call", "1/2/2026, 10:00 - Ana: Missed voice call. I will try again", { text: "Missed voice call. I will try again" }],
    ["an unsaved contact", "[1/2/2026, 10:00:00] ~\u202fAna: hi", { sender: { id: "Ana" }, text: "hi" }],
  ])("%s", async (_, text, expected) => expect((await read(text)).messages).toMatchObject([expected]));
});

describe("disappearing messages", () => {
  const on = { markers: ["disappearing"], text: "", sentAt: "2026-02-01T10:00:00" };
  const by = (name: string): object => ({ ...on, sender: { id: name, name } });
  it.each([
    ["Android", "1/2/2026, 10:00 - Ann turned on disappearing messages. New messages will disappear from this chat 24 hours after they're sent, except when kept. Tap to change.", by("Ann")],
    ["iOS", "[1/2/2026, 10:00:00] The deal: \u200eAnn turned on disappearing messages. New messages will disappear from this chat 7 days after they’re sent.", by("Ann")],
    ["iOS, an unsaved contact", "[1/2/2026, 10:00:00] ~\u202fAnn: \u200e~\u202fAnn turned on disappearing messages.", by("Ann")],
    ["web", "[2/1/2026, 10:00:00 AM] - Ann turned on disappearing messages (1 day)", by("Ann")],
    ["a number", "1/2/2026, 10:00 - +44 7700 900123 updated the message timer. New messages will disappear from this chat 90 days after they're sent.", by("+44 7700 900123")],
    ["by default", "1/2/2026, 10:00 - Ann uses a default timer for disappearing messages in new chats. New messages will disappear from this chat 7 days after they're sent.", by("Ann")],
    ["pt", "1/2/2026 10:00 - Ana ativou as mensagens temporárias. Todas as novas mensagens desaparecerão desta conversa 24 horas após o envio, exceto se salvas na conversa.", by("Ana")],
    ["pt, longer", "1/2/2026 10:00 - Ana atualizou a duração das mensagens temporárias. Todas as novas mensagens desaparecerão desta conversa 90 dias após o envio.", by("Ana")],
    ["pt, by default", "1/2/2026 10:00 - Ana usa uma duração padrão para mensagens temporárias em novas conversas.", by("Ana")],
    ["pt iOS", "[1/2/2026, 10:00:00] Ana: \u200eAna ativou as mensagens temporárias.", by("Ana")],
    ["es", "1/2/2026, 10:00 - Ana activó los mensajes temporales. Los mensajes nuevos desaparecerán de este chat después de 7 días de haber sido enviados.", by("Ana")],
    ["es, by default", "1/2/2026, 10:00 - Ana usa una duración predeterminada para los mensajes temporales en chats nuevos.", by("Ana")],
    ["es iOS", "[1/2/2026, 10:00:00] Ana: \u200eAna actualizó la duración de los mensajes temporales.", by("Ana")],
  ])("%s: somebody's message", async (_, text, expected) => expect((await read(text, { dateOrder: text.includes("[2/1") ? "mdy" : "dmy" })).messages).toMatchObject([expected]));
  it.each([
    "1/2/2026, 10:00 - You turned on disappearing messages. New messages will disappear from this chat 24 hours after they're sent.",
    "1/2/2026, 10:00 - Disappearing messages were turned on.",
    "1/2/2026 10:00 - Você ativou as mensagens temporárias.",
    "1/2/2026, 10:00 - Activaste los mensajes temporales.",
    "1/2/2026, 10:00 - Usas una duración predeterminada para los mensajes temporales en chats nuevos.",
    "1/2/2026, 10:00 - Se activaron los mensajes temporales.",
  ])("%s: nobody says who that was", async (text) => {
    const { messages } = await read(text, { dateOrder: "dmy" });
    expect(messages).toMatchObject([on]);
    expect(messages[0]).not.toHaveProperty("sender");
  });
  it.each([
    "1/2/2026, 10:00 - Ann turned off disappearing messages. Tap to change.",
    "[1/2/2026, 10:00:00] Ann: \u200eYou turned off disappearing messages.",
    "1/2/2026 10:00 - Ana desativou as mensagens temporárias.",
    "[1/2/2026, 10:00:00] Ana: \u200eDesactivaste los mensajes temporales.",
    '1/2/2026, 10:00 - Ann changed the subject to "Bob turned on disappearing messages"',
  ])("%s: a system line", async (text) => expect((await read(text, { dateOrder: "dmy" })).messages).toMatchObject([{ markers: ["system"], text: "" }]));
  it("who only writes of it wrote that", async () => expect((await read("1/2/2026, 10:00 - Ann: Bob turned on disappearing messages")).messages).toMatchObject([{ text: "Bob turned on disappearing messages", sender: { id: "Ann" } }]));
});

describe("dates", () => {
  it.each([
    ["a day above 12", [[3, 11, 2026], [13, 11, 2026]], "dmy", "certain"],
    ["a month above 12 when read day first", [[11, 3, 2026], [11, 13, 2026]], "mdy", "certain"],
    ["running forward in time", [[3, 1, 2026], [4, 1, 2026], [1, 2, 2026]], "dmy", "likely"],
    ["nothing tells", [[1, 1, 2026]], "dmy", "assumed"],
    ["year first", [[2026, 11, 13]], "ymd", "certain"],
    ["a pasted line does not decide", [[3, 11, 2026], [13, 11, 2026], [2025, 1, 2]], "dmy", "likely"],
  ] as const)("%s", (_, dates, order, confidence) => expect(inferDateOrder(dates)).toEqual({ order, confidence }));

  it("says how it read them, and can be told", async () => {
    const text = "3/11/2026, 10:00 - Ana: hi";
    expect((await read(text)).problems).toMatchObject([{ code: "whatsapp/date-order", message: expect.stringContaining("assumed") as string }]);
    expect((await read(text, { dateOrder: "mdy" })).messages).toMatchObject([{ sentAt: "2026-03-11T10:00:00" }]);
  });

  it("reports a date that is none and keeps the rest", async () => {
    const { messages, problems } = await read("31/2/2026, 10:00 - Ana: one\n1/3/2026, 10:00 - Ana: two", { dateOrder: "dmy" });
    expect(messages).toMatchObject([{ text: "two" }]);
    expect(problems).toMatchObject([{ code: "whatsapp/date", line: 1 }]);
  });

  it.each([
    ["London in summer", "Europe/London", "2026-07-01T09:00:00Z"],
    ["São Paulo", "America/Sao_Paulo", "2026-07-01T13:00:00Z"],
    [undefined, undefined, "2026-07-01T10:00:00"],
  ])("zone %s", (_, zone, expected) => expect(instantOf({ year: 2026, month: 7, day: 1, hour: 10, minute: 0, second: 0 }, zone)).toBe(expected));
});

describe("whatsapp-chat-parser agrees where both can read", () => {
  it.each(readdirSync("examples").filter((name) => name.endsWith(".txt")))("%s", async (name) => {
    const text = readFileSync(`examples/${name}`, "utf8");
    const theirs = parseString(text.replace(/^\ufeff/, ""), { daysFirst: true }).filter(({ author }) => author !== null);
    const ours = (await read(text, {}, name)).messages.filter(({ markers }) => !markers?.includes("system"));
    const bare = (value: string): string => value.replace(/[\u200e\u200f]/g, "").trim();
    const clock = (date: Date): string => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
    const comparable = theirs.filter(({ message }) => !/encrypted|criptografia|cifrados/.test(message));
    expect(ours.map(({ sender, sentAt }) => [sender?.name, sentAt])).toEqual(comparable.map(({ author, date }) => [author, clock(date)]));
    ours.forEach(({ text: said, markers }, i) => {
      if (markers === undefined) expect(said).toBe(bare(comparable[i]!.message));
    });
  });
});

describe("laws", () => {
  it("no line is lost: each is in a message, or is a system line or a Problem of that number", async () => {
    const line = fc.constantFrom("1/2/2026, 10:00 - Ana: hi", "[1/2/2026, 10:00:00] Ben: ok", "1/2/2026, 10:00 - Ana left", "45/45/2026, 10:00 - Ana: x", "more", "- so: it goes", "[x]");
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const marked = ["1/2/2026, 09:59 - Ana: first", ...lines].map((one, i) => `${one} #${i}#`);
        const { messages, problems } = await read(marked.join("\n"), { dateOrder: "dmy" });
        marked.forEach((_, i) => {
          const told = messages.some(({ text, markers, line: at }) => text.includes(`#${i}#`) || (markers?.includes("system") === true && at! <= i + 1));
          expect(told || problems.some(({ line: at }) => at !== undefined && at <= i + 1), `line ${i + 1} of ${JSON.stringify(marked)}`).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });
});
