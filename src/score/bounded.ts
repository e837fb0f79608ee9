/** A number that every view of what is open agrees on, or the bounds within which it lies. */
import { canonical, Decimal } from '../base/decimal.js';
import type { Bounded } from '../model/scored.js';

/** Known where every view agrees; else the bounds that have an end. */
export function boundedBy(views: readonly Decimal[]): Bounded {
  const [least, most] = [Decimal.min(...views), Decimal.max(...views)];
  if (least.isFinite() && least.eq(most)) return { points: canonical(least) };
  return {
    ...(least.isFinite() ? { least: canonical(least) } : {}),
    ...(most.isFinite() ? { most: canonical(most) } : {}),
  };
}
