/** Every report owed in the year so far: when it was due, when it came, and what became of its file. */
import { periodText } from '../../base/period.js';
import type { CellDesign, Rows, SheetDesign } from '../../model/design.js';
import type { Expected } from '../../model/submission.js';
import type { Lookup } from '../lookup.js';
import { type FormStatus, OUTCOMES_OF_SHEETS, outcomesOf, statusText } from '../reports.js';
import { formTitle } from '../titles.js';
import { day, number, text } from './cells.js';
import { type ListColumn, titled } from './columns.js';
import { madeOf } from './made.js';
import { longSheetOf } from './sheet.js';

export function submissionSheet(lookup: Lookup): SheetDesign<Rows> {
  const { result, lang } = lookup;
  const columns = titled(COLUMNS, lang);
  const title = { zh: '材料报送情况', en: 'Reports handed in' }[lang];
  const outcomes = outcomesOf(result);
  const rows = madeOf(result.expected, (each) => reportRow(each, outcomes, lookup));
  return longSheetOf({ name: { zh: '材料', en: 'Submissions' }[lang], title, columns, rows, frozen: 2 }, lookup);
}

const COLUMNS: readonly ListColumn[] = [
  { zh: '报送单位', en: 'From', width: 16 },
  { zh: '材料名称', en: 'Report', width: 26 },
  { zh: '所属期间', en: 'For period', width: 18 },
  { zh: '应报日期', en: 'Due', width: 12 },
  { zh: '收到日期', en: 'Received', width: 12 },
  { zh: '状态', en: 'State', width: 18 },
  { zh: '迟报天数', en: 'Days late', width: 10 },
  { zh: '审核', en: 'Outcome', width: 18 },
  { zh: '文件', en: 'File', width: 36 },
];

function reportRow(expected: Expected, outcomes: ReadonlyMap<string, FormStatus>, lookup: Lookup): CellDesign[] {
  const { lang, name } = lookup;
  const { form, by, period, due, received, daysLate, file, sheet } = expected;
  const outcome = outcomes.get(`${file}\n${sheet}`);
  return [
    text(name(by)),
    text(formTitle(form, lookup)),
    text(periodText(period)[lang]),
    day(due),
    day(received),
    text(statusText(expected)[lang]),
    daysLate === undefined ? text('') : number(daysLate),
    text(outcome ? OUTCOMES_OF_SHEETS[outcome][lang] : ''),
    text(file ?? ''),
  ];
}
