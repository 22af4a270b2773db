/** A stable id of a case: the same parts give the same id on every machine. 53 bits (cyrb53), written in hexadecimal. */
export function caseId(...parts: readonly string[]): string {
  const key = JSON.stringify(parts);
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `case-${(4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, "0")}`;
}
