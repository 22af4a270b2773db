import type { Message } from "../core/message.js";
import { ObiterError, type Problem } from "../core/problem.js";
import { readMessage } from "../ingest/jsonl.js";
import type { Line } from "../ingest/lines.js";
import { isBearer } from "./bearer.js";
import { linesOf, MAX_BYTES, MAX_MESSAGE_BYTES, textOf, tooLarge, type ByteStream, type Limits } from "./body.js";
import { assessFor, messageIn, problemOf, refuseMistakes, tell, WEB, type Reading } from "./shown.js";

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
 * and as they come. A line that is no message is answered with `{"problem":…}`. What fails is told as a problem body (RFC 9457), never with message text;
 * its cause is told `onError`. Throws ObiterError on options that cannot be meant.
 */
export function createHandler(options: WebOptions): (request: WebRequest) => Promise<WebResponse> {
  refuseMistakes("createHandler", options, WEB);
  return handlerOf(options);
}

/** The same for adapters that know more options, and have checked them. */
export function handlerOf(options: WebOptions): (request: WebRequest) => Promise<WebResponse> {
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
  let messageId: string | undefined;
  try {
    if (Number(headers.get("content-length") ?? 0) > most) throw tooLarge(isLines ? "the body" : "a message", most);
    if (isLines) {
      const lines = linesOf(body, options);
      const first = await lines.next(); // what cannot be read as lines at all is refused before the answer begins
      return new Response(streamOf(answersTo(first, lines, options)), { headers: { "content-type": "application/x-ndjson" } });
    }
    const message = messageIn(await textOf(body, options));
    messageId = message.id;
    return Response.json(assessFor(options, message));
  } catch (error) {
    const problem = problemOf(error);
    if (error instanceof ObiterError) return refused(STATUS[problem.code] ?? 400, problem);
    await tell(options, error, messageId);
    return refused(500, problem);
  }
}

const STATUS: Readonly<Record<string, number>> = { "request/too-large": 413, "request/type": 415 };

async function* answersTo(first: IteratorResult<Line | Problem>, lines: AsyncGenerator<Line | Problem>, options: WebOptions): AsyncGenerator<string> {
  try {
    for (let next = first; next.done !== true; next = await lines.next()) {
      const line = next.value;
      if ("code" in line) yield JSON.stringify({ problem: line });
      else if (line.text.trim() !== "") yield JSON.stringify(await answerOne(line, options));
    }
  } catch (error) {
    if (!(error instanceof ObiterError)) await tell(options, error);
    yield JSON.stringify({ problem: problemOf(error) });
  } finally {
    await lines.return(undefined);
  }
}

async function answerOne(line: Line, options: WebOptions): Promise<unknown> {
  const message: Message | Problem = readMessage(line, "body", () => undefined);
  if ("code" in message) return { problem: message };
  try {
    return assessFor(options, message);
  } catch (error) {
    if (!(error instanceof ObiterError)) await tell(options, error, message.id);
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
