import type { Glance } from "../core/glance.js";
import { hashWord, tailOf } from "../core/hash.js";
import { createHashTable } from "../core/hash-table.js";
import { LANGS, type Lang } from "../core/label.js";
import { ACCENTED, LETTER, PORTUGUESE, SPANISH } from "../core/signs.js";
import { unitAt } from "../core/unit-at.js";

/**
 * Words that tell the three languages apart (folded), most telling first: of those that do in the training corpora, the ones without which
 * short pieces of them are told worse, and words of chat. What the lists share says less; `ok` is all three's, and alone English.
 */
const WORDS: Readonly<Record<Lang, string>> = {
  en: "the and to it in i you on for of is my your that with at from be if not its or one can we was ive by so have her as im will about our this dont what his has he tell she got say out him all please before told are but know put says up an like them they client just us back said who only id ill u now been want hes two send off letter had get when cant there would go new need mr were ask which may other pay take well any shes ring never bank here office then could after name again thats good ur theres where form over sent day file give friday same how first down three should firm old did today since left let wants youve call still nobody youre bring till does note both under monday isnt their without hi work wont next came man people than sorry week youll weve going more mrs think because done four paid goes whole fee home too make hell copy gone stop why morning lol ms lot bit ten car book thank team theyre months meeting very yes already lawyer line code tomorrow also thanks nice ok pls some okay yeah hello hey thx cos lets sure yesterday",
  pt: "e o da do nao com na em pra eu meu um ele tem so minha ja seu as ou sem ela uma ate pode quem foi vai isso ao pro nome conta sua tudo hoje nem dia senhor senhora mais dele processo mas sou vou quer depois pediu aqui disse novo quero mesmo fica dra pelo lhe agora tenho ainda ai das doutor quando outra esse diz dois sexta outro sobre posso vc casa pela sai ontem bom dias fala boa oi nosso prazo mil vcs precisa mandou faz dr mim senha falar essa caso duas assim manda nossa sr bem sei saiu vem chegou onde dona preciso tava segue anos nova comigo pede era caixa passa fora deu coisa ter chave eles teu nunca loja fim cpf meus tarde meio podem leva fiz mesma fez horas hj sempre tua num ata quiser pix caiu sim nas ano vi chama chega mensagens obrigado obrigada ola ok",
  es: "la el y en lo del con le los mi si es las un su al ya una yo te he sin usted hay tiene pero ni tu soy asi cuenta dice eso va dia hoy otra tengo puede mas quien hasta cuando nadie aqui otro correo nombre quiero ella puedo paso despacho quiere voy hace ese llevo les sobre bien ahi casa donde dias mil don juzgado viernes alguien dijo quedo esa datos este pide lic hola fue llego estoy caso pa buenas jaja abogado ahora manda mismo son mejor sale dejo ustedes uno martes clave viene dona demanda cuanto anos despues siempre queda fecha sus nuevo era nosotros gracias doctor telefono han dije mio mis ayer lleva muy esto factura luego decir nueva abogada jefe algo salio plazo firme caja hacer veces firmo llega hoja cuento nuestro cambio pidio dicho aunque hija estaba nunca movil tarde llamo nomas juicio diez cuatro cita pone hemos hago pido mande hecho hablar pueden jajaja horas trae puesto deje sea dni llama sigue digale ningun quede vaya deja pongo marzo pues necesito ano vi cualquier vieja baja aca debe vio acceso buenos hizo seguro haga segun che dio vos di van menos ve tenia unos unas tus mucho cual ok",
};

/** Endings of two or three letters that tell languages apart, asked of words that the lists above do not have: the longer one first. */
const ENDINGS: Readonly<Record<Lang, string>> = {
  en: "ing ion ers ent ted sed red ght nts ned ons nce ess ter ked led ded nds her ngs ies ate ard est ary ant ity and ied ed ng rs nt on ts ly ry ds nd ns ll st ty en ys ch ss",
  pt: "cao ado mos ada nte ndo nto nha nho ria cia rio ido sao ram ito ade iro dos ora tas tar ira ica uei lha sta tou tos ico rar nca nta ida rem lho ao do os to ou as ia ra ei da ta io em ca ro co ha am ho la",
  es: "ado ion mos ada nte ndo nto ron ria dad cia rio ido ero ito dos ora tas era tar ica sta nes tos ico rar nta ida do os to on as ia ra da ta io ro en co lo an la",
};

/** What a word says for a language; shared among the languages that have it. An ending says half of that. */
const VOTE = 12;
const SHORTEST_WITH_ENDING = 4;
/** What one ending says is not enough to tell a language: a name may have it. */
const TOO_LITTLE = VOTE / 2;

/** The votes of words or endings, four bits a language; what several languages have is shared among them. */
function* votesOf(lists: Readonly<Record<Lang, string>>, vote: number): Generator<readonly [entry: string, votes: number]> {
  /** A one for each language that has the entry. */
  const langsOf = new Map<string, number>();
  for (const [index, lang] of LANGS.entries()) for (const entry of lists[lang].split(" ")) langsOf.set(entry, (langsOf.get(entry) ?? 0) | (1 << (4 * index)));
  for (const [entry, langs] of langsOf) yield [entry, (langs * vote) / ((langs & 1) + ((langs >>> 4) & 1) + (langs >>> 8))];
}

const votesOfWord = createHashTable([...votesOf(WORDS, VOTE)].map(([word, votes]) => [hashWord(word), votes]));

/** The place of the last three letters of a word, five bits each. */
const placeOf = (tail: number): number => ((tail >>> 6) & 0x7c00) | ((tail >>> 3) & 0x3e0) | (tail & 0x1f);
/** By that place: votes. An ending of two letters stands at every letter before it that makes none of three. */
const VOTES_OF_ENDING = new Uint16Array(1 << 15);
for (const [ending, votes] of [...votesOf(ENDINGS, VOTE / 2)].sort(([a], [b]) => a.length - b.length)) {
  const place = placeOf(tailOf(ending));
  if (ending.length === 3) VOTES_OF_ENDING[place] = votes;
  else for (let before = 0; before < VOTES_OF_ENDING.length; before += 1 << 10) VOTES_OF_ENDING[before | place] = votes;
}

/** The likeliest language of the words; undefined when nothing tells. Web addresses and the like tell nothing. */
export function guessLanguage(original: string, { count, hashes, ends, lengths, signs, tails, all }: Glance): Lang | undefined {
  // `é` and the like speak for the two languages that have them, and against the third.
  const accent = (all & ACCENTED) === 0 ? 0 : VOTE / 2;
  let en = 0;
  let pt = (all & PORTUGUESE) === 0 ? accent : VOTE;
  let es = (all & SPANISH) === 0 ? accent : VOTE;
  let inAddress = false;
  for (let k = 0; k < count; k++) {
    const length = lengths[k]!;
    const start = ends[k]! - length;
    if (start > 0) {
      const before = unitAt(original, start - 1);
      if (before <= 0x20) inAddress = false;
      else if (before === DOT || before === SLASH || before === AT_SIGN) inAddress = true;
      if (inAddress) continue;
    }
    let votes = votesOfWord(hashes[k]!);
    if (votes === 0 && length >= SHORTEST_WITH_ENDING && (signs[k]! & LETTER) !== 0) votes = VOTES_OF_ENDING[placeOf(tails[k]!)]!;
    // `é`, `à`: of the three only Portuguese has such words.
    else if (length === 1 && (signs[k]! & (ACCENTED | PORTUGUESE)) !== 0) votes = VOTE << 4;
    en += votes & 15;
    pt += (votes >>> 4) & 15;
    es += votes >>> 8;
  }
  if (en + pt + es <= TOO_LITTLE) return undefined;
  return en >= pt && en >= es ? "en" : pt >= es ? "pt" : "es";
}

const DOT = 0x2e;
const SLASH = 0x2f;
const AT_SIGN = 0x40;
