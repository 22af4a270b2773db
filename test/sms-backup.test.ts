import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "../src/core/message.js";
import type { People } from "../src/core/people.js";
import { ObiterError } from "../src/core/problem.js";
import { ingest } from "../src/ingest/ingest.js";
import { encode, expectSameInPieces, readAll } from "./ingest-all.js";

const read = (given: string | Iterable<Uint8Array>, people?: People) => readAll(given, "sms.xml", people === undefined ? {} : { people });
const tag = (name: string, given: Record<string, string>): string => `<${name} ${Object.entries(given).map(([key, value]) => `${key}="${value}"`).join(" ")}`;
const sms = (more: Record<string, string> = {}): string =>
  `${tag("sms", { protocol: "0", address: "+447700900321", date: "1795192800000", type: "1", subject: "null", body: "See you at three", toa: "null", sc_toa: "null", service_center: "null", read: "1", status: "-1", readable_date: "20 Nov 2026 16:40:00", contact_name: "Priya Nair", ...more })} />`;
const part = (ct: string, text: string): string => `${tag("part", { seq: "0", ct, name: "null", text, data: ct === "text/plain" ? "null" : "iVBORw0KGgo=" })}/>`;
const mms = (more: Record<string, string>, parts: string[], addresses: [string, string][]): string =>
  `${tag("mms", { date: "1795192800000", msg_box: "1", address: "+447700900321", contact_name: "Priya Nair", sub: "null", ...more })}>\n<parts>${parts.join("\n")}</parts>\n<addrs>${addresses.map(([type, address]) => `${tag("addr", { address, type, charset: "106" })} />`).join("\n")}</addrs>\n</mms>`;
const backup = (...all: string[]): string => `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By SMS Backup & Restore, it's "v10" -->\n<?xml-stylesheet type="text/xsl" href="sms.xsl"?>\n<smses count="${all.length}">\n${all.join("\n")}\n</smses>\n`;
const one = async (written: string): Promise<Message> => {
  const { messages, problems } = await read(backup(written));
  expect([problems, messages.length]).toEqual([[], 1]);
  return messages[0]!;
};
const PRIYA = { id: "+447700900321", name: "Priya Nair" };

describe("a text message", () => {
  it("that was received is from whom it is with", async () =>
    expect(await one(sms())).toEqual({ id: "5", line: 5, text: "See you at three", sentAt: "2026-11-20T16:40:00.000Z", channel: "sms", conversationId: "+447700900321", sender: { ...PRIYA, role: "unknown" } }));
  it("that was sent has no sender: the backup does not say whose phone it is", async () => {
    const { sender, direction, recipients } = await one(sms({ type: "2" }));
    expect([sender, direction, recipients]).toEqual([undefined, undefined, [PRIYA]]);
  });
  it.each([["3", "draft"], ["4", undefined], ["5", undefined], ["6", undefined]])("of type %s is the owner's", async (type, stage) => expect(await one(sms({ type }))).toMatchObject({ recipients: [PRIYA], ...(stage === undefined ? {} : { stage }) }));
  it("of a type that is not known is of nobody", async () => expect(Object.keys(await one(sms({ type: "9" })))).not.toContain("recipients"));
  it.each([["(Unknown)"], ["null"], [""]])("from a number that the owner calls %j has no name", async (contact_name) => expect((await one(sms({ contact_name }))).sender).toEqual({ id: "+447700900321", role: "unknown" }));

  it.each([
    ["characters by name", "a &amp; b &lt;c&gt; &quot;d&quot; &apos;e&apos;", "a & b <c> \"d\" 'e'"],
    ["a character in two halves", "fine &#55357;&#56898;", "fine 🙂"],
    ["a character by its number", "&#x1F600;&#233;", "😀é"],
    ["lines", "one&#10;two", "one\ntwo"],
    ["nothing", "null", ""],
    ["an end of tag", "a > b", "a > b"],
    ["a reference that is none", "&nosuch; &#x110000; AT&T", "&nosuch; &#x110000; AT&T"],
  ])("reads %s", async (_, body, text) => expect((await one(sms({ body }))).text).toBe(text));

  it("may be written between single quotation marks", async () => expect((await one(sms().replace('body="See you at three"', "body='say \"yes\"'"))).text).toBe('say "yes"'));
  it("is told apart from others on its line", async () => expect((await read(`<smses count="2">${sms()}${sms()}</smses>`)).messages.map(({ id, line }) => [id, line])).toEqual([["1", 1], ["1.2", 1]]));
  it("is of whom the participants file knows", async () => expect((await read(backup(sms(), sms({ type: "2" })), { people: [{ id: "priya", names: ["+44 7700 900321"], role: "client" }], conversations: [] })).messages).toMatchObject([{ sender: { id: "priya", role: "client" }, direction: "inbound" }, { recipients: [{ id: "priya", role: "client" }] }]));
});

describe("a message of several parts", () => {
  it("has the text of its parts", async () => expect(await one(mms({ sub: "Hi" }, [part("application/smil", "&lt;smil/&gt;"), part("text/plain", "one"), part("text/plain", "two")], [["137", "+447700900321"], ["151", "+447700900999"]]))).toEqual({
    id: "5", line: 5, text: "Hi\none\ntwo", sentAt: "2026-11-20T16:40:00.000Z", channel: "sms", conversationId: "+447700900321", sender: { ...PRIYA, role: "unknown" }, recipients: [{ id: "+447700900999" }],
  }));
  it("says that it has pictures", async () => expect(await one(mms({}, [part("image/jpeg", "null")], []))).toMatchObject({ text: "", markers: ["media"], sender: PRIYA }));
  it("to several is of all of them", async () => expect(await one(mms({ address: "+441~+442", contact_name: "Ana, Ben" }, [part("text/plain", "hi")], [["137", "+442"], ["151", "+441"], ["151", "+443"]]))).toMatchObject({ conversationId: "+441~+442", sender: { id: "+442", name: "Ben" }, recipients: [{ id: "+441", name: "Ana" }, { id: "+443" }] }));
  it("that was sent has no sender, unless it says the owner's number", async () => {
    expect(Object.keys(await one(mms({ msg_box: "2" }, [part("text/plain", "hi")], [["137", "insert-address-token"], ["151", "+447700900321"]])))).not.toContain("sender");
    expect((await one(mms({ msg_box: "2" }, [part("text/plain", "hi")], [["137", "+447700900999"]]))).sender).toEqual({ id: "+447700900999", role: "unknown" });
  });
});

describe("what cannot be read", () => {
  it.each([
    ["a tag that is not closed", backup(sms({ body: "one" }), sms({ body: "secret" }).replace(" />", ""), sms({ body: "three" })), ["one", "three"], [["sms/syntax", 6]]],
    ["a quotation mark that is missing", backup(sms({ body: "one" }), sms({ body: "secret" }).replace('secret"', "secret"), sms({ body: "three" })), ["one", "three"], [["sms/syntax", 6]]],
    ["a date that is none", backup(sms({ body: "one", date: "soon" }), sms({ body: "two", date: "0" })), ["one", "two"], [["message/unknown-time", 5]]],
    ["a file that is cut", backup(sms({ body: "one" }), sms({ body: "secret" })).slice(0, -100), ["one"], [["sms/syntax", 6], ["sms/cut", 5]]],
    ["a message of parts that is cut", backup(sms({ body: "one" }), mms({}, [part("text/plain", "secret")], [])).replace(/<\/addrs>[^]*/, ""), ["one"], [["sms/syntax", 6], ["sms/cut", 5]]],
    ["a part that is broken", backup(mms({}, [part("text/plain", "one"), part("text/plain", "secret").replace("/>", "")], [])), ["one"], [["sms/syntax", 7]]],
    ["no message", '<smses count="0" />', [], [["ingest/empty", undefined]]],
  ])("%s is told by its line, and the rest is read", async (_, text, texts, told) => {
    const { messages, problems } = await read(text);
    expect(messages.map((message) => message.text)).toEqual(texts);
    expect(problems.map(({ code, line }) => [code, line])).toEqual(told);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });
  it.each([["a list of calls", '<?xml version="1.0"?>\n<calls count="1">\n<call number="1" /></calls>'], ["another XML", "<note><to>Ana</to></note>"]])("%s is no backup of messages", async (_, text) => expect((await read(text)).problems).toMatchObject([{ code: "ingest/format" }]));
});

it("is the same in however many pieces it comes", async () => {
  const bytes = encode(backup(sms({ body: "é 😀 &#55357;&#56898;" }), sms().replace(" />", ""), mms({}, [part("text/plain", "two"), part("image/png", "null")], [["137", "+447700900321"]]), sms({ type: "2" })));
  const whole = await read([bytes]);
  expect([whole.messages.length, whole.problems.length]).toEqual([3, 1]);
  await expectSameInPieces(bytes, read);
});

it("is never held whole", async () => {
  let [given, taken, most] = [0, 0, 0];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield encode("<smses>\n");
    for (let i = 0; i < 50; i++) {
      given++;
      yield encode(`${sms({ body: "x".repeat(100_000) })}\n`);
    }
    yield encode("</smses>");
  }
  for await (const _ of ingest(chunks(), "sms.xml")) most = Math.max(most, given - taken++);
  expect([taken, most <= 3]).toEqual([50, true]);
});

it("any text gives messages or Problems, or is refused with an ObiterError", async () => {
  const word = fc.constantFrom("<sms ", "<mms ", "</mms>", "<part ", "/>", ">", '"', "'", "=", 'body="', 'ct="text/plain" ', "&#55357;", "<!--", "-->", "\n", "</smses>");
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(word, fc.string())), async (words) => {
    try {
      const { messages, problems } = await read(`<smses>${words.join("")}`);
      expect(messages.length + problems.length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toBeInstanceOf(ObiterError);
    }
  }), { numRuns: 500 });
});
