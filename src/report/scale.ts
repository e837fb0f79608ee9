/** From where to where the bars of a chart go. Only `scaleOf` makes doubles of figures: nothing finer than a line is drawn. */
import { compared } from '../base/decimal.js';
import type { Bar, ChartBlock } from '../model/bulletin.js';
import type { Fact } from '../model/grading.js';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What both ends of a chart stand for; zero lies between them or is one, and a share ends at the whole. */
export function scaleOf({ bars, isShare }: Pick<ChartBlock, 'bars' | 'isShare'>): Span {
  const ends = bars.flatMap(({ least, most }) =>
    [least, most].flatMap((end) => (end === undefined ? [] : [Number(end)])),
  );
  const from = ends.reduce((least, end) => Math.min(least, end), 0);
  const to = ends.reduce((most, end) => Math.max(most, end), isShare ? 1 : 0);
  return from === to ? { from, to: from + 1 } : { from, to };
}

/** Between what a number certainly lies, as far as anybody knows; nothing of what is no number. */
export function boundsOf(fact: Fact | undefined): Pick<Bar, 'least' | 'most'> {
  const [least, most] = [fact?.value ?? fact?.atLeast, fact?.value ?? fact?.atMost];
  return {
    ...(least?.type === 'number' ? { least: least.value } : {}),
    ...(most?.type === 'number' ? { most: most.value } : {}),
  };
}

/** How far a bar certainly goes from zero, and how far it possibly goes to either side; canonical decimals. */
export interface Reach {
  readonly sure?: string;
  readonly above?: string;
  readonly below?: string;
}

export function reachOf({ least, most }: Bar): Reach {
  if (least === undefined && most === undefined) return {};
  // What only the most is known of may be nothing at all, and of what only the least is known no end can be drawn.
  const [low, high] = [least ?? '0', most ?? least ?? '0'];
  if (low === high) return { sure: low };
  const [isAbove, isBelow] = [compared(high, '0') > 0, compared(low, '0') < 0];
  const sure = isAbove && isBelow ? '0' : isBelow ? high : low;
  return { sure, ...(isAbove ? { above: high } : {}), ...(isBelow ? { below: low } : {}) };
}
