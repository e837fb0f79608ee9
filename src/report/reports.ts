/** Which of the reports owed belong to the period of the bulletin, and how their states are called. */
import { countsTo, firstDay, lastDay } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { FileReport, Result } from '../model/result.js';
import type { Expected } from '../model/submission.js';

const STATUS: Readonly<Record<Expected['status'], Text>> = {
  'on-time': { zh: '按时', en: 'on time' },
  late: { zh: '迟报', en: 'late' },
  missing: { zh: '未报', en: 'missing' },
  'not-due': { zh: '未到期', en: 'not due yet' },
  undated: { zh: '收到日期不明', en: 'day of receipt unknown' },
  ambiguous: { zh: '两份并存，待选定', en: 'two files, none chosen' },
};

/** Of forms that report when something was done, what is late or missing is the thing itself. */
const DONE: Readonly<Partial<Record<Expected['status'], Text>>> = {
  late: { zh: '超期完成', en: 'done late' },
  missing: { zh: '未完成', en: 'not done' },
  undated: { zh: '完成日期不明', en: 'day unknown' },
};

export function statusText({ status, isDone }: Pick<Expected, 'status' | 'isDone'>): Text {
  return (isDone ? DONE[status] : undefined) ?? STATUS[status];
}

export type FormStatus = FileReport['forms'][number]['status'];

/** How what became of a sheet is called. */
export const OUTCOMES_OF_SHEETS: Readonly<Record<FormStatus, Text>> = {
  accepted: { zh: '通过', en: 'accepted' },
  'accepted-with-warnings': { zh: '通过，有提示', en: 'accepted with warnings' },
  returned: { zh: '退回', en: 'returned' },
  'not-counted': { zh: '未采用', en: 'not counted' },
};

/** What became of each sheet handed in, by file and sheet. */
export function outcomesOf({ files }: Pick<Result, 'files'>): Map<string, FormStatus> {
  const forms = files.flatMap(({ file, forms: own }) =>
    own.map((form) => [`${file}\n${form.sheet}`, form.status] as const),
  );
  return new Map(forms);
}

/** Reports that were to come, then what was to be done by a day; neither where there is none. */
export function byKind(reports: readonly Expected[]): (readonly Expected[])[] {
  return [reports.filter(({ isDone }) => !isDone), reports.filter(({ isDone }) => isDone)].filter(
    (own) => own.length > 0,
  );
}

/** Every state, in the order in which they are counted. */
export const STATES_OF_REPORTS = Object.keys(STATUS) as Expected['status'][];

/** Those that count to the period, in the order in which they are owed. */
export function reportsOfPeriod({ expected, period }: Pick<Result, 'expected' | 'period'>): Expected[] {
  return expected.filter((each) => countsTo(each.period, each.due, firstDay(period), lastDay(period)));
}
