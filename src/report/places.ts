/**
 * Places as text: file › sheet › cell, the cells of one sheet gathered in one line. Every place is there; what rests on
 * a report that never came says so.
 */
import { groupedBy } from '../base/group.js';
import type { Lang } from '../base/text.js';
import type { Place } from '../model/value.js';
import { listed } from '../words/phrase.js';
import { placeText } from '../words/value.js';

export function placeLines(places: readonly Place[], lang: Lang): string[] {
  let last: Place | undefined;
  let title = '';
  // Most places stand on the sheet of the one before.
  const sheets = groupedBy(places, (place) => {
    if (place.file !== last?.file || place.sheet !== last.sheet)
      title = place.file === '' ? NO_FILE[lang] : placeText({ ...place, cell: '' });
    last = place;
    return title;
  });
  return [...sheets].map(([sheet, own]) => {
    const cells = own.flatMap(({ cell }) => cell || []);
    return cells.length === 0 ? sheet : `${sheet} › ${listed(cells, lang)}`;
  });
}

/** Of a figure that is known although no cell counts to it. */
export const NOTHING_COUNTS = { zh: '材料中没有应计入的记载', en: 'nothing handed in counts to it' } as const;

export const NO_FILE = { zh: '（没有收到文件）', en: '(no file came)' } as const;
