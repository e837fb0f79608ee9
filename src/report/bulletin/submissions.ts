/** The reports of the period that came late, not at all or nobody knows when, each with its days; who was on time is not listed. */
import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import { reportsOfPeriod, STATUS } from '../reports.js';
import { formTitle } from '../titles.js';
import type { SectionWriter } from './section.js';
import { paragraph, tableOf } from './table.js';

export const writeSubmissions: SectionWriter<'submissions'> = ({ none }, lookup) => {
  const { lang, name } = lookup;
  const reports = reportsOfPeriod(lookup.result).filter(({ status }) => status !== 'on-time' && status !== 'not-due');
  if (reports.length === 0) return [paragraph(none[lang])];
  const rows = reports.map(({ by, form, period, due, status, received, daysLate }) => [
    name(by),
    formTitle(form, lookup),
    periodText(period)[lang],
    dayText(due)[lang],
    received === undefined ? STATUS[status][lang] : dayText(received)[lang],
    daysLate === undefined ? '—' : String(daysLate),
  ]);
  return [tableOf(HEADINGS[lang], rows)];
};

const HEADINGS = {
  zh: [
    { title: '报送单位' },
    { title: '材料名称' },
    { title: '所属期间' },
    { title: '应报日期' },
    { title: '收到日期' },
    { title: '迟报天数', align: 'right' },
  ],
  en: [
    { title: 'From' },
    { title: 'Report' },
    { title: 'For period' },
    { title: 'Due' },
    { title: 'Received' },
    { title: 'Days late', align: 'right' },
  ],
} as const;
