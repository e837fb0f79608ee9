/** Plain values that say the same become one object, so that what many have alike is held once. */

/** The value given, or an earlier one that says the same. */
export type Alike = <T>(value: T) => T;

const NOTHING: readonly unknown[] = Object.freeze([]);

/** Knows values by their JSON text, as long as it is kept itself. */
export function alike(): Alike {
  const known = new Map<string, unknown>();
  return <T>(value: T): T => {
    if (Array.isArray(value) && value.length === 0) return NOTHING as T;
    const key = JSON.stringify(value);
    const same = known.get(key);
    if (same !== undefined) return same as T;
    known.set(key, value);
    return value;
  };
}

/** Of values with one key the first; beyond so many keys each is its own. */
export function firstOf<T>(most: number): (key: string, value: T) => T {
  const known = new Map<string, T>();
  return (key, value) => {
    const first = known.get(key);
    if (first !== undefined) return first;
    if (known.size < most) known.set(key, value);
    return value;
  };
}
