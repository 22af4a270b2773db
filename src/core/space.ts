/** Whether a UTF-16 code unit is white space: a blank, a tab, an end of line, or what Unicode has besides. */
export const isSpace = (unit: number): boolean => (unit < 128 ? unit === 32 || (unit >= 9 && unit <= 13) : /\s/.test(String.fromCharCode(unit)));
