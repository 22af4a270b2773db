import { describe, expect, it } from "vitest";
import { createEngine, toSarif } from "../src/index.js";
import { sra } from "../src/generated/packs/index.js";

describe("SARIF", () => {
  const message = { id: "m1", line: 3, conversationId: "c1", text: "My NI number is JG 10 37 59 A", sender: { id: "c", role: "client" as const } };
  const assessment = createEngine({ packs: [sra], law: "GB-EAW" }).assess(message);

  it("gives the file and the line", () => {
    const [location] = toSarif([{ file: "chats/a b.txt", message, assessment }], { packs: [sra], version: "0.1.0" }).runs[0].results[0]!.locations;
    expect(location!.physicalLocation).toEqual({ artifactLocation: { uri: "chats/a%20b.txt" }, region: { startLine: 3 } });
  });

  it("fingerprints are stable and hold no text", () => {
    const [one, two] = [1, 2].map(() => toSarif([{ file: "a.txt", message, assessment }], { packs: [sra], version: "0.1.0" }).runs[0].results[0]!.partialFingerprints["obiter/v1"]);
    expect(one).toBe(two);
    expect(one).not.toContain("JG");
  });

  it.each([["no options", undefined, /needs the packs/], ["no version", { packs: [sra] }, /needs a version/], ["a pack alone", { packs: sra, version: "1" }, /needs the packs/]])("%s: says what it needs", (_, options, expected) => {
    expect(() => toSarif([], options as never)).toThrow(expected);
  });
});
