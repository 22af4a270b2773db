import type { Directory } from "../core/directory.js";
import type { Law } from "../core/message.js";

/** Laws that keep the text of a matter at home unless the firm has decided on the transfer, and on what authority. */
const GUARDED: Readonly<Record<Law, readonly string[]>> = { BR: ["Código Penal art. 154", "EOAB art. 34, VII", "LGPD art. 33"] };

/** Authorities for which message text may not go along to these people; none where each of them works in the matter's place or the firm has decided on the transfer. */
export function heldAtBorder(matter: readonly Law[], people: readonly string[], { people: known, transfers = [] }: Directory): readonly string[] {
  return matter.flatMap((law) => {
    const cites = GUARDED[law] ?? [];
    const abroad = people.some((id) => {
      const there = known.find((person) => person.id === id)?.law;
      return there !== undefined && !there.includes(law) && !there.every((to) => transfers.some((transfer) => transfer.from === law && transfer.to === to));
    });
    return abroad ? cites : [];
  });
}
