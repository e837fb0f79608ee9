/** What one record was reckoned from: its factors as numbers, and its cells in columns of their own. */
import { canonical, Decimal } from '../../base/decimal.js';
import { groupedBy } from '../../base/group.js';
import type { Lang } from '../../base/text.js';
import type { CellDesign } from '../../model/design.js';
import type { Reckoned } from '../../model/scored.js';
import type { Place } from '../../model/value.js';
import { listed } from '../../words/phrase.js';
import { UNKNOWN } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { NO_FILE } from '../places.js';
import { number, text } from './cells.js';

type Said = (value: string) => CellDesign;

/** Times, points each and share; what is not known is said, never shown as nothing. */
export function factorCells(reckoned: Reckoned | undefined, said: Said, { lang }: Lookup): CellDesign[] {
  if (!reckoned) return [said(''), said(''), said('')];
  const open = reckoned.aside?.kind === 'open' || reckoned.aside?.kind === 'unset';
  const factor = (value: string | undefined): CellDesign => {
    if (value === undefined) return said('');
    return open && value === '0' ? text(UNKNOWN[lang], 'number') : number(value);
  };
  const share = shareOf(reckoned);
  return [
    factor(reckoned.times),
    factor(reckoned.each),
    share === undefined ? said('') : { value: { share }, style: 'share' },
  ];
}

/** The part taken in joint work, or the part of a quota that was reached. */
function shareOf({ share, ratio }: Reckoned): string | undefined {
  if (!ratio) return share;
  const part = new Decimal(ratio.part).div(ratio.of);
  return canonical(share === undefined ? part : part.times(share));
}

/** File, sheet and cells; where there are several sheets, a line for each. */
export function placeCells(places: readonly Place[], lang: Lang): [file: string, sheet: string, cell: string] {
  const sheets = groupedBy(places, ({ file, sheet }) => JSON.stringify([file, sheet]));
  const lines = [...sheets.values()].map((own) => {
    const [{ file, sheet = '' } = { file: '' }] = own;
    const cells = own.flatMap(({ cell }) => cell || []);
    return [file === '' ? NO_FILE[lang] : file, sheet, listed(cells, lang)] as const;
  });
  const column = (at: 0 | 1 | 2): string => lines.map((line) => line[at]).join('\n');
  return [column(0), column(1), column(2)];
}
