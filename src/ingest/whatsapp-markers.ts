import type { Marker } from "../core/message.js";

/** What WhatsApp writes instead of, or after, a text, in English, Portuguese and Spanish (Android and iOS, 2019–2026). */
export const MARKERS: readonly { readonly marker: Marker; readonly whole: boolean; readonly pattern: RegExp }[] = [
  {
    marker: "deleted", whole: true,
    pattern: /^(?:this message was deleted|you deleted this message|mensagem apagada|esta mensagem foi apagada|voc[êe] apagou esta mensagem|esta mensagem foi eliminada|eliminou esta mensagem|se elimin[óo] este mensaje|eliminaste este mensaje|este mensaje fue eliminado|este mensaje se elimin[óo])\.?$/i,
  },
  {
    marker: "media", whole: true,
    pattern: /^(?:<media omitted>|<m[íi]dia oculta>|<arquivo de m[íi]dia oculto>|<ficheiro n[ãa]o revelado>|<multimedia omitido>|<archivo omitido>|(?:image|video|audio|sticker|gif|document|contact card) omitted|(?:imagem|v[íi]deo|[áa]udio|figurinha|gif|documento|cart[ãa]o do contato) (?:ocultad[ao]|omitid[ao])|(?:imagen|video|audio|sticker|gif|documento|tarjeta de contacto) omitid[ao]|null)$/i,
  },
  { marker: "media", whole: false, pattern: /^(?:<(?:attached|anexado|adjunto): [^>]*>|\S[^\n]*\((?:file attached|arquivo anexado|ficheiro anexado|archivo adjunto)\))/i },
  { marker: "edited", whole: false, pattern: /\s*<(?:this message was edited|mensagem editada|esta mensagem foi editada|se edit[óo] este mensaje\.?|mensaje editado|este mensaje fue editado\.?)>$/i },
];

/** Lines that WhatsApp writes itself; on iOS they carry an author. */
export const SYSTEM =
  /^(?:messages and calls are end-to-end encrypted|as mensagens e as (?:chamadas|liga[çc][õo]es) s[ãa]o protegidas|los mensajes y las llamadas est[áa]n cifrados|.{0,80}(?: created (?:this )?group| added you| added | left$| joined using| changed (?:the|this|to|their)| was added| removed | turned (?:on|off) disappearing messages| criou (?:este|o) grupo| adicionou | saiu$| entrou usando| mudou (?:o|a|para) | foi adicionad| removeu | ativou as mensagens tempor[áa]rias| desativou as mensagens tempor[áa]rias| cre[óo] (?:este|el) grupo| a[ñn]adi[óo] | sali[óo](?: del grupo)?$| se uni[óo] | cambi[óo] (?:el|la|a) | elimin[óo] a | activ[óo] los mensajes temporales| desactiv[óo] los mensajes temporales|missed (?:voice|video) call|chamada de (?:voz|v[íi]deo) perdida|llamada perdida|security code .{0,40} changed|c[óo]digo de seguran[çc]a|c[óo]digo de seguridad|is a contact|[ée] um contato|est[áa] en tus contactos))/i;
