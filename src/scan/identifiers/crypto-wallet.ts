import { sha256 } from "../../core/sha256.js";
import type { Identifier } from "../identifier.js";
import { keccak256 } from "../identifier-keccak.js";

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/** Base58check of 25 bytes: Bitcoin versions 0 and 5, TRON version 0x41. */
function isBase58Check(address: string): boolean {
  const bytes = new Uint8Array(25);
  for (const character of address) {
    let carry = BASE58.indexOf(character);
    if (carry < 0) return false;
    for (let i = 24; i >= 0; i--) {
      carry += bytes[i]! * 58;
      bytes[i] = carry & 255;
      carry >>= 8;
    }
    if (carry !== 0) return false;
  }
  const sum = sha256(sha256(bytes.subarray(0, 21)));
  return [0, 5, 0x41].includes(bytes[0]!) && [0, 1, 2, 3].every((i) => sum[i] === bytes[21 + i]);
}

/** Bech32 (version 0) or bech32m (later ones), BIP 173 and 350. */
function isSegwit(address: string): boolean {
  if (address !== address.toLowerCase() && address !== address.toUpperCase()) return false;
  const values = [...address.toLowerCase().slice(3)].map((character) => BECH32.indexOf(character));
  if (values.includes(-1)) return false;
  let sum = 1;
  for (const value of [3, 3, 0, 2, 3, ...values]) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((generator, i) => {
      if ((top >>> i) & 1) sum ^= generator;
    });
  }
  return sum >>> 0 === (values[0] === 0 ? 1 : 0x2bc830a3);
}

/** EIP-55: capitals follow a hash; all-lower and all-upper addresses carry no check. */
function isEthereum(address: string): boolean {
  const hex = address.slice(2);
  if (/^0+$/.test(hex)) return false;
  if (hex === hex.toLowerCase() || hex === hex.toUpperCase()) return true;
  const hash = keccak256(new TextEncoder().encode(hex.toLowerCase()));
  return [...hex].every((character, i) => {
    const nibble = i % 2 === 0 ? hash[i >> 1]! >> 4 : hash[i >> 1]! & 15;
    return !/[a-f]/i.test(character) || (nibble >= 8) === (character <= "F");
  });
}

export const identifier: Identifier = {
  type: "crypto-wallet",
  shape: ["0x[0-9a-f]{40}", "bc1[02-9ac-hj-np-z]{11,71}", "[13t][1-9a-z]{25,34}"],
  digits: 1,
  check: (_, written) => (/^0x/i.test(written) ? isEthereum(written) : /^bc1/i.test(written) ? isSegwit(written) : isBase58Check(written)),
  chance: 0.001,
  distinct: ".+",
  context: {
    en: ["wallet", "btc", "bitcoin", "eth", "usdt", "crypto", "tron", "trc20"],
    pt: ["carteira", "btc", "bitcoin", "eth", "usdt", "cripto", "tron", "trc20"],
    es: ["billetera", "monedero", "wallet", "btc", "bitcoin", "eth", "usdt", "cripto", "tron", "trc20"],
  },
  source: "BIP 13, 173, 350; EIP-55; TRON base58check",
  examples: {
    valid: [
      "12ZEw5Hcv1hTb6YUQJ69y1V7uhcoDz92PH", "34oVnh4gNviJGMnNvgquMeLAxvXJuaRVMZ", "bc1qxvenxvenxvenxvenxvenxvenxvenxven2ymjt8",
      "bc1pg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zq8ss0kf", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
      "0x00000000000000000000000000000000DeaDBeef", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
    ],
    invalid: [
      "12ZEw5Hcv1hTb6YUQJ69y1V7uhcoDz92PG", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
      "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u",
    ],
  },
};
