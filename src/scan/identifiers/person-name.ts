import type { Token } from "../../core/text.js";
import { isPossessive } from "../identifier-units.js";
import { NOT_FAMILY, PARTICLES } from "../identifier-words.js";
import type { Identifier, Reading, Scene } from "../identifier.js";
import { EN } from "./names/en.js";
import { ES } from "./names/es.js";
import { PT } from "./names/pt.js";

const GIVEN = new Set(`${EN} ${PT} ${ES}`.split(" "));
/** Given names that are words too: they need more than one capital after them, or a cue. */
const ROMANCE = new Set(`${PT} ${ES}`.split(" "));
const ENGLISH = new Set(EN.split(" "));
/** Given names that are as often family names. */
const EITHER = new Set("martin santiago simon vidal vicente pascual mora vega lara bento alonso salvador domingo benito gil leon rosa reyes santos cruz lourenco martinho vasco abel abreu amaro aparicio assis benjamim bernardo borja caetano custodio duarte franco gaspar henrique jordao lorenzo luz matias miguel nicolau pilar ramiro ramon roman roque rubio salazar serafim thomaz tome valentim valentin ventura victoria vitoria xavier garcia marco marcos mateo mateus maura aurelio augusto bruno amaral amaya antunes dias afonso cesar prado bastos leal ramos tomas noe blanco sol guzman".split(" "));
const WORDS = new Set("will mark grace hope may april june bill rose joy faith drew chase grant dawn frank rob pat sue art jack ray dean max lee jean van li min lin yang mar sol luz paz cruz flor luna rosa alba blanca pilar consuelo dolores mercedes socorro remedios santos salvador domingo junior martim angel angeles reyes segundo modesto severo justo mora vega leo leon clemente perla estrella esperanza caridad concepcion purificacion presentacion natividad graca conceicao aparecida felicidade custodia gloria vitoria victoria rita sita mona lan hoa bao duc thi iris ivy ruby amber holly hazel heather violet daisy penny jade olive poppy lily precious blessing goodness noor karan bola ade ion dina nana una ama esi ese uche".split(" "));

/** After these a known given name counts in small letters too. */
const INTRODUCTIONS = ["name", "named", "called", "nome", "nombre", "chamo", "chama", "llamo", "llama"];
/** Words before a name, and the words they may be joined to it with. */
const TITLES = new Set("mr mrs ms miss dr sr sra srta dra don dona dna sir dame judge prof seu senhor senhora senor senora senorita d".split(" "));
const CUES = new Set("name named called nome chamo chama llamo llama nombre client cliente clienta claimant defendant applicant beneficiary tenant executor proprietor deceased beneficiario beneficiaria titular favorecido favorecida testigo testemunha witness paciente inquilino inquilina autor autora reu parte demandante demandado demandada requerente arrendatario comprador vendedor heredero herdeiro soy sou spouse wife husband esposo esposa marido mulher hijo hija filho filha irmao irma hermano hermana sobrino sobrina sobrinho sobrinha tio tia madre padre mae pai vecino vecina vizinho vizinha cunado cunada cunhado cunhada cuidadora cuidador segurado segurada asegurado socio socia contacto contato interpreter carer neighbour nephew niece son daughter brother sister mother father uncle aunt cousin landlord surveyor employee driver patient executrix administrator informant complainant abuelo abuela nieto nieta neto neta curador curadora tutor tutora falecido falecida fallecido proprietario proprietaria propietario propietaria demandados empleado empleada empregado empregada trabajador trabajadora colaborador colaboradora funcionario funcionaria servidor servidora trabalhador trabalhadora aluno aluna alumno alumna estudante herdeiros meeiro meeira viuvo viuva viudo viuda menor".split(" "));
const JOINS = new Set("is e es s foi fue gives as full completo completa complete inteiro entero nome nombre name retirante chama llama chamo llamo se me mr mrs ms miss dr sr sra srta dra don dona me".split(" "));
/** Labels of identifiers, before which the name of their owner stands. */
const LABELS = new Set("cpf rg oab dni nie nif nino dob born nascido nascida nasc nacido nacida nac ni passport pasaporte passaporte ppsn cel celular tel telefone telefono telemovel movil mobile cedula curp rut cuit ssn nhs utr email".split(" "));
const FIRM_WORDS = new Set("ltd limited llp plc inc llc solicitors law legal associates partners advogados abogados ltda sa sl lda street st road rd avenue ave lane close drive way court crescent gardens terrace school college hospital church v vs versus house centre center foundation trust hall".split(" "));
const STREET_BEFORE = new Set("rua r av avenida travessa alameda praca largo rodovia estrada calle c plaza paseo camino avda carrer st saint street school hospital escola colegio v vs versus cape port mount lake city hotel the comunidade comunidad cidade ciudad bairro barrio vila villa colonia igreja iglesia parroquia paroquia santuario cercado estadio fundacao instituto teatro aeroporto edificio condominio residencial foundation stadium ginasio fundacion aeropuerto municipio presidente".split(" "));

/** Words from a given name to its family name, at most. */
const MOST_PARTICLES = 4;

const UPPER = /^\p{Lu}/u;
const isCapital = (text: string, { start }: Token): boolean => UPPER.test(text.slice(start, start + 2));
const isShouted = (text: string, { start, end }: Token): boolean => end - start > 1 && text.slice(start, end) === text.slice(start, end).toUpperCase();
const isWord = ({ word }: Token): boolean => /^[\p{L}]+$/u.test(word);

/** The last token of the family names after the given name at `i`; −1 when there is none. */
function familyEnd({ text: { tokens, original } }: Scene, i: number, anyCase: boolean): number {
  let last = -1;
  let names = 0;
  for (let j = i + 1; j < tokens.length && names < 5 && j <= i + 8; j++) {
    const token = tokens[j]!;
    const gap = original.slice(tokens[j - 1]!.end, token.start);
    if (!/^(?: |-| ?['’] ?|\. ?|  )$/.test(gap) || (gap.startsWith(".") && tokens[j - 1]!.word.length > 1 && !TITLES.has(tokens[j - 1]!.word))) break;
    if (PARTICLES.has(token.word) && !isCapital(original, token)) continue;
    const accented = original.slice(token.start, token.end) === "Sá";
    if (!accented && (!isWord(token) || (NOT_FAMILY.has(token.word) && !PARTICLES.has(token.word)) || FIRM_WORDS.has(token.word))) break;
    if ((!isCapital(original, token) && !(anyCase && names === 0)) || (names === 0 && j > i + MOST_PARTICLES)) break;
    if (token.word.length === 1 || (PARTICLES.has(token.word) && token.word !== "santos" && token.word !== "santa")) continue;
    names++;
    last = j;
    if (isPossessive(original, token)) break;
  }
  return last;
}

/** The end of a name without the "'s" of what it owns. */
const nameEnd = ({ text: { tokens, original } }: Scene, last: number): number =>
  tokens[last]!.end - (isPossessive(original, tokens[last]!) ? 2 : 0);

/** True when what surrounds tokens `first`..`last` says that they name a firm, a street or a case. */
function isOtherName({ text: { tokens, original } }: Scene, first: number, last: number): boolean {
  const before = tokens[first - 1];
  if (before !== undefined && /^(?:de|da|do|del|la)$/.test(before.word) && STREET_BEFORE.has(tokens[first - 2]?.word ?? "")) return true;
  const after = tokens[last + 1];
  if (before !== undefined && STREET_BEFORE.has(before.word) && tokens[first]!.start - before.end <= 2 && !/[\n!?:,;]/.test(original.slice(before.end, tokens[first]!.start))) return true;
  if (after === undefined || after.start - tokens[last]!.end > 3 || original.slice(tokens[last]!.end, after.start).includes("\n")) return false;
  return FIRM_WORDS.has(after.word) || /^ ?& ?/.test(original.slice(tokens[last]!.end, after.start));
}

function read(scene: Scene, i: number): Reading | undefined {
  const { tokens, original } = scene.text;
  const here = tokens[i]!;
  const make = (first: number, last: number, confidence: number): Reading | undefined =>
    last <= first || isOtherName(scene, first, last) ? undefined : { start: tokens[first]!.start, end: nameEnd(scene, last), confidence, called: true };

  if (TITLES.has(here.word) || CUES.has(here.word)) {
    let first = i + 1;
    const title = TITLES.has(here.word);
    if (title && !isCapital(original, here) && here.word === "d") return undefined;
    while (tokens[first] !== undefined && first <= i + 3 && (JOINS.has(tokens[first]!.word) || (TITLES.has(tokens[first]!.word) && tokens[first]!.word !== "d")) && !GIVEN.has(tokens[first]!.word)) first++;
    const name = tokens[first];
    if (name === undefined || !isWord(name) || NOT_FAMILY.has(name.word) || name.word.length < 2) return undefined;
    const gap = original.slice(here.end, name.start);
    const joined = title ? /^\.? *$/.test(original.slice(tokens[first - 1]!.end, name.start)) : first > i + 1 || /^ ?[:,-]/.test(gap) || /^(?:soy|sou|chamo|chama|llamo|llama|named|called|nome|name|nombre)$/.test(here.word) || (gap === " " && !isCapital(original, here));
    if (!joined || gap.length > 20 || /\n/.test(gap)) return undefined;
    const known = GIVEN.has(name.word);
    const introduced = INTRODUCTIONS.includes(here.word);
    if (!isCapital(original, name) && !(known && introduced)) return undefined;
    const last = familyEnd(scene, first, known && introduced && !isCapital(original, name));
    if (last < 0 || (!known && !title && !introduced && isShouted(original, name))) return undefined;
    return make(first, last, known ? 0.95 : title ? 0.85 : 0.75);
  }

  if (LABELS.has(here.word)) return readBefore(scene, i);
  if (!GIVEN.has(here.word) || !isCapital(original, here)) return undefined;
  if (i > 0 && GIVEN.has(tokens[i - 1]!.word) && /^[ -]$/.test(original.slice(tokens[i - 1]!.end, here.start)) && isCapital(original, tokens[i - 1]!)) return undefined;
  if (/[@._/\\]$/.test(original.slice(0, here.start).slice(-1)) || /^[@_]/.test(original.slice(here.end, here.end + 1))) return undefined;
  const last = familyEnd(scene, i, false);
  if (last < 0) return undefined;
  const shouted = isShouted(original, here) && isShouted(original, tokens[last]!);
  const families = tokens.slice(i + 1, last + 1).filter((token) => isCapital(original, token));
  if (WORDS.has(here.word) && (shouted || (isSentenceStart(scene, i) && families.length < 2 && !GIVEN.has(families[0]!.word)))) return undefined;
  if (shouted && families.length < 2 && tokens[i - 1] !== undefined && isShouted(original, tokens[i - 1]!)) return undefined;
  const second = families[0]!.word;
  if (families.length === 1 && ROMANCE.has(here.word) && ROMANCE.has(second) && !EITHER.has(second) && !(ENGLISH.has(second) && scene.text.lang === "en")) return undefined;
  return make(i, last, WORDS.has(here.word) ? 0.7 : 0.9);
}

/** "Jurema Cardoso Leal, CPF …": the capitalised words right before the label of an identifier. */
function readBefore(scene: Scene, i: number): Reading | undefined {
  const { tokens, original } = scene.text;
  let first = i;
  let names = 0;
  while (first > 0 && names < 5) {
    const token = tokens[first - 1]!;
    const gap = original.slice(token.end, tokens[first]!.start);
    if (!(first === i ? /^(?:, ?| \(|: ?| - |\n)$/ : /^[ -]$/).test(gap)) break;
    if (PARTICLES.has(token.word) && names > 0 && !isCapital(original, token)) {
      first--;
      continue;
    }
    if (!isWord(token) || !isCapital(original, token) || NOT_FAMILY.has(token.word) || FIRM_WORDS.has(token.word) || TITLES.has(token.word) || CUES.has(token.word) || token.word.length < 2 || isShouted(original, token)) break;
    first--;
    names++;
  }
  while (first < i && PARTICLES.has(tokens[first]!.word) && !isCapital(original, tokens[first]!)) first++;
  const before = tokens[first - 1];
  if (names < 2 || first === i || (names === 2 && i - first > 2) || (before !== undefined && (STREET_BEFORE.has(before.word) || FIRM_WORDS.has(before.word)))) return undefined;
  return { start: tokens[first]!.start, end: tokens[i - 1]!.end, confidence: 0.7, called: true };
}

const isSentenceStart = ({ text: { tokens, original } }: Scene, i: number): boolean =>
  i === 0 || /[.!?\n]/.test(original.slice(tokens[i - 1]!.end, tokens[i]!.start));

export const identifier: Identifier = {
  type: "person-name",
  at: [
    { words: new Set(INTRODUCTIONS) }, { words: new Set([...TITLES, ...CUES].filter((word) => !INTRODUCTIONS.includes(word))), with: "capital-after" },
    { words: LABELS, with: "capitals-before" }, { words: GIVEN, with: "capitals" },
  ],
  read,
  context: {},
  source: "common given names of the three languages; a name not among them needs a title or another cue",
  examples: {
    valid: [
      "client is [[Chidi Nwosu]], DOB later", "spoke to [[Brenda Molloy]] today", "[[Malcolm Edward Thirsk]] of Haworth", "my name is [[sarah okafor]] btw", "me chamo [[Maria da Conceição Souza]]", "sou a [[Helena Prado]]",
      "me llamo [[Javier Ortiz de Zárate]]", "a sra. [[Zuleide Prado]] ligou", "Regards\n[[Helen Ward]]", "met [[Siobhán O'Brien]] there", "[[Jean-Pierre McAllister]] signed", "D. [[Ramiro Fuentes Gil]]", "[[Zulmira Quitéria Bastos]], CPF 111", "se llama [[Críspulo Marín Zamora]] y vive", "meu esposo [[Ivonir Casagrande]], operado",
    ],
    invalid: ["Mr Okafor rang", "Smith v Jones", "Crown Court", "Will Monday work?", "the Data Protection Act", "Rua Maria Silva", "Lloyds Bank", "Thomas Cook Ltd", "Doña Lety disculpe", "Mark Please call me", "Ministério Público"],
  },
};
