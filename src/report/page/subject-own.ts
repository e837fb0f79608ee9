/** What belongs to a subject: the reports it owed, with what became of each, what was found in them, and its members. */
import { dayText } from '../../base/day.js';
import { groupedBy } from '../../base/group.js';
import { once } from '../../base/once.js';
import { periodText } from '../../base/period.js';
import type { Text } from '../../base/text.js';
import type { Result } from '../../model/result.js';
import type { Expected } from '../../model/submission.js';
import { OUTCOMES_OF_SHEETS, outcomesOf, statusText } from '../reports.js';
import { formTitle, laddersOf } from '../titles.js';
import { type Contents, el } from './element.js';
import { byText, gradeFacet, gradeFigures } from './figures.js';
import { findingTable } from './findings.js';
import type { PageLookup } from './lookup.js';
import { nameLink } from './phrases.js';
import { foundWith } from './senders.js';
import { type Cell, type Column, cell, keysOf, tableOf } from './table.js';

/** Reports and findings of a subject; nothing where it owes none. */
export function reportsOf(subject: string, anchor: string, page: PageLookup): Contents {
  const { result, lang } = page;
  const expected = owedBy(result.expected).get(subject) ?? [];
  if (expected.length === 0) return undefined;
  const outcomes = outcomesBy(result);
  const dues = keysOf(
    expected.map(({ due }) => due),
    byText,
  );
  const rows = expected.map((each, at): Cell[] => {
    const outcome = outcomes.get(`${each.file}\n${each.sheet}`);
    const isLate = each.status === 'late' || each.status === 'missing';
    return [
      cell(formTitle(each.form, page)),
      cell(periodText(each.period)[lang]),
      cell(dayText(each.due)[lang], { key: dues[at] }),
      cell(statusText(each)[lang], { tone: isLate ? 'bad' : undefined }),
      cell(each.received === undefined ? '' : dayText(each.received)[lang]),
      cell(outcome ? OUTCOMES_OF_SHEETS[outcome][lang] : '', { tone: outcome === 'returned' ? 'bad' : undefined }),
      cell(el('span', { class: 'file' }, each.file ?? '')),
    ];
  });
  const columns = COLUMNS[lang].map(
    (title, at): Column => (at === 0 ? { title, isName: true } : { title, kind: at < 6 ? 'term' : 'wide' }),
  );
  const caption = REPORTS[lang];
  const own = foundWith(result).get(subject) ?? [];
  return [
    el('h3', {}, caption),
    tableOf({ id: `${anchor}-reports`, caption, isHeaded: true, columns, rows }, page),
    own.length === 0
      ? undefined
      : [el('h3', {}, FOUND[lang]), findingTable(own, `${anchor}-findings`, FOUND[lang], page, false)],
  ];
}

const REPORTS: Text = { zh: '材料报送', en: 'Reports' };
const FOUND: Text = { zh: '所报材料中的问题', en: 'Found in what was handed in' };
const COLUMNS = {
  zh: ['材料', '所属期间', '应报日期', '状态', '收到日期', '审核', '文件'],
  en: ['Report', 'For period', 'Due', 'State', 'Received', 'Outcome', 'File'],
} as const;

const owedBy = once((expected: readonly Expected[]) => groupedBy(expected, ({ by }) => by));
const outcomesBy = once((result: Result) => outcomesOf(result));

/** Those that belong to a subject, with their grades. */
export function membersOf(subject: string, anchor: string, page: PageLookup): Contents {
  const { lang } = page;
  return [...groupedBy(page.membersOf(subject), ({ kind }) => kind)].map(([kind, own], at) => {
    const ids = own.map(({ id }) => id);
    const ladders = laddersOf(kind, page).map(([ladder]) => ladder);
    const figures = ladders.map((ladder) => gradeFigures(ladder, ids, page));
    const rows = ids.map((id, row): Cell[] => [
      cell(nameLink(id, page)),
      ...figures.map(({ cells }) => cells[row] ?? cell('')),
    ]);
    const columns: Column[] = [{ title: page.kind(kind), isName: true }, ...figures.map(({ column }) => column)];
    const caption = { zh: `所属${page.kind(kind)}（${own.length}）`, en: `${page.kind(kind)} of it (${own.length})` }[
      lang
    ];
    const facets = own.length > FILTERED_FROM ? ladders.map((ladder) => gradeFacet(ladder, ids, page)) : undefined;
    const plan = { id: `${anchor}-members-${at + 1}`, caption, isHeaded: true, columns, rows } as const;
    return [el('h3', {}, caption), tableOf(facets ? { ...plan, facets } : plan, page)];
  });
}

const FILTERED_FROM = 15;
