/**
 * Where the points of a line lead: those above to the lines that they are made of, those of a record to the figure that they were
 * reckoned from, or to where beside them the place of the record stands.
 */
import { cellAddress } from '../../base/address.js';
import type { CellDesign } from '../../model/design.js';
import type { Lookup } from '../lookup.js';
import { placeOfFact } from './fact-rows.js';
import type { Line } from './score-rows.js';

/** The sheet, and its columns of points and of files, from 1. */
export interface ScoreSheet {
  readonly name: string;
  readonly pointsAt: number;
  readonly fileAt: number;
}

/** The link of the line that stands at an index among its subject's, whose first stands in a row of the sheet. */
export function linkOfLine(
  lines: readonly Line[],
  at: number,
  subject: string,
  first: number,
  { name, pointsAt, fileAt }: ScoreSheet,
  lookup: Lookup,
): Pick<CellDesign, 'link'> {
  const row = first + at;
  const range = (from: string, to: string): Pick<CellDesign, 'link'> => ({
    link: `#'${name.replaceAll("'", "''")}'!${from === to ? from : `${from}:${to}`}`,
  });
  const last = first + endOf(lines, at);
  if (last > row) return range(cellAddress(row + 1, pointsAt), cellAddress(last, pointsAt));
  const id = lines[at]?.reckoned?.fact?.fact;
  const fact = id === undefined ? undefined : lookup.fact(subject, id);
  if (fact) return { link: `#${placeOfFact(fact, lookup)}` };
  return range(cellAddress(row, fileAt), cellAddress(row, fileAt + 2));
}

/** Whether nothing stands below a line that it is made of. */
export function isLeaf(lines: readonly Line[], at: number): boolean {
  return endOf(lines, at) === at;
}

/** The index of the last line that a line is made of; its own where it is made of none. */
function endOf(lines: readonly Line[], at: number): number {
  const { kind, depth } = lines[at] as Line;
  if (kind === 'total') return lines.length - 1;
  let last = at;
  while ((lines[last + 1]?.depth ?? 0) > depth) last += 1;
  return last;
}
