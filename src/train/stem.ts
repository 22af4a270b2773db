import english from "natural/lib/natural/stemmers/porter_stemmer.js";
import spanish from "natural/lib/natural/stemmers/porter_stemmer_es.js";
import portuguese from "natural/lib/natural/stemmers/porter_stemmer_pt.js";
import type { Lang } from "../core/label.js";

const STEMMERS = { en: english, pt: portuguese, es: spanish } as const;

/** The stem of a word (Porter for English, Snowball for Portuguese and Spanish). Only when tables are built, never per message. */
export const stem = (word: string, lang: Lang): string => STEMMERS[lang].stem(word);
