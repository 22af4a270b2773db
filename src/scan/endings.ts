import type { Lang } from "../core/label.js";

/**
 * The closed sets of endings with which a stem makes an inflected word (folded), including plurals, verb forms with
 * pronouns, and the common derivations -er, -dor, -ción. A stem followed by anything else is another word.
 */
const LISTS: Readonly<Record<Lang, string>> = {
  en: "e s es ed d ing ings er ers or ors y ies ied ying ment ments ation ations tion ion ions al als ant able ery eries r rs t ting ted tten ning ned nning nned pping pped ging gging gged bing bbing bbed lling lled rred rring",
  pt:
    "a o e as os es ar er ir ou ei eu iu am em im amos emos imos aram eram iram ava avam avamos ia iam iamos ando endo indo ado ada ados adas ido ida idos idas " +
    "ara era ira arei erei irei ara arao erao irao aremos eremos iremos aria eria iria ariam eriam iriam asse esse isse assem essem issem armos ermos irmos arem erem irem " +
    "aste este iste ador adora adores adoras edor edora edores idor idores acao acoes icao icoes ao oes cao coes amento amentos imento imentos ancia encia avel iveis mente inho inha inhos inhas al ais el eis " +
    "ue uei uem ues uemos alo ala alos alas elo ela elos elas ilo ila ares eres ires as i is to ta tos tas do da so sa",
  es:
    "a o e as os es an en ar er ir aba aban abas abamos ia ian ias iamos amos emos imos ando iendo yendo ado ada ados adas ido ida idos idas io ieron aron aste iste asteis isteis " +
    "are ere ire ara era ira aran eran iran aras eras iras aremos eremos iremos aria eria iria arian erian irian ara iera aran ieran ase iese aramos ieramos ad ed id " +
    "ador adora adores adoras edor edora edores idor idores acion aciones icion iciones cion ciones amiento amientos imiento imientos ancia encia able ible mente ito ita itos itas al ales on ona ones or ores " +
    "ue uen ues uemos arlo arla arlos arlas erlo erla erlos erlas irlo irla irlos irlas arle erle irle arme erme irme arte erte irte arse erse irse alo ala alos alas elo ela elos elas ame eme ate ete andolo andole iendolo aselo i is to ta tos tas so sa",
};

export const ENDINGS: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: new Set(["", ...LISTS.en.split(" ")]),
  pt: new Set(["", ...LISTS.pt.split(" ")]),
  es: new Set(["", ...LISTS.es.split(" ")]),
};
