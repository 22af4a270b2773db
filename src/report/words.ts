import type { Localised } from "../core/label.js";
import type { Action, Addressee } from "../core/rule.js";
import type { Severity } from "../core/severity.js";

/** What notices say, in each language. */
const say = (en: string, pt: string, es: string): Localised => ({ en, pt, es });

export const OFFICE_NAMES: Readonly<Record<Addressee, Localised>> = {
  colp: say("COLP", "COLP", "COLP"),
  cofa: say("COFA", "COFA", "COFA"),
  mlro: say("MLRO", "MLRO", "MLRO"),
  "deputy-mlro": say("deputy MLRO", "MLRO substituto", "MLRO suplente"),
  mlco: say("MLCO", "MLCO", "MLCO"),
  dpo: say("data protection officer", "encarregado de dados (DPO)", "delegado de protección de datos"),
  encarregado: say("encarregado (LGPD)", "encarregado (LGPD)", "encarregado (LGPD)"),
  "supervising-solicitor": say("supervising solicitor", "advogado supervisor", "abogado supervisor"),
  "complaints-partner": say("complaints partner", "sócio responsável por reclamações", "socio de reclamaciones"),
  "insurer-notifications": say("insurer notifications", "avisos à seguradora", "avisos a la aseguradora"),
  hr: say("HR", "RH", "RR. HH."),
  "it-security": say("IT security", "segurança da informação", "seguridad informática"),
  "safeguarding-lead": say("safeguarding lead", "responsável por proteção de pessoas", "responsable de protección de personas"),
  "managing-partner": say("managing partner", "sócio-gerente", "socio director"),
  emergency: say("emergency contact", "contato de emergência", "contacto de emergencia"),
  recipients: say("you received this message", "você recebeu esta mensagem", "usted recibió este mensaje"),
};

export const ACTION_NAMES: Readonly<Record<Action, Localised>> = {
  log: say("enter it in the log", "registre", "regístrelo"),
  notify: say("take note and decide", "tome ciência e decida", "tome nota y decida"),
  review: say("review it", "analise", "revíselo"),
  "ask-context": say("ask for the context", "peça o contexto", "pida el contexto"),
  "verify-by-phone": say("verify by phone, on a number you already had", "confirme por telefone, num número que você já tinha", "compruébelo por teléfono, en un número que ya tenía"),
  protect: say("protect the people and accounts concerned", "proteja as pessoas e contas envolvidas", "proteja a las personas y cuentas afectadas"),
  "move-channel": say("move the conversation to an approved channel", "leve a conversa para um canal aprovado", "lleve la conversación a un canal aprobado"),
  preserve: say("preserve the messages", "preserve as mensagens", "conserve los mensajes"),
  escalate: say("act on it now", "aja agora", "actúe ahora"),
  "hold-send": say("do not send the draft until you have read it", "não envie o rascunho antes de ler", "no envíe el borrador antes de leerlo"),
};

export const SEVERITY_NAMES: Readonly<Record<Severity, Localised>> = {
  none: say("none", "nenhum", "ninguno"), info: say("info", "informação", "información"), low: say("low", "baixo", "bajo"),
  medium: say("medium", "médio", "medio"), high: say("high", "alto", "alto"), critical: say("critical", "crítico", "crítico"),
};

export const PHRASES = {
  message: say("message", "mensagem", "mensaje"),
  likely: say("likely", "provável", "probable"),
  possible: say("possible", "possível", "posible"),
  by: say("by", "até", "antes de"),
  promptly: say("promptly", "sem demora", "sin demora"),
  noDate: say("a person sets the date", "uma pessoa fixa a data", "una persona fija la fecha"),
  confirm: say("once a person confirms", "depois que uma pessoa confirmar", "cuando una persona lo confirme"),
  confirmBy: say("look at it by", "veja até", "mírelo antes de"),
  elapsed: say("period elapsed, check the file", "prazo decorrido, confira o processo", "plazo vencido, revise el expediente"),
  weekendsOnly: say("weekends only: check public holidays", "só fins de semana: confira os feriados", "solo fines de semana: compruebe los festivos"),
  neverTo: say("Not to be told", "Não contar a", "No decir a"),
  unrouted: say("NOBODY IS LEFT who may be told: find a person today", "NÃO RESTA NINGUÉM que possa saber: encontre uma pessoa hoje", "NO QUEDA NADIE que pueda saberlo: busque a una persona hoy"),
  instead: say("as the next in line", "como próximo na ordem", "como siguiente en el orden"),
  privilege: say("Consider privileged circumstances (POCA s.330) first. Say nothing to the client or in the chat.", "Veja antes se há sigilo profissional (POCA s.330). Não diga nada ao cliente nem na conversa.", "Valore antes el secreto profesional (POCA s.330). No diga nada al cliente ni en el chat."),
  silence: say("SEND NOTHING to this person or chat: somebody else may read it. Speak to them in a way that they choose", "NÃO ENVIE NADA a esta pessoa ou conversa: outra pessoa pode ler. Fale com ela do modo que ela escolher", "NO ENVÍE NADA a esta persona o chat: otra persona puede leerlo. Hable con ella del modo que ella elija"),
  mayBeSent: say("Text that you may send", "Texto que você pode enviar", "Texto que puede enviar"),
  withheld: say("Text withheld", "Texto retido", "Texto retenido"),
  presumed: say("presumed privileged", "presumido sigiloso", "se presume secreto profesional"),
  because: say("Rows", "Linhas da política", "Filas de la política"),
} as const;
