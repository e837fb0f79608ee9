/**
 * Tables as a page has them: a caption, headings with their scope, numbers on the right, and what the script needs to
 * sort by any column and to filter. Sort keys are whole numbers made here, where numbers are exact; without a key the
 * text itself is sorted, and what is empty or not known stands last whichever way.
 */

import { once } from '../../base/once.js';
import type { Text } from '../../base/text.js';
import { type Contents, type Element, el, long, shared } from './element.js';
import type { PageLookup } from './lookup.js';

export type Tone = 'good' | 'bad' | 'warn' | 'open';

export interface Column {
  readonly title: string;
  /** Numbers stand on the right, terms are not broken, long texts get room. */
  readonly kind?: 'number' | 'term' | 'wide';
  /** It names the row. */
  readonly isName?: true;
}

export interface Cell {
  readonly contents: Contents;
  readonly key?: number | undefined;
  readonly tone?: Tone | undefined;
}

/** A choice by which rows are filtered: of each row the id of what it belongs to, and its title. */
export interface Facet {
  readonly title: string;
  readonly of: readonly { readonly id: string; readonly title: string }[];
}

/** Cells, or the row as it was made of them before. */
export type Row = readonly Cell[] | Element;

export interface Plan {
  /** An anchor, of this page's own making. */
  readonly id: string;
  readonly caption: Contents;
  /** A heading right above says the same: the caption is there for those who do not see it. */
  readonly isHeaded?: true;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Where they are there, if only as an empty list, the table is sorted and filtered; a small one need not be. */
  readonly facets?: readonly Facet[];
}

export function cell(contents: Contents, more: Omit<Cell, 'contents'> = {}): Cell {
  return { contents, ...more };
}

/** Of a table with more rows than these, no two rows are there at once. */
const LONG = 200;

export function tableOf(plan: Plan, page: PageLookup): Element {
  const { id, caption, isHeaded, columns, rows, facets } = plan;
  const numbers = facets?.map(({ of }) => numbered(of.map((each) => each.id))) ?? [];
  const name = `${id}-name`;
  const rowAt = (at: number): Element => {
    const row = rows[at] ?? [];
    if ('tag' in row) return row;
    const belongs = numbers.map((own, which) => own.get(facets?.[which]?.of[at]?.id ?? '') ?? '');
    return el('tr', belongs.length === 0 ? {} : { 'data-in': belongs.join(' ') }, tableCells(row, columns));
  };
  const body =
    rows.length > LONG
      ? long('tbody', {}, rows.length, rowAt)
      : el(
          'tbody',
          {},
          rows.map((_, at) => rowAt(at)),
        );
  return el(
    'div',
    { class: 'listing', id },
    facets && rows.length > 1 ? controls(name, facets, numbers, page) : undefined,
    el(
      'div',
      { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': name },
      el(
        'table',
        facets ? { class: 'sortable' } : {},
        el('caption', isHeaded ? { id: name, class: 'unseen' } : { id: name }, caption),
        head(columns),
        body,
      ),
    ),
  );
}

/** The same columns have the same head. */
const head = once((columns: readonly Column[]) => shared(el('thead', {}, el('tr', {}, columns.map(heading)))));

function heading({ title, kind }: Column): Element {
  return el('th', { scope: 'col', ...(kind ? { class: kind } : {}) }, title);
}

/** The cells of a row, each as its column has it. */
export function tableCells(row: readonly Cell[], columns: readonly Column[]): Element[] {
  return row.map((each, column) => tableCell(each, columns[column]));
}

export function tableCell({ contents, key, tone }: Cell, column: Omit<Column, 'title'> | undefined): Element {
  const classes = [column?.kind, tone].filter((each) => each !== undefined).join(' ');
  const attributes = {
    ...(column?.isName ? { scope: 'row' } : {}),
    ...(classes === '' ? {} : { class: classes }),
    ...(key === undefined ? {} : { 'data-key': key }),
  };
  return el(column?.isName ? 'th' : 'td', attributes, contents);
}

/** Hidden until the script, which alone can make them work, shows them. */
function controls(
  name: string,
  facets: readonly Facet[],
  numbers: readonly ReadonlyMap<string, number>[],
  { lang }: PageLookup,
): Element {
  const choices = facets.map(({ title, of }, which) => {
    const titles = new Map(of.map((each) => [each.id, each.title]));
    const options = [...(numbers[which] ?? [])].map(([id, number]) =>
      el('option', { value: number }, titles.get(id) ?? id),
    );
    return el(
      'label',
      {},
      el('span', {}, title),
      el('select', { 'data-facet': which }, el('option', { value: '-' }, ALL[lang]), options),
    );
  });
  return el(
    'div',
    { class: 'controls', role: 'group', 'aria-labelledby': name, hidden: '' },
    el('label', {}, el('span', {}, FILTER[lang]), el('input', { type: 'search', autocomplete: 'off' })),
    choices,
    el('output', { 'aria-live': 'polite' }),
  );
}

const FILTER: Text = { zh: '查找', en: 'Find' };
const ALL: Text = { zh: '全部', en: 'all' };

function numbered(ids: readonly string[]): Map<string, number> {
  return new Map([...new Set(ids)].map((id, at) => [id, at]));
}

/** Whole numbers in the order of what is given, the same for what is equal; none for what is not known. */
export function keysOf<T>(values: readonly (T | undefined)[], compare: (a: T, b: T) => number): (number | undefined)[] {
  const known = values.flatMap((value, at) => (value === undefined ? [] : [{ value, at }]));
  const keys: (number | undefined)[] = values.map(() => undefined);
  let key = -1;
  let before: T | undefined;
  for (const { value, at } of known.toSorted((a, b) => compare(a.value, b.value))) {
    if (before === undefined || compare(before, value) !== 0) key += 1;
    keys[at] = key;
    before = value;
  }
  return keys;
}
