import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Message } from "../src/core/message.js";
import { ObiterError, type Problem } from "../src/core/problem.js";
import { sharedNames } from "../src/ingest/people.js";
import { ingest, type IngestOptions } from "../src/ingest/ingest.js";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, options: IngestOptions = {}, file = "chat"): Promise<{ messages: Message[]; problems: Problem[] }> => {
  const messages: Message[] = [];
  const problems: Problem[] = [];
  for await (const one of ingest(chunks, file, options)) "code" in one ? problems.push(one) : messages.push(one);
  return { messages, problems };
};

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
  it("a personal account is exempt, a corporate one is not", async () => {
    const accounts = { people: [{ names: ["Ana"], account: "personal" as const }, { names: ["Ben"], account: "corporate" as const }], conversations: [] };
    const { messages } = await read([encode("1/2/2026, 10:00 - Ana: a\n1/2/2026, 10:01 - Ben: b\n")], { people: accounts });
    expect(messages.map(({ exempt }) => exempt)).toEqual([true, undefined]);
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
  ])("two people that share %s are told", (_, given, paths) => expect(sharedNames({ people: given, conversations: [] }).map(({ path }) => path)).toEqual(paths));
  it("a conversation marked exempt is exempt throughout", async () => {
    const { messages } = await read([encode("1/2/2026, 10:00 - Ana: a\n")], { people }, "exports/family.txt");
    expect(messages).toMatchObject([{ exempt: true }]);
  });
});
