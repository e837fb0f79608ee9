/** The reports of the period that came late, not at all or nobody knows when, each with its days; who was on time is not listed. */
import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import type { Lang } from '../../base/text.js';
import type { Expected } from '../../model/submission.js';
import { senderOf } from '../../words/value.js';
import { byKind, reportsOfPeriod, statusText } from '../reports.js';
import { formTitle } from '../titles.js';
import { nothingListed } from './open.js';
import type { SectionWriter } from './section.js';
import { paragraph, tableOf } from './table.js';

export const writeSubmissions: SectionWriter<'submissions'> = ({ none }, lookup) => {
  const { lang } = lookup;
  const all = reportsOfPeriod(lookup.result);
  const reports = all.filter(({ status }) => status !== 'on-time' && status !== 'not-due');
  if (reports.length === 0) return [nothingListed(none, notDue(all, lang), lookup)];
  return byKind(reports).flatMap((own) => {
    const rows = own.map((each) => [
      senderOf(lookup.result, each.by, each.form)[lang],
      formTitle(each.form, lookup),
      periodText(each.period)[lang],
      dayText(each.due)[lang],
      (each.received === undefined ? statusText(each) : dayText(each.received))[lang],
      each.daysLate === undefined ? '—' : String(each.daysLate),
    ]);
    const isDone = own[0]?.isDone === true;
    return [paragraph(lead(own.length, isDone, lang)), tableOf((isDone ? DONE_HEADINGS : HEADINGS)[lang], rows)];
  });
};

function notDue(all: readonly Expected[], lang: Lang): string | undefined {
  const count = all.filter(({ status }) => status === 'not-due').length;
  return count === 0 ? undefined : { zh: `另有${count}份未到期`, en: `${count} not due yet` }[lang];
}

function lead(count: number, isDone: boolean, lang: Lang): string {
  return isDone
    ? {
        zh: `未按期完成和情况待核实的事项共${count}项，具体如下。`,
        en: `Done late, not done or still in doubt: ${count}, as follows.`,
      }[lang]
    : {
        zh: `未按时报送和情况待核实的材料共${count}份，具体如下。`,
        en: `Late, missing or still in doubt: ${count}, as follows.`,
      }[lang];
}

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

const DONE_HEADINGS = {
  zh: [
    { title: '单位' },
    { title: '事项' },
    { title: '所属期间' },
    { title: '应完成日期' },
    { title: '完成日期' },
    { title: '超期天数', align: 'right' },
  ],
  en: [
    { title: 'Unit' },
    { title: 'What was to be done' },
    { title: 'For period' },
    { title: 'Due' },
    { title: 'Done' },
    { title: 'Days late', align: 'right' },
  ],
} as const;
