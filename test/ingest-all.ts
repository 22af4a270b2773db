import fc from "fast-check";
import { expect } from "vitest";
import type { Message } from "../src/core/message.js";
import type { Problem } from "../src/core/problem.js";
import { ingest, type IngestOptions } from "../src/ingest/ingest.js";
import type { Bytes } from "../src/ingest/lines.js";

export interface Read {
  readonly messages: Message[];
  readonly problems: Problem[];
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** All that a file gives, messages and Problems apart. */
export async function readAll(given: string | Bytes, file: string, options: IngestOptions = {}): Promise<Read> {
  const read: Read = { messages: [], problems: [] };
  for await (const one of ingest(typeof given === "string" ? [encode(given)] : given, file, options)) "code" in one ? read.problems.push(one) : read.messages.push(one);
  return read;
}

/** A law: bytes give the same however they are cut, a byte at a time too. */
export async function expectSameInPieces(bytes: Uint8Array, read: (chunks: Iterable<Uint8Array>) => Promise<Read>): Promise<void> {
  const whole = await read([bytes]);
  await fc.assert(fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 30 }), async (cuts) => {
    const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
    expect(await read(at.slice(1).map((end, i) => bytes.slice(at[i], end)))).toEqual(whole);
  }), { numRuns: 200 });
  expect(await read([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
}
