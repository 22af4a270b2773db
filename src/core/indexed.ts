/** What is made of a thing that does not change, such as a pack: when it is first asked for, and forgotten with the thing. */
export function kept<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const all = new WeakMap<Thing, Made>();
  return (thing) => {
    let made = all.get(thing);
    if (made === undefined) all.set(thing, (made = make(thing)));
    return made;
  };
}

/** An index of such a thing: by key, its entries in their order. */
export const indexed = <Thing extends object, Key, Entry>(entriesOf: (thing: Thing) => readonly (readonly [Key, Entry])[]): ((thing: Thing) => ReadonlyMap<Key, readonly Entry[]>) =>
  kept((thing) => {
    const lists = new Map<Key, Entry[]>();
    for (const [key, entry] of entriesOf(thing)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [entry]);
      else list.push(entry);
    }
    return lists;
  });
