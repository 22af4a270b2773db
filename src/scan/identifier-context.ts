import { openGroups, writeGroups, type Groups, type GroupTexts } from "../core/hash-groups.js";
import type { EntityType } from "../core/label.js";
import type { Span } from "../core/span.js";
import type { Text, Token } from "../core/text.js";
import type { Identifier, Phrases, Scene } from "./identifier.js";

/** How far from a candidate a word may stand to count, in characters. */
const WINDOW = 40;
/** Words after a candidate count at half that: what follows usually belongs to the next number. */
const WINDOW_AFTER = 22;

/** What numbers are called that are no personal identifiers. */
const OTHER_NUMBERS: Phrases = {
  en: "ref reference refs invoice inv order policy ticket parcel tracking version ver receipt quote serial sku batch title folio docket isbn container cuit bundle barcode booking reservation flight train crn company charity frn postcode asset job po stock instruction meter unit exhibit transaction amount build release".split(" ").concat("order no", "order number", "case number", "case no", "claim no", "reference number", "ref no", "invoice no", "invoice number", "policy number", "title number", "company number", "company no", "sra id", "sra number", "sra no", "room number", "tracking number", "file number", "file no", "matter number", "charity number", "meeting id", "webinar id", "zoom id", "conference id", "id da reuniao", "id de la reunion", "licence number plate"),
  pt: "ref referencia fatura pedido protocolo autos boleto nota nf nfe guia art artigo artigos lei pagina pag fl fls folha folhas sala versao contrato matricula apolice ticket chamado os lote parcela sumula resolucao decreto portaria clausula rastreio recibo orcamento renavam processo senha encomenda incidente id".split(" ").concat("nota fiscal", "codigo de barras", "codigo de rastreio", "ordem de servico", "linha digitavel", "utente", "placa de video", "placa de som", "placa grafica", "placa mae"),
  es: "factura pedido expediente exp autos procedimiento articulo art ley pagina pag folio folios sala contrato poliza albaran recibo referencia ref boletin boe sentencia decreto presupuesto seguimiento reserva registro finca protocolo rollo recurso diligencias ticket".split(" ").concat("numero de expediente", "numero de factura", "numero de pedido", "placa de video", "placa base"),
};

/** Words that say so only where they stand right before the number. */
const OTHER_IF_NEXT = new Set("case claim matter file page pages para paragraph clause section art article room suite item part model title plot lot form unit level version companies reg".split(" "));

/** What may stand before "number", "número", so that it is a telephone's. */
const WHOSE = new Set("my your his her our their the this that a new old best direct work home personal other another same right correct only phone mobile contact uk irish us whatsapp own daughters sons husbands wifes brothers sisters mums dads mothers fathers partners meu minha seu sua dele dela o um novo esse este outro mesmo nosso mi su tu el un nuevo ese otro este nuestro mismo and or y e is ok hi on by from no at to em con por in pelo num".split(" "));
const OF = new Set(["de", "do", "da", "del", "of", "dos", "das"]);

/** Said of a number that is none: "for example", "e.g.", "dummy". */
const PLACEHOLDER = new Set("example examples eg exemplo exemplos ejemplo ejemplos sample dummy fake placeholder format formato ficticio ficticia ficticios made-up fictional bogus invented inventado inventada inventei".split(" "));

/** Words that call a number nothing in particular. */
const BARE = new Set("number numbers no num nr nro numero numeros n id code is its it s the my her his de do da del e es o a la el".split(" "));

/** Where a sentence, or a clause, ends. */
const ENDS_BEFORE = /[.!?]\s|\n/;
const ENDS_AFTER = /[.!?,;]\s|\n/;

/** True when the word at token `i` says that a number is none. In an address (`ana@example.org`) it says nothing. */
function saysNone(tokens: readonly Token[], original: string, i: number): boolean {
  const { word, start, end } = tokens[i]!;
  if (PLACEHOLDER.has(word)) return !/[@.\w-]/.test(original[start - 1] ?? " ") && !/^(?:\.\w|@)/.test(original.slice(end, end + 2));
  const before = tokens[i - 1]?.word;
  return (word === "g" && before === "e") || (word === "ex" && (before === "p" || before === "por"));
}

interface Phrase {
  readonly words: readonly string[];
  /** What it names; none: some other number. */
  readonly type: EntityType | undefined;
}

/** The phrases that end in a word, and what they name. */
interface Ending {
  readonly word: string;
  /** Another word that the table does not tell from it. */
  readonly also: Ending | undefined;
  readonly phrases: readonly Phrase[];
  /** The identifiers whose names they are, by their place in the list. */
  readonly named: readonly number[];
  readonly types: readonly EntityType[];
}

/** How a candidate is called: 2 by the nearest label, 1 by a word further off, 0 by none, −1: something else. */
export type Called = 2 | 1 | 0 | -1;

export interface Named {
  readonly types: readonly EntityType[];
  /** Their identifiers, by place in the list. */
  readonly indexes: readonly number[];
}

export interface Labels {
  readonly called: (scene: Scene, span: Span, type: EntityType) => Called;
  /** What some word of the message may name. Nothing else is called anything anywhere in it. Good until the next message. */
  readonly namedIn: (text: Text) => Named;
  readonly isPlaceholder: (scene: Scene, span: Span) => boolean;
}

interface Lengths {
  readonly own: number;
  readonly other: number;
  readonly no: number;
}
const NOTHING: Lengths = { own: 0, other: 0, no: 0 };

/** True when the words end at token `i`. */
function endsAt(tokens: readonly Token[], i: number, words: readonly string[]): boolean {
  const from = i - words.length + 1;
  if (from < 0) return false;
  for (let k = 0; k < words.length; k++) if (tokens[from + k]!.word !== words[k]) return false;
  return true;
}

const lastOf = (phrase: string): string => phrase.slice(phrase.lastIndexOf(" ") + 1);

/** By the last word of a label whose label it is: 0 for other numbers, else the identifier's number and one. */
export const writeLabels = (identifiers: readonly Identifier[]): GroupTexts =>
  writeGroups([OTHER_NUMBERS, ...identifiers.map(({ context }) => context)].flatMap((phrases, whose) => Object.values(phrases).flat().map((phrase) => [lastOf(phrase), [whose]] as const)));

/** Labels of all identifiers, to be looked up around a candidate. An identifier is asked for when a word is met that its labels end in. */
export function createLabels(texts: GroupTexts, identifierOf: (index: number) => Identifier): Labels {
  let opened: Groups | undefined;
  /** By place in the table, as they are met. */
  const met: (Ending | undefined)[] = [];
  const meet = (word: string, place: number, group: Uint32Array): Ending | undefined => {
    const phrases: Phrase[] = [];
    const named: number[] = [];
    for (const whose of group) {
      const { type, context } = whose === 0 ? { type: undefined, context: OTHER_NUMBERS } : identifierOf(whose - 1);
      for (const phrase of Object.values(context).flat()) {
        if (lastOf(phrase) !== word) continue;
        phrases.push({ words: phrase.split(" "), type });
        if (whose > 0) named.push(whose - 1);
      }
    }
    if (phrases.length === 0) return undefined;
    return (met[place] = { word, also: met[place], phrases, named, types: phrases.flatMap(({ type }) => type ?? []) });
  };
  const endingOf = ({ hashes, tokens }: Text, i: number): Ending | undefined => {
    const { placeOf, groupAt, groups } = (opened ??= openGroups(texts));
    const place = placeOf(hashes[i]!);
    if (place === 0) return undefined;
    const { word } = tokens[i]!;
    let ending = met[place];
    while (ending !== undefined && ending.word !== word) ending = ending.also;
    return ending ?? meet(word, place, groups[groupAt[place]!]!);
  };

  /** Length in words of the longest phrase of own, and of others, that ends at token `i`. */
  const endingAt = ({ text }: Scene, i: number, type: string): Lengths => {
    const ending = endingOf(text, i);
    if (ending === undefined) return NOTHING;
    const found = { own: 0, other: 0, no: 0 };
    for (const { words, type: named } of ending.phrases) {
      if (!endsAt(text.tokens, i, words)) continue;
      const kind = named === undefined ? "no" : named === type ? "own" : "other";
      found[kind] = Math.max(found[kind], words.length);
    }
    return found;
  };

  const here = { types: [] as EntityType[], indexes: [] as number[] };

  return {
    called: (scene, { start, end }, type) => {
      const { tokens } = scene.text;
      const first = scene.tokenFrom(start);
      let shadowed = false;
      let denied = false;
      let others = 0;
      for (let i = first - 1; i >= 0 && start - tokens[i]!.end <= WINDOW; i--) {
        const { own, other, no } = endingAt(scene, i, type);
        if (own > 0 && own >= no) {
          if (denied) return 0;
          const before = tokens[i - 1];
          if (own === 1 && BARE.has(tokens[i]!.word)) {
            if (OF.has(tokens[i + 1]?.word ?? "") && i + 1 < first) return 0;
            if (before !== undefined && tokens[i]!.start - before.end <= 2 && !WHOSE.has(before.word) && endingAt(scene, i - 1, type).own === 0) return 0;
          }
          return shadowed ? 1 : 2;
        }
        const near = start - tokens[i]!.end;
        if (!denied && !shadowed && ((no > 0 && near <= 25 && others <= 2) || (others === 0 && near <= 12 && OTHER_IF_NEXT.has(tokens[i]!.word)))) denied = true;
        else if (other > 0 || no > 0) shadowed = true;
        if (!BARE.has(tokens[i]!.word)) others++;
      }
      if (denied) return -1;
      for (let i = scene.tokenFrom(end); i < tokens.length && tokens[i]!.start - end <= WINDOW_AFTER; i++) {
        if (/\d/.test(tokens[i]!.word)) break;
        if (!BARE.has(tokens[i]!.word) && endingAt(scene, i, type).own > 0 && !/^\W{0,3}\w{0,6}\W{0,3}\d/.test(scene.plain.slice(tokens[i]!.end, tokens[i]!.end + 14))) return 1;
      }
      return 0;
    },
    namedIn: (text) => {
      here.types.length = here.indexes.length = 0;
      for (let i = 0; i < text.count; i++) {
        const ending = endingOf(text, i);
        if (ending === undefined) continue;
        for (const one of ending.types) if (!here.types.includes(one)) here.types.push(one);
        for (const one of ending.named) if (!here.indexes.includes(one)) here.indexes.push(one);
      }
      return here;
    },
    isPlaceholder: ({ text: { tokens, original }, tokenFrom }, { start, end }) => {
      const first = tokenFrom(start);
      for (let i = first - 1; i >= Math.max(0, first - 8) && start - tokens[i]!.end <= WINDOW + 20; i--) {
        if (saysNone(tokens, original, i) && !ENDS_BEFORE.test(original.slice(tokens[i]!.end, start))) return true;
      }
      const last = tokenFrom(end);
      for (let i = last; i < Math.min(tokens.length, last + 9) && tokens[i]!.start - end <= WINDOW; i++) {
        if (saysNone(tokens, original, i) && !ENDS_AFTER.test(original.slice(end, tokens[i]!.start))) return true;
      }
      return false;
    },
  };
}
