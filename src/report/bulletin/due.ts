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
  return [paragraph(LEAD[lang]), tableOf(HEADINGS[lang], rows)];
};

const LEAD = {
  zh: '下列材料即将到期，请各应报单位在应报日期前报送。',
  en: 'The following falls due next; whoever owes it is to hand it in by its day.',
} as const;

const HEADINGS = {
  zh: [{ title: '材料名称' }, { title: '所属期间' }, { title: '应报日期' }, { title: '应报单位数', align: 'right' }],
  en: [{ title: 'Report' }, { title: 'For period' }, { title: 'Due' }, { title: 'Owed by (number)', align: 'right' }],
} as const;
