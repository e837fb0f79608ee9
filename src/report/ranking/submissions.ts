/** Every report owed in the year so far: when it was due, when it came, and what became of its file. */
import { periodText } from '../../base/period.js';
import type { Text } from '../../base/text.js';
import type { CellDesign, SheetDesign } from '../../model/design.js';
import type { FileReport } from '../../model/result.js';
import type { Expected } from '../../model/submission.js';
import type { Lookup } from '../lookup.js';
import { statusText } from '../reports.js';
import { formTitle } from '../titles.js';
import { day, number, text } from './cells.js';
import { type ListColumn, titled } from './columns.js';
import { sheetOf } from './sheet.js';

export function submissionSheet(lookup: Lookup): SheetDesign {
  const { result, lang } = lookup;
  const columns = titled(COLUMNS, lang);
  const title = { zh: '材料报送情况', en: 'Reports handed in' }[lang];
  const outcomes = outcomesOf(lookup);
  const rows = result.expected.map((each) => reportRow(each, outcomes, lookup));
  return sheetOf({ name: { zh: '材料', en: 'Submissions' }[lang], title, columns, rows, frozen: 2 }, lookup);
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

type FormStatus = FileReport['forms'][number]['status'];

const OUTCOMES: Readonly<Record<FormStatus, Text>> = {
  accepted: { zh: '通过', en: 'accepted' },
  'accepted-with-warnings': { zh: '通过，有提示', en: 'accepted with warnings' },
  returned: { zh: '退回', en: 'returned' },
  'not-counted': { zh: '未采用', en: 'not counted' },
};

/** What became of each sheet handed in, by file and sheet. */
function outcomesOf({ result }: Lookup): Map<string, FormStatus> {
  const forms = result.files.flatMap(({ file, forms: own }) =>
    own.map((form) => [`${file}\n${form.sheet}`, form.status] as const),
  );
  return new Map(forms);
}

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
    text(outcome ? OUTCOMES[outcome][lang] : ''),
    text(file ?? ''),
  ];
}
