/** Names of sheets as the programs accept them, and references that follow them. */

import { remembered } from '../base/remember.js';
import type { Rows, SheetDesign } from '../model/design.js';
import { cut, harmless, LIMIT } from './stored-text.js';

/** Valid names, no two alike even in another case. */
export function sheetNames(wished: readonly string[]): string[] {
  // Excel keeps "History" for itself.
  const taken = new Set(['history']);
  return wished.map((wish) => {
    // An apostrophe is doubled where a sheet is named in a reference, which not every reader knows: the typographic one is safe.
    const base =
      harmless(wish)
        .replace(/[\\/?*[\]:\n\t]/g, '_')
        .replaceAll("'", '’')
        .trim() || 'Sheet';
    let name = cut(base, LIMIT.sheetName);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      name = `${cut(base, LIMIT.sheetName - `(${count})`.length)}(${count})`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** References to the sheets of a design, as they must be in the file. */
export function placeIn(sheets: readonly SheetDesign<Rows>[], names: readonly string[]): (reference: string) => string {
  // Very many references lead to few sheets: what stands before the cell is worked out once for each.
  const before = remembered((start: string) => {
    const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!$/.exec(start);
    if (!match) return start;
    const wished = match[1]?.replaceAll("''", "'") ?? match[2] ?? '';
    const index = sheets.findIndex((sheet) => sheet.name === wished);
    return `${quoted(names[index] ?? wished)}!`;
  }, KNOWN);
  return (reference) => {
    const at = reference.lastIndexOf('!') + 1;
    return before(reference.slice(0, at)) + reference.slice(at);
  };
}

const KNOWN = 64;

export function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
