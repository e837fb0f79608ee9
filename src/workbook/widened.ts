/** Room that grows as a file asks for it. */

/** The same numbers with room for one more place at least, and for twice as many so that this stays rare. */
export function widened(numbers: Uint32Array<ArrayBuffer>, place: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(Math.max(place + 1, 2 * numbers.length));
  wider.set(numbers);
  return wider;
}
