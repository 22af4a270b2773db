import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGS } from "../src/core/label.js";
import { base } from "../src/generated/base.js";
import * as shipped from "../src/generated/packs/index.js";
import { templates } from "../src/generated/templates.js";
import { notice } from "../src/report/notice.js";
import { assessed, by, finding, message } from "./triage-firm.js";

const rows = [base.pack, ...Object.values(shipped)].flatMap(({ id, routes }) => routes.map((row) => ({ ...row, row: `${id}/${row.id}` })));
const places = (text: string): string[] => [...text.matchAll(/\[([^\]]*)\]/g)].map(([, name]) => name!).sort();

describe("texts that a person may send", () => {
  it.each(Object.values(templates))("$id says the same in every language", ({ id, text }) => {
    expect(readdirSync("rules/templates")).toContain(`${id}.json`);
    for (const lang of LANGS) expect(places(text[lang])).toEqual(places(text.en));
    expect(new Set(LANGS.map((lang) => text[lang])).size).toBe(LANGS.length);
  });
  it.each(rows.filter(({ template }) => template !== undefined))("$row names one that those it tells may send", ({ template, to }) => {
    for (const office of to) expect(templates[template!]?.by).toContain(office);
  });
  it("none is unused", () => expect(Object.keys(templates).filter((id) => !rows.some(({ template }) => template === id))).toEqual([]));
  it("none belongs to laundering, a threat or somebody in danger: a message there does harm", () => {
    for (const { template, category } of rows) if (category.some((one) => ["money-laundering", "threat", "x-safeguarding"].includes(one))) expect(template).toBeUndefined();
  });
  it("a notice shows it in the language of the message", () => {
    const spanish = { ...assessed([finding("complaint", { about: "client", rule: "sra/complaint" })], message(by("c", "client"))), coverage: { lang: "es" as const, skipped: [] } };
    const route = spanish.routes.find(({ to }) => to === "complaints-partner")!;
    expect(notice(route, spanish, { lang: "en", templates })).toContain(`Text that you may send: ${templates["complaint-received"]!.text.es}`);
    expect(notice(route, spanish, { lang: "en" })).not.toContain("Text that you may send");
  });
});
