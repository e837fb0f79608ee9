/**
 * Cells as a table of the page names them: without the sheet on which most of them stand, elsewhere with the sheet. The
 * files stand in full in the workbook.
 */
import { groupedBy } from '../../base/group.js';
import type { Lang } from '../../base/text.js';
import type { Owed } from '../../model/grading.js';
import type { SetAside } from '../../model/scored.js';
import type { Place } from '../../model/value.js';
import { listed } from '../../words/phrase.js';
import type { Entry } from '../entries.js';
import { NO_FILE } from '../places.js';

/** The sheet that need not be named; undefined when nothing stands on a sheet. */
export type MainSheet = Place | undefined;

/** Cells of one entry that the page names. */
const CELLS = 3;

/** The sheet on which most of it stands. */
export function mainSheet(entries: readonly Entry[]): MainSheet {
  const places = entries.flatMap(({ reckoned }) => reckoned?.cells ?? []);
  const sheets = groupedBy(
    places.filter(({ sheet }) => sheet !== undefined),
    ({ file, sheet }) => JSON.stringify([file, sheet]),
  );
  const [most] = [...sheets.values()].toSorted((a, b) => b.length - a.length);
  return most?.[0] && { file: most[0].file, sheet: most[0].sheet ?? '' };
}

/** D4、D6; 月报 › B2、B3等5处. */
export function cellsText(cells: readonly Place[], main: MainSheet, lang: Lang): string {
  const sheets = groupedBy(cells.slice(0, CELLS), (place) => sheetText(place, main, lang));
  const named = [...sheets].map(([sheet, own]) => {
    const inSheet = listed(
      own.flatMap(({ cell }) => cell || []),
      lang,
    );
    return [sheet, inSheet].filter((part) => part !== '').join(' › ');
  });
  const text = listed(named, lang);
  const more = cells.length - CELLS;
  if (more <= 0) return text;
  return { zh: `${text}等${cells.length}处`, en: `${text} and ${more} more` }[lang];
}

/** What is set aside for another cell, with that cell as the page names it. */
export function shortAside(aside: SetAside, main: MainSheet): SetAside {
  return 'place' in aside ? { ...aside, place: shortPlace(aside.place, main) } : aside;
}

/** What is owed, with its cells as the page names them. */
export function shortOwed(owed: Owed, main: MainSheet): Owed {
  if ('place' in owed) return { ...owed, place: shortPlace(owed.place, main) };
  return 'places' in owed ? { ...owed, places: owed.places.map((place) => shortPlace(place, main)) } : owed;
}

function shortPlace({ file, sheet, cell }: Place, main: MainSheet): Place {
  if (cell !== undefined && isOn({ file, ...(sheet === undefined ? {} : { sheet }) }, main)) return { file: cell };
  return { file: sheet || file, ...(cell === undefined ? {} : { cell }) };
}

function sheetText(place: Place, main: MainSheet, lang: Lang): string {
  if (place.file === '') return NO_FILE[lang];
  return isOn(place, main) ? '' : place.sheet || place.file;
}

function isOn({ file, sheet }: Place, main: MainSheet): boolean {
  return main !== undefined && file === main.file && sheet === main.sheet;
}
