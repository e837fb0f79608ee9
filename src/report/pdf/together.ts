/** Which rows of a table or chart stay on one page: all of a low one, of a higher one the first two and the last two. */

import { AREA } from '../typesetting/page.js';
import type { Row } from './flow.js';

/** Neither end of a table stands alone on its page. */
const ENDS = 2;

/** `low` is the share of the page that would rather stand empty than that they are torn. */
export function together(rows: readonly Row[], low: number): Row[] {
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const isLow = height <= low * AREA.height;
  const last = rows.length - 1;
  return rows.map((row, at) => {
    const keep = at < last && (isLow || at < ENDS - 1 || at === last - ENDS + 1);
    return { ...row, keep: row.keep === true || keep };
  });
}
