import { readDate } from "../identifier-dates.js";
import { mayHaveDigits } from "../identifier-secrets.js";
import type { Identifier, Reading, ReadIdentifier, Scene } from "../identifier.js";
import { identifier as personName } from "./person-name.js";

const names = personName as ReadIdentifier;
/** Later years are those of letters and hearings. */
const LAST_YEAR = 2010;

/** "Julia Mamani Roque, 27/11/1958": a full date right after a full name. */
function read(scene: Scene, i: number): Reading | undefined {
  const name = mayHaveDigits(scene, i, i) ? names.read(scene, i) : undefined;
  if (name === undefined || !/^(?:, *| *\(| - +)\p{N}/u.test(scene.plain.slice(name.end, name.end + 4))) return undefined;
  const date = readDate(scene, scene.tokenFrom(name.end));
  if (date === undefined) return undefined;
  const year = /\d{4}/.exec(scene.plain.slice(date.start, date.end))?.[0];
  return year !== undefined && Number(year) <= LAST_YEAR ? { start: date.start, end: date.end, confidence: 0.7, called: true } : undefined;
}

export const identifier: Identifier = {
  type: "date-of-birth",
  at: names.at,
  read,
  context: {},
  source: "how people note a person down",
  examples: {
    valid: ["Julia Mamani Roque, [[27/11/1958]]: hipertensa", "my nephew Lee Anthony Dolan, [[30.11.2003]], found", "Sunita Devi Bhatt, [[8 Aug 1979]], deaf"],
    invalid: ["spoke to Brenda Molloy, 12/03/2025", "Brenda Molloy, 3 of 4"],
  },
};
