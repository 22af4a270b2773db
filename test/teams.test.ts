import fc from "fast-check";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rangesOf } from "../src/adapters/ranges.js";
import type { People } from "../src/core/people.js";
import { ObiterError } from "../src/core/problem.js";
import { textOfHtml } from "../src/ingest/html.js";
import { encode, expectSameInPieces, readAll } from "./ingest-all.js";

const read = (given: string | Iterable<Uint8Array>, people?: People) => readAll(given, "teams.json", people === undefined ? {} : { people });
const chat = (more: object = {}): object => ({
  id: "1770", replyToId: null, etag: "1770", messageType: "message", createdDateTime: "2026-11-20T16:40:00.31Z", lastEditedDateTime: null, deletedDateTime: null, subject: null, chatId: "19:abc@thread.v2", channelIdentity: null,
  from: { application: null, device: null, user: { id: "u-1", displayName: "Tom Harding", userIdentityType: "aadUser" } }, body: { contentType: "html", content: "<p>See you at three</p>" }, attachments: [], mentions: [], ...more,
});
const html = (content: string): object => ({ body: { contentType: "html", content } });

describe("a message of Teams", () => {
  it("has id, time, sender and chat", async () =>
    expect(await read(JSON.stringify([chat()]))).toEqual({ messages: [{ id: "1770", text: "See you at three", sentAt: "2026-11-20T16:40:00.31Z", channel: "teams", line: 1, conversationId: "19:abc@thread.v2", sender: { id: "u-1", name: "Tom Harding", role: "unknown" } }], problems: [] }));

  it.each([
    ["a list", (all: object[]) => JSON.stringify(all), [1, 1]],
    ["a list over many lines", (all: object[]) => JSON.stringify(all, null, 2), [2, expect.any(Number)]],
    ["a page", (all: object[]) => JSON.stringify({ "@odata.context": "https://graph.example/$metadata#chats('19%3A')/messages", "@odata.count": 2, value: all, "@odata.nextLink": "https://x" }), [1, 1]],
    ["a page over many lines", (all: object[]) => JSON.stringify({ "@odata.count": 2, value: all }, null, 1), [4, expect.any(Number)]],
    ["pages, one a line", (all: object[]) => all.map((one) => JSON.stringify({ value: [one] })).join("\n"), [1, 2]],
    ["a list of pages", (all: object[]) => JSON.stringify(all.map((one) => ({ value: [one] }))), [1, 1]],
    ["one object a line", (all: object[]) => all.map((one) => JSON.stringify(one)).join("\n"), [1, 2]],
    ["objects over many lines", (all: object[]) => all.map((one) => JSON.stringify(one, null, 2)).join("\n"), [1, expect.any(Number)]],
    ["a list under a byte order mark", (all: object[]) => `\ufeff${JSON.stringify(all)}`, [1, 1]],
  ])("is read in %s", async (_, written, lines) => {
    const { messages, problems } = await read(written([chat(), chat({ id: "1771", ...html("<p>“no” [sic] {x} \\ </p>") })]));
    expect(problems).toEqual([]);
    expect(messages.map(({ id, text, line }) => [id, text, line])).toEqual([["1770", "See you at three", lines[0]], ["1771", "“no” [sic] {x} \\", lines[1]]]);
  });

  it("stands beside others in JSONL", async () => expect((await read(`{"text":"hi"}\n${JSON.stringify(chat())}\n`)).messages.map(({ text, channel }) => [text, channel])).toEqual([["hi", undefined], ["See you at three", "teams"]]));
  it("a list of Obiter's own messages is read too", async () => expect((await read('[{"text":"hi"},\n{"text":"ho"}]')).messages.map(({ text, line }) => [text, line])).toEqual([["hi", 1], ["ho", 2]]));

  it.each([
    ["breaks and blocks", "<div>one<br>two</div><div>three</div><ul><li>four</li></ul>", "one\ntwo\nthree\nfour"],
    ["characters by name and number", "a &amp; b &lt;c&gt; &nbsp;caf&eacute; &#8364;5 &#x1F600;", "a & b <c> café €5 😀"],
    ["mentions", '<p>hi <at id="0">Grace Hopper</at>, ok?</p>', "hi Grace Hopper, ok?"],
    ["emoji", '<p>fine <emoji id="smile" alt="🙂" title="Smile"></emoji></p>', "fine 🙂"],
    ["what is answered", '<blockquote itemtype="http://schema.skype.com/Reply"><p>shall I sign?</p></blockquote><p>No.</p>', "No."],
    ["a message that is attached", '<attachment id="5"></attachment><p>No.</p>', "No."],
    ["a tag that is not closed", "<p>hi <b", "hi"],
    ["signs that are no tags", "<p>a < b and 3 > 2</p>", "a < b and 3 > 2"],
  ])("%s", async (_, content, text) => expect((await read(JSON.stringify([chat(html(content))]))).messages[0]!.text.replace(/ {2,}/g, " ")).toBe(text));

  it("plain text is read as it is", async () => expect((await read(JSON.stringify([chat({ body: { contentType: "text", content: "a <b> & c" } })]))).messages[0]!.text).toBe("a <b> & c"));
  it("the subject of a post is read", async () => expect((await read(JSON.stringify([chat({ subject: "Payment" })]))).messages[0]!.text).toBe("Payment\n\nSee you at three"));

  it.each([
    ["that was deleted", { deletedDateTime: "2026-11-20T17:00:00Z", body: { contentType: "html", content: "" } }, ["deleted"], ""],
    ["that was deleted, without a body", { deletedDateTime: "2026-11-20T17:00:00Z", body: null }, ["deleted"], ""],
    ["that was deleted and kept", { deletedDateTime: "2026-11-20T17:00:00Z" }, ["deleted"], "See you at three"],
    ["that was edited", { lastEditedDateTime: "2026-11-20T17:00:00Z" }, ["edited"], "See you at three"],
    ["that nobody wrote", { messageType: "systemEventMessage", from: null, ...html("<systemEventMessage/>") }, ["system"], ""],
    ["of a kind of later", { messageType: "unknownFutureValue", from: null, ...html("x") }, ["system"], ""],
    ["with a file", { attachments: [{ contentType: "reference", name: "a.pdf" }] }, ["media"], "See you at three"],
    ["with a picture", html('<p>look <img src="x"></p>'), ["media"], "look"],
    ["that answers another", { attachments: [{ contentType: "messageReference", content: "{}" }] }, undefined, "See you at three"],
  ])("one %s is marked", async (_, more, markers, text) => {
    const { messages: [message], problems } = await read(JSON.stringify([chat(more)]));
    expect([message!.markers, message!.text, problems]).toEqual([markers, text, []]);
  });

  it.each([
    ["nobody, where the user is gone", null, undefined],
    ["nobody, where nothing is known", { user: null, application: null }, undefined],
    ["an id alone", { user: { id: "u-2", displayName: null } }, { id: "u-2", role: "unknown" }],
    ["a bot", { application: { id: "b-1", displayName: "Helper", applicationIdentityType: "bot" } }, { id: "b-1", name: "Helper", role: "bot" }],
    ["a webhook, which passes on what others write", { application: { id: "w-1", displayName: "News", applicationIdentityType: "office365Connector" } }, { id: "w-1", name: "News", role: "unknown" }],
  ])("is from %s", async (_, from, sender) => expect((await read(JSON.stringify([chat({ from })]))).messages[0]!.sender).toEqual(sender));

  it("is of its channel", async () => expect((await read(JSON.stringify([chat({ chatId: null, channelIdentity: { teamId: "t", channelId: "19:c@thread.tacv2" } })]))).messages[0]!.conversationId).toBe("19:c@thread.tacv2"));
  it("is of whom the participants file knows", async () => expect((await read(JSON.stringify([chat()]), { people: [{ id: "tom", names: ["Tom Harding"], role: "solicitor" }], conversations: [{ file: "19:abc@thread.v2", exempt: true }] })).messages[0]).toMatchObject({ sender: { id: "tom", role: "solicitor" }, exempt: true }));
});

describe("what cannot be read", () => {
  const good = JSON.stringify(chat());
  it.each([
    ["no body", `[${good},\n${JSON.stringify(chat({ body: null }))},\n${good}]`, 2, "teams/body", 2],
    ["an object of something else", `[${good},\n{"displayName":"Ana"},\n${good}]`, 2, "jsonl/text", 2],
    ["broken JSON", `[${good},\n{"id":"x",,"body":"secret"},\n${good}]`, 2, "jsonl/syntax", 2],
    ["a string that is not closed", `[${good},\n{"id":"x,\n"body":"secret"},\n${good}]`, 2, "jsonl/syntax", 2],
    ["a file that is cut", `[${good},\n${good.slice(0, 80)}`, 1, "json/cut", 2],
    ["an empty list", "[]", 0, "ingest/empty", undefined],
    ["a list of no objects", "[\n1, 2]", 0, "ingest/empty", undefined],
  ])("%s is told by its line, and the rest is read", async (_, text, count, code, line) => {
    const { messages, problems } = await read(text);
    expect(messages).toHaveLength(count);
    expect(problems.map((one) => [one.code, one.line])).toEqual([[code, line]]);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });
  it("a time without an offset is told once and starts no clock", async () => {
    const { messages, problems } = await read(JSON.stringify([chat({ createdDateTime: "2026-11-20T16:40:00" }), chat({ createdDateTime: "soon" })]));
    expect([messages.map(({ sentAt }) => sentAt), problems.map(({ code }) => code)]).toEqual([[undefined, undefined], ["message/unknown-time"]]);
  });
});

it("of a file only one object a line is cut into stretches", async () => {
  const folder = mkdtempSync(join(tmpdir(), "obiter-teams-"));
  const count = async (text: string): Promise<number> => {
    writeFileSync(join(folder, "a.json"), text);
    let ranges = 0;
    for await (const _ of rangesOf(join(folder, "a.json"), 100)) ranges++;
    return ranges;
  };
  const [one, many] = [JSON.stringify(chat()), JSON.stringify([chat(), chat()], null, 2)];
  expect([await count(`${one}\n${one}\n`), await count(many), await count(JSON.stringify({ value: [chat()] }, null, 2)), await count(`{"value":[${one},\n${one}]}`)]).toEqual([2, 0, 0, 0]);
});

it("is the same in however many pieces it comes", async () => {
  const bytes = encode(JSON.stringify({ "@odata.count": 3, value: [chat(html("<p>é 😀 “x”</p>")), chat({ id: "2", body: null }), chat({ id: '3"\\' })] }, null, 1));
  const whole = await read([bytes]);
  expect(whole.messages).toHaveLength(2);
  await expectSameInPieces(bytes, read);
});

it("any text gives messages or Problems, or is refused with an ObiterError", async () => {
  const word = fc.constantFrom("{", "}", "[", "]", '"', "\\", "\n", ",", ":", '"value":[', JSON.stringify(chat()), '"messageType":"message"', '"createdDateTime":""', "<p", "&#xd800;");
  await fc.assert(fc.asyncProperty(fc.constantFrom("[{", '{"value":[', "{\n"), fc.array(fc.oneof(word, fc.string())), async (first, words) => {
    try {
      const { messages, problems } = await read(`${first}${words.join("")}`);
      expect(messages.length + problems.length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toBeInstanceOf(ObiterError);
    }
  }), { numRuns: 500 });
});

it("HTML is read in time that grows with it", () => {
  for (const piece of ["<", '<a "', "<!--", "<style>", "&amp", "<blockquote>", "<blockquote>a<br>", "</pre><pre>", "<p a='"]) {
    const start = performance.now();
    textOfHtml(piece.repeat(100_000), "marked");
    expect(performance.now() - start, piece).toBeLessThan(4000);
  }
});
