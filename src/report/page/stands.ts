/** Cells that findings, extracts, the register of receipts or a self-score have quoted, with what stands in them. */
import type { Text } from '../../base/text.js';
import type { Result } from '../../model/result.js';
import type { ScoredItem } from '../../model/scored.js';
import type { Place } from '../../model/value.js';

/** What stands in the cells of one sheet, by address. */
export type StandsIn = ReadonlyMap<string, Text>;

/** By file and sheet; a cell of no sheet stands under an empty name. */
export function standingIn({
  findings,
  extracts,
  expected,
  scores,
}: Result): ReadonlyMap<string, ReadonlyMap<string, StandsIn>> {
  const files = new Map<string, Map<string, Map<string, Text>>>();
  const note = (place: Place | undefined, text: Text): void => {
    if (!place?.cell || (text.zh === '' && text.en === '')) return;
    const { file, sheet = '', cell } = place;
    const sheets = files.get(file) ?? new Map<string, Map<string, Text>>();
    files.set(file, sheets);
    const cells = sheets.get(sheet) ?? new Map<string, Text>();
    sheets.set(sheet, cells);
    const { zh = '', en = '' } = cells.get(cell) ?? {};
    cells.set(cell, { zh: text.zh || zh, en: text.en || en });
  };
  const noteAlike = (place: Place | undefined, text = ''): void => note(place, { zh: text, en: text });
  for (const { place, received } of expected) noteAlike(place, received);
  for (const { items } of scores) noteSelf(items, noteAlike);
  for (const { rows } of extracts) for (const { cells } of rows) for (const { place, text } of cells) note(place, text);
  for (const { place, raw } of findings) noteAlike(place, raw);
  return files;
}

function noteSelf(items: readonly ScoredItem[], note: (place: Place, text: string) => void): void {
  for (const { self, items: parts } of items) {
    if (self) note(self.place, self.points);
    noteSelf(parts, note);
  }
}
