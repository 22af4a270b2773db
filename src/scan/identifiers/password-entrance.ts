import type { Span } from "../../core/span.js";
import { chunkAt, hasDigit, mayHaveDigits, secrecy } from "../identifier-secrets.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

/** What one gets into, and getting into it: near it a made-up string is the password, whatever it is called. */
const ENTRANCES = new Set(
  (
    "login logins logon logged log sign username user users wifi wi fi router network portal account accounts app email e mail gmail hotmail outlook icloud drive dropbox server website site zip vault box passcode zoom meeting unlock unlocks unlocked open opens opened locked laptop tablet ipad phone voicemail calendar file files room bank banking key pass word phrase code ssh admin system typed use works needs access " +
    "usuario utilizador acesso acessos rede conta correio caixa aplicativo sistema planilha pasta celular telemovel computador abre abrir abriu desbloqueia desbloquear entra entrar entre senha palavra agenda nuvem painel google instagram insta face netflix extrato banco " +
    "acceso accesos red cuenta correo casilla aplicacion computadora ordenador carpeta celu movil telefono abrirlo abrelo desbloquea entras entren ponga poner prueba prueben contra clave contrasena tablet plataforma sede banca cartilla nube cambie"
  ).split(" "),
);
/** What is called by such a string and is no secret. */
const NAMES = new Set("username user usuario usuaria utilizador utilizadora login nick handle busqueme called name nome nombre named file attachment arquivo ficheiro archivo anexo documento pasta folder carpeta chamado llamado coupon promo voucher cupom cupon desconto descuento referencia reference ref code codigo hashtag versao version".split(" "));
const AS = new Set(["as", "como"]);
const PASSWORDS = new Set("password passwd pwd pw pword senha contrasena clave contra pass".split(" "));
/** Words that people write numbers right behind. */
const NUMBERED = /^(?:section|clause|page|room|flat|unit|plot|form|floor|grade|level|class|stage|phase|exhibit|schedule|base|sha|utf|office|windows|microsoft|covid|euro|artigo|lote|sala|quadra|bloco|clausula|piso|nivel|anexo|articulo|formulario|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fev|abr|mai|ago|set|out|dez|ene|dic)\p{L}{0,6}-?\d/iu;
const REACH = 12;

/** Names of things that look like it: keys of services, and numbers too long to be remembered. */
const NOT_TYPED = /[/()<>\\[\]{}=:,"'+]|^\d|^(?:pk|sk|rk|test|sub|cus|req)_|_v\d+$|\d{7}|^[\p{L}\d_]{25,}$/u;

/** A string that nobody types but as a password: a word with digits, and of capitals or signs; no path, no file, no leet of a word. */
function isMadeUp(value: string): boolean {
  if (value.length < 7 || value.length > 40 || NOT_TYPED.test(value) || NUMBERED.test(value) || !/\p{Ll}{3}/u.test(value)) return false;
  if (!/\d\d/.test(value) && !(/\d$|\d[!#$%&*.-]/.test(value) && /[!#$%&*?_.~|-]/.test(value))) return false;
  return secrecy(value) === 3 || /^\p{L}{4,}(?:[._-]\p{L}{2,}){0,3}[._-]?\d{2,6}[!#$*.]?$/u.test(value);
}

/** The made-up string that begins at a token; not at the first, where a name or a handle stands. */
function madeUpAt({ text: { tokens, original } }: Scene, i: number): Span | undefined {
  const start = tokens[i]?.start ?? 0;
  const chunk = start === 0 || !hasDigit(original, start) ? undefined : chunkAt(original, start);
  if (chunk === undefined || !/[\s"'“‘«(]/.test(original[start - 1]!) || /\|\s*$/.test(original.slice(Math.max(0, start - 3), start))) return undefined;
  return isMadeUp(original.slice(chunk.start, chunk.end)) ? chunk : undefined;
}

function read(scene: Scene, at: number): Reading | undefined {
  const { tokens } = scene.text;
  const until = Math.min(tokens.length, at + REACH + 1);
  // What the entrance before this one looked at is not looked at again.
  const first = Math.max(0, at - 2 * REACH);
  let before = at - 1;
  while (before >= first && !ENTRANCES.has(tokens[before]!.word)) before--;
  const from = Math.max(0, at - REACH, before < first ? 0 : before + REACH + 1);
  if (!mayHaveDigits(scene, from, until)) return undefined;
  for (let i = from; i < until; i++) {
    const chunk = madeUpAt(scene, i);
    if (chunk === undefined) continue;
    const after = scene.tokenFrom(chunk.end);
    const isName = (AS.has(tokens[i - 1]?.word ?? "") || tokens.slice(Math.max(0, i - 3), i).some(({ word }) => NAMES.has(word))) && !/^\s*\/\s*$/.test(scene.plain.slice(Math.max(0, chunk.start - 3), chunk.start));
    const isBefore = tokens.slice(after, after + 5).some(({ word }, k) => PASSWORDS.has(word) || madeUpAt(scene, after + k) !== undefined);
    if (!isName && !isBefore) return { ...chunk, confidence: 0.7, called: true };
  }
  return undefined;
}

export const identifier: Identifier = {
  type: "password",
  at: [{ words: ENTRANCES, with: "mixed" }],
  read,
  context: {},
  source: "prose: a made-up string beside what one gets into with it",
  examples: {
    valid: [
      "go in as me on the portal, it's sallyann_k and [[Kettle!Moor9]], thanks", "wifi downstairs is all small letters [[dampsocks1987]] and slow", "the zip won't open? try [[Ripon-Fair-1932]]", "entra no e-mail dela com [[pamonha.doce77]], tá tudo lá",
      "a planilha abre com [[Cerejeira_31]]", "para ver el correo hay que poner [[Almendro2019]] y esperar", "le dejo el acceso a la casilla: [[Honorarios#Sur24]].", "use guest / [[lanterns_88!]] on the network",
    ],
    invalid: [
      "code SPRING15 gets 15% off on the site", "the file Oakes_medical_v3 was opened", "log in as dawnt76 and try again", "base64 is not encryption, open the file", "usuario presi2024, la clave va aparte", "room section21 of the portal", "an account of 2024", "open the app on floor12",
      "o arquivo clientes_2025 não abre", "the portal is at https://example.com/Login2024", "v@c@ 3stúp1d@ entra", "call the bank on 0161 496 0000", "happybee22: did you put the key in", "open a claim for Covid-19", "the app shows 4 films, Matrix3, Starlight3, all free", "log in to see 8.Lovable and 9.decent",
    ],
  },
};
