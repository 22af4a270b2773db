import type { Identifier, Reading, Scene } from "../identifier.js";
import { readDate } from "../identifier-dates.js";

const CUES = {
  en: ["born", "dob", "birth", "birthdate", "birthday", "bday", "b"],
  pt: ["nascido", "nascida", "nasc", "nascimento", "nasceu", "nasci", "dn", "aniversario", "nascto", "niver"],
  es: ["nacido", "nacida", "nac", "nacimiento", "nacio", "naci", "fn", "fdn", "fnac", "cumpleanos", "nacidos", "cumple"],
} as const;

/** Words that may stand between the cue and the date. */
const BETWEEN = new Set("on the in is was of date day her his my their s it its e eh foi dia em no na a data o el en dia fue es fecha de del d client client's he she at to be".split(" "));
/** "Mi cumple" is a birthday; without such a word before it "cumple" is also what a term, or somebody, does. */
const WHOSE_DAY = new Set(["mi", "tu", "su"]);
const MOST_BETWEEN = 7;
/** A place may stand between: "born in Leeds on 4 March 1981". */
const LONGEST_GAP = 40;

function read(scene: Scene, i: number): Reading | undefined {
  const { tokens } = scene.text;
  const cue = tokens[i]!;
  if (cue.word === "b" && !(tokens[i - 1]?.word === "o" && tokens[i - 2]?.word === "d") && !/^[.:] ?\d/.test(scene.plain.slice(cue.end, cue.end + 3))) return undefined;
  if (cue.word === "cumple" && !WHOSE_DAY.has(tokens[i - 1]?.word ?? "")) return undefined;
  for (let j = i + 1; j < tokens.length && j <= i + MOST_BETWEEN && tokens[j]!.start - cue.end <= LONGEST_GAP; j++) {
    const date = readDate(scene, j);
    if (date !== undefined) return { start: date.start, end: date.end, confidence: 0.95, called: true };
    if (/\d/.test(tokens[j]!.word) || (!BETWEEN.has(tokens[j]!.word) && j > i + 4)) break;
  }
  for (let j = i - 1; j >= 0 && j >= i - 8 && cue.start - tokens[j]!.end <= LONGEST_GAP; j--) {
    const date = /\d/.test(tokens[j]!.word) || tokens[j]!.word.length > 2 ? readDate(scene, j) : undefined;
    if (date !== undefined && cue.word !== "born" && tokens.slice(date.next, i).every(({ word }) => BETWEEN.has(word) || word === "my")) {
      let k = j;
      while (k > 0 && j - k < 2 && readDate(scene, k - 1)?.end === date.end) k--;
      return { start: tokens[k]!.start, end: date.end, confidence: 0.85, called: true };
    }
  }
  return undefined;
}

export const identifier: Identifier = {
  type: "date-of-birth",
  at: [{ words: new Set(Object.values(CUES).flat()), with: "digit" }],
  read,
  context: { en: CUES.en.slice(0, -1), pt: CUES.pt, es: CUES.es },
  source: "any full date of the three languages, day or year first",
  examples: {
    valid: [
      "d.o.b [[3rd June 1990]] for the form", "born [[09.11.1947]].", "DOB [[22 Sept 1985]], NI", "dob [[14-02-1994]]", "date of birth: [[2 January 1939]]", "she was born in Leeds on [[4/3/81]]",
      "date of birth [[1979-08-30]]", "nascida em [[3 de março de 1984]]", "nasc. [[12/05/1979]]", "data de nascimento: [[12.05.79]]", "fecha de nacimiento [[3/4/85]]", "nac. el [[4 de julio de 1990]]",
      "nacido el [[04-07-1990]] en Lima", "[[12/03/1980]] is her date of birth", "born [[March 4th, 1981]]", "mi cumple es el [[3 de abril de 1980]]", "meu niver é [[3 de abril de 1980]]",
    ],
    invalid: ["the hearing is on 12/03/2025", "born in 1981", "what is your date of birth?", "dob 32/13/1980", "birthday party on Friday", "nasceu um acordo em 2 dias", "el plazo se cumple el 3 de abril de 2026", "mi cumple es el 3 de abril"],
  },
};
