/** Control characters (C0, C1) and marks that change the direction of writing. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that a terminal shows as it stands: a message cannot move the cursor, paint, or turn the line around. */
export const printable = (text: string): string => text.toWellFormed().replace(CONTROLS, "\ufffd");
