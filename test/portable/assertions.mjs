import { createEngine, dueOf, calendars, notice, view } from "obiter";
import { createHandler } from "obiter/adapters/web";
import { ingest } from "obiter/ingest";
import { large } from "obiter/model";
import { gdpr, lgpd, sra } from "obiter/packs";
import { sra as alone } from "obiter/packs/sra";
import { templates } from "obiter/templates";

/** What must hold wherever Obiter runs: plain functions that throw, so that each host can call them in its own way. */
const equal = (given, wanted) => {
  if (JSON.stringify(given) !== JSON.stringify(wanted)) throw new Error(`expected ${JSON.stringify(wanted)}, got ${JSON.stringify(given)}`);
};
const engine = createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" });
const advice = { id: "m1", text: "You should reject the offer, you have a strong claim for unfair dismissal", sender: { id: "u7", role: "virtual-assistant" }, direction: "outbound" };

export const assertions = {
  "a benign message has no finding": () => equal(engine.assess({ text: "see you at three" }).severity, "none"),
  "advice by an assistant is high, and goes to the supervising solicitor": () => {
    const { severity, findings, routes } = engine.assess(advice);
    equal([severity, findings[0].category, routes[0].to], ["high", "legal-advice", "supervising-solicitor"]);
  },
  "the larger model reads too, and is named": () => {
    const { findings, packs } = createEngine({ packs: [sra], model: large }).assess(advice);
    equal([findings[0].category, packs], ["legal-advice", [`sra@${sra.version}`, `model:large@${large.version}`]]);
  },
  "the same message gives the same bytes": () => equal(engine.assess(advice), engine.assess(advice)),
  "spans point into the original, whatever is written": () => {
    const text = "😀 o CPF dela é 529.982.247-25, tá? 😀";
    const { spans } = engine.assess({ text, sender: { id: "c", role: "client" } }).findings.find(({ entity }) => entity === "br-cpf");
    equal(text.slice(spans[0].start, spans[0].end), "529.982.247-25");
  },
  "broken text is read": () => {
    for (const text of ["", "\ud800", "a".repeat(5000), "\0".repeat(50), "é".normalize("NFD").repeat(100)]) equal(typeof engine.assess({ text }).severity, "string");
  },
  "packs are one object by either way in": () => equal(alone === sra, true),
  "clocks know zones": () => equal(dueOf("lgpd-incident", "2026-11-18T12:00:00-03:00", { calendars }).at, "2026-11-24"),
  "notices and views": () => {
    const assessment = engine.assess(advice);
    equal(notice(assessment.routes[0], assessment, { lang: "pt", packs: [sra], templates }).startsWith("ALTO"), true);
    equal(view(assessment, "hr").findings, []);
  },
  "a chat is read from bytes": async () => {
    const ids = [];
    for await (const one of ingest([new TextEncoder().encode('{"id":"a","text":"ok"}\n{"id":"b","text":"tudo bem"}\n')], "chat.jsonl")) ids.push(one.id);
    equal(ids, ["a", "b"]);
  },
  "a mail is read from bytes, without what it answers": async () => {
    const mail = "From: Ana <ana@example.org>\nDate: Fri, 20 Nov 2026 16:40:00 -0300\nIn-Reply-To: <1@example.org>\nContent-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\nN=E3o =96 obrigada.\n\n> assino?\n";
    for await (const { text, sentAt, sender } of ingest([new TextEncoder().encode(mail)], "mail.eml")) equal([text, sentAt, sender.id], ["N\u00e3o \u2013 obrigada.", "2026-11-20T16:40:00-03:00", "ana@example.org"]);
  },
  "the web handler answers and refuses": async () => {
    const handle = createHandler({ engine, token: "secret" });
    const ask = (headers, body) => handle(new Request("https://obiter.example/", { method: "POST", headers: { "content-type": "application/json", ...headers }, body }));
    equal((await ask({}, "{}")).status, 401);
    equal((await ask({ authorization: "Bearer secret" }, "{")).status, 400);
    equal((await (await ask({ authorization: "Bearer secret" }, JSON.stringify(advice))).json()).messageId, "m1");
  },
  "the web handler streams": async () => {
    const response = await createHandler({ engine })(new Request("https://obiter.example/", { method: "POST", headers: { "content-type": "application/x-ndjson" }, body: '{"id":"a","text":"ok"}\nno\n{"id":"b","text":"ok"}' }));
    equal((await response.text()).trim().split("\n").map((line) => JSON.parse(line).messageId ?? "problem"), ["a", "problem", "b"]);
  },
};
