import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The examples as a user runs them, in a Node process of their own, against the built package. */
const node = (code: string): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8", env: { ...process.env, PORT: "0" } });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
};
const body = JSON.stringify({ id: "m1", text: "You should reject the offer, you have a strong claim for unfair dismissal. Your NI number is JG 10 37 59 A", sender: { id: "va", role: "virtual-assistant" }, direction: "outbound" });

describe("examples", () => {
  it("the gate of a firm: every step of the workflow runs, and it closes", () => {
    const steps = [...readFileSync("examples/github-actions/obiter.yml", "utf8").matchAll(/run: npx obiter (.*)$/gm)].map(([, command]) => command!);
    const gate = (command: string) => spawnSync(process.execPath, ["dist/cli.js", ...command.replaceAll("overlay.json", "examples/overlay/firm.json").replace("labelled.jsonl", "examples/github-actions/labelled.jsonl").split(" ")], { encoding: "utf8" });
    expect(steps).toHaveLength(2);
    for (const step of steps) expect([gate(step).status, gate(step).stderr]).toEqual([0, ""]);
    expect(gate(steps[1]!.replace("0.8", "1.1")).status).toBe(2);
    mkdirSync(".cache", { recursive: true });
    writeFileSync(".cache/missed.jsonl", '{"lang":"en","text":"see you at three","labels":["bribery"]}\n');
    expect(gate("eval .cache/missed.jsonl --fail-under 0.8").status).toBe(1);
  });
  it("lambda", () => {
    const printed = node(`import { mkdirSync, readFileSync, writeFileSync } from "node:fs"; import { handler } from "./examples/lambda/handler.mjs";
      console.log((await handler(JSON.parse(readFileSync("test/events/api-gateway-v2.json", "utf8")))).statusCode);
      console.log(JSON.stringify(await handler({ Records: [{ messageId: "r1", eventSource: "aws:sqs", eventSourceARN: "arn:aws:sqs:eu-west-2:1:chat", body: ${JSON.stringify(body)} }, { messageId: "r2", eventSource: "aws:sqs", eventSourceARN: "arn:aws:sqs:eu-west-2:1:chat", body: "{" }] })));`);
    const lines = printed.trim().split("\n");
    expect([lines[0], lines.at(-1)]).toEqual(["200", '{"batchItemFailures":[{"itemIdentifier":"r2"}]}']);
    expect(lines.slice(1, -1).map((line) => (JSON.parse(line) as { type: string }).type)).toContain("obiter.route.v1");
    expect(printed).not.toContain("JG 10 37 59 A");
  });
  it("cloudflare", () => {
    const printed = node(`import worker from "./examples/cloudflare/worker.mjs";
      const response = await worker.fetch(new Request("https://x.example/", { method: "POST", headers: { "content-type": "application/json" }, body: ${JSON.stringify(body)} }));
      console.log((await response.json()).findings.map(({ category }) => category).sort().join());
      await worker.queue({ messages: [{ body: ${body}, ack: () => console.log("ack"), retry: () => console.log("retry") }] });`);
    expect(printed.split("\n")[0]).toContain("legal-advice");
    expect(printed.trim().split("\n").at(-1)).toBe("ack");
  });
  it("web", () => {
    const printed = node(`import { server } from "./examples/web/server.mjs"; import { once } from "node:events";
      if (!server.listening) await once(server, "listening");
      const url = "http://127.0.0.1:" + server.address().port;
      const json = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: ${JSON.stringify(body)} });
      console.log(json.status, (await json.json()).messageId);
      const lines = await fetch(url, { method: "POST", headers: { "content-type": "application/x-ndjson" }, body: '{"id":"a","text":"ok"}\\n{"id":"b","text":"ok"}\\n' });
      console.log((await lines.text()).trim().split("\\n").map((line) => JSON.parse(line).messageId).join());
      console.log((await fetch(url)).status);
      server.close(); server.closeAllConnections();`);
    expect(printed).toBe("200 m1\na,b\n405\n");
  });
});
