/** The shape of the sheets of a comparison: headed by what is compared with what. */
import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import type { Comparison, Side } from '../../compare/types.js';
import type { SheetDesign } from '../../model/design.js';
import type { Lookup } from '../lookup.js';
import { type ListColumn, titled } from '../ranking/columns.js';
import { type SheetPlan, sheetOf } from '../ranking/sheet.js';

export interface About {
  readonly found: Comparison;
  readonly lookup: Lookup;
}

export function comparedSheet(
  plan: Omit<SheetPlan, 'columns' | 'about'> & { readonly columns: readonly ListColumn[] },
  { found, lookup }: About,
): SheetDesign {
  const { lang } = lookup;
  const side = ({ period, asOf, measures }: Side): string =>
    [
      periodText(period)[lang],
      `${measures.id} ${measures.version}`,
      { zh: `截至${dayText(asOf).zh}`, en: `as of ${dayText(asOf).en}` }[lang],
    ].join({ zh: '　', en: ', ' }[lang]);
  const about = {
    zh: `${side(found.before)}　→　${side(found.after)}`,
    en: `${side(found.before)} → ${side(found.after)}`,
  }[lang];
  return sheetOf({ ...plan, columns: titled(plan.columns, lang), about }, lookup);
}

export const BEFORE = { zh: '变动前', en: 'Before' } as const;
export const AFTER = { zh: '变动后', en: 'After' } as const;
