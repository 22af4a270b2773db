/** An index of a thing that does not change, such as a pack: made when it is first asked for, and forgotten with the thing. */
export function indexed<Thing extends object, Key, Entry>(entriesOf: (thing: Thing) => readonly (readonly [Key, Entry])[]): (thing: Thing) => ReadonlyMap<Key, readonly Entry[]> {
  const made = new WeakMap<Thing, ReadonlyMap<Key, readonly Entry[]>>();
  return (thing) => {
    let index = made.get(thing);
    if (index === undefined) {
      const lists = new Map<Key, Entry[]>();
      for (const [key, entry] of entriesOf(thing)) {
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [entry]);
        else list.push(entry);
      }
      made.set(thing, (index = lists));
    }
    return index;
  };
}
