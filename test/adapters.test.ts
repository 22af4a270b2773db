import { BatchProcessor, EventType, processPartialResponse, SqsFifoPartialProcessor, processPartialResponseSync } from "@aws-lambda-powertools/batch";
import type { ALBEvent, APIGatewayProxyEvent, APIGatewayProxyEventV2, Handler, LambdaFunctionURLEvent, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import fc from "fast-check";
import { gzipSync, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createWorker } from "../src/adapters/cloudflare.js";
import { isBearer } from "../src/adapters/bearer.js";
import { createLambda, type HttpResult } from "../src/adapters/lambda.js";
import { createHandler, type WebOptions } from "../src/adapters/web.js";
import type { Assessment } from "../src/core/assessment.js";
import { ObiterError } from "../src/core/problem.js";
import { sra } from "../src/generated/packs/sra.js";
import { createEngine, type Message } from "../src/index.js";

const engine = createEngine({ packs: [sra], law: "GB-EAW" });
const event = <T>(name: string): T => JSON.parse(readFileSync(`test/events/${name}.json`, "utf8")) as T;
const URL = "https://obiter.example/";
const post = (body: string | Uint8Array<ArrayBuffer> | ReadableStream, headers: Record<string, string> = { "content-type": "application/json" }) => new Request(URL, { method: "POST", body, headers, duplex: "half" } as RequestInit);
const ask = (request: Request, more: Partial<WebOptions> = {}) => createHandler({ engine, ...more })(request) as Promise<Response>;
const secret = "JG 10 37 59 A";

describe("web", () => {
  it("answers a message with its assessment", async () => {
    const response = await ask(post(JSON.stringify({ id: "m1", text: `My NI number is ${secret}` })));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ messageId: "m1", findings: [{ category: "pii" }] });
  });
  it("answers JSONL line by line, in order, a broken line by a problem", async () => {
    const response = await ask(post('{"id":"a","text":"vejo você às três"}\n\nnot json\n{"id":"b","text":"ok"}', { "content-type": "application/x-ndjson; charset=utf-8" }));
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const lines = (await response.text()).trim().split("\n").map((line) => JSON.parse(line) as Assessment & { problem?: { code: string; line: number } });
    expect(lines.map(({ messageId, problem }) => messageId ?? [problem?.code, problem?.line])).toEqual(["a", ["jsonl/syntax", 3], "b"]);
  });
  it("streams: an answer comes before the next line is asked for", async () => {
    const asked: string[] = [];
    const lines = ["a", "b", "c"].map((id) => `${JSON.stringify({ id, text: "ok" })}\n`);
    const body = new ReadableStream<Uint8Array>({ pull(controller) { const line = lines.shift(); if (line === undefined) controller.close(); else { asked.push(line); controller.enqueue(new TextEncoder().encode(line)); } } }, { highWaterMark: 0 });
    const reader = (await ask(post(body, { "content-type": "application/jsonl" }))).body!.getReader();
    await reader.read();
    expect(asked.length).toBeLessThan(3);
    await reader.cancel();
    expect(lines.length).toBeGreaterThan(0);
  });
  it("waits for its reader: no more is asked for than was taken, however long that takes", async () => {
    let asked = 0;
    const body = new ReadableStream<Uint8Array>({ pull(controller) { controller.enqueue(new TextEncoder().encode(`{"id":"${asked++}","text":"ok"}\n`)); } }, { highWaterMark: 0 });
    const reader = (await ask(post(body, { "content-type": "application/jsonl" }))).body!.getReader();
    for (let taken = 1; taken <= 20; taken++) {
      await reader.read();
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
      expect(asked).toBeLessThanOrEqual(taken + 2);
    }
    await reader.cancel();
    const before = asked;
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(asked).toBe(before);
  });
  it("a message cut anywhere between chunks is the same message", async () => {
    const bytes = new TextEncoder().encode('{"id":"ü","text":"vejo você às três 😀"}\n{"id":"2","text":"ok"}\n');
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async (at) => {
      const body = new ReadableStream<Uint8Array>({ start(controller) { controller.enqueue(bytes.slice(0, at)); controller.enqueue(bytes.slice(at)); controller.close(); } });
      const text = await (await ask(post(body, { "content-type": "application/x-ndjson" }))).text();
      expect(text.trim().split("\n").map((line) => (JSON.parse(line) as Assessment).messageId)).toEqual(["ü", "2"]);
    }), { numRuns: 40 });
  });
  it.each([
    ["another method", new Request(URL), {}, 405, "request/method"],
    ["another content type", post("x", { "content-type": "text/plain" }), {}, 415, "request/type"],
    ["no content type", post(new Uint8Array([1]), {}), {}, 415, "request/type"],
    ["a compressed body", post("x", { "content-type": "application/json", "content-encoding": "gzip" }), {}, 415, "request/encoding"],
    ["no body", post("", { "content-type": "application/json" }), {}, 400, "jsonl/syntax"],
    ["broken JSON", post(`{"text":"${secret}`), {}, 400, "jsonl/syntax"],
    ["a list", post(JSON.stringify([{ text: secret }])), {}, 400, "jsonl/object"],
    ["no text", post(JSON.stringify({ message: secret })), {}, 400, "jsonl/text"],
    ["a field of the wrong shape", post(JSON.stringify({ text: secret, sender: secret })), {}, 400, "jsonl/sender"],
    ["bytes that are no UTF-8", post(new Uint8Array([0x7b, 0xff, 0xfe])), {}, 400, "request/encoding"],
    ["text that ends within a character", post(new Uint8Array([...new TextEncoder().encode('{"text":"voc'), 0xc3])), {}, 400, "request/encoding"],
    ["a message that is too large", post(JSON.stringify({ text: "x".repeat(2000) })), { maxMessageBytes: 1000 }, 413, "request/too-large"],
    ["no token", post('{"text":"x"}'), { token: "secret" }, 401, "request/token"],
    ["a wrong token", post('{"text":"x"}', { "content-type": "application/json", authorization: "Bearer secres" }), { token: "secret" }, 401, "request/token"],
    ["an empty token on both sides", post('{"text":"x"}', { "content-type": "application/json", authorization: "Bearer " }), { token: "" }, 401, "request/token"],
  ] as const)("%s is a problem body", async (_, request, options, status, code) => {
    const response = await ask(request, options);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, code, title: expect.any(String) as string, detail: expect.any(String) as string });
    expect(JSON.stringify(problem)).not.toContain(secret);
  });
  it("a body of 50 MB is refused before it is held: by its length, or as soon as it is too much", async () => {
    let pulled = 0;
    const endless = (): ReadableStream<Uint8Array> => new ReadableStream({ pull(controller) { pulled++; controller.enqueue(new Uint8Array(1 << 20).fill(120)); if (pulled === 50) controller.close(); } }, { highWaterMark: 0 });
    expect((await ask(post(endless(), { "content-type": "application/json", "content-length": String(50 << 20) }))).status).toBe(413);
    expect(pulled).toBe(0);
    expect((await ask(post(endless()))).status).toBe(413);
    expect(pulled).toBeLessThan(5);
    pulled = 0;
    expect((await ask(post(endless(), { "content-type": "application/x-ndjson" }))).status).toBe(413);
    expect(pulled).toBeLessThan(35);
  });

  const answersTo = async (body: string | Uint8Array<ArrayBuffer> | ReadableStream, more: Partial<WebOptions> = {}) => {
    const response = await ask(post(body, { "content-type": "application/x-ndjson" }), more);
    return (await response.text()).trim().split("\n").map((line) => JSON.parse(line) as Assessment & { problem?: { code: string; line?: number } }).map(({ messageId, problem }) => messageId ?? [problem!.code, problem!.line]);
  };
  const chunked = (bytes: Uint8Array, size: number): ReadableStream => new ReadableStream({ start(controller) { for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size)); controller.close(); } });
  const long = JSON.stringify({ id: "long", text: "see you at three ".repeat(100) });
  const mixed = new Uint8Array([...new TextEncoder().encode(`{"id":"a","text":"ok"}\r\n${long}\n`), ...[0x7b, 0xff, 0x0a], ...new TextEncoder().encode('no\n{"id":"b","text":"vejo você 😀"}\n')]);
  it.each([1, 2, 7, 100, 1000, 5000])("of a batch only the broken lines fail, each told with its number, in chunks of %i bytes", async (size) => {
    expect(await answersTo(chunked(mixed, size), { maxMessageBytes: 1000 })).toEqual(["a", ["request/too-large", 2], ["request/encoding", 3], ["jsonl/syntax", 4], "b"]);
  });
  it.each([1, 7, 100, 5000])("lines that came before the body grew too large are answered, in chunks of %i bytes", async (size) => {
    expect(await answersTo(chunked(new TextEncoder().encode('{"id":"a","text":"ok"}\n'.repeat(5)), size), { maxBytes: 60 })).toEqual(["a", "a", ["request/too-large", undefined]]);
  });
  it("a long line in tiny chunks takes no longer than its bytes", async () => {
    const tiny = (length: number): ReadableStream => { let left = length; return new ReadableStream({ pull(controller) { for (let i = 0; i < 1000 && left > 0; i++, left--) controller.enqueue(new Uint8Array([120])); if (left === 0) controller.close(); } }); };
    expect(await answersTo(tiny(200_000))).toEqual([["jsonl/syntax", 1]]);
  });
  const text = "see you at three. ".repeat(60_000);
  const zip = zipSync({ "_chat.txt": new TextEncoder().encode(`${JSON.stringify({ id: "A", text })}\n`) });
  it.each([["a zip", zip], ["a zip, a byte at a time", chunked(zip, 1)], ["gzip", gzipSync(new TextEncoder().encode(text))]])("%s of JSONL is refused, not unpacked past the limits", async (_, body) => {
    const response = await ask(post(body as Uint8Array<ArrayBuffer>, { "content-type": "application/x-ndjson" }), { maxMessageBytes: 20_000, maxBytes: 20_000 });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([415, "request/type"]);
  });
  it("what fails inside is told without the words of the error", async () => {
    const failing = { assess: (): never => { throw new Error(`cannot read ${secret}`); } };
    const response = await ask(post(JSON.stringify({ text: secret })), { engine: failing });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain(secret);
    expect(await (await ask(post('{"id":"a","text":"x"}\n', { "content-type": "application/x-ndjson" }), { engine: failing })).text()).toBe('{"messageId":"a","problem":{"code":"adapter/failed","message":"the message could not be processed","hint":"see the host\'s own log"}}\n');
  });
  it("the host is told of the cause, with the id of the message, and a host's log that fails changes nothing", async () => {
    const cause = new Error("no engine");
    const failing = { assess: (): never => { throw cause; } };
    const told: unknown[] = [];
    for (const onError of [(...all: unknown[]) => void told.push(all), async (...all: unknown[]) => { told.push(all); await Promise.reject(new Error("log")); }]) {
      expect((await ask(post('{"id":"a","text":"x"}'), { engine: failing, onError })).status).toBe(500);
      await (await ask(post('{"id":"b","text":"x"}\nno\n', { "content-type": "application/x-ndjson" }), { engine: failing, onError })).text();
      expect((await ask(post('{"text":'), { onError })).status).toBe(400); // the caller is told of its own mistakes
    }
    expect(told).toEqual([[cause, "a"], [cause, "b"], [cause, "a"], [cause, "b"]]);
  });
  it("leaves out the restricted lane unless it answers its officer", async () => {
    const body = JSON.stringify({ text: "He wants to pay the £300k deposit in cash, no questions asked about where it comes from, and have it back next week", sender: { id: "p", role: "paralegal" }, direction: "internal" });
    expect((engine.assess(JSON.parse(body) as Message)).findings.some(({ restricted }) => restricted === "mlro")).toBe(true);
    expect(await (await ask(post(body))).text()).not.toMatch(/launder|mlro/);
    expect(await (await ask(post(body), { as: "mlro" })).text()).toMatch(/money-laundering/);
  });
  it("a token is a token, whole", async () => {
    await fc.assert(fc.asyncProperty(fc.string({ minLength: 1 }), fc.string(), async (token, other) => {
      expect(await isBearer(`Bearer ${token}`, token)).toBe(!token.startsWith(" "));
      if (other.trimStart() !== token) expect(await isBearer(`Bearer ${other}`, token)).toBe(false);
      expect(await isBearer(null, token)).toBe(false);
    }));
  });
});

describe("options", () => {
  const makers = { createHandler, createLambda, createWorker } as unknown as Record<string, (options: unknown) => unknown>;
  it.each<[string, unknown, RegExp]>([
    ["none", undefined, /"engine" is no engine/], ["no engine", {}, /"engine" is no engine/], ["an engine that is none", { engine: {} }, /"engine" is no engine/],
    ["an office that is misspelt", { engine, as: "COLP" }, /"as" names nobody: there is no office "COLP"[^]*did you mean "colp"/], ["a reader without an id", { engine, as: {} }, /"as" names nobody/],
    ["a token that is misspelt", { engine, Token: "x" }, /no option "Token"[^]*did you mean "token"/], ["a token of the environment that is not set", { engine, token: undefined }, /"token" is no text/],
    ["a limit that is no number", { engine, maxMessageBytes: NaN }, /"maxMessageBytes" is no number of bytes/], ["a limit in words", { engine, maxBytes: "1MB" }, /"maxBytes" is no number of bytes/], ["a limit of nothing", { engine, maxBytes: 0 }, /"maxBytes"/],
    ["a log that is none", { engine, onError: "console" }, /"onError" is no function/],
  ])("%s: refused when the adapter is made", (_, options, expected) => {
    for (const [name, make] of Object.entries(makers)) {
      let failure: unknown;
      try { make(options); } catch (error) { failure = error; }
      expect(failure, name).toBeInstanceOf(ObiterError);
      expect(String(failure)).toMatch(expected);
      expect(String(failure)).toContain(name);
    }
  });
  it("deliver is for what reads queues", () => {
    expect(() => makers["createHandler"]!({ engine, deliver: () => undefined })).toThrow(/no option "deliver"/);
    for (const name of ["createLambda", "createWorker"]) expect(() => makers[name]!({ engine, deliver: "log" })).toThrow(/"deliver" is no function/);
  });
});

describe("Lambda", () => {
  const lambda = createLambda({ engine, token: "secret" });
  it.each(["api-gateway-v1", "api-gateway-v2", "load-balancer"])("answers an event of %s", async (name) => {
    const { statusCode, headers, body } = await lambda(event<APIGatewayProxyEventV2>(name));
    expect([statusCode, headers["content-type"]]).toEqual([200, "application/json"]);
    expect(JSON.parse(body)).toMatchObject({ messageId: "m1", findings: [{ category: "pii" }] });
  });
  it("answers a load balancer with multi-value headers in kind", async () => {
    const { headers, ...rest } = event<ALBEvent>("load-balancer");
    const multiValueHeaders = Object.fromEntries(Object.entries(headers!).map(([name, value]) => [name, ["first", value!]]));
    const { statusCode, multiValueHeaders: back } = await lambda({ ...rest, multiValueHeaders } as ALBEvent);
    expect([statusCode, back?.["content-type"]]).toEqual([200, ["application/json"]]);
  });
  it("reads a function URL's base64 body of JSONL", async () => {
    const { body } = await lambda(event<LambdaFunctionURLEvent>("function-url"));
    expect(body.trim().split("\n").map((line) => (JSON.parse(line) as Assessment).messageId)).toEqual(["a", undefined, "b"]);
  });
  it("refuses a wrong token and an event without a body", async () => {
    const good = event<APIGatewayProxyEventV2>("api-gateway-v2");
    expect((await lambda({ ...good, headers: { ...good.headers, authorization: "Bearer no" } })).statusCode).toBe(401);
    const { body: _, ...bare } = good;
    expect((await lambda(bare)).statusCode).toBe(400);
    expect((await lambda({ ...good, headers: null } as never as APIGatewayProxyEventV2)).statusCode).toBe(401);
  });
  it.each([
    ["base64 that is none", { body: "%%%", isBase64Encoded: true }, 400],
    ["a body that is no text", { body: { text: secret } }, 400],
    ["no context", { requestContext: null, httpMethod: "POST" }, 400],
    ["headers that are a list", { headers: ["authorization"] }, 401],
    ["a method that is a number", { requestContext: { http: { method: 7 } } }, 405],
  ])("an event with %s is answered with a problem", async (_, wrong, status) => {
    const good = event<APIGatewayProxyEventV2>("api-gateway-v2");
    const { statusCode, body } = await lambda({ ...good, body: null, ...wrong } as never as APIGatewayProxyEventV2);
    expect(statusCode).toBe(status);
    expect(JSON.parse(body)).toMatchObject({ status, code: expect.any(String) as string });
    expect(body).not.toContain(secret);
  });
  it("reads a message given directly, and throws Problems without text", async () => {
    expect(await lambda({ text: "see you at three", id: "d" })).toMatchObject({ messageId: "d", severity: "none" });
    for (const bad of [null, 7, {}, { text: 1 }, { Records: [] }, { Records: "x" }, { Records: [null] }, { Records: [{ eventSource: "aws:sqs" }] }, { txt: secret }]) {
      const failure = await lambda(bad as never as Message).then(() => undefined, (error: unknown) => error);
      expect(failure).toBeInstanceOf(ObiterError);
      expect(String(failure)).not.toContain(secret);
    }
  });

  const sink = (failing: readonly string[] = []) => {
    const taken: string[] = [];
    return { taken, deliver: (_: Assessment, { id }: Message) => { if (failing.includes(id!)) throw new Error("disk full"); taken.push(id!); } };
  };
  const records = event<SQSEvent>("sqs").Records;
  it("of a batch only the broken record fails", async () => {
    const { taken, deliver } = sink();
    expect(await createLambda({ engine, deliver })(event<SQSEvent>("sqs"))).toEqual({ batchItemFailures: [{ itemIdentifier: records[1]!.messageId }] });
    expect(taken).toEqual(["a", "c"]);
  });
  it("a message without an id has that of its record; one that came in none has none", async () => {
    const { taken, deliver } = sink();
    await createLambda({ engine, deliver })({ Records: ["r1", "r2"].map((messageId) => ({ ...records[0]!, messageId, body: '{"text":"ok"}' })) });
    expect(taken).toEqual(["r1", "r2"]);
    expect(await lambda({ text: "ok" })).toMatchObject({ messageId: "" });
    expect(await ((await ask(post('{"text":"ok"}'))) as Response).json()).toMatchObject({ messageId: "" });
  });
  it("the host is told why each record failed", async () => {
    const told: unknown[] = [];
    await createLambda({ engine, deliver: sink(["c"]).deliver, onError: (error, id) => void told.push([id, String(error)]) })(event<SQSEvent>("sqs"));
    expect(told).toEqual([[records[1]!.messageId, expect.stringMatching(/^ObiterError: /) as string], [records[2]!.messageId, "Error: disk full"]]);
    expect(JSON.stringify(told)).not.toContain(secret);
  });
  it("answers as Powertools for AWS does, on any batch, in order or not", async () => {
    const batch = fc.record({ fifo: fc.boolean(), failing: fc.subarray(["a", "b", "c", "d"]), bodies: fc.array(fc.constantFrom("a", "b", "c", "d", "broken"), { minLength: 1, maxLength: 6 }) });
    await fc.assert(fc.asyncProperty(batch, async ({ fifo, failing, bodies }) => {
      const Records: SQSRecord[] = bodies.map((id, i) => ({ ...records[0]!, messageId: `m${i}`, body: id === "broken" ? "{" : JSON.stringify({ id, text: "ok" }), eventSourceARN: `arn:aws:sqs:eu-west-2:123456789012:chat${fifo ? ".fifo" : ""}`, attributes: { ...records[0]!.attributes, ...(fifo ? { MessageGroupId: "g" } : {}) } }));
      const [ours, theirs] = [sink(failing), sink(failing)];
      const handle = ({ body }: SQSRecord): void => { const message = JSON.parse(body) as Message; theirs.deliver(engine.assess(message), message); };
      const options = { throwOnFullBatchFailure: false };
      const expected = fifo ? processPartialResponseSync({ Records }, handle, new SqsFifoPartialProcessor(), options) : await processPartialResponse({ Records }, async (record: SQSRecord) => handle(record), new BatchProcessor(EventType.SQS), options);
      expect(await createLambda({ engine, deliver: ours.deliver })({ Records })).toEqual(expected);
      expect(ours.taken).toEqual(theirs.taken);
    }), { numRuns: 60 });
  });
  it("fits the types of AWS", () => {
    const http: (given: APIGatewayProxyEvent | APIGatewayProxyEventV2 | LambdaFunctionURLEvent | ALBEvent) => Promise<HttpResult> = lambda;
    const queue: Handler<SQSEvent, SQSBatchResponse> = (given) => lambda(given);
    expect([typeof http, typeof queue]).toEqual(["function", "function"]);
  });
});

describe("Cloudflare", () => {
  const queued = (body: unknown, id = "q") => {
    const fate: string[] = [];
    return { id, fate, body, ack: () => void fate.push("ack"), retry: () => void fate.push("retry") };
  };
  it("answers requests as the web handler does", async () => {
    const response = (await createWorker({ engine }).fetch(post('{"id":"w","text":"ok"}'))) as Response;
    expect(await response.json()).toMatchObject({ messageId: "w" });
  });
  it("takes messages of a queue one by one: only the broken one comes again", async () => {
    const taken: string[] = [];
    const messages = [queued({ id: "a", text: "ok" }), queued({ txt: "no" }), queued('{"id":"b","text":"ok"}'), queued(null), queued({ id: "full", text: "ok" })];
    await createWorker({ engine, deliver: async (assessment) => { if (assessment.messageId === "full") throw new Error("full"); taken.push(assessment.messageId); } }).queue({ messages });
    expect(messages.map(({ fate }) => fate)).toEqual([["ack"], ["retry"], ["ack"], ["retry"], ["retry"]]);
    expect(taken).toEqual(["a", "b"]);
  });
  it("a message without an id has that of its record", async () => {
    const taken: string[] = [];
    await createWorker({ engine, deliver: ({ messageId }) => taken.push(messageId) }).queue({ messages: [queued({ text: "ok" }, "r1"), queued('{"text":"ok"}', "r2"), queued({ id: "a", text: "ok" }, "r3")] });
    expect(taken).toEqual(["r1", "r2", "a"]);
  });
  it("nothing is acknowledged where nobody takes what is found", async () => {
    const one = queued({ text: "ok" });
    const told: unknown[] = [];
    await createWorker({ engine, onError: (error, id) => void told.push([id, String(error)]) }).queue({ messages: [{ ...one, id: "q1" }] });
    expect(one.fate).toEqual(["retry"]);
    expect(told).toEqual([["q1", expect.stringContaining("nobody takes what is found") as string]]);
  });
});
