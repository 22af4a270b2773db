import type { Assessment } from "../core/assessment.js";
import type { Message } from "../core/message.js";
import { assessFor, messageIn } from "./shown.js";
import { createHandler, type WebOptions, type WebRequest, type WebResponse } from "./web.js";

/** A batch of Cloudflare Queues: as much as is used. */
export interface QueueBatch {
  readonly messages: readonly { readonly id: string; readonly body: unknown; readonly ack: () => void; readonly retry: () => void }[];
}

export interface WorkerOptions extends WebOptions {
  /** Takes the assessment of a queued message: writes it, sends it on. What it throws makes that message come again. Without it every queued message does. */
  readonly deliver?: (assessment: Assessment, message: Message) => unknown;
}

/** The default export of a Cloudflare Worker: answers requests, and reads what a queue brings. One broken message is retried alone; a dead-letter queue ends that. */
export function createWorker(options: WorkerOptions): { readonly fetch: (request: WebRequest) => Promise<WebResponse>; readonly queue: (batch: QueueBatch) => Promise<void> } {
  const { deliver } = options;
  return {
    fetch: createHandler(options),
    queue: async ({ messages }) => {
      for (const queued of messages) {
        try {
          if (deliver === undefined) throw new Error("nobody takes what is found");
          const message = messageIn(queued.body, queued.id);
          await deliver(assessFor(options, message), message);
          queued.ack();
        } catch {
          queued.retry();
        }
      }
    },
  };
}
