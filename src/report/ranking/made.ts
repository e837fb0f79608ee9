/** What is made one by one, each time anew that somebody goes through it, so that no more than one need be held. */

export interface Made<T> extends Iterable<T> {
  readonly length: number;
}

/** One of each item. */
export function madeOf<I, T>(items: readonly I[], make: (item: I) => T): Made<T> {
  return madeBy(items.length, function* () {
    for (const item of items) yield make(item);
  });
}

/** As many as said, from whatever makes them. */
export function madeBy<T>(length: number, make: () => Iterator<T>): Made<T> {
  return { length, [Symbol.iterator]: make };
}
