/** Every report owed in the year so far: when it was due, when it came, and what became of its file. */
import { groupedBy } from '../../base/group.js';
import { periodText } from '../../base/period.js';
import type { CellDesign, Rows, SheetDesign } from '../../model/design.js';
import type { Result } from '../../model/result.js';
import type { Expected } from '../../model/submission.js';
import { matterOf } from '../../rows/matter.js';
import { senderOf } from '../../words/value.js';
import { type FormStatus, OUTCOMES_OF_SHEETS, outcomesOf, statusText } from '../reports.js';
import { formTitle } from '../titles.js';
import { day, number, text } from './cells.js';
import { type ListColumn, titled } from './columns.js';
import { type Linking, openCell, openColumn, opening, openingNote } from './file-links.js';
import { madeOf } from './made.js';
import { longSheetOf } from './sheet.js';

export function submissionSheet(lookup: Linking): SheetDesign<Rows> {
  const { result, lang } = lookup;
  const columns = [...titled(COLUMNS, lang), ...openColumn(lookup)];
  const title = { zh: '材料报送情况', en: 'Reports handed in' }[lang];
  const outcomes = outcomesOf(result);
  const rows = madeOf(linesOf(result), (each) => reportRow(each, outcomes, lookup));
  const notes = openingNote(lookup);
  return longSheetOf({ name: { zh: '材料', en: 'Submissions' }[lang], title, columns, rows, frozen: 2, notes }, lookup);
}

/** A report that is owed, or another file that came for it and stands beside the one that is told of. */
type Line = Expected & { readonly isOther?: true };

/** Each report that is owed, and right below it whatever else was sent for the same. */
function linesOf({ expected, files }: Pick<Result, 'expected' | 'files'>): Line[] {
  const sent = groupedBy(
    files.flatMap(({ file, forms }) => forms.map((form) => ({ ...form, file }))),
    matterOf,
  );
  return expected.flatMap((each): Line[] => {
    const { form, by, period, due, file, sheet } = each;
    const others = (sent.get(matterOf(each)) ?? []).filter((other) => other.file !== file || other.sheet !== sheet);
    return [
      each,
      ...others.map((other): Line => {
        const place = { file: other.file, sheet: other.sheet };
        return { form, by, period, due, status: each.status, ...place, isOther: true };
      }),
    ];
  });
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

const OTHER = { zh: '同一材料的另一份', en: 'another of the same' } as const;

function reportRow(line: Line, outcomes: ReadonlyMap<string, FormStatus>, lookup: Linking): CellDesign[] {
  const { lang, result } = lookup;
  const { form, by, period, due, received, daysLate, file, sheet, place, isOther } = line;
  const outcome = outcomes.get(`${file}\n${sheet}`);
  return [
    text(senderOf(result, by, form)[lang]),
    text(formTitle(form, lookup)),
    text(periodText(period)[lang]),
    day(due),
    opening(day(received), place, lookup) ?? day(received),
    text((isOther ? OTHER : statusText(line))[lang]),
    daysLate === undefined ? text('') : number(daysLate),
    text(outcome ? OUTCOMES_OF_SHEETS[outcome][lang] : ''),
    text(file ?? ''),
    ...openCell(file === undefined ? undefined : { file, ...(sheet ? { sheet } : {}) }, lookup),
  ];
}
