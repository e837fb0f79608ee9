/** A sheet with an order as bars: by the figure that the order goes by first, from the cells of the order's own sheet. */
import { columnLetters } from '../../base/address.js';
import type { ChartDesign, SheetDesign } from '../../model/design.js';
import type { Standing } from '../../model/grading.js';
import { bracketed } from '../../words/phrase.js';
import { factText } from '../../words/value.js';
import type { Group } from '../groups.js';
import type { Lookup } from '../lookup.js';
import { boundsOf, scaleOf } from '../scale.js';
import { factTitle } from '../titles.js';
import { FIRST_ROW } from './fact-rows.js';
import { about } from './sheet.js';

export interface ChartPlan {
  readonly name: string;
  readonly title: string;
  /** The sheet of the order, and its columns of names and values, from 1. */
  readonly sheet: string;
  readonly nameAt: number;
  readonly valueAt: number;
  readonly fact: string;
  /** Those ranked, in the order of the sheet's rows. */
  readonly groups: readonly Group<Standing>[];
}

/** More bars than so many nobody can tell apart on a page. */
const MOST_BARS = 100;
/** In pixels: of a row, of a bar with the gap to the next, of a page's bars together, of the title and the axis. */
const ROW = 20;
const BAR = { least: 14, most: 30 } as const;
const PAGE = 1000;
const FRAME = 110;
const COLUMNS = 10;

/** One for each group that is ranked apart: bars of two orders beside one another would say that they are compared. */
export function chartSheets(plan: ChartPlan, lookup: Lookup): SheetDesign[] {
  let next = FIRST_ROW;
  return plan.groups.flatMap(({ title: group, members }) => {
    const first = next;
    next += members.length;
    const subjects = members.map(({ subject }) => subject);
    if (group === undefined) return chartSheet(plan, subjects, first, lookup);
    const [name, title] = [`${plan.name} ${group}`, bracketed(plan.title, group, lookup.lang)];
    return chartSheet({ ...plan, name, title }, subjects, first, lookup);
  });
}

/** None where there is nothing to compare, or too much. */
function chartSheet(plan: ChartPlan, subjects: readonly string[], first: number, lookup: Lookup): SheetDesign[] {
  const { fact: id, title } = plan;
  const { lang, words } = lookup;
  const known = subjects.filter((subject) => lookup.fact(subject, id)?.value?.type === 'number');
  // Whose value is not known stands last and without a bar.
  const bars = subjects.lastIndexOf(known.at(-1) ?? '') + 1;
  if (known.length < 2 || bars > MOST_BARS) return [];
  const series = factTitle(id, lookup);
  const range = (column: number): string => {
    const letters = columnLetters(column);
    return `'${plan.sheet}'!${letters}${first}:${letters}${first + bars - 1}`;
  };
  const told = known.map((subject) => `${lookup.name(subject)} ${factText(lookup.fact(subject, id), words, lang)}`);
  const height = bars * Math.min(BAR.most, Math.max(BAR.least, PAGE / bars)) + FRAME;
  return [
    {
      name: plan.name,
      widths: Array.from({ length: COLUMNS }, () => 9),
      rows: [{ cells: [{ value: title, style: 'title' }] }, { cells: [{ value: about(lookup), style: 'subtitle' }] }],
      merges: [1, 2].map((row) => `A${row}:${columnLetters(COLUMNS)}${row}`),
      chart: {
        title: series,
        alternative: { zh: `条形图，${series}：${told.join('、')}`, en: `Bars of ${series}: ${told.join(', ')}` }[lang],
        names: range(plan.nameAt),
        values: range(plan.valueAt),
        series,
        ...endOf(id, known, lookup),
        from: `A${FIRST_ROW}`,
        to: `${columnLetters(COLUMNS + 1)}${FIRST_ROW + Math.ceil(height / ROW)}`,
      },
      print: { footer: `${lookup.result.office.name} ${title}` },
    },
  ];
}

/** Shares end at all of it, unless somebody did more. */
function endOf(id: string, subjects: readonly string[], lookup: Lookup): Pick<ChartDesign, 'show' | 'end'> {
  if (lookup.words.facts[id]?.show !== 'share') return { show: 'number' };
  const bars = subjects.map((subject) => ({ name: '', text: '', ...boundsOf(lookup.fact(subject, id)) }));
  const { to } = scaleOf({ bars, isShare: true });
  return to > 1 ? { show: 'share' } : { show: 'share', end: to };
}
