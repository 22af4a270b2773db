import type { Span } from "../../core/span.js";
import { afterLink, chunkAt, endsClause, sameSentence, secrecy } from "../identifier-secrets.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

/** Words for a secret. `code`: only with a door, an alarm or the like before it. */
const WORDS = new Set("password passwords passwd pwd pw pword pswd passcode passphrase passkey pin pins nip senha senhas contrasena contrasenya contraseña clave claves pass psw passwort".split(" "));
const CODES = new Set("code codes combination combinations combo codigo combinacion combinacao segredo".split(" "));
const CODE_OF = new Set("door gate alarm safe lockbox keysafe key entry entrance access building lock garage wifi wi fi guest lift porta portao alarme cofre acesso predio portaria puerta alarma caja fuerte portal portero edificio acceso candado cadeado".split(" "));
/** Words that lead to the value. `e` is the Portuguese "é" without its accent: it must carry it. */
const LINKS = new Set("is es eh s was are now changed to set será sera sigue agora ahora ficou foi".split(" "));
const MOST_BETWEEN = 8;
/** Talk about secrets, not the telling of one. */
const DENIED = new Set("never dont forgot forgotten reset expire expired nunca nao jamas olvide esqueci no".split(" "));
const PHRASES = new Set(["memorable word", "palavra secreta", "palabra secreta", "security word"]);

const isDigits = (value: string): boolean => /^\d+#?$/.test(value);

/** Judges the stretch at an offset as the value of a secret. `near`: it stands right after the label; `linked`: an "is" or a colon leads to it. */
function valueAt(scene: Scene, at: number, kind: "pin" | "word" | "code", near: boolean, linked: boolean): Reading | undefined {
  const chunk = chunkAt(scene.text.original, at);
  if (chunk === undefined) return undefined;
  const { start, end }: Span = chunk;
  const value = scene.text.original.slice(start, end);
  const quoted = start > at && /["'“‘«`]/.test(scene.text.original[start - 1]!);
  const level = secrecy(value);
  const ok = (confidence: number): Reading => ({ start, end, confidence, called: true });
  if (level === 2) return ok(linked || near ? 0.95 : 0.8);
  if (isDigits(value)) {
    const fits = kind === "word" ? value.length >= 4 && (linked || near) : value.length <= 9;
    const ordinary = /^(?:19|20)\d\d$/.test(value) && !linked && !near;
    return fits && value.length >= 4 && !ordinary && !/^(?:0+|1234|12345|123456)$/.test(value.slice(0, 0)) ? ok(0.85) : undefined;
  }
  if (level === 0) return quoted && value.length >= 4 ? ok(0.75) : undefined;
  if (kind === "pin") return undefined;
  if (quoted) return ok(0.85);
  return (linked || near) && kind === "word" && endsClause(scene.text.original, end) && value.length >= 6 ? ok(linked ? 0.75 : 0.65) : undefined;
}

function kindOf(scene: Scene, i: number): "pin" | "word" | "code" | undefined {
  const { tokens } = scene.text;
  const { word } = tokens[i]!;
  if (word === "pin" || word === "pins" || word === "nip") return "pin";
  if (WORDS.has(word)) return "word";
  const two = `${tokens[i - 1]?.word ?? ""} ${word}`;
  if (PHRASES.has(two)) return "word";
  if (!CODES.has(word)) return undefined;
  for (let j = i - 1; j >= Math.max(0, i - 2); j--) if (CODE_OF.has(tokens[j]!.word)) return "code";
  for (let j = i + 1; j <= i + 3 && j < tokens.length; j++) if (CODE_OF.has(tokens[j]!.word) && /^(?:for|of|to|do|da|de|del|la|the|a|para)$/.test(tokens[j - 1]!.word)) return "code";
  return undefined;
}

function read(scene: Scene, i: number): Reading | undefined {
  const kind = kindOf(scene, i);
  if (kind === undefined) return undefined;
  const { tokens, original } = scene.text;
  const cue = tokens[i]!;
  const direct = afterLink(original, cue.end);
  const atOnce = tokens[i + 1] === undefined || LINKS.has(tokens[i + 1]!.word) ? undefined : valueAt(scene, direct.at, kind, true, direct.linked);
  if (atOnce !== undefined && original.slice(cue.end, atOnce.start).length <= 5 && (direct.linked || !isPolicy(scene, i))) return atOnce;

  for (let j = i + 1; j < tokens.length && j <= i + MOST_BETWEEN; j++) {
    const token = tokens[j]!;
    if (!sameSentence(scene, j - 1, j) && !/^\s*\n/.test(original.slice(tokens[j - 1]!.end, token.start))) break;
    if (DENIED.has(token.word) || (WORDS.has(token.word) && j > i + 2)) break;
    const gap = original.slice(token.end, (tokens[j + 1] ?? token).start);
    const accented = token.word === "e" && original[token.start] === "é";
    const link = LINKS.has(token.word) || accented || /[:=]/.test(gap);
    if (!link) continue;
    let next = j;
    while (tokens[next + 1] !== undefined && next < j + 3 && (LINKS.has(tokens[next + 1]!.word) || /^(?:just|still|all|caps|literally|o|a|la|el|esta|este|essa|esse|essa|the)$/.test(tokens[next + 1]!.word))) next++;
    const found = valueAt(scene, afterLink(original, tokens[next]!.end).at, kind, false, true);
    if (found !== undefined) return found;
  }
  for (let j = i + 1; j < tokens.length && j <= i + 6 && sameSentence(scene, i, j); j++) {
    const chunk = chunkAt(original, tokens[j]!.start);
    if (DENIED.has(tokens[j]!.word)) break;
    if (chunk === undefined) continue;
    const value = original.slice(chunk.start, chunk.end);
    if ((secrecy(value) === 2 && /\d/.test(value) && (value.length >= 6 || /[^\p{L}\p{N}]|\p{Ll}.*\p{Lu}|\p{Lu}.*\p{Ll}/u.test(value))) || (kind !== "word" && isDigits(value) && value.length >= 4)) {
      return { ...chunk, confidence: 0.7, called: true };
    }
  }
  return undefined;
}

/** "never ask for your PIN", "forgot password": what stands before the word. */
function isPolicy({ text: { tokens } }: Scene, i: number): boolean {
  for (let j = Math.max(0, i - 5); j < i; j++) if (/^(?:never|nunca|forgot|reset|esqueci|olvide|jamas)$/.test(tokens[j]!.word)) return true;
  return false;
}

export const identifier: Identifier = {
  type: "password",
  at: { words: [...WORDS, ...CODES, "word", "secreta"] },
  read,
  context: {},
  source: "prose: a label, what leads from it, a value that looks like a secret",
  examples: {
    valid: [
      "the pw for the portal is [[Harbour_77]]", "phone pin is [[8830]], get the texts", "Portal password i made is [[Yorkie-Tea1961]] cos", "and the password [[BaggiesForever_3]].", "memorable word [[marmalade]], its hers",
      "alarm code for dad's house is [[1945]] then press", "pw [[Asmara2020]]! code come", "Wifi guest code today [[peasholm42]], ok", "safe combination's changed to [[27-04-19]], deeds", "supervisor PIN is [[5590]] if red",
      "the door code for the back is [[C2580Y]] use it", "Temporary password for the Fairburn portal: [[Ky8-tarn-ouse]].", "passcode [[scarborough]]. Say", "a senha é [[Floripa2019]]", "senha do portal: [[jacaranda!88]]", "clave: [[Sevilla_1992]]", "la contraseña es [[Perro.verde7]]", "mi pin es [[4471]]",
    ],
    invalid: [
      "we never ask for your PIN", "says my password's wrong. How do I do a reset", "supervisor PIN needs resetting by the bank", "the door code's changed again, ask Jan", "who makes passwords expire on a friday", "Please reset your password by 5pm",
      "my password expired at the weekend", "esqueci minha senha, como faço?", "nunca compartilhe sua senha", "he olvidado la contraseña", "la clave es llegar antes", "senha errada", "password protected pdf attached", "pin the message at 9", "the key is patience",
    ],
  },
};
