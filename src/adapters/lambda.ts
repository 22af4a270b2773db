import type { Assessment } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import { ObiterError } from "../core/problem.js";
import { assessFor, messageIn, refuseMistakes, tell, WEB } from "./shown.js";
import { handlerOf, type WebOptions, type WebRequest } from "./web.js";

/** An event of API Gateway (REST or HTTP API), of a function URL or of a load balancer: as much as is used. */
export interface HttpEvent {
  readonly requestContext: object;
  readonly httpMethod?: string | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  /** A load balancer sends these alone where multi-value headers are on, and wants such back. */
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean | undefined;
}

/** An event of SQS: as much as is used. */
export interface SqsEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string; readonly eventSource: string; readonly eventSourceARN: string }[];
}

export interface HttpResult {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly multiValueHeaders?: Record<string, string[]>;
  readonly body: string;
}

export interface SqsResult {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

export interface LambdaOptions extends WebOptions {
  /** Takes the assessment of a queued message: writes it, sends it on. What it throws makes that message fail. Needed for SQS. */
  readonly deliver?: (assessment: Assessment, message: Message) => unknown;
}

/** A handler of one function, whichever way it is called: with an HTTP event, with a batch of SQS, or directly with a message. */
export interface LambdaHandler {
  (event: HttpEvent): Promise<HttpResult>;
  (event: SqsEvent): Promise<SqsResult>;
  (event: Message): Promise<Assessment>;
}

/**
 * An AWS Lambda handler. Of a batch only what fails is returned (`ReportBatchItemFailures` must be on); of a FIFO queue what follows a
 * failure fails too, so that order holds; `onError` is told why. Throws ObiterError on options that cannot be meant, where a direct
 * call brings no message, or SQS finds no `deliver`.
 */
export function createLambda(options: LambdaOptions): LambdaHandler {
  refuseMistakes("createLambda", options, [...WEB, "deliver"]);
  const handle = handlerOf(options);
  const onEvent = async (event: HttpEvent | SqsEvent | Message): Promise<HttpResult | SqsResult | Assessment> => {
    if (isObject(event) && "Records" in event) return onBatch(event, options);
    if (isObject(event) && "requestContext" in event) return resultOf((await handle(requestOf(event))) as Response, hasMany(event));
    return assessFor(options, messageIn(event));
  };
  return onEvent as LambdaHandler;
}

const isObject = (event: unknown): event is object => typeof event === "object" && event !== null;

const isQueued = (record: unknown): boolean =>
  isObject(record) && ["messageId", "body", "eventSourceARN"].every((key) => typeof (record as Record<string, unknown>)[key] === "string") && (record as { eventSource?: unknown }).eventSource === "aws:sqs";

async function onBatch({ Records: records }: SqsEvent, options: LambdaOptions): Promise<SqsResult> {
  const { deliver } = options;
  if (deliver === undefined || !Array.isArray(records) || !records.every(isQueued)) {
    throw new ObiterError([{ code: "lambda/event", message: deliver === undefined ? "a batch came and nobody takes what is found" : "this is no event of SQS", hint: "give createLambda a deliver, and let SQS alone send batches" }]);
  }
  const failures: { itemIdentifier: string }[] = [];
  for (const { messageId, body, eventSourceARN } of records) {
    if (failures.length > 0 && eventSourceARN.endsWith(".fifo")) {
      failures.push({ itemIdentifier: messageId });
      continue;
    }
    try {
      const message = messageIn(body, messageId);
      await deliver(assessFor(options, message), message);
    } catch (error) {
      failures.push({ itemIdentifier: messageId });
      await tell(options, error, messageId);
    }
  }
  return { batchItemFailures: failures };
}

const hasMany = ({ headers, multiValueHeaders }: HttpEvent): boolean => isObject(multiValueHeaders) && !isObject(headers);

function requestOf(event: HttpEvent): WebRequest {
  const { requestContext, httpMethod, headers, multiValueHeaders, body, isBase64Encoded } = event;
  const named = hasMany(event) ? Object.entries(multiValueHeaders!).map(([name, values]) => [name, values?.at(-1)] as const) : Object.entries(headers ?? {});
  const known = new Map(named.map(([name, value]) => [name.toLowerCase(), value]));
  const { http } = (requestContext ?? {}) as { readonly http?: { readonly method?: string } };
  const bytes = typeof body !== "string" || body === "" ? undefined : isBase64Encoded === true ? bytesOf(body) : new TextEncoder().encode(body);
  return { method: httpMethod ?? http?.method ?? "", headers: { get: (name) => known.get(name) ?? null }, body: bytes === undefined ? null : new Blob([bytes]).stream() };
}

/** What is no base64 is no body. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

async function resultOf(response: Response, many: boolean): Promise<HttpResult> {
  const headers = Object.fromEntries(response.headers as unknown as Iterable<[string, string]>);
  const multiValueHeaders = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  return { statusCode: response.status, headers, ...(many ? { multiValueHeaders } : {}), body: await response.text() };
}
