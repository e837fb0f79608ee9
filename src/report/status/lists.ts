/** The lists of the status as sheets: entries with file, sheet and days, files besides, what falls due next. */
import { daysBetween } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import type { CellDesign, CellStyle, SheetDesign } from '../../model/design.js';
import { placeText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { day, number, text } from '../ranking/cells.js';
import { type ListColumn, titled } from '../ranking/columns.js';
import { sheetOf } from '../ranking/sheet.js';
import { statusText } from '../reports.js';
import type { Entry, Status } from './types.js';
import { outcomeText, toneOf } from './words.js';

export const WHO = { zh: '报送单位', en: 'From' } as const;

/** Colour by how much an entry asks for attention. */
export function styleOf(entry: Entry): CellStyle {
  const tone = toneOf(entry);
  if (tone === 'error') return 'bad';
  if (tone !== undefined) return 'warn';
  return entry.outcome === 'not-due' ? 'text' : 'good';
}

const LIST: readonly ListColumn[] = [
  { ...WHO, width: 18 },
  { zh: '材料名称', en: 'Report', width: 26 },
  { zh: '所属期间', en: 'For period', width: 18 },
  { zh: '应报日期', en: 'Due', width: 12 },
  { zh: '收到或完成日期', en: 'Received or done', width: 12 },
  { zh: '日期依据', en: 'Day by', width: 14 },
  { zh: '依据所在', en: 'Cell of the day', width: 36 },
  { zh: '状态', en: 'State', width: 16 },
  { zh: '逾期天数', en: 'Days over', width: 10 },
  { zh: '审核', en: 'Outcome', width: 20 },
  { zh: '文件', en: 'File', width: 40 },
  { zh: '工作表', en: 'Sheet', width: 18 },
];

export function listSheet(
  { name, title }: { readonly name: string; readonly title: string },
  entries: readonly Entry[],
  lookup: Lookup,
): SheetDesign {
  const { lang } = lookup;
  const rows = entries.map((entry) => listRow(entry, lookup));
  return sheetOf({ name, title, columns: titled(LIST, lang), rows, frozen: 2 }, lookup);
}

/** Days late are those it came late; of what is missing, those that have passed until the day of the run. */
function listRow(entry: Entry, { lang, result }: Lookup): CellDesign[] {
  const { name, title, period, due, received, dated, state, isDone, daysLate, outcome, file, sheet } = entry;
  const late = state === 'missing' && due !== undefined ? daysBetween(due, result.asOf) : daysLate;
  const style = styleOf(entry);
  return [
    text(name[lang]),
    text(title[lang]),
    text(periodText(period)[lang]),
    day(due),
    day(received),
    text(dated ? DATED_BY[dated.by][lang] : ''),
    text(dated ? placeText(dated.place) : ''),
    text(state === undefined ? '' : statusText({ status: state, ...(isDone ? { isDone } : {}) })[lang]),
    late === undefined ? text('') : number(late),
    text(outcomeText(outcome, lang), style === 'good' ? 'text' : style),
    text(file ?? ''),
    text(sheet ?? ''),
  ];
}

const DATED_BY = {
  register: { zh: '收文登记', en: 'register' },
  form: { zh: '表内日期', en: 'form itself' },
} as const;

export function besidesSheet({ besides }: Status, lookup: Lookup): SheetDesign {
  const { lang } = lookup;
  const columns = titled(BESIDES, lang);
  const rows = besides.map(({ file, sheet, title, outcome }) =>
    [file, sheet ?? '', title?.[lang] ?? '', outcomeText(outcome, lang)].map((each) => text(each)),
  );
  const title = { zh: '各表没有列出的来件', en: 'Handed in, but in no sheet before' }[lang];
  return sheetOf({ name: { zh: '其他来件', en: 'Besides' }[lang], title, columns, rows, frozen: 1 }, lookup);
}

const BESIDES: readonly ListColumn[] = [
  { zh: '文件', en: 'File', width: 44 },
  { zh: '工作表', en: 'Sheet', width: 20 },
  { zh: '材料名称', en: 'Report', width: 28 },
  { zh: '审核', en: 'Outcome', width: 24 },
];

export function upcomingSheet({ upcoming }: Status, lookup: Lookup): SheetDesign {
  const { lang } = lookup;
  const rows = upcoming.map(({ title, period, due, debtors, came }) => [
    text(title[lang]),
    text(periodText(period)[lang]),
    day(due),
    number(debtors),
    number(came),
  ]);
  const title = { zh: '接下来到期的', en: 'Falling due next' }[lang];
  return sheetOf(
    { name: { zh: '到期', en: 'Due next' }[lang], title, columns: titled(UPCOMING, lang), rows, frozen: 1 },
    lookup,
  );
}

const UPCOMING: readonly ListColumn[] = [
  { zh: '材料名称', en: 'Report', width: 34 },
  { zh: '所属期间', en: 'For period', width: 22 },
  { zh: '应报日期', en: 'Due', width: 14 },
  { zh: '应报数', en: 'Owed by', width: 10 },
  { zh: '已到数', en: 'Already there', width: 12 },
];
