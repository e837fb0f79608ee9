/** What was made lately is remembered, so that what is asked for again and again is made once, and no more is held than that. */

/** So many are remembered for certain, and up to as many again. */
const CERTAIN = 500;

/** What was made for the same key, or what is made now. What was forgotten is made anew: nothing but time is lost. */
export function remembering<K, V>(certain = CERTAIN): (key: K, make: (key: K) => V) => V {
  let recent = new Map<K, V>();
  let former = new Map<K, V>();
  return (key, make) => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const value = former.get(key) ?? make(key);
    if (recent.size >= certain) {
      former = recent;
      recent = new Map();
    }
    recent.set(key, value);
    return value;
  };
}

/** A function that remembers what it answered. */
export function remembered<K, V>(make: (key: K) => V, certain = CERTAIN): (key: K) => V {
  const known = remembering<K, V>(certain);
  return (key) => known(key, make);
}
