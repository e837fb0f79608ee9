/** What is worked out for few keys again and again, kept within a bound. */

/** The function, asked again about a key only after it has been asked about so many others. */
export function remembered<K, V>(make: (key: K) => V, most: number): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (made.size === most) made.clear();
    made.set(key, value);
    return value;
  };
}
