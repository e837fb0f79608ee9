/**
 * Writes a design as an .xlsx file. What it guarantees:
 * - The same design gives the same bytes, on any day, in any time zone, on any machine.
 * - Text is a string, never a formula, however it begins; what XML cannot hold is written out as \u{..}.
 * - A number keeps its digits and shows them; a day is a real date and the same day everywhere.
 * - Sheet names become valid and unique, and references to a sheet follow its name.
 * - In a protected sheet only cells of an `input` style can be typed into.
 * - Rows are gone through once, one at a time: of a sheet as long as it may be, only what is packed of it is held.
 */
import { columnLetters } from '../base/address.js';
import type { Rows, SheetDesign, WorkbookDesign } from '../model/design.js';
import { archive, joined } from './archive.js';
import { bookParts, type Named } from './book-parts.js';
import { inOrder } from './finish.js';
import { newFormats } from './formats.js';
import { packedText, partInHand } from './packed-part.js';
import { placeIn, quoted, sheetNames } from './sheet-names.js';
import { type Common, levelOf, writeSheet } from './sheet-part.js';
import { newTexts } from './texts.js';

/** A design as .xlsx bytes. Throws for a design that no workbook can show, which is a fault of ours. */
export async function writeWorkbook(design: WorkbookDesign<Rows>): Promise<Uint8Array> {
  return joined(workbookChunks(design));
}

/** The same bytes as chunks, to be written one after the other; they can be gone through once. */
export function* workbookChunks(design: WorkbookDesign<Rows>): Generator<Uint8Array> {
  const names = sheetNames([...design.sheets.map((sheet) => sheet.name), CHOICES]);
  if (design.sheets.every(({ state = 'visible' }) => state !== 'visible'))
    throw new Error('a workbook needs a visible sheet');
  const sheets = design.sheets.map((sheet, at): Named => ({ sheet, name: names[at] as string }));
  const choices = newChoices(names.at(-1) as string);
  const formats = newFormats();
  const texts = newTexts();
  const common: Common = { place: placeIn(design.sheets, names), choices: choices.place, formats, texts };
  const written = sheets.map(({ sheet }, at) => writeSheet(sheet, at + 1, common));
  const listed = choices.sheet();
  if (listed) {
    sheets.push(listed);
    written.push(writeSheet(listed.sheet, sheets.length, common));
  }
  const strings = partInHand(
    'xl/sharedStrings.xml',
    levelOf(sheets.reduce((sum, { sheet }) => sum + sheet.rows.length, 0)),
  );
  texts.write(strings);
  const parts = [
    ...bookParts(design, sheets, written),
    ...written.flatMap(({ parts: own }) => own),
    packedText('xl/styles.xml', formats.part()),
    strings.end(),
  ];
  yield* archive(inOrder(parts));
}

/** Holds choices that do not fit in a rule; its name may be another where a sheet has this one. */
const CHOICES = '_choices';

interface Choices {
  /** A range of cells that hold these choices. */
  readonly place: (choices: readonly string[]) => string;
  /** The sheet with the cells; none where no choices were asked for. */
  readonly sheet: () => Named | undefined;
}

/** Each list of choices stands in one column, however many rules ask for it. */
function newChoices(name: string): Choices {
  const lists = new Map<string, { readonly choices: readonly string[]; readonly column: string }>();
  return {
    place: (choices) => {
      const key = JSON.stringify(choices);
      const { column } = lists.get(key) ?? { column: columnLetters(lists.size + 1) };
      lists.set(key, { choices, column });
      return `${quoted(name)}!$${column}$1:$${column}$${Math.max(1, choices.length)}`;
    },
    sheet: () => {
      if (lists.size === 0) return undefined;
      const all = [...lists.values()].map(({ choices }) => choices);
      const rows = Array.from({ length: Math.max(...all.map(({ length }) => length)) }, (_, row) => ({
        cells: all.map((choices) => ({ value: choices[row] ?? null })),
      }));
      const sheet: SheetDesign = { name, state: 'veryHidden', widths: [], rows };
      return { name, sheet };
    },
  };
}
