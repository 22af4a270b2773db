import type { Message } from "../core/message.js";
import { ObiterError, type Problem } from "../core/problem.js";
import { readMessage } from "../ingest/jsonl.js";
import { readLines } from "../ingest/lines.js";
import { isBearer } from "./bearer.js";
import { bounded, MAX_BYTES, MAX_MESSAGE_BYTES, textOf, tooLarge, type ByteStream, type Limits } from "./body.js";
import { assessFor, messageIn, problemOf, type Reading } from "./shown.js";

export type { ByteStream, Limits } from "./body.js";
export type { Reading } from "./shown.js";

/** As much of a `Request` as is used. */
export interface WebRequest {
  readonly method: string;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: ByteStream | null;
}

/** The `Response` of the runtime, by whichever types it is known (DOM, Node, Workers). */
export type WebResponse = typeof globalThis extends { readonly Response: { readonly prototype: infer R } } ? R : object;

export interface WebOptions extends Reading, Limits {
  /** The token that callers must bear. Default: everybody is let in, so that something else must guard the door. */
  readonly token?: string;
}

/**
 * A handler of web requests: `POST` a message as JSON and get its assessment, or many as JSONL and get one answer a line, in order
 * and as they come. A line that is no message is answered with `{"problem":…}`. What fails is told as a problem body (RFC 9457), never with message text.
 */
export function createHandler(options: WebOptions): (request: WebRequest) => Promise<WebResponse> {
  return async (request) => (await answer(request, options)) as WebResponse;
}

async function answer({ method, headers, body }: WebRequest, options: WebOptions): Promise<Response> {
  if (options.token !== undefined && !(await isBearer(headers.get("authorization"), options.token))) {
    return refused(401, { code: "request/token", message: "no valid token", hint: "send Authorization: Bearer <token>" }, { "www-authenticate": "Bearer" });
  }
  if (method !== "POST") return refused(405, { code: "request/method", message: "only POST is answered", hint: "POST a message" }, { allow: "POST" });
  const type = headers.get("content-type")?.split(";")[0]!.trim().toLowerCase();
  const isLines = type === "application/x-ndjson" || type === "application/jsonl" || type === "application/ndjson";
  if (type !== "application/json" && !isLines) return refused(415, { code: "request/type", message: "this content type is not read", hint: "send application/json, or application/x-ndjson for many" });
  if (!["identity", null].includes(headers.get("content-encoding"))) return refused(415, { code: "request/encoding", message: "compressed bodies are not read", hint: "send the body as it is" });
  if (body === null) return refused(400, { code: "request/empty", message: "there is no body", hint: 'send {"text":"…"}' });
  const { maxMessageBytes = MAX_MESSAGE_BYTES, maxBytes = MAX_BYTES } = options;
  const most = isLines ? maxBytes : Math.min(maxBytes, maxMessageBytes);
  try {
    if (Number(headers.get("content-length") ?? 0) > most) throw tooLarge(isLines ? "the body" : "a message", most);
    if (isLines) return new Response(streamOf(answerLines(body, options)), { headers: { "content-type": "application/x-ndjson" } });
    return Response.json(assessFor(options, messageIn(await textOf(body, options))));
  } catch (error) {
    const problem = problemOf(error);
    return refused(!(error instanceof ObiterError) ? 500 : problem.code === "request/too-large" ? 413 : 400, problem);
  }
}

async function* answerLines(body: ByteStream, options: WebOptions): AsyncGenerator<string> {
  try {
    for await (const line of readLines(bounded(body, options), "body")) {
      if (line.text.trim() === "") continue;
      const message = readMessage(line, "body", () => undefined);
      yield JSON.stringify("code" in message ? { problem: message } : answerOne(message, options));
    }
  } catch (error) {
    yield JSON.stringify({ problem: problemOf(error) });
  }
}

function answerOne(message: Message, options: WebOptions): unknown {
  try {
    return assessFor(options, message);
  } catch (error) {
    return { messageId: message.id, problem: problemOf(error) };
  }
}

/** Lines as bytes, made only as fast as they are taken. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

/** A problem body (RFC 9457). */
function refused(status: number, { code, message, hint }: Problem, headers: Record<string, string> = {}): Response {
  return Response.json({ type: "about:blank", status, title: message, code, ...(hint === undefined ? {} : { detail: hint }) }, { status, headers: { ...headers, "content-type": "application/problem+json" } });
}
