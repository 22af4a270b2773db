import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Message } from "../src/core/message.js";
import { ObiterError, type Problem } from "../src/core/problem.js";
import { decoded, readLines } from "../src/ingest/lines.js";
import { doubtsIn } from "../src/ingest/people.js";
import { ingest, type IngestOptions } from "../src/ingest/ingest.js";
import { encode, readAll } from "./ingest-all.js";

const read = (chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, options: IngestOptions = {}, file = "chat") => readAll(chunks, file, options);

describe("JSONL", () => {
  it("keeps what it is given, and the line number for want of an id", async () => {
    const { messages } = await read([encode('{"text":"hi","sender":{"id":"u7","role":"client"},"matter":{"law":["BR"]}}\n\n{"id":"m2","text":"ho"}')]);
    expect(messages).toMatchObject([{ id: "1", line: 1, text: "hi", direction: "inbound", matter: { law: ["BR"] } }, { id: "m2", line: 3, text: "ho" }]);
  });

  it.each([
    ["not JSON", "{oops", "jsonl/syntax"],
    ["a list", "[1]", "jsonl/object"],
    ["no text", '{"id":"a"}', "jsonl/text"],
    ["a sender that is a name", '{"text":"hi","sender":"Ana"}', "jsonl/sender"],
    ["a language that is a number", '{"text":"hi","lang":5}', "jsonl/lang"],
    ["a law that is no list", '{"text":"hi","matter":{"law":"GB-EAW"}}', "jsonl/matter"],
    ["an admission that is no list", '{"text":"hi","sender":{"id":"a","admitted":"GB-EAW"}}', "jsonl/sender"],
    ["an id that is an object", '{"text":"hi","id":{}}', "jsonl/id"],
  ])("%s is reported by line and the rest goes through", async (_, line, code) => {
    const { messages, problems } = await read([encode(`{"text":"one"}\n${line}\n{"text":"three"}`)]);
    expect(messages.map(({ text }) => text)).toEqual(["one", "three"]);
    expect(problems).toMatchObject([{ code, line: 2 }]);
  });

  it("an unknown role or channel is treated as unknown and told once", async () => {
    const line = '{"text":"hi","sender":{"id":"a","role":"wizard"},"channel":"pigeon"}\n';
    const { messages, problems } = await read([encode(line + line)]);
    expect(messages).toMatchObject([{ sender: { role: "unknown" }, channel: "unknown" }, { sender: { role: "unknown" } }]);
    expect(problems.map(({ code }) => code).sort()).toEqual(["message/unknown-channel", "message/unknown-role"]);
  });

  it.each([
    ["a time of another form", { sentAt: "25/11/2026 10:00" }, "message/unknown-time", /no ISO 8601 time/],
    ["a day that there is not", { sentAt: "2026-13-45T00:00:00Z" }, "message/unknown-time", /no ISO 8601 time/],
    ["a day that February lacks", { sentAt: "2026-02-30T10:00:00Z" }, "message/unknown-time", /no ISO 8601 time/],
    ["a word for a time", { sentAt: "yesterday" }, "message/unknown-time", /no ISO 8601 time/],
    ["a time without an offset", { sentAt: "2026-11-20T16:40:00" }, "message/unknown-offset", /has no offset/],
    ["a misspelt key", { dirction: "inbound" }, "message/unknown-key", /"dirction".*direction/],
    ["a key in capitals", { Sender: { id: "a" } }, "message/unknown-key", /"Sender".*sender/],
    ["a key of something else", { from: "a" }, "message/unknown-key", /"from".*it knows: text, id, /],
    ["a misspelt key of a sender", { sender: { id: "a", rol: "client" } }, "message/unknown-key", /"rol".*role/],
    ["an offset that is none", { sentAt: "2026-11-20T16:40:00+99:99" }, "message/unknown-time", /starts no clock/],
    ["a law that is none", { matter: { law: ["UK"] } }, "message/unknown-law", /"UK".*GB-EAW/],
    ["an admission under a law that is none", { sender: { id: "a", admitted: ["gb-eaw"] } }, "message/unknown-law", /"gb-eaw".*GB-EAW/],
  ])("%s is told once and the message goes through", async (_, more, code, expected) => {
    const line = `${JSON.stringify({ text: "hi", ...more })}\n`;
    const { messages, problems } = await read([encode(line + line)]);
    expect(messages).toHaveLength(2);
    expect(problems).toMatchObject([{ code, line: 1 }]);
    expect(`${problems[0]!.message} ${problems[0]!.hint}`).toMatch(expected);
  });

  it.each(["2026-11-20T16:40:00Z", "2026-11-20T16:40Z", "2026-11-20T16:40:00.123-03:00", "2026-11-20T16:40:00+0100"])("%s is a time", async (sentAt) => expect((await read([encode(JSON.stringify({ text: "hi", sentAt }))])).problems).toEqual([]));

  it("each unknown value is told", async () => {
    const { problems } = await read([encode('{"text":"a","channel":"pigeon"}\n{"text":"b","channel":"owl"}')]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("pigeon"), expect.stringContaining("owl")]);
  });

  it("what is no field of a message is left out", async () => {
    const { messages } = await read([encode('{"text":"a","markers":["system"],"line":99,"extra":1}')]);
    expect(messages).toEqual([{ text: "a", id: "1", line: 1, conversationId: "chat" }]);
  });

  it("a message may say that it was deleted, edited or holds media, not that nobody wrote it", async () => {
    const { messages, problems } = await read([encode('{"text":"","markers":["deleted","system"]}\n{"text":"b","markers":["gone"]}')]);
    expect(messages.map(({ markers }) => markers)).toEqual([["deleted"]]);
    expect(problems).toMatchObject([{ code: "jsonl/markers", line: 2 }]);
  });

  it("no Problem holds message text", async () => {
    const { problems } = await read([encode('{"text":"one"}\n{"secret words\n')]);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });
});

describe("files", () => {
  const chat = "1/2/2026, 10:00 - Ana: olá\n1/2/2026, 10:01 - Ben: ¿qué?\n";
  const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
    const all = (mark ? "\ufeff" : "") + text;
    const bytes = new Uint8Array(all.length * 2);
    [...all].forEach((_, i) => new DataView(bytes.buffer).setUint16(i * 2, all.charCodeAt(i), little));
    return bytes;
  };

  it.each([
    ["UTF-8", [encode(chat)]],
    ["UTF-8, a byte at a time", [...encode(chat)].map((byte) => Uint8Array.of(byte))],
    ["UTF-16 LE with a mark", [utf16(chat, true, true)]],
    ["UTF-16 BE with a mark", [utf16(chat, false, true)]],
    ["UTF-16 LE without one", [utf16(chat, true, false)]],
    ["a zip", [zipSync({ "photo.jpg": new Uint8Array(9), "_chat.txt": encode(chat) })]],
    ["a zip with another text before the chat", [zipSync({ "aaa.txt": encode("Dear Sir\n"), "_chat.txt": encode(chat) })]],
    ["a zip with a text of any name", [zipSync({ "export.txt": encode(chat) })]],
    ["a zip in small pieces", [...zipSync({ "_chat.txt": encode(chat) })].map((byte) => Uint8Array.of(byte))],
  ])("%s", async (_, chunks) => {
    if (chunks.length > 1 && chunks[0]![0] === 0x50) chunks = [Uint8Array.from(chunks.slice(0, 30).flatMap((one) => [...one])), ...chunks.slice(30)];
    expect((await read(chunks)).messages.map(({ text }) => text)).toEqual(["olá", "¿qué?"]);
  });

  it.each([
    ["empty", new Uint8Array(0), "ingest/empty"],
    ["blank lines", encode("\n\n \n"), "ingest/empty"],
    ["prose", encode("Dear Sir,\nI write to you\n"), "ingest/format"],
  ])("%s", async (_, bytes, code) => expect((await read([bytes])).problems).toMatchObject([{ code }]));

  it.each([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 0, 0, 3), "ingest/binary"],
    ["a PDF", encode("%PDF-1.7\n"), "ingest/binary"],
    ["no zip under the name of one", Uint8Array.of(7, 0, 0, 3), "ingest/zip", "rand.zip"],
    ["a zip without a chat", zipSync({ "photo.jpg": new Uint8Array(9) }), "ingest/zip"],
    ["a cut zip", zipSync({ "_chat.txt": encode(chat.repeat(500)) }, { level: 9 }).slice(0, 60).fill(0xff, 45), "ingest/zip"],
  ])("%s is refused with a reason", async (_, bytes, code, name = "chat") => {
    await expect(read([bytes], {}, name)).rejects.toSatisfy((error) => error instanceof ObiterError && error.problems[0]!.code === code);
  });

  it.each([
    ["two chats", { "a/_chat.txt": chat, "b/_chat.txt": chat }, ["b/_chat.txt"]],
    ["chats of Android", { "WhatsApp Chat with Ana.txt": chat, "WhatsApp Chat with Ben.txt": chat, "Conversa do WhatsApp com Rui.txt": chat }, ["WhatsApp Chat with Ben.txt", "Conversa do WhatsApp com Rui.txt"]],
    ["texts of any name", { "ana.txt": chat, "ben.txt": chat }, ["ben.txt"]],
    ["a chat and a document that was sent in it", { "notes.txt": "Dear Sir\n", "_chat.txt": chat, "terms.txt": "Terms\n" }, []],
    ["a chat and what a Mac adds", { "_chat.txt": chat, "__MACOSX/._chat.txt": "" }, []],
  ])("a zip with %s: the first is read, and the others are told", async (_, entries, unread) => {
    const { messages, problems } = await read([zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, encode(text)])))]);
    expect(messages.map(({ text }) => text)).toEqual(["olá", "¿qué?"]);
    const told = problems.filter(({ code }) => code === "ingest/zip-chats");
    expect(told).toHaveLength(unread.length === 0 ? 0 : 1);
    for (const name of unread) expect(told[0]!.message).toContain(JSON.stringify(name));
  });

  const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));
  const windows = chat + "1/2/2026, 10:02 - Ana: não\n";
  it.each([
    ["WhatsApp in Windows-1252", latin1(windows), 1, ["ol\ufffd", "\ufffdqu\ufffd?", "n\ufffdo"]],
    ["JSONL in Windows-1252", latin1('{"text":"hi"}\n{"text":"não"}\n{"text":"olá"}'), 2, ["hi", "n\ufffdo", "ol\ufffd"]],
    ["a list in Windows-1252", latin1('[\n{"id":"1","messageType":"message","createdDateTime":"2026-11-20T16:40:00Z","body":{"content":"não"}}\n]'), 2, ["n\ufffdo"]],
    ["a replacement character, then bytes that are none", Uint8Array.from([...encode('{"text":"\ufffd"}\n\n{"text":"'), 0xe3, ...encode('\ufffd"}')]), 3, ["\ufffd", "\ufffd\ufffd"]],
    ["a file that ends in half a character", Uint8Array.from([...encode("1/2/2026, 10:00 - Ana: ol\nol"), 0xc3]), 2, ["ol\nol\ufffd"]],
    ["a replacement character that is written", encode('{"text":"\ufffd"}\n{"text":"a\ufffdb"}'), undefined, ["\ufffd", "a\ufffdb"]],
  ])("%s: told once, and nothing is lost", async (_, bytes, line, texts) => {
    for (const chunks of [[bytes], [...bytes].map((byte) => Uint8Array.of(byte))]) {
      const { messages, problems } = await read(chunks);
      expect(messages.map(({ text }) => text)).toEqual(texts);
      expect(problems.filter(({ code }) => code === "ingest/encoding").map((one) => one.line)).toEqual(line === undefined ? [] : [line]);
    }
  });
  it("law: of bytes that are no UTF-8 the first line is told, however they come, and of UTF-8 none", async () => {
    const piece = fc.constantFrom([0xe3], [0xef], [0xef, 0xbf], [0xbd], [0xf0, 0x9f], ...["\ufffd", "\n", "ã", "😀", "a"].map((text) => [...encode(text)]));
    const isUtf8 = (bytes: readonly number[]): boolean => {
      try {
        return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes)) !== undefined;
      } catch {
        return false;
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (pieces, size) => {
      const bytes = pieces.flat();
      const rows = bytes.reduce<number[][]>((all, byte) => (byte === 10 ? [...all, []] : [...all.slice(0, -1), [...all.at(-1)!, byte]]), [[]]);
      async function* chunks(): AsyncGenerator<Uint8Array> {
        for (let i = 0; i < bytes.length; i += size) yield Uint8Array.from(bytes.slice(i, i + size));
      }
      const told = new Set<number | undefined>();
      let text = "";
      for await (const one of decoded(chunks(), "utf-8", "chat", ({ line }) => told.add(line))) text += one;
      const broken = rows.findIndex((row) => !isUtf8(row));
      expect([...told]).toEqual(broken < 0 ? [] : [broken + 1]);
      expect(text).toBe(new TextDecoder().decode(Uint8Array.from(bytes)));
    }), { numRuns: 500 });
  });
  it("in a stretch of a file the line that is not UTF-8 keeps its number", async () => expect((await read([latin1('{"text":"a"}\n{"text":"não"}')], { firstLine: 7 })).problems).toMatchObject([{ code: "ingest/encoding", line: 8 }]));

  it.each([
    ["JSONL", (long: string) => `{"text":"one"}\n{"text":"${long}"}\n{"text":"three"}`, ["one", "three"], [["ingest/long-line", 2]]],
    ["WhatsApp", (long: string) => `1/2/2026, 10:00 - Ana: one\n1/2/2026, 10:01 - Ben: ${long}\nof Ben\n1/2/2026, 10:02 - Ana: three`, ["one", "three"], [["ingest/long-line", 2], ["whatsapp/line", 3]]],
    ["a file that ends in it", (long: string) => `{"text":"one"}\n${long}`, ["one"], [["ingest/long-line", 2]]],
  ])("a line beyond 16 MB is told, and the rest is read: %s", async (_, textWith, texts, expected) => {
    const bytes = encode(textWith("word ".repeat(4_000_000)));
    const chunks = Array.from({ length: Math.ceil(bytes.length / (1 << 20)) }, (_, i) => bytes.subarray(i << 20, (i + 1) << 20));
    const { messages, problems } = await read(chunks);
    expect(messages.map(({ text }) => text)).toEqual(texts);
    expect(problems.filter(({ code }) => code !== "whatsapp/date-order").map(({ code, line }) => [code, line])).toEqual(expected);
  });
  it("a long line is searched once, in however many pieces it comes", async () => {
    const { indexOf, split } = String.prototype;
    let searched = 0;
    const counting = <F extends (...given: never[]) => unknown>(original: F): F => function (this: string, ...given: never[]) {
      searched += this.length;
      return original.apply(this, given);
    } as unknown as F;
    async function* pieces(): AsyncGenerator<string> {
      for (let i = 0; i < 1000; i++) yield "word ".repeat(200);
    }
    String.prototype.indexOf = counting(indexOf);
    String.prototype.split = counting(split as never) as never;
    try {
      for await (const one of readLines(pieces(), "chat")) expect("text" in one && one.text.length).toBe(1_000_000);
    } finally {
      Object.assign(String.prototype, { indexOf, split });
    }
    expect(searched).toBeLessThan(3_000_000);
  });

  it("lone surrogates and a message of 10 MB go through", async () => {
    const long = `${"word ".repeat(2_000_000)}`;
    const { messages } = await read([encode(`{"text":"\\ud800 hi"}\n{"text":"${long}"}\n`)]);
    expect(messages.map(({ text }) => text.length)).toEqual([4, 10_000_000]);
  });

  it("holds a bounded part of a long export", async () => {
    const chunk = encode("11/12/2026, 10:00 - Ana: a line of an ordinary length, as people write it\n".repeat(10_000));
    let given = 0;
    let before = 0;
    let most = 0;
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 12; i++) {
        given += 10_000;
        yield chunk;
      }
    }
    for await (const one of ingest(chunks(), "long.txt")) {
      if (!("code" in one)) before++;
      most = Math.max(most, given - before);
    }
    expect(before).toBe(120_000);
    expect(most).toBeLessThanOrEqual(20_000);
  });
});

describe("people", () => {
  const people = { people: [{ id: "tom", names: ["Tom Harding", "+44 7700 900123"], role: "solicitor" as const, admitted: ["GB-EAW"] }, { names: ["Mum"], exempt: true }], conversations: [{ file: "family.txt", exempt: true }] };
  it("names and numbers give a role; nobody is guessed", async () => {
    const { messages } = await read([encode("1/2/2026, 10:00 - +44 7700 900123: a\n1/2/2026, 10:01 - tom harding: b\n1/2/2026, 10:02 - Solicitor Sue: c\n1/2/2026, 10:03 - Mum: d\n")], { people });
    expect(messages).toMatchObject([
      { sender: { id: "tom", role: "solicitor", admitted: ["GB-EAW"] }, direction: "outbound" },
      { sender: { id: "tom" } },
      { sender: { role: "unknown" } },
      { exempt: true },
    ]);
    expect(messages[2]!.direction).toBeUndefined();
  });
  it.each([
    ["of a personal account is not read", { account: "personal" }, true],
    ["of a personal account is read where the firm says so, and it is known whose account it is", { account: "personal", exempt: false }, undefined],
    ["of a corporate account is read", { account: "corporate" }, undefined],
    ["of an exempt person is not read", { account: "corporate", exempt: true }, true],
  ] as const)("what is written %s", async (_, given, exempt) => {
    const { messages } = await read([encode("1/2/2026, 10:00 - Ana: a\n")], { people: { people: [{ names: ["Ana"], ...given }], conversations: [] } });
    expect(messages).toMatchObject([{ sender: { account: given.account } }]);
    expect(messages[0]!.exempt).toBe(exempt);
  });
  it("of two exports of one name only the one that is meant is exempt", async () => {
    const exempt = { people: [], conversations: [{ file: "mum/_chat.txt", exempt: true }] };
    expect((await read([encode("1/2/2026, 10:00 - Ana: a\n")], { people: exempt }, "exports/mum/_chat.txt")).messages[0]!.exempt).toBe(true);
    expect((await read([encode("1/2/2026, 10:00 - Ana: a\n")], { people: exempt }, "exports/client/_chat.txt")).messages[0]!.exempt).toBeUndefined();
  });
  it.each([
    ["a name", [{ names: ["Ana"] }, { names: ["Bea", " ana"] }], [["people", 1, "names", 1]]],
    ["a number written otherwise", [{ names: ["+44 7700 900123"] }, { names: ["447700900123"] }], [["people", 1, "names", 0]]],
    ["a name that is the id of another", [{ id: "ana", names: ["Ana B"] }, { names: ["Ana"] }], [["people", 1, "names", 0]]],
    ["nothing where one person has a name twice", [{ id: "ana", names: ["Ana", "ANA"] }], []],
  ])("two people that share %s are told", (_, given, paths) => expect(doubtsIn({ people: given, conversations: [] }).map(({ path }) => path)).toEqual(paths));
  it("participants who are none of the people are told", () => {
    const doubts = doubtsIn({ people: [{ id: "ana", names: ["Ana B"] }], conversations: [{ file: "a.txt" }, { file: "b.txt", participants: ["ana", "ANA B", "Bem"] }] });
    expect(doubts).toMatchObject([{ path: ["conversations", 1, "participants", 2], problem: { code: "people/stranger" } }]);
  });
  it("a conversation marked exempt is exempt throughout", async () => {
    const { messages } = await read([encode("1/2/2026, 10:00 - Ana: a\n")], { people }, "exports/family.txt");
    expect(messages).toMatchObject([{ exempt: true }]);
  });
});

describe("who receives a message", () => {
  const listed = [{ id: "ann", names: ["Ann Poole", "+44 7700 900123"], role: "paralegal" }, { id: "bob", names: ["Bob"], role: "solicitor" }, { id: "cy", names: ["Cy"], role: "client" }] as const;
  const chat = (...writers: readonly string[]): Uint8Array[] => [encode(writers.map((writer, i) => `1/2/2026, 10:0${i} - ${writer}: hi\n`).join(""))];
  const directions = ({ messages }: { messages: readonly Message[] }): unknown[] => messages.map(({ direction }) => direction);
  const of = (participants?: readonly string[]) => ({ people: { people: listed, conversations: participants === undefined ? [] : [{ file: "chat", participants }] } });

  it.each([
    ["two of the firm and nobody else: it stays there", ["Ann Poole", "Bob"], undefined, ["internal", "internal"]],
    ["a client who writes later", ["Ann Poole", "Bob", "Cy", "Ann Poole"], undefined, ["outbound", "outbound", "inbound", "outbound"]],
    ["somebody who is not listed writes", ["Ann Poole", "Bob", "Zed"], undefined, ["outbound", "outbound", undefined]],
    ["one of the firm alone: nobody knows to whom", ["Ann Poole", "Ann Poole"], undefined, [undefined, undefined]],
    ["one alone, to a colleague who only reads", ["Ann Poole"], ["ann", "bob"], ["internal"]],
    ["a client who only reads", ["Ann Poole", "Bob"], ["Ann Poole", "Bob", "Cy"], ["outbound", "outbound"]],
    ["a participant who is not listed", ["Ann Poole"], ["Ann Poole", "Zed"], ["outbound"]],
    ["under another of her numbers", ["+44 7700 900123"], ["Ann Poole", "Bob"], ["internal"]],
    ["a client whom the list of participants leaves out", ["Ann Poole", "Cy", "Ann Poole"], ["Ann Poole", "Bob"], ["internal", "inbound", "outbound"]],
  ])("%s", async (_, writers, participants, expected) => expect(directions(await read(chat(...writers), of(participants)))).toEqual(expected));

  it("is everybody in the conversation but who writes", async () => {
    const { messages } = await read(chat("+44 7700 900123", "Cy"), of(["Ann Poole", "bob", "Cy", "Zed"]));
    expect(messages.map(({ recipients }) => recipients)).toMatchObject([
      [{ id: "bob", role: "solicitor" }, { id: "cy", role: "client" }, { id: "Zed", role: "unknown" }],
      [{ id: "ann", role: "paralegal" }, { id: "bob", role: "solicitor" }, { id: "Zed", role: "unknown" }],
    ]);
  });
  it("of JSONL is who the message names, or its conversation; the role alone tells nothing", async () => {
    const rows = [{ recipients: [{ id: "bob" }] }, { recipients: [{ id: "bob" }, { id: "zed" }] }, { recipients: [{ id: "bob" }], direction: "outbound" }, { conversationId: "c1" }, { conversationId: "c2" }, { conversationId: "c1", direction: "Out" }];
    const { messages } = await read([encode(rows.map((row) => JSON.stringify({ text: "hi", sender: { id: "ann" }, ...row })).join("\n"))], { people: { people: listed, conversations: [{ file: "c1", participants: ["ann", "bob"] }] } });
    expect(directions({ messages })).toEqual(["internal", "outbound", "outbound", "internal", undefined, "internal"]);
    expect(messages[0]!.recipients).toMatchObject([{ id: "bob", role: "solicitor" }]);
  });
  it("is told once where nothing but silence says that it stays in the firm", async () => {
    const codes = ({ problems }: { problems: readonly Problem[] }): string[] => problems.map(({ code }) => code).filter((code) => code.startsWith("people/"));
    expect(codes(await read(chat("Ann Poole", "Bob", "Ann Poole"), of()))).toEqual(["people/internal"]);
    expect(codes(await read(chat("Ann Poole", "Bob"), of(["ann", "bob"])))).toEqual([]);
    expect(codes(await read(chat("Ann Poole", "Bob"), { people: { people: listed, conversations: [{ file: "chat", exempt: true }] } }))).toEqual([]);
  });
  it("is decided by the first 5,000 messages: an outsider who comes later is written to from then on", async () => {
    const line = (writer: string): string => `1/2/2026, 10:00 - ${writer}: hi\n`;
    const { messages } = await read([encode((line("Ann Poole") + line("Bob")).repeat(2600) + line("Cy") + line("Bob"))], of());
    expect([messages[0]!.direction, messages[5199]!.direction, messages[5200]!.direction, messages[5201]!.direction]).toEqual(["internal", "internal", "inbound", "outbound"]);
  });
});
