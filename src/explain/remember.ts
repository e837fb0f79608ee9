/** What was made lately is remembered, so that what is asked for again and again is made once, and no more is held than that. */

/** So many are remembered for certain, and up to as many again. */
const CERTAIN = 500;

/** What was made for the same key, or what is made now. What was forgotten is made anew: nothing but time is lost. */
export function remembering<K, V extends object>(certain = CERTAIN): (key: K, make: () => V) => V {
  let recent = new Map<K, V>();
  let former = new Map<K, V>();
  return (key, make) => {
    const known = recent.get(key);
    if (known) return known;
    const value = former.get(key) ?? make();
    if (recent.size >= certain) {
      former = recent;
      recent = new Map();
    }
    recent.set(key, value);
    return value;
  };
}
