import type { Assessment } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import { ObiterError } from "../core/problem.js";
import { assessFor, messageIn, refuseMistakes, tell, WEB } from "./shown.js";
import { handlerOf, type WebOptions, type WebRequest, type WebResponse } from "./web.js";

/** A batch of Cloudflare Queues: as much as is used. */
export interface QueueBatch {
  readonly messages: readonly { readonly id: string; readonly body: unknown; readonly ack: () => void; readonly retry: () => void }[];
}

export interface WorkerOptions extends WebOptions {
  /** Takes the assessment of a queued message: writes it, sends it on. What it throws makes that message come again. Without it every queued message does. */
  readonly deliver?: (assessment: Assessment, message: Message) => unknown;
}

/** The default export of a Cloudflare Worker: answers requests, and reads what a queue brings. One broken message is retried alone; a dead-letter queue ends that, and `onError` is told why. Throws ObiterError on options that cannot be meant. */
export function createWorker(options: WorkerOptions): { readonly fetch: (request: WebRequest) => Promise<WebResponse>; readonly queue: (batch: QueueBatch) => Promise<void> } {
  refuseMistakes("createWorker", options, [...WEB, "deliver"]);
  const { deliver } = options;
  return {
    fetch: handlerOf(options),
    queue: async ({ messages }) => {
      for (const queued of messages) {
        try {
          if (deliver === undefined) throw new ObiterError([{ code: "worker/deliver", message: "a batch came and nobody takes what is found", hint: "give createWorker a deliver" }]);
          const message = messageIn(queued.body, queued.id);
          await deliver(assessFor(options, message), message);
          queued.ack();
        } catch (error) {
          queued.retry();
          await tell(options, error, queued.id);
        }
      }
    },
  };
}
