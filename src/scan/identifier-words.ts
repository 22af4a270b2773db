/** Words, with capitals or without, that are no family name though they follow a given name or a title. */
export const NOT_FAMILY = new Set(
  (
    // Days, months, feasts.
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november december christmas easter eid diwali " +
    "segunda terca quarta quinta sexta sabado domingo janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro natal pascoa lunes martes miercoles jueves viernes enero febrero marzo mayo junio julio septiembre octubre noviembre diciembre navidad " +
    // Institutions, firms, papers.
    "court courts tribunal chambers crown county high magistrates supreme council ltd limited llp plc inc llc corp company co sa sl slu ltda eireli me epp lda bank hospital school college university church police station hotel foundation trust institute association society solicitors advogados abogados associates partners law legal act bill rules code protocol report form clause schedule house palace square street road avenue lane park market bridge cross airport " +
    "flat apartment unit apto piso holdings ventures capital properties group consulting services solutions logistics trading builders construction investments estates enterprises industries surveyors accountants insurance motors garage condominio municipio estado uniao construtora incorporadora supermercado companhia associacao grupo distribuidora comercial transportes seguros ayuntamiento comunidad inmobiliaria constructora juizo vara foro forum tribunal camara cartorio banco escola colegio universidade igreja delegacia lei codigo estatuto juzgado audiencia sala bufete despacho ministerio fiscalia hacienda registro notaria ley banco escuela universidad iglesia policia hospital avenida calle plaza rua praca " +
    // Titles and trades that follow a title.
    "mr mrs ms miss dr sir madam sr sra dra don dona dona doña senhor senhora judge justice juiz juiza juez jueza desembargador desembargadora desembargadores promotor promotora procurador procuradora fiscal advogado advogada abogado abogada letrado letrada licenciado licenciada perito perita perito oficial escrivao diretor diretora gerente presidente relator ministro ministra cliente client claimant defendant respondent applicant partner solicitor barrister counsel counsellor secretary director manager chair clerk senior junior colleague colega comprador compradora vendedor vendedora inquilino inquilina " +
    // Words that open a sentence or stand in capitals in chat.
    "i im ill ive id we you he she they it is are was were will would can could should has have had do does did not no yes ok okay please pls thanks thank ta cheers hi hello hey dear regards kind best love sorry re fw fwd the a an this that these those my your his her their our and or but so if when where what why who how for from with at on in to of by as per via cottage farm lodge manor villa barn tower passport number date birth full name address phone mobile tel cell email licence account ref " +
    "eu voce ele ela nos eles elas o os um uma e ou mas se que quem como onde quando por para com sem em no na ao da do de sim nao obrigado obrigada oi ola bom boa dia tarde noite favor att abs abraco bjs prezado prezada caro cara " +
    "yo tu usted el ella nosotros ellos ellas los las lo la le un una y o pero si que quien como donde cuando por para con sin en al del hola buenas buenos dias tardes noches gracias saludos atentamente estimado estimada querido querida " +
    "portal whatsapp teams zoom outlook word excel google facebook instagram gmail email id ni dob nhs vat utr iban cpf rg cnpj cnh oab dni nie nif iphone android england scotland wales ireland britain london leeds manchester birmingham bristol dublin belfast brasil brazil portugal espana spain madrid barcelona lisboa porto sp rj mg uk usa eu god deus dios lord"
  ).split(" "),
);

/** Countries and territories (ISO 3166-1 alpha-2, and XK). */
export const COUNTRIES = new Set(
  (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ " +
    "NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
  ).split(" "),
);

/** Small words inside a family name. */
export const PARTICLES = new Set("de da do das dos del della di du la las los el van von der den ter bin bint ibn al ul ud abu ap ferch ni nic mac mc st san santa santos".split(" "));
