import type { Marker } from "../core/message.js";

/** A name, where a line may end in one. */
const WHO = "[^\\s?!]+(?: [^\\s?!]+){0,4}";
/** A line that says one of these, and nothing else. */
const whole = (...texts: string[]): RegExp => new RegExp(`^(?:${texts.join("|")})\\.?$`, "i");

/** A medium that was left out of the export. */
const OMITTED = [
  "(?:view once )?(?:media|message|image|photo|video|video note|video message|audio|voice message|sticker|gif|document|contact card|(?:live )?location) omitted",
  "(?:m[íi]dia|(?:arquivo|ficheiro)(?: de m[íi]dia)?|imagem|foto|v[íi]deo|nota de v[íi]deo|mensagem de v[íi]deo|[áa]udio|mensagem(?: de voz)?|figurinha|autocolante|gif|documento|cart[ãa]o d[eo] conta(?:c)?to|localiza[çc][ãa]o)(?: de visualiza[çc][ãa]o [úu]nica)? (?:ocult[ao]|ocultad[ao]|omitid[ao]|n[ãa]o revelad[ao])",
  "(?:multimedia|archivo|imagen|foto|v[íi]deo|nota de v[íi]deo|mensaje de v[íi]deo|audio|nota de voz|mensaje(?: de voz)?|sticker|gif|documento|tarjeta de contacto|ubicaci[óo]n)(?: de visualizaci[óo]n [úu]nica)? (?:omitid[ao]|no revelad[ao])",
].join("|");
/** One that is seen once, which no export holds. */
const SEEN_ONCE = "view once (?:voice )?message|mensagem (?:de voz )?de visualiza[çc][ãa]o [úu]nica|mensaje (?:de voz )?de visualizaci[óo]n [úu]nica";

/**
 * What WhatsApp writes in place of a text, after it, or of itself, on Android, iOS and the web, in English, Portuguese (Brazil, Portugal)
 * and Spanish, 2017–2026. English: the modules that write the export in WhatsApp Web (`WAWebExportChatPlainTextFormatter`,
 * `WAWebExportChatSystemMsgFormatter`) and the exports themselves. Portuguese and Spanish: exports, and the string resources of the apps
 * as public readers of exports collect them; a medium that is seen once is written there as its English names suggest, since no
 * export was found that has one.
 */
export const MARKERS: readonly { readonly marker: Marker; readonly whole: boolean; readonly pattern: RegExp }[] = [
  {
    marker: "deleted", whole: true,
    pattern: whole(
      `this message was deleted(?: by (?:an admin|admin(?: ${WHO})?))?`, "you deleted this message(?: as admin)?",
      `(?:es[ts]a )?mensagem(?: foi)? (?:apagada|eliminada)(?: pelo remetente| por voc[êe]| por um admin(?: \\(${WHO}\\))?| pelo admin ${WHO}| por um\\/a administrador\\/a(?:, ${WHO})?| pelo\\/a administrador\\/a ${WHO})?`,
      "(?:voc[êe] )?(?:apagou|eliminou) es[ts]a mensagem(?: como admin(?:istrador)?)?",
      "se elimin[óo] este mensaje", "este mensaje (?:fue eliminado|se elimin[óo])", "eliminaste este mensaje(?: como admin)?", `(?:un|el) admin\\.?(?:,? ${WHO})? elimin[óo] este mensaje`,
    ),
  },
  { marker: "media", whole: true, pattern: whole(OMITTED, SEEN_ONCE, "null") },
  { marker: "media", whole: false, pattern: new RegExp(`^(?:<(?:${OMITTED})>|[^\\n]{1,200} • [^\\n]{1,40} (?:document omitted|documento (?:omitido|ocultado)))`, "i") },
  { marker: "media", whole: false, pattern: /^(?:<(?:attached|anexado|adjunto): [^>]*>|\S[^\n]*\((?:file attached|arquivo anexado|ficheiro anexado|archivo adjunto)\))/i },
  { marker: "edited", whole: false, pattern: /\s*<(?:this message was edited|mensagem editada|esta mensagem foi editada|se edit[óo] este mensaje|mensaje editado|este mensaje fue editado)\.?>$/i },
];

/** A call that nobody took, or a message that has not come to the phone: on Android too it has an author. */
export const UNREACHED =
  /^(?:waiting for this message(?:\. this may take a while)?|aguardando (?:est?a |essa )?mensagem(?:\. (?:essa a[çc][ãa]o|isso|isto) pode (?:levar|demorar) [^\n]{1,40})?|esperando (?:el|este) mensaje(?:\. esto puede (?:tomar|tardar|llevar|demorar)[^\n]{0,40})?|(?:missed (?:group )?(?:voice|video) call|(?:chamada|liga[çc][ãa]o) de (?:voz|v[íi]deo) (?:em grupo )?(?:perdida|n[ãa]o atendida)|v[íi]deochamada (?:em grupo )?(?:perdida|n[ãa]o atendida)|(?:v[íi]deo)?llamada (?:de voz |grupal )?perdida)(?:[.,] (?:tap|click|toque|clique|toca|pulsa|haz clic) [^\n]{1,40})?)(?:\.|…|\.{3})?$/i;

/** Messages of the chat vanish from here on: who wants that, where the line says it. */
export const DISAPPEARING = new RegExp(
  `^(?:- )?(?:(?<who>[^"“«\\n]{1,80}?) (?:${[
    "turned on disappearing messages", "updated the message timer", "uses? a default timer for disappearing messages",
    "ac?tivou as mensagens tempor[áa]rias", "mudou para as mensagens tempor[áa]rias", "(?:ac?tualizou|alterou) (?:a dura[çc][ãa]o das mensagens tempor[áa]rias|o temporizador)", "usa uma dura[çc][ãa]o (?:padr[ãa]o|predefinida) para (?:as )?mensagens tempor[áa]rias",
    "activ[óo] los mensajes temporales", "(?:actualiz|cambi)[óo] (?:la duraci[óo]n de los mensajes temporales|el temporizador)", "usa una duraci[óo]n predeterminada para los mensajes temporales",
  ].join("|")})|${[
    "disappearing messages (?:was|were) turned on", "the message timer was updated", "as mensagens tempor[áa]rias foram ac?tivadas",
    "(?:activaste|se activaron) los mensajes temporales", "(?:actualizaste|cambiaste) (?:la duraci[óo]n de los mensajes temporales|el temporizador)", "usas una duraci[óo]n predeterminada para los mensajes temporales",
  ].join("|")})`,
  "i",
);
/** Whoever exported the chat: no name. */
export const EXPORTER = /^(?:you|voc[êe]|t[úu])$/i;

/** Lines that WhatsApp writes itself; on iOS they carry an author. */
export const SYSTEM =
  /^(?:messages and calls are end-to-end encrypted|as mensagens e (?:as )?(?:chamadas|liga[çc][õo]es) (?:s[ãa]o|est[ãa]o) (?:protegidas|encriptadas)|los mensajes y (?:las )?llamadas est[áa]n (?:cifrados|protegidos)|you (?:un)?blocked this contact|(?:voc[êe] )?(?:des)?bloqueou es[ts]e conta(?:c)?to|(?:des)?bloqueaste (?:a )?este contacto|has (?:des)?bloqueado (?:a )?este contacto|(?:voice|video) call[.,] |(?:chamada|liga[çc][ãa]o) de (?:voz|v[íi]deo)[.,] |v[íi]deochamada[.,] |(?:v[íi]deo)?llamada(?: de voz)?[.,] |.{0,80}(?: created (?:this )?group| added you| added | left$| joined using| changed (?:the|this|to|their)| was added| removed | turned off disappearing messages| criou (?:este|o) grupo| adicionou | saiu$| entrou usando| mudou (?:o|a|para) | foi adicionad| removeu | desac?tivou as mensagens tempor[áa]rias| cre[óo] (?:este|el) grupo| a[ñn]adi[óo] | sali[óo](?: del grupo)?$| se uni[óo] | cambi[óo] (?:el|la|a) | elimin[óo] a | desactiv[óo] los mensajes temporales|desactivaste los mensajes temporales|security code .{0,40} changed|c[óo]digo de seguran[çc]a|c[óo]digo de seguridad|is a contact|[ée] um contato|est[áa] en tus contactos))/i;
