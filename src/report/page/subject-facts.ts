/** What every figure of a subject is and rests on: a row for each fact, of which all but the cells is said of many. */
import type { Lang, Text } from '../../base/text.js';
import type { Account } from '../../explain/account.js';
import type { SaidFact, ToldFact } from '../../explain/tell.js';
import { cellList, plainCellList } from './cells.js';
import { type Contents, type Element, el } from './element.js';
import type { PageLookup } from './lookup.js';
import { clauseLink, owedList, saidOnce } from './phrases.js';
import { type Column, cell, tableCell, tableCells, tableOf } from './table.js';

/** Where each fact comes from, if that reads the same in both languages. */
export type PlainCells = readonly (Element | undefined)[];

export function plainCells({ facts }: Account, page: PageLookup): PlainCells {
  return [...facts.values()].map(({ cells }) => plainCellList(cells, page));
}

/** Where all facts are of one span, the heading says it once. */
export function factTable(facts: readonly ToldFact[], plain: PlainCells, anchor: string, page: PageLookup): Contents {
  const spans = new Set(facts.map(({ said }) => spanOf(said)));
  const { columns, rowOf } = spans.size === 1 ? UNDER_SPAN : WITH_SPAN;
  const caption = FACTS[page.lang];
  const rows = facts.map((fact, at) => rowOf(fact, plain[at], page));
  return [
    el('h3', {}, caption),
    spans.size === 1 ? el('p', { class: 'span' }, [...spans]) : undefined,
    tableOf({ id: `${anchor}-facts`, caption, isHeaded: true, columns: columns[page.lang], rows }, page),
  ];
}

const FACTS: Text = { zh: '事实和来源', en: 'Facts and where they come from' };
const COLUMNS = {
  zh: ['事项', '数值', '起止', '条款', '来源（文件 › 工作表 › 单元格）'],
  en: ['Fact', 'Value', 'From – to', 'Clause', 'From (file › sheet › cell)'],
} as const;
const FROM = { kind: 'wide' } as const;

const WITH_SPAN = rows(true);
const UNDER_SPAN = rows(false);

interface Rows {
  readonly columns: Readonly<Record<Lang, readonly Column[]>>;
  rowOf(fact: ToldFact, plain: Element | undefined, page: PageLookup): Element;
}

/** Rows with or without the span of each fact. */
function rows(hasSpan: boolean): Rows {
  const columns = { zh: columnsIn('zh', hasSpan), en: columnsIn('en', hasSpan) };
  const begun = saidOnce((said: SaidFact, page) =>
    tableCells(
      [
        cell(said.title),
        cell(said.value, { tone: said.isOwed ? 'open' : undefined }),
        ...(hasSpan ? [cell(spanOf(said))] : []),
        cell(clauseLink(said.clause, said.clauseSays, page)),
      ],
      columns[page.lang],
    ),
  );
  const row = (said: SaidFact, from: Contents, page: PageLookup): Element =>
    el('tr', {}, begun(said, page), tableCell(cell(from), FROM));
  const bare = saidOnce((said: SaidFact, page) => row(said, undefined, page));
  return {
    columns,
    rowOf({ said, owed, own }, plain, page) {
      const cells = plain ?? cellList(own.cells, page);
      return cells || owed.length > 0 ? row(said, [cells, owedList(owed, page)], page) : bare(said, page);
    },
  };
}

function columnsIn(lang: Lang, hasSpan: boolean): Column[] {
  const [title, value, span, clause, from] = COLUMNS[lang];
  return [
    { title, isName: true },
    { title: value, kind: 'term' },
    ...(hasSpan ? [{ title: span }] : []),
    { title: clause, kind: 'term' },
    { title: from, ...FROM },
  ];
}

function spanOf({ from, to }: SaidFact): string {
  return `${from} – ${to}`;
}
