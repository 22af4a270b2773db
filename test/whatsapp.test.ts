import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseString } from "whatsapp-chat-parser";
import type { Message } from "../src/core/message.js";
import type { Problem } from "../src/core/problem.js";
import { inferDateOrder } from "../src/ingest/date-order.js";
import { ingest, type IngestOptions } from "../src/ingest/ingest.js";
import { instantOf } from "../src/ingest/zone.js";

const read = async (text: string | Uint8Array, options: IngestOptions = {}, file = "chat.txt"): Promise<{ messages: Message[]; problems: Problem[] }> => {
  const messages: Message[] = [];
  const problems: Problem[] = [];
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for await (const one of ingest([bytes], file, options)) "code" in one ? problems.push(one) : messages.push(one);
  return { messages, problems };
};

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
    ["talk of deleting is no marker", "1/2/2026, 10:00 - Ana: I saw that this message was deleted by her", { text: "I saw that this message was deleted by her" }],
    ["talk of removing is no system line", "1/2/2026, 10:00 - Tom: I have removed the damaging pages, delete your copy", { text: "I have removed the damaging pages, delete your copy" }],
    ["nor is talk of adding or calling", "1/2/2026, 10:00 - Tom: missed voice call, he added the pages", { text: "missed voice call, he added the pages" }],
    ["an unsaved contact", "[1/2/2026, 10:00:00] ~\u202fAna: hi", { sender: { id: "Ana" }, text: "hi" }],
  ])("%s", async (_, text, expected) => expect((await read(text)).messages).toMatchObject([expected]));
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
