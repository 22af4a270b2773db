const isReadable = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
/** Most letters and digits that stay readable, and fewest that are hidden of a value of which some stay. */
const MOST_KEPT = 4;
const FEWEST_HIDDEN = 4;

/** What stands for a secret: its length is nobody's business either. */
export const HIDDEN = "••••••";

/** A value with all but its last `keep` (0 to 4) letters or digits hidden; separators stay. Where fewer than four would be hidden, all are. */
export function mask(value: string, keep = 2): string {
  const characters = [...value];
  const readable = characters.filter(isReadable).length;
  const kept = Math.min(Math.max(0, Math.trunc(keep)), MOST_KEPT);
  let left = readable < kept + FEWEST_HIDDEN ? readable : readable - kept;
  return characters.map((character) => (isReadable(character) && left-- > 0 ? "•" : character)).join("");
}
