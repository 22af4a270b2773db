import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "../src/core/message.js";
import type { People } from "../src/core/people.js";
import { ObiterError } from "../src/core/problem.js";
import { ingest } from "../src/ingest/ingest.js";
import { mailsOf } from "../src/ingest/mbox.js";
import { ownWords } from "../src/ingest/own-words.js";
import { expectSameInPieces, readAll } from "./ingest-all.js";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));
const read = (chunks: Iterable<Uint8Array>, people?: People, file = "mail.eml") => readAll(chunks, file, people === undefined ? {} : { people });
const mail = (headers: Record<string, string>, body: string): string =>
  `${Object.entries({ From: "Tom Harding <tom@firm.example>", To: "priya@client.example", Date: "Fri, 20 Nov 2026 16:40:00 -0300", Subject: "Lease", "Message-ID": "<a1@firm.example>", ...headers }).filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n${body}`;
const one = async (text: string, people?: People): Promise<Message> => {
  const { messages, problems } = await read([bytesOf(text)], people);
  expect(problems).toEqual([]);
  expect(messages).toHaveLength(1);
  return messages[0]!;
};
const PART = "Content-Type: text/plain; charset=utf-8\r\n\r\n";

describe("a mail", () => {
  it("has sender, recipients, time with its offset, thread and channel", async () => {
    expect(await one(mail({ To: "Priya Nair <Priya@Client.example>, team: b@firm.example, c@firm.example;", Cc: "=?utf-8?Q?L=C3=BAcia?= <lucia@firm.example>" }, "See you at three.\r\n"))).toEqual({
      id: "a1@firm.example", line: 1, channel: "email", conversationId: "a1@firm.example", sentAt: "2026-11-20T16:40:00-03:00", text: "Lease\n\nSee you at three.",
      sender: { id: "tom@firm.example", name: "Tom Harding", role: "unknown" },
      recipients: [{ id: "priya@client.example", name: "Priya Nair" }, { id: "b@firm.example" }, { id: "c@firm.example" }, { id: "lucia@firm.example", name: "Lúcia" }],
    });
  });

  it.each([
    ["the first of its references", { References: "<r1@x> <r2@x>", "In-Reply-To": "<r2@x>" }, "r1@x", "hello"],
    ["what it answers", { "In-Reply-To": "<r2@x>" }, "r2@x", "hello"],
    ["itself, where it begins one", {}, "a1@firm.example", "Lease\n\nhello"],
    ["its place, where it has no id", { "Message-ID": "" }, "mail.eml:1", "Lease\n\nhello"],
  ])("belongs to the thread of %s", async (_, headers, conversationId, text) => expect(await one(mail(headers, "hello"))).toMatchObject({ conversationId, text }));

  it.each([
    ["Fri, 20 Nov 2026 16:40:00 +0000 (UTC)", "2026-11-20T16:40:00Z"],
    ["20 Nov 26 9:05 GMT", "2026-11-20T09:05:00Z"],
    ["Fri, 20 Nov 2026 16:40:00 -0000", "2026-11-20T16:40:00Z"],
    ["Fri, 20 Nov 2026 16:40:00 EDT", "2026-11-20T16:40:00-04:00"],
  ])("is of the time %s", async (Date, sentAt) => expect((await one(mail({ Date }, "hi"))).sentAt).toBe(sentAt));

  it.each(["Fri, 31 Nov 2026 16:40:00 +0000", "yesterday", "Fri, 20 Nov 2026 16:40:00", "Fri, 20 Nov 2026 16:40:00 XYZ", "Fri, 20 Nov 2026 26:40:00 +0000", "Fri, 20 Foo 2026 16:40:00 +0000"])("the date %s is told and starts no clock", async (Date) => {
    const { messages, problems } = await read([bytesOf(mail({ Date }, "hi"))]);
    expect(messages[0]!.sentAt).toBeUndefined();
    expect(problems).toMatchObject([{ code: "message/unknown-time", line: 1 }]);
  });

  it.each([
    ["windows-1252, quoted-printable", { "Content-Type": "text/plain; charset=windows-1252", "Content-Transfer-Encoding": "quoted-printable" }, "Voc=EA paga =80 500 =96 amanh=E3", "Você paga € 500 – amanhã"],
    ["UTF-8, base64", { "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "base64" }, Buffer.from("ação 😀").toString("base64"), "ação 😀"],
    ["bytes of ISO 8859-1", { "Content-Type": "text/plain; charset=iso-8859-1" }, "ma\xf1ana", "mañana"],
    ["HTML alone", { "Content-Type": "text/html; charset=utf-8" }, "<html><head><style>p{color:red}</style></head><body><p>Pay &pound;500&nbsp;now</p><div>a &lt; b<br>c</div><!-- no --></body></html>", "Pay £500 now\na < b\nc"],
    ["plain beside HTML", { "Content-Type": 'multipart/alternative; boundary="b"' }, `--b\r\n${PART}plain\r\n--b\r\nContent-Type: text/html\r\n\r\n<b>html</b>\r\n--b--\r\n`, "plain"],
    ["HTML beside an empty plain", { "Content-Type": "multipart/alternative; boundary=b" }, `--b\r\n${PART} \r\n--b\r\nContent-Type: text/html\r\n\r\n<b>html</b>\r\n--b--\r\n`, "html"],
    ["nothing", {}, "", ""],
  ])("of %s is read", async (_, headers, body, text) => expect((await one(mail({ Subject: "", ...headers }, body))).text).toBe(text));

  it("a subject in words of another charset is read", async () => expect((await one(mail({ Subject: "=?iso-8859-1?Q?Reuni=E3o?= =?utf-8?B?IPCfmIA=?=" }, ""))).text).toBe("Reunião 😀"));

  it("attachments are not read, a mail among them, and their presence is marked", async () => {
    const { text, markers } = await one(mail({ Subject: "", "Content-Type": "multipart/mixed; boundary=b" }, `--b\r\n${PART}see attached\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nsecret\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@y\r\n\r\nsecret\r\n--b--\r\n`));
    expect([text, markers]).toEqual(["see attached", ["media"]]);
  });

  it("a picture of the text is no attachment", async () =>
    expect((await one(mail({ "Content-Type": "multipart/related; boundary=b" }, `--b\r\nContent-Type: text/html\r\n\r\n<p>hi<img src="cid:logo"></p>\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--b--\r\n`))).markers).toBeUndefined());

  it("one that is cut is read as far as it goes, and told", async () => {
    const { messages, problems } = await read([bytesOf(mail({ "Content-Type": "multipart/mixed; boundary=b" }, `--b\r\n${PART}the deposit is due\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBE`))]);
    expect(messages).toMatchObject([{ text: "Lease\n\nthe deposit is due" }]);
    expect(problems).toMatchObject([{ code: "email/cut", line: 1 }]);
  });

  it("of one that is too large the beginning is read, and told", async () => {
    const start = bytesOf(mail({}, "the deposit is due\r\n"));
    const { messages, problems } = await read([start, ...Array.from({ length: 33 }, () => new Uint8Array(1 << 20).fill(32))]);
    expect(messages).toMatchObject([{ text: "Lease\n\nthe deposit is due" }]);
    expect(problems).toMatchObject([{ code: "email/long" }]);
  });

  it("of one that has too many lines half a million are held, wherever it is cut", async () => {
    for (const size of [1 << 20, 999_999]) {
      async function* chunks(): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < 1 << 20; at += size) yield new Uint8Array(Math.min(size, (1 << 20) - at)).fill(10);
      }
      for await (const { bytes, isLong } of mailsOf(chunks(), false)) expect([bytes.length, isLong]).toEqual([1 << 19, true]);
    }
  });

  it("one that is nested beyond reason is told without its text", async () => {
    let body = "secret";
    for (let i = 0; i < 300; i++) body = `--b${i}\r\nContent-Type: ${i === 0 ? "text/plain" : `multipart/mixed; boundary=b${i - 1}`}\r\n\r\n${body}`;
    const { problems } = await read([bytesOf(mail({ "Content-Type": "multipart/mixed; boundary=b299" }, body))]);
    expect(problems).toMatchObject([{ code: "email/broken" }]);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });

  it.each([
    ["a byte order mark", `\xef\xbb\xbf${mail({}, "hi")}`], ["blank lines", `\r\n\n${mail({}, "hi")}`], ["headers of other servers", `Received: from a by b;\r\n Fri, 20 Nov 2026 16:40:00 +0000\r\nX-Spam: no\r\n${mail({}, "hi")}`],
  ])("may begin with %s", async (_, text) => expect(await one(text)).toMatchObject({ id: "a1@firm.example", text: "Lease\n\nhi" }));

  it.each([["prose with a colon", "Note: see below\n\nFrom: Ana\n"], ["one header", "Subject: hello\n\nhi\n"], ["fields of no mail", "name: a\nversion: 1\n"], ["HTML", "<html>\n<body>hi</body>\n"]])("%s is none", async (_, text) =>
    expect((await read([bytesOf(text)])).problems).toMatchObject([{ code: "ingest/format" }]));

  it("as UTF-16 it is refused and not misread", async () => expect((await read([Buffer.from(`\ufeff${mail({}, "hi")}`, "utf16le")])).problems).toMatchObject([{ code: "ingest/format" }]));
});

describe("people", () => {
  const people: People = { people: [{ id: "tom", names: ["Tom Harding", "tom@firm.example"], role: "solicitor" }, { id: "dan", names: ["dan@firm.example"], role: "paralegal" }, { id: "priya", names: ["priya@client.example"], role: "client" }], conversations: [] };
  it.each([
    ["to a client is outbound", { To: "priya@client.example, dan@firm.example" }, "outbound", ["client", "paralegal"]],
    ["between two of the firm is internal", { To: "Dan <DAN@firm.example>" }, "internal", ["paralegal"]],
    ["to somebody unknown is outbound", { To: "dan@firm.example, x@y.example" }, "outbound", ["paralegal", undefined]],
    ["of a client is inbound", { From: "priya@client.example", To: "tom@firm.example" }, "inbound", ["solicitor"]],
  ])("a mail %s", async (_, headers, direction, roles) => {
    const message = await one(mail(headers, "hi"), people);
    expect([message.direction, message.recipients!.map(({ role }) => role)]).toEqual([direction, roles]);
  });
  it.each([["another address", "Tom Harding <tom@evil.example>"], ["none", "Tom Harding"]])("a name with %s is not the person: anybody may write it", async (_, From) => {
    const { sender, direction } = await one(mail({ From }, "pay to this account"), people);
    expect([sender?.role, direction]).toEqual(["unknown", undefined]);
  });
});

describe("an mbox", () => {
  const box = (...mails: string[]): string => mails.map((text) => `From tom@firm.example Fri Nov 20 16:40:00 2026\n${text.replaceAll("\r\n", "\n")}\n\n`).join("");
  const three = box(mail({ "Message-ID": "<1@x>" }, "first"), mail({ "Message-ID": "<2@x>" }, "second\n>From now on we meet at ten\n>>From a to b"), mail({ "Message-ID": "<3@x>" }, "third\nFrom Monday it is 9:30 in 2026, she said"));

  it("is read mail by mail, each with the line on which it begins", async () => {
    const { messages, problems } = await read([bytesOf(three)], undefined, "all.mbox");
    expect(problems).toEqual([]);
    expect(messages.map(({ id, line }) => [id, line])).toEqual([["1@x", 1], ["2@x", 10], ["3@x", 21]]);
    expect(messages[1]!.text).toBe("Lease\n\nsecond\nFrom now on we meet at ten");
  });

  it("a broken mail among good ones is told with its line", async () => {
    const { messages, problems } = await read([bytesOf(box(mail({ "Message-ID": "<1@x>" }, "first"), "no header, secret words", mail({ "Message-ID": "<3@x>" }, "third")))]);
    expect(messages.map(({ id }) => id)).toEqual(["1@x", "3@x"]);
    expect(problems).toMatchObject([{ code: "email/header", line: 10 }]);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });

  it("a bad date is told once, in however many mails", async () => expect((await read([bytesOf(box(mail({ Date: "soon" }, "a"), mail({ Date: "later" }, "b")))])).problems).toHaveLength(1));

  it("is the same in however many pieces it comes", () => expectSameInPieces(bytesOf(three), read));

  it("is never held whole", async () => {
    let [given, taken, most] = [0, 0, 0];
    const text = bytesOf(box(mail({}, "x".repeat(200_000))));
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 50; i++) {
        given++;
        yield text;
      }
    }
    for await (const _ of ingest(chunks(), "all.mbox")) most = Math.max(most, given - taken++);
    expect([taken, most <= 3]).toEqual([50, true]);
  });
});

describe("what its writer wrote", () => {
  it.each([
    ["quoted lines", "No.\n\n> shall I?\n>> or not\nThanks", "No.\n\nThanks"],
    ["an answer between quoted lines", "On Fri, 20 Nov 2026 at 16:40, Ana <a@x.example> wrote:\n> first?\nYes.\n> second?\nNo.", "Yes.\nNo."],
    ["what Gmail quotes", "Agreed.\n\nOn Fri, 20 Nov 2026 at 16:40, Ana Reis <a@x.example>\nwrote:\n\n> shall I?\n", "Agreed."],
    ["what Gmail quotes, in Spanish", "De acuerdo.\n\nEl vie, 20 nov 2026 a las 16:40, Ana (<a@x.example>) escribió:\n\n¿firmo?", "De acuerdo."],
    ["what Gmail quotes, in Portuguese", "Combinado.\n\nEm sex., 20 de nov. de 2026 às 16:40, Ana <a@x.example> escreveu:\n\nassino?", "Combinado."],
    ["what Gmail quotes, in Portugal", "Combinado.\n\nAna Reis <a@x.example> escreveu (sexta, 20/11/2026 à(s) 16:40):\n\nassino?", "Combinado."],
    ["what Outlook quotes", "Agreed.\n\nFrom: Ana <a@x.example>\nSent: Friday, November 20, 2026 4:40 PM\nTo: Tom\nSubject: Lease\n\nshall I?", "Agreed."],
    ["what Outlook quotes, under a line", "Agreed.\n________________________________\nFrom: Ana\nSent: Friday\nTo: Tom\nSubject: Lease\n\nshall I?", "Agreed."],
    ["what Outlook quotes, in Spanish", "De acuerdo.\n\nDe: Ana\nEnviado el: viernes\nPara: Tom\nAsunto: Contrato\n\n¿firmo?", "De acuerdo."],
    ["what Outlook quotes, in Portuguese", "Combinado.\n\n*De:* Ana\n*Enviada em:* sexta\n*Para:* Tom\n*Assunto:* Contrato\n\nassino?", "Combinado."],
    ["what is under a title", "Agreed.\n\n-----Original Message-----\nFrom: Ana\nshall I?", "Agreed."],
    ["what is under a title, in Portuguese", "Combinado.\n\n-----Mensagem original-----\nDe: Ana\nassino?", "Combinado."],
    ["what is under a title, in Spanish", "Vale.\n\n-----Mensaje original-----\nDe: Ana\n¿firmo?", "Vale."],
    ["a signature", "See you.\n-- \nTom Harding\nThis e-mail is confidential.", "See you."],
  ])("is without %s", (_, text, own) => expect(ownWords(text, false)).toBe(own));

  it.each([
    ["what somebody wrote on a day", "On 3 November 2026 your client wrote:\nwe reject the offer\nPlease advise."],
    ["a field alone", "From: the top\nit all went wrong"],
    ["a line of dashes", "one\n----------\ntwo"],
    ["a list", "- one\n-- two\n* three"],
    ["a colon", "On one condition:\nyou pay at 10:30"],
  ])("keeps %s", (_, text) => expect(ownWords(text, false)).toBe(text));

  const passed = "> tell your client to drop it";
  it.each([
    ["Gmail", "See below.\n\n---------- Forwarded message ---------\nFrom: Carl <c@x.example>\nDate: Fri, 20 Nov 2026\nSubject: x\nTo: <t@x.example>\n\n\ntell your client to drop it\n-- \nCarl", false],
    ["Apple", "See below.\n\nBegin forwarded message:\n\n> From: Carl <c@x.example>\n> Subject: x\n> Date: 20 November 2026\n> To: t@x.example\n> \n> tell your client to drop it\n", false],
    ["Outlook", "See below.\n\nFrom: Carl\nSent: Friday\nTo: Tom\nSubject: x\n\ntell your client to drop it\n\nFrom: Tom\nSent: Thursday\nTo: Carl\nSubject: x\n\nold", true],
    ["Gmail in Portuguese", "See below.\n-- \nTom\n\n---------- Mensagem encaminhada ---------\nDe: Carl\nData: sex.\nAssunto: x\nPara: Tom\n\ntell your client to drop it", false],
    ["Gmail in Spanish", "See below.\n\n---------- Mensaje reenviado ---------\nDe: Carl\nFecha: vie\nAsunto: x\nPara: Tom\n\ntell your client to drop it", false],
  ])("what %s forwards stays, as the words of somebody else", (_, text, isForward) => expect(ownWords(text, isForward)).toBe(`See below.\n\n${passed}`));

  it("HTML quotes as plain text does", async () => {
    const gmail = '<div>Agreed.</div><div class="gmail_quote"><div>On Fri, 20 Nov 2026 at 16:40, Ana &lt;<a href="mailto:a@x.example">a@x.example</a>&gt; wrote:<br></div><blockquote><div>shall I?</div></blockquote></div>';
    expect((await one(mail({ Subject: "", "Content-Type": "text/html" }, gmail))).text).toBe("Agreed.");
    const outlook = "<p>Agreed.</p><div><p><b>From:</b> Ana<br><b>Sent:</b> Friday<br><b>To:</b> Tom<br><b>Subject:</b> Lease</p></div><p>shall I?</p>";
    expect((await one(mail({ Subject: "", "Content-Type": "text/html" }, outlook))).text).toBe("Agreed.");
  });

  it("is found in time that grows with the text", () => {
    for (const piece of ["On 1:1 <a@", "<a@b> wrote", "From: x\n", "-", "> ", "Begin forwarded message:\n", "on 1 1 1 wrote:\n", "<", '<a "', "<!--"]) {
      const start = performance.now();
      ownWords(piece.repeat(200_000), true);
      expect(performance.now() - start, piece).toBeLessThan(4000);
    }
  });
});

it("any bytes give messages or Problems, or are refused with an ObiterError", async () => {
  const word = fc.constantFrom("From: a@b\n", "Subject: x\n", "Date: soon\n", "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "--b--\n", "\n", "From a Fri Nov 20 16:40:00 2026\n", "Content-Type: text/html\n", "<blockquote", ">", '"', "&#xd83d;", "\xff", "=?utf-8?B?", "-- \n", "Content-Transfer-Encoding: base64\n");
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(word, fc.string())), async (words) => {
    try {
      const { messages, problems } = await read([bytesOf(`From: a@b\nTo: c@d\n${words.join("")}`)]);
      expect(messages.length + problems.length).toBeGreaterThan(0);
      for (const message of messages) expect(typeof message.text).toBe("string");
    } catch (error) {
      expect(error).toBeInstanceOf(ObiterError);
    }
  }), { numRuns: 500 });
});
