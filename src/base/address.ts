/** Cell addresses in A1 notation. Columns and rows are 1-based. */

const LETTERS: string[] = [];

/** 1 → A, 27 → AA, 16384 → XFD. */
export function columnLetters(column: number): string {
  LETTERS[column] ??= lettersOf(column);
  return LETTERS[column];
}

function lettersOf(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

export function cellAddress(row: number, column: number): string {
  if (row >= KNOWN_ROWS || column >= KNOWN_COLUMNS) return `${columnLetters(column)}${row}`;
  const at = row * KNOWN_COLUMNS + column;
  const known = KNOWN[at];
  if (known !== undefined) return known;
  const address = `${columnLetters(column)}${row}`;
  KNOWN[at] = address;
  return address;
}

/** Where most cells of most forms stand: their addresses are made once, and are one text wherever they are kept. */
const KNOWN_ROWS = 128;
const KNOWN_COLUMNS = 32;
const KNOWN: (string | undefined)[] = new Array(KNOWN_ROWS * KNOWN_COLUMNS).fill(undefined);

/** The row and column of an address; undefined when the text is none. */
export function addressOf(cell: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(cell) ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}
