import type { Token } from "../../core/text.js";
import type { Identifier, Reading, Scene } from "../identifier.js";

const STREETS = new Set("rua r al av avenida avda avd travessa tv alameda praca largo rodovia estrada estr calcada calle c cl plaza pza plza paseo ps camino cno carrer ronda rda carretera ctra travesia pasaje carrera cra kra calzada bulevar blvd jiron jr quadra via glorieta passeig callejon diagonal transversal conjunto urbanizacion urb bv privada cerrada linha viela beco azinhaga".split(" "));
/** Short forms that need the sign people write after them. */
const SHORT: Readonly<Record<string, RegExp>> = { r: /^\. ?/, al: /^\. ?\p{Lu}/u, c: /^\/ ?/, av: /^\.? ?/, tv: /^\. ?/, ps: /^[.\u00ba\u00b0]/, cl: /^\. ?/, jr: /^\.? /, bv: /^\. ?/, linha: /^ \p{Lu}/u, privada: /^ (?:del? (?:l[ao]s? )?)?\p{Lu}/u, cerrada: /^ (?:del? (?:l[ao]s? )?)?\p{Lu}/u, via: /^ \p{Lu}/u, conjunto: /^ \p{Lu}/u, quadra: /^ /, carrera: /^ [\d\p{Lu}]/u, diagonal: /^ [\d\p{Lu}]/u };
const PARTICLES = new Set("de da do das dos del la las los el e y d i san santa santo sao dr dra dom don doña general gral coronel prof professor doutor doctor padre frei marechal".split(" "));
const NUMERALS = new Set("n no nro num numero number km o".split(" "));
const COMPLEMENT = new Set("apto apt ap apartamento bloco bl casa cs sala sl conj conjunto andar torre cj box lote lt quadra qd fundos loja cobertura cob piso planta puerta pta pt bajo bjo esc escalera esq dto dta dcha izq izda izqda direito esquerdo frente tras rc local loc oficina of int interior ext exterior dpto depto departamento col colonia cp cep bairro barrio letra atico entresuelo principal n no portal urb b a c d edificio ed".split(" "));
const isCapital = (text: string, at: number): boolean => /[\p{Lu}\d]/u.test(text[at] ?? "");
const MOST_NAME = 8;
const MOST_TAIL = 18;

/** Index of the token that holds the house number, when the name of the street is followed by one. */
function houseNumber({ text: { tokens, original } }: Scene, i: number): number | undefined {
  let capitals = 0;
  for (let j = i + 1; j < tokens.length && j <= i + MOST_NAME; j++) {
    const gap = original.slice(tokens[j - 1]!.end, tokens[j]!.start);
    if (/[;!?\n$£€]|\.\.|[^\p{L}]\. \p{Lu}/u.test(j === i + 1 ? gap.replace(/^\./, "") : gap)) return undefined;
    const { word, start } = tokens[j]!;
    if (/^\d{1,5}[a-z]?$/.test(word) && j > i + 1 && !/^(?:de|del|do|da)$/.test(tokens[j - 1]!.word) && !(tokens[j + 1]?.word === "de" && capitals === 0)) return capitals > 0 || gap.includes(",") || NUMERALS.has(tokens[j - 1]!.word) || j > i + 1 ? j : undefined;
    if (/^\d/.test(word) && j === i + 1 && /^(?:carrera|cra|kra|calle|cl|avenida|av|transversal|diagonal|avda)$/.test(tokens[i]!.word) && /#|\bno\b|n\u00ba/i.test(original.slice(tokens[j]!.end, tokens[j]!.end + 6))) return j + 1 < tokens.length && /^\d/.test(tokens[j + 1]!.word) ? j + 1 : j + 2;
    if (isCapital(original, start)) capitals++;
    else if (!PARTICLES.has(word) && !NUMERALS.has(word) && word.length < 3) return undefined;
  }
  return undefined;
}

/** End of what follows the number: flat, quarter, town, State, postcode. */
function tailEnd({ text: { tokens, original } }: Scene, number: number): { readonly end: number; readonly coded: boolean } {
  let end = tokens[number]!.end;
  let coded = false;
  const belongs = ({ word, start }: Token): boolean => isCapital(original, start) || /[\u00ba\u00aa\u00b0]/.test(original[start]!) || COMPLEMENT.has(word) || PARTICLES.has(word) || /^\d/.test(word);
  for (let j = number + 1; j < tokens.length && j <= number + MOST_TAIL; j++) {
    const gap = original.slice(tokens[j - 1]!.end, tokens[j]!.start);
    if (!/^[ ,.\-/\u00ba\u00b0\u00aa\u2013\u2014()#:\n]{1,4}$/.test(gap) || /[.)\n] \p{Lu}|\n\n|\.\n/u.test(gap + original[tokens[j]!.start]!) && !/^(?:cep|cp)$/.test(tokens[j]!.word) && !COMPLEMENT.has(tokens[j - 1]!.word)) break;
    const token = tokens[j]!;
    const postcode = /^(?:\d{5}-?\d{3}|\d{4}-\d{3}|\d{2}\.\d{3}-\d{3}|\d{5})(?!\d)/.exec(original.slice(token.start, token.start + 11));
    if (postcode !== null) {
      end = token.start + postcode[0].length;
      coded = true;
      const city = /^ \p{Lu}[\p{L}]+(?: (?:de |da |do |del |la )?\p{Lu}[\p{L}]+){0,2}/u.exec(original.slice(end, end + 40));
      return { end: end + (city?.[0].length ?? 0), coded };
    }
    if (!belongs(token) || /^(?:cpf|rg|cnpj|tel|cel|fone|dni|nie|nif|nasc|nac|email|eu|ele|ela|me|meu|minha|mi|y|e|favor|por|obrigad[oa]|gracias|ok|pode|preciso)$/.test(token.word) && !PARTICLES.has(token.word)) break;
    if (/^\d{5,}$/.test(token.word)) break;
    if (!PARTICLES.has(token.word)) end = token.end;
  }
  return { end, coded };
}

function read(scene: Scene, i: number): Reading | undefined {
  const { tokens, original } = scene.text;
  const street = tokens[i]!;
  const short = SHORT[street.word];
  const after = original.slice(street.end, street.end + 12);
  if (short === undefined ? !/^\.? [^(]/.test(after) || /^\. \p{Lu}/u.test(after) && street.word.length > 5 : !short.test(after)) return undefined;
  const number = houseNumber(scene, i);
  if (number === undefined || tokens[number] === undefined || tokens[number]!.start - street.end > 60) return undefined;
  const { end, coded } = tailEnd(scene, number);
  const named = tokens.slice(i + 1, number).some(({ start }) => /\p{Lu}/u.test(original[start] ?? ""));
  const sure = coded || named;
  if (!sure && !/^(?:rua|calle|avenida|travessa|alameda|avda|plaza|praca|av|c|carrer|paseo|carrera|cra|kra|cl|transversal|diagonal)$/.test(street.word)) return undefined;
  if (!sure && !/^(?:de|da|do|das|dos|del|la|las|los|san|santa|sao|c|\d+)$/.test(tokens[i + 1]!.word) && !original.slice(street.end, tokens[number]!.start).includes(",") && end === tokens[number]!.end && !/^(?:$|[.,;\n)`])/.test(original.slice(end, end + 1))) return undefined;
  if (!sure && tokens.slice(i + 1, number).some(({ word }) => /^(?:em|en|as|a|o|para|com|con|desde|por|que|onde|donde|hace|ha|faz|e|y|ao|al|hasta|ate|tem|hay|uns|umas|unos|unas)$/.test(word))) return undefined;
  return { start: street.start, end, confidence: coded ? 0.95 : named ? 0.85 : 0.65, called: true };
}

export const identifier: Identifier = {
  type: "postal-address",
  at: [{ words: STREETS, with: "digit-after" }],
  read,
  context: {},
  source: "Correios, CTT and Correos forms",
  examples: {
    valid: [
      "moro na [[Rua das Flores, 123, apto 45, Pinheiros, São Paulo - SP, 05422-010]]", "[[Av. Paulista, 1578]], obrigado", "[[R. Augusta, nº 900]] fica perto", "citar na [[Travessa do Carmo, nº 12, 3º Esq, 1200-123 Lisboa]]",
      "vivo en [[Calle Mayor, 12, 3º B, 28013 Madrid]]", "[[C/ Alcalá 45, 28014 Madrid]]", "en [[Avda. de la Constitución nº 7, Sevilla]]", "[[Carrera 15 # 93-40 oficina 502, Bogotá]]", "[[calle Feria 48, 2.º izda., 41003 Sevilla]], nacida", "domicilio [[Jr. Carabaya 540, dpto 302, Cercado de Lima]]", "[[Rua da Bela Vista 27, 3.º Esq., 4430-112 Vila Nova de Gaia]]", "[[Paseo de Gracia 101, 08008 Barcelona]]", "[[Avenida da Liberdade, n.º 110, 1269-046 Lisboa]]", "moro na [[rua augusta 900 ap 12]]", "vivo en [[calle mayor 5]]", "entregar na [[rua das acácias 22]], tá?", "[[Al. Santos, 200 - 01418-000]]",
    ],
    invalid: ["na rua desde 2019", "a rua tem 3 casas", "under 42 U.S.C. 10101(12)", "vi na rua umas 20 pessoas", "na rua perdem 7 pontos", "calle cortada hasta las 5", "art. 5 da Constituição", "av com 2 pistas", "llama al Santos 200"],
  },
};
