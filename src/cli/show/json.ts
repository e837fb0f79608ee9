/** JSON for standard output: no control, bidi or invisible character stands in it raw, and reading it loses nothing. */

/** JSON escapes those below a blank by itself; the others it would let through. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (char) =>
    char
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
