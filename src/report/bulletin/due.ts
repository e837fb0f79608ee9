/** What falls due next, when, and how many owe it. */
import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import { formTitle } from '../titles.js';
import type { SectionWriter } from './section.js';
import { paragraph, tableOf } from './table.js';

export const writeDue: SectionWriter<'due'> = ({ none }, lookup) => {
  const { lang, result } = lookup;
  if (result.upcoming.length === 0) return [paragraph(none[lang])];
  const rows = result.upcoming.map(({ form, period, due, debtors }) => [
    formTitle(form, lookup),
    periodText(period)[lang],
    dayText(due)[lang],
    String(debtors),
  ]);
  return [tableOf(HEADINGS[lang], rows)];
};

const HEADINGS = {
  zh: [{ title: '材料名称' }, { title: '所属期间' }, { title: '应报日期' }, { title: '应报单位数', align: 'right' }],
  en: [{ title: 'Report' }, { title: 'For period' }, { title: 'Due' }, { title: 'Owed by (number)', align: 'right' }],
} as const;
