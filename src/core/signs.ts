/** What stands in a word or a message, a bit each: the signs of its characters, joined. */
export const WORD = 1 << 16;
export const DIGIT = 1 << 17;
export const LETTER = 1 << 18;
export const CAPITAL = 1 << 19;
/** Its folded form is not itself. */
export const CHANGED = 1 << 20;
/** A quotation may begin here, or a line that somebody else wrote. */
export const QUOTE = 1 << 21;
export const AT = 1 << 22;
/** Written in one of the three languages only. */
export const PORTUGUESE = 1 << 23;
export const SPANISH = 1 << 24;
export const BRACKET = 1 << 25;
/** Written in Portuguese and Spanish, and hardly in English. */
export const ACCENTED = 1 << 26;
