import type { Identifier } from "../identifier.js";

/** Unspecified, loopback, private, link-local, multicast and masks say nothing of a person; version numbers have small parts. */
const EMPTY = /^(?:0|10|127|22[4-9]|2[3-5]\d|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

const isV4 = (written: string): boolean => !EMPTY.test(written) && written.split(".").every((part) => Number(part) <= 255 && !/^0\d/.test(part));

function isV6(written: string): boolean {
  const halves = written.split("::");
  const groups = written.split(":").filter((group) => group !== "");
  if (halves.length > 2 || written.includes(":::")) return false;
  return halves.length === 2 ? groups.length >= 3 && groups.length <= 7 : groups.length === 8 && !/^:|:$/.test(written);
}

export const identifier: Identifier = {
  type: "ip-address",
  shape: ["\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}", "[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}"],
  digits: 1,
  check: (_, written) => (written.includes(":") ? isV6(written) : isV4(written)),
  chance: 0.18,
  distinct: "(?=[\\d.]{11,})\\d+\\.\\d+\\.\\d+\\.\\d+|.*:.*",
  context: {
    en: ["ip", "ip address", "ips", "ipv4", "ipv6", "address"],
    pt: ["ip", "endereco ip", "ips", "ipv6"],
    es: ["ip", "direccion ip", "ips", "ipv6"],
  },
  source: "RFC 791, 1918, 4291",
  examples: {
    valid: ["192.0.2.1", "203.0.113.255", "81.152.33.207", "2001:db8::1", "2001:0db8:0000:0000:0000:0000:0000:0001"],
    invalid: ["256.1.1.1", "1.2.3", "2001:db8:::1", "2001:db8", "192.168.0.1", "127.0.0.1"],
  },
};
