/** Which of the reports owed belong to the period of the bulletin, and how their states are called. */
import { countsTo, firstDay, lastDay } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Result } from '../model/result.js';
import type { Expected } from '../model/submission.js';

export const STATUS: Readonly<Record<Expected['status'], Text>> = {
  'on-time': { zh: '按时', en: 'on time' },
  late: { zh: '迟报', en: 'late' },
  missing: { zh: '未报', en: 'missing' },
  'not-due': { zh: '未到期', en: 'not due yet' },
  undated: { zh: '收到日期不明', en: 'day of receipt unknown' },
  ambiguous: { zh: '两份并存，待选定', en: 'two files, none chosen' },
};

/** Those that count to the period, in the order in which they are owed. */
export function reportsOfPeriod({ expected, period }: Pick<Result, 'expected' | 'period'>): Expected[] {
  return expected.filter((each) => countsTo(each.period, each.due, firstDay(period), lastDay(period)));
}
