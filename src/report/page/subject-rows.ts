/** Rows of a subject's reports that the bulletin sets out, such as what was left undone and why, each with its cell. */
import { groupedBy } from '../../base/group.js';
import { once } from '../../base/once.js';
import { periodText } from '../../base/period.js';
import type { Text } from '../../base/text.js';
import type { Extract, Result } from '../../model/result.js';
import { cellList } from './cells.js';
import { type Contents, el } from './element.js';
import type { PageLookup } from './lookup.js';

import { type Cell, type Column, cell, tableOf } from './table.js';

export function rowsOf(subject: string, anchor: string, page: PageLookup): Contents {
  const { result, words, lang } = page;
  return (rowsBy(result).get(subject) ?? []).map(({ extract: { section, columns }, rows }, at) => {
    const caption = words.bulletin.sections[section]?.title[lang] ?? '';
    const headings: Column[] = [
      { title: PERIOD[lang], kind: 'term' },
      ...columns.map(({ title }): Column => ({ title: title[lang] })),
      { title: PLACE[lang], kind: 'wide' },
    ];
    const lines = rows.map(({ period, cells }): Cell[] => [
      cell(period === undefined ? '' : periodText(period)[lang]),
      ...cells.map(({ text }) => cell(text[lang])),
      cell(cellList(placesOf(cells), page)),
    ]);
    const plan = { id: `${anchor}-rows-${at + 1}`, caption, isHeaded: true, columns: headings, rows: lines } as const;
    return [el('h3', {}, caption), tableOf(plan, page)];
  });
}

const PERIOD: Text = { zh: '所属期间', en: 'For period' };
const PLACE: Text = { zh: '来源', en: 'From' };

type Rows = Extract['rows'];

/** The first cell of the row that has one: the others stand beside it. */
function placesOf(cells: Rows[number]['cells']): Rows[number]['cells'][number]['place'][] {
  return cells.flatMap(({ place }) => (place.cell ? [place] : [])).slice(0, 1);
}

const rowsBy = once((result: Result): ReadonlyMap<string, readonly { extract: Extract; rows: Rows }[]> => {
  const found = new Map<string, { extract: Extract; rows: Rows }[]>();
  for (const extract of result.extracts)
    for (const [by, rows] of groupedBy(extract.rows, ({ by }) => by))
      if (by !== undefined) found.set(by, [...(found.get(by) ?? []), { extract, rows }]);
  return found;
});
