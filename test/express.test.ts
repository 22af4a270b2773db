import { describe, expect, it } from "vitest";
import type { SignalName } from "../src/core/label.js";
import { createEngine } from "../src/index.js";
import { gdpr, lgpd, sra } from "../src/generated/packs/index.js";

/** What everybody would call the act when it is said in so many words; and the same words in honest work. */
const CASES = {
  threat: {
    said: [
      "I'm going to kill you", "we will hurt you", "drop it or we'll burn your house down", "if you talk I will break your arms", "vamos te matar",
      "se depuser eu vou quebrar as suas pernas", "os vamos a matar", "si declara voy a matarle, voy a matarte", "te mato", "si no pagas te mato", "te mato si declaras",
      "si hablas la mato", "si el testigo declara lo mato", "les voy a matar", "te pego un tiro", "te meto dos tiros", "te parto la cara", "te reviento la cabeza",
      "quemo tu casa", "te quemo el coche", "eres hombre muerto", "plata o plomo", "sos un hombre muerto", "o pagas o te matamos", "retira la denuncia o te rajo",
      "voy a pegarte un tiro", "como abras la boca te rompo las piernas", "date por muerto", "os vamos a matar a los dos", "te voy a partir las piernas", "eu te mato",
      "mato-te", "se não pagar te mato", "se fores à polícia mato-te", "hei de te matar", "hei-de matar-te", "vou-te matar", "vou te dar um tiro", "dou-te um tiro",
      "meto-te uma bala na cabeça", "vou te encher de porrada", "encho-te de porrada", "vou-te partir as pernas", "parto-te a cara", "te quebro a cara", "eu quebro a sua cara",
      "levas um tiro", "dou cabo de ti", "vou dar cabo de ti", "queimo-te o carro", "queimo a sua casa", "boto fogo no teu escritório", "você é um homem morto", "tás morto",
      "se abrir a boca vc morre", "retira a queixa ou mato-te", "vc vai levar um tiro", "vamos partir-te os dentes", "gonna kill u", "u r dead", "you're a dead man",
      "youre dead", "im gonna shoot you in the head", "I'll put a bullet in your head", "we'll beat the shit out of you", "if you testify you're dead", "talk and you die",
      "gonna break ur legs", "you're gonna get a bullet", "I'll smash your face in", "la mato", "juro que lo mato", "mato-a", "eu mato ele", "i swear I'll kill him",
      "if she testifies I'll kill her", "si testificas te mataré", "te mataremos si hablas", "te voy a meter un tiro en la cabeza", "te vamos a quemar la casa", "estás muerto",
      "como le cuentes algo a la policía te mato", "como vayas a la policía te rajo", "a tu hija la mato", "mataré a tu hija", "le corto el cuello a tu hijo",
      "te voy a reventar a hostias", "te mando matar", "te corto el cuello", "te arranco la cabeza", "lo mato si se presenta el lunes",
      "vas a morir", "te vas a morir si hablas", "voy a matar a tu hija", "mato a tu familia si declaras", "vou mandar matar-te", "mando-te matar", "vou-lhe partir as pernas",
      "parto-lhe a cara", "matamos-te", "mato a tua filha", "mato a sua família", "vais morrer", "vc vai morrer", "tu tá morto se falar", "vou acabar contigo", "acabo contigo",
      "vou te meter bala", "meto bala em você", "te dou uma facada", "corto-te o pescoço", "enfio-te um tiro nos cornos", "rebento-te todo", "te quebro na porrada",
      "vais levar porrada", "se depuseres, parto-te as pernas", "te arrebento na saída", "i kill you if you talk", "you die if you testify", "i'll kill your kids", "u will die",
      "you're gonna die", "i'm coming to kill you", "we are coming to kill you", "your family is dead", "you're fucking dead", "ill slit ur throat", "gonna burn ur house down",
      "I'll have you shot", "I'll get you killed", "there's a bullet with your name on it", "pay up or die", "gonna stab u", "gonna shoot you",
    ],
    mentioned: [
      "my supervisor is going to kill me if this is late", "we won't hurt your chances", "he told her 'I will kill you', see page 3", "vou matar essa pauta até sexta",
      "voy a matar dos pájaros de un tiro", "te mato jaja", "te mato 😂😂", "te mato, me has apuntado a la carrera", "jaja te mato", "me matas", "te mataste estudiando",
      "el plazo nos mata", "le pego un tiro a la impresora", "el ex le dijo que si declara la mata", "estás muerta de cansancio, vete a casa",
      "me parto la cara por mis clientes", "me rompo la cabeza con este recurso", "vamos a quemar calorías en el gimnasio", "Narcos: plata o plomo, capítulo 3",
      "no te voy a matar", "según la denuncia le dijo «te mato»", "te mato a preguntas mañana en el ensayo", "voy a matarlo a besos", "vou te matar de trabalho",
      "vou te matar kkkk", "mato-te de cócegas", "te mato kkk", "kkkk te mato", "você me mata de rir", "o prazo nos mata", "a gripe deu cabo de mim",
      "quebrei a cabeça com essa petição", "tô morta de cansaço", "ele disse que me matava, está no BO", "não vou te matar por isso", "levei um tiro no bolso com essas custas",
      "estás morto de sono, vai dormir", "vou partir para Lisboa, parto-te o bolo em fatias", "this will kill you, funny video", "ill kill u lol", "you're dead to me",
      "if you're dead tired go home", "I'll shoot you an email", "I'll shoot you over the draft", "the traffic is killing us", "you're dead right about clause 4",
      "she could kill you with kindness", "when you die the will takes effect", "the printer is dead", "la mato, se ha comido mi bocadillo", "lo mato de hambre",
      "mato a saudade", "ill kill him lol", "mi hija la mato a besos", "vas a morir de risa con esto", "you're gonna die when you see this photo", "u will die laughing",
      "vais morrer a rir", "vc vai morrer de rir", "mato a minha fome", "my family is dead tired", "acabo contigo às 5 e vou à reunião", "dou-te um toque mais tarde",
      "meto-te no email", "te meto en copia", "te doy un toque luego", "te pego el texto abajo", "te pego un correo", "parto para o Porto às 8", "te parto la tarta",
      "levas um café?", "vou te encher de perguntas", "quemo el CD y te lo paso", "vou te quebrar um galho", "I'll shoot you a quick message", "we'll beat the other side",
      "gonna kill it at the hearing", "gonna break your record", "si pagas hoy te mando el recibo", "se pagar hoje te mando o recibo", "hei de te contar tudo",
      "vamos acabar com a sua dívida",
    ],
  },
  "x-safeguarding": {
    said: [
      "me voy a matar", "me quiero matar", "ya no puedo más, me quiero matar", "thinking of ending it all", "I can't go on anymore", "I just can't go on",
      "queria sumir desse mundo", "tenho medo que ele me mate", "me revisa el móvil, no me escribas", "no me llames por favor, me lee los mensajes",
      "tengo miedo de que me mate", "quero-me matar", "I'm scared he'll kill us", "tenho pavor de que ele me encontre", "apetece-me desaparecer deste mundo",
      "i wish i was dead", "vou-me matar hoje", "quiero desaparecer de este mundo", "I've been thinking about ending my life", "i cant go on living like this",
      "I want to end it all", "i'm terrified he will hurt the kids", "no puedo seguir viviendo así", "quiero quitarme la vida", "me quiero suicidar",
      "tengo pánico de que mi ex nos encuentre", "no me escriba aquí, mi marido me mira el móvil", "já não aguento viver", "quero desaparecer deste mundo",
      "tenho medo que ele nos mate", "ele mexe no meu telemóvel, não me mandes nada", "penso em acabar com tudo", "não quero mais estar aqui neste mundo", "me voy a suicidar",
    ],
    mentioned: [
      "me mato a trabajar", "me mata este tráfico", "can't go on holiday", "não posso continuar com este preço", "me voy a matar a trabajar este mes",
      "me quiero matar jaja, otra vez lexnet", "vou me matar de estudar pra OAB", "I can't go on the course next week", "I'm scared he'll win the appeal",
      "killing myself laughing at the video", "tengo miedo de que me pidan más costas", "el técnico me revisa el móvil mañana", "queria sumir pra praia hoje",
      "tenho medo que ele recorra", "I can't carry on with the trial bundle until I get page 4", "thinking about ending the tenancy", "I can't carry on with this file",
      "no puedo seguir así con la factura", "quiero matarme a siestas", "tengo miedo de que me encuentre el cliente en la playa", "não aguento mais esse cliente",
      "thinking about ending my contract", "I cant go on Tuesday",
    ],
  },
  bribery: {
    said: [
      "could we bribe the magistrate?", "ill pay the juror 2k cash", "offer the witness money to withdraw", "vamos subornar a juíza", "hay que sobornar a la funcionaria",
      "paga o perito pra mudar o laudo", "págale al perito para que cambie el informe", "pay the inspector to look the other way",
      "molha a mão do fiscal pra ele esquecer a multa",
    ],
    mentioned: [
      "you cannot bribe a magistrate", "the charge is that he wanted to bribe the inspector", "não vamos subornar ninguém", "el fiscal dice que quería sobornar al agente",
      "pay the expert's invoice today", "paga o perito hoje, vence amanhã", "hay que pagar al perito antes de la vista", "pay the surveyor to inspect the roof",
      "ninguém paga o fiscal pra mudar nada aqui",
    ],
  },
  "evidence-tampering": {
    said: [
      "you should lie to the tribunal", "please fake his signature", "lets shred the evidence", "burn the letters before the police come", "vamos falsificar a assinatura dela",
      "hay que destruir las pruebas", "just sign it for her, she won't know", "firma tú por ella, no se va a dar cuenta nadie", "redate the letter to the 4th",
      "póngale fecha de la semana pasada al escrito", "vou inventar um atestado", "queima esses papéis hoje", "can you sign his name",
      "backdate the attendance note to before the complaint", "quemad esos papeles", "me invento un justificante", "assina por ela, ninguém percebe",
      "põe a data da semana passada", "I'll fake a sick note", "vamos a antedatar el contrato", "burn those papers tonight", "inventate una factura",
      "vamos forjar uma testemunha", "please sign for him, he'll never know", "sign it as her, nobody will notice", "backdate the contract to January",
      "put last month's date on the letter", "let's make up an attendance note", "fabricate a receipt for it", "just burn the letters",
      "fírmalo tú por el cliente, no se entera", "ponle fecha de ayer", "ponle fecha del mes pasado", "inventamos un testigo", "vamos a inventarnos una factura",
      "quema los papeles", "hay que quemar los libros", "assina tu pela cliente, ela nem percebe", "mete a data da semana passada", "vamos forjar um recibo",
      "inventa um atestado", "temos de queimar esses documentos", "podes antedatar",
    ],
    mentioned: [
      "you must never lie to the tribunal", "they allege that he faked her signature", "do not destroy any evidence", "não vamos mentir para o juiz",
      "no hay que destruir las pruebas", "I signed p.p. for her with her authority", "sign it for him under the power of attorney, the registry will know",
      "the date on the letter is wrong, redate the letter to today and resend", "burning calories all week", "burn the CDs for counsel please",
      "la fecha está mal, póngale fecha de hoy", "me voy a inventar un plato nuevo", "vou inventar uma receita", "queimei o jantar", "firma por poder, que tiene escritura",
      "backdate the pay rise to April", "they say he signed her name", "assina por procuração e ninguém precisa vir", "the fire might burn the papers in the store",
      "não vamos inventar um atestado", "queimar calorias", "please sign for the parcel, nobody is home", "backdate the increase to April", "put the right date on the letter",
      "let's make up a timetable", "ponle fecha de mañana", "firma por mí el paquete", "inventamos un juego", "hay que quemar grasa", "queimem as calorias",
      "assina por mim a encomenda", "inventa uma desculpa kkk", "burn the toast", "date the letter last, after everyone signed",
    ],
  },
  undertaking: {
    said: ["We hereby undertake to hold the funds to your order", "I give you my undertaking to return the deeds"],
    mentioned: ["we undertake house surveys", "would you undertake to return the deeds?"],
  },
  "money-laundering": { said: ["they submitted a suspicious activity report about you", "we reported you to the NCA"], mentioned: ["do we need to submit a suspicious activity report?", "the NCA published new guidance"] },
  "outcome-guarantee": { said: ["we guarantee a win", "you will definitely win", "garantimos a vitória", "le aseguro que ganaremos"], mentioned: ["I can't guarantee a win", "we hope to win this", "ninguém garante vitória", "nadie asegura que ganemos"] },
  "off-channel": { said: ["please turn on disappearing messages", "ativei o modo temporário", "pon los mensajes temporales"], mentioned: ["the policy forbids disappearing messages", "a política proíbe mensagens temporárias"] },
  harassment: {
    said: [
      "let me see your tits", "quero ver seus peitos", "muéstrame las tetas", "nice tits", "que peitão hein", "shut up you idiot", "seu macaco", "és um atrasado mental",
      "she only got it because she's black", "só entrou porque é bonitinha", "you stupid cow", "cállate, imbécil", "eres una zorra", "negro de mierda", "qué tetas tienes",
      "solo la contrataron por guapa", "cala a boca, sua burra", "he only got in because he's gay", "you fucking faggot", "vc é uma vaca", "you've got nice tits",
      "shut up you stupid cow", "you fat bitch", "fuck off you moron", "dirty paki", "he only got the job because he's black", "qué culo tienes", "vaya tetas", "cállate, zorra",
      "sois unos subnormales", "moro de mierda", "la ascendieron solo por guapa", "que rabo gostoso", "seus macacos", "cala-te, burra", "você é um retardado",
      "só foi contratada porque é bonita", "só passou porque é preto", "és uma vaca",
    ],
    mentioned: [
      "she complained that he asked to see her", "a testemunha mostrou as fotos", "essa impressora é uma merda", "este Lexnet es una mierda", "internet é uma merda hj",
      "o macaco fugiu do zoológico", "qué hijo de puta más crack", "cala a boca, sério??", "he called her a stupid cow, see her statement", "monkeys at the zoo",
      "great tits in the garden", "este ordenador es una mierda", "vi seu macaco de pelúcia na mesa", "ele a chamou de macaca, está no depoimento", "shut up, no way!",
      "the claimant says he told her 'nice tits'", "calla, ¡qué fuerte!", "que bunda dura de cadeira", "she only got the file because she's the partner on duty",
      "shut up, you didn't!", "you lucky cow", "you silly sausage", "cow's milk or oat?", "vaya culo de botella", "qué tetas de novicia tan ricas (dulce típico)",
      "cállate que empieza la vista", "eres un crack", "cala-te, não acredito", "és uma santa", "só passou porque é inteligente", "he only got the job because he's qualified",
      "seus macacos de pelúcia chegaram",
    ],
  },
  confidentiality: {
    said: [
      "here's another client's settlement, use it as a guide", "fwd you our client's privileged memo, don't tell them", "te paso el contrato de otro cliente",
      "segue o acordo de outro cliente", "pai, o banco onde tens as ações vai ser comprado", "papá, el banco donde tienes las acciones lo van a comprar",
      "dad, the bank you have shares in is being bought",
    ],
    mentioned: [
      "here's another client's settlement, redacted, with their consent", "our client's privileged memo stays on the file",
      "did you buy shares before the announcement? the regulator asks", "segue o seu acordo, outro cliente pediu o mesmo modelo", "te paso tu contrato, el otro va mañana",
      "pai, o banco onde tens conta fecha às três",
    ],
  },
  "payment-fraud": {
    said: [
      "please use our new bank details for the deposit", "we've changed banks, please send the balance to the account below", "nuestro IBAN ha cambiado, transfiera a este",
      "o nosso IBAN mudou, transfira para este", "mudámos de banco, transfira para esta conta", "o pix mudou, usa esse agora",
      "hemos cambiado de cuenta, haga el ingreso en esta", "our account details have changed so pay the invoice into the account below",
      "transfere o sinal para o nosso novo IBAN", "ingrese la provisión en nuestra nueva cuenta", "troquei de conta, deposita nessa aqui",
      "kindly remit the completion monies to our new account", "our bank details changed last week, please use the ones below",
      "I've changed my bank details, please send my refund to this new account", "hemos cambiado de banco, por favor ingrese en la cuenta siguiente",
      "la cuenta ha cambiado, pague en esta", "envía el pago a nuestra nueva cuenta", "mudei de conta, o reembolso faz para esta",
      "os dados bancários mudaram, transfira para o IBAN abaixo", "faz o pix na chave nova", "pode pagar na nova conta", "transfiere al nuevo IBAN", "nova chave pix, usa essa",
    ],
    mentioned: [
      "our bank details will never change", "our bank details have not changed, pay the usual account", "have your bank details changed?", "¿ha cambiado su IBAN?",
      "o vosso IBAN mudou?", "nunca cambiamos de cuenta por whatsapp, no transfiera a ninguna nueva", "the invoice has our usual account details",
      "please send the new bank details form to HR", "golpe: dizem que o pix mudou e pedem pra usar outro", "we've changed banks, no action needed from you",
      "mudei de banco e adorei a app", "nossos dados bancários não mudaram, pague na conta de sempre", "please pay the new invoice by Friday",
      "we opened a new account for the Smith trust", "transfiere el expediente al nuevo despacho", "paga la nueva tasa", "usa o novo modelo",
      "a conta do cliente mudou de morada", "did the seller say their bank details changed?", "use the new form for payments", "abri nova conta no banco, que fila",
    ],
  },
  "data-breach": {
    said: [
      "we emailed your medical report to the wrong client", "mandei o contrato do cliente pra pessoa errada", "enviamos el informe médico a la persona equivocada",
      "lost my work phone", "my laptop's been stolen", "he perdido el móvil del despacho con todos los correos", "dejé el expediente en el taxi",
      "me he dejado la mochila con tres expedientes en el AVE", "mandei pro cliente errado", "lo mandé al cliente equivocado", "emailed the wrong Dave the settlement agreement",
      "fomos atacados, estão a pedir resgate pelos ficheiros", "left the case file on the tube", "someone nicked my bag with the client files in it",
      "my rucksack with two case files got nicked", "sent it to the wrong client", "nos han cifrado el servidor y piden un rescate",
      "we've been hacked and they want bitcoin for the files", "roubaram-me o portátil do escritório", "perdi a mochila com os processos", "esqueci a pasta do processo no uber",
      "me han robado el portátil del despacho", "I've lost the office phone", "my work phone's been stolen", "left my laptop on the train", "I left the Patel file on the bus",
      "my briefcase with client papers was nicked", "someone stole my rucksack with the bundle in it", "emailed the wrong client her medical report",
      "perdí el portátil del bufete", "me robaron el maletín con los expedientes", "olvidé los autos en el metro", "envié la demanda al cliente equivocado",
      "se me ha quedado el portátil en el tren", "perdi o telemóvel do escritório", "deixei os autos no táxi", "roubaram a minha mochila com o portátil",
      "enviei o parecer ao cliente errado", "os hackers pedem resgate pelos dados", "fomos hackeados e querem bitcoin", "hackers want a ransom for our files",
      "nos han hackeado y piden bitcoins", "texted the wrong Sarah his payslip",
    ],
    mentioned: [
      "wrong chat, sorry!", "make sure it never goes to the wrong person", "lost my umbrella on the tube", "I lost my phone, ring me on the landline",
      "perdí el paraguas en el taxi", "perdi o meu telemóvel, liga para o fixo", "if you lost your work phone you must tell IT within the hour",
      "training: what to do if my laptop's been stolen", "left the file on your desk", "dejé el expediente en tu mesa", "deixei o processo na tua secretária",
      "left my work laptop at home, back in 20", "I sent the wrong draft, here is the right one", "sent the wrong version of the agreement, use this one", "he perdido el tren",
      "a cliente perdeu o telemóvel dela no autocarro", "curso: nos han cifrado el servidor y piden un rescate, ¿qué hacemos?", "pediram resgate pelo refém no filme",
      "se perder o celular do escritório avise o TI", "left my laptop at the office", "left my bag on the train, found it", "lost my phone charger",
      "perdí el móvil, llámame al fijo", "he perdido la paciencia", "olvidé el paraguas en el metro", "deixei o guarda-chuva no táxi",
      "deixei o processo no gabinete", "perdi o autocarro", "my client's laptop was stolen from his car, he wants to claim", "sent the invoice to the right client",
      "the ransom film is on tonight", "a ransom note was found, says the file", "mi clienta perdió el móvil en el taxi",
      "left the file in the office restaurant booking system",
    ],
  },
  complaint: {
    said: [
      "absolutely fuming with how you've handled this", "estoy indignada con cómo han llevado mi caso", "estou indignada com a forma como vocês trataram o meu caso",
    ],
    mentioned: [
      "I'm fuming with how the council has handled this", "indignado con cómo el banco me ha tratado", "furious at the way the other side treated you",
      "estou chocada com a forma como o banco tratou o cliente",
    ],
  },
} satisfies Readonly<Partial<Record<SignalName, { readonly said: readonly string[]; readonly mentioned: readonly string[] }>>>;

const engine = createEngine({ packs: [sra, gdpr, lgpd], law: ["GB-EAW", "BR", "ES"] });
const told = (text: string): readonly string[] =>
  engine.assess({ text, sender: { id: "ann", role: "solicitor" }, direction: "outbound" }).findings.filter(({ severity }) => severity !== "low" && severity !== "info").map(({ category }) => category);

describe.each(Object.entries(CASES))("%s, said in so many words", (label, { said, mentioned }) => {
  it.each(said)("is told: %s", (text) => expect(told(text)).toContain(label));
  it.each(mentioned)("is not, where it is only mentioned: %s", (text) => expect(told(text)).not.toContain(label));
});

/** DESIGN section 3: tipping off is critical, whatever pack is on; a report is told of to somebody concerned, and not merely spoken of. */
const TIPPING: Readonly<Record<"said" | "mentioned", readonly string[]>> = {
  said: [
    "we've filed a SAR on you with the NCA",
    "the firm has reported you for money laundering to the NCA, move the money",
    "Your transfer is stuck because a suspicious activity report was made about you on 3 June",
    "I've told him we put a SAR in on him, he should stop using that account",
    "warn her that the MLRO has reported the transfer to the NCA",
    "heads up, the NCA are looking into your account",
    "between you and me, they've reported you",
    "o banco comunicou sua operação ao COAF na terça",
    "comunicamos a sua movimentação como suspeita de lavagem, doutor",
    "o banco te reportou ao COAF, tira o dinheiro",
    "avisa o cliente que fizemos a comunicação ao COAF sobre ele",
    "entre nós: estão investigando a sua conta",
    "hemos comunicado su operación al SEPBLAC",
    "te han reportado a la UIF, saca el dinero",
    "avisa al cliente de que hemos comunicado lo suyo al SEPBLAC",
    "te aviso: la policía investiga tu cuenta por blanqueo",
  ],
  mentioned: [
    "training on SARs is at noon, bring the slides on tipping off",
    "have we filed the SAR?",
    "The MLRO has filed the SAR with the NCA, reference on the AML file",
    "never tell a client that we have filed a SAR on him",
    "Please upload six months' bank statements so that we can check the source of funds",
    "Our AML policy: a solicitor who suspects laundering reports to the MLRO, who may file a suspicious activity report",
    "I've told the client we've submitted her SAR to the Home Office",
    "I made a SAR about your handling of my personal data and you have a month",
    "if we had reported you to the NCA we could not tell you",
    "we haven't reported you to the NCA or anybody else",
    "she says the bank told her they had filed a SAR on her",
    "já fizemos a comunicação ao COAF?",
    "o MLRO comunicou a operação ao COAF, arquiva o protocolo na pasta de PLD",
    "treinamento de PLD quinta: quando comunicar ao COAF",
    "nunca avise o cliente que comunicamos a operação dele ao COAF",
    "Precisamos do comprovante de origem dos recursos, doutora",
    "¿hemos comunicado la operación al SEPBLAC?",
    "curso de prevención de blanqueo: cuándo comunicar al SEPBLAC",
    "no avises al cliente de que hemos comunicado lo suyo al SEPBLAC",
    "le dije al oficial de cumplimiento que lo comunicamos ayer al SEPBLAC",
    "Necesitamos que acredite el origen de los fondos",
  ],
};

describe("tipping off", () => {
  const bare = createEngine({ packs: [] });
  const worst = (text: string, direction: "outbound" | "internal"): readonly string[] =>
    [engine, bare].map((one) => one.assess({ text, sender: { id: "ann", role: "solicitor" }, direction }).findings.find(({ category }) => category === "money-laundering")?.severity ?? "none");
  it.each(TIPPING.said)("is critical, with packs and without: %s", (text) => {
    for (const direction of ["outbound", "internal"] as const) expect(worst(text, direction)).toEqual(["critical", "critical"]);
  });
  it.each(TIPPING.mentioned)("is not where it is only mentioned: %s", (text) => {
    for (const direction of ["outbound", "internal"] as const) expect(worst(text, direction)).not.toContain("critical");
  });
});
