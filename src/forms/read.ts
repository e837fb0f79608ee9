/**
 * Reads a recognised form into a submission: every cell of its columns with its address, raw text and value. Blank rows
 * are passed over and never shift an address; what is no row of the table is said in `lines`; nothing is judged here.
 */
import { once } from '../base/once.js';
import { parsePeriod } from '../base/period.js';
import type { Choice, Form } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Part, Recognised } from '../model/recognised.js';
import type { Passed, Row, Submission } from '../model/submission.js';
import { type Contents, newContents } from '../rows/contents.js';
import type { Setting } from './convert.js';
import { type Cell, seenRows, shown } from './grid.js';
import { cellsOf, kindOf, type LineKind } from './lines.js';
import { periodOf, readFields, undatedCells } from './read-fields.js';
import { readRow, rowReader } from './row.js';

/** The forms of a pack as a cell may name them. */
const formTitles = once(({ forms }: Measures): readonly Choice[] =>
  [...forms.values()].map(({ id, title }) => ({ id, title, aliases: [] })),
);

/** `contents` are those of all files that are kept together: what their cells have alike is held once. */
export function read(
  file: string,
  recognised: Recognised,
  measures: Measures,
  contents: Contents = newContents(),
): Submission {
  const { form, sheet, headingRow, marker } = recognised;
  const parts = [recognised, ...recognised.more];
  const sorted = parts.map((part) => sortedLines(form, part));
  const forms = formTitles(measures);
  const marked = parsePeriod(marker?.period ?? '');
  const around = parts.map((part, index) => ({ sheet: part.sheet.name, rows: sorted[index]?.outside ?? [] }));
  const fields = readFields(form, around, { forms, ...(marked ? { period: marked } : {}) });
  const undated = undatedCells(form, fields, around);
  const period = periodOf(form, fields) ?? marked;
  const setting: Setting = { forms, ...(period ? { period } : {}) };
  const rows: Row[] = [];
  for (const [index, part] of parts.entries()) {
    const reader = rowReader(form, part, setting, sheet.name, contents);
    for (const line of withoutNumbered(form, part, sorted[index]?.inside ?? [])) {
      const row = readRow(reader, line, rows.at(-1));
      if (row) rows.push(row);
    }
    reader.table.close();
  }
  return {
    file,
    sheet: sheet.name,
    form: form.id,
    fields,
    ...(undated.size > 0 ? { undated } : {}),
    rows,
    heading: headingRow,
    passed: sorted.flatMap(({ passed }) => passed),
    unheaded: parts.flatMap((part, index) => unheadedIn(part, sorted[index]?.inside ?? [])),
    ...(period ? { period } : {}),
  };
}

interface Numbered {
  readonly number: number;
  readonly cells: readonly Cell[];
}

interface Sorted {
  readonly inside: Numbered[];
  /** Rows in which fields may stand. */
  readonly outside: (readonly Cell[])[];
  readonly passed: Passed[];
}

/** The rows of a part, sorted into data, what stands around it, and what is neither. */
function sortedLines(form: Form, part: Part): Sorted {
  const sorted: Sorted = { inside: [], outside: [], passed: [] };
  const places = new Set(part.columns.values());
  const pass = (cells: readonly Cell[], isLikeData: boolean): void => {
    const [first] = cellsOf(cells);
    if (first) sorted.passed.push({ sheet: part.sheet.name, cell: first.cell, raw: shown(first.value), isLikeData });
  };
  let before: LineKind | undefined;
  for (const { row, cells } of seenRows(part.sheet, part.lastRow)) {
    if (row.number < part.firstRow || (row.number >= part.headingRow && row.number <= part.headingEnd)) continue;
    const kind = kindOf(form, cells, places, before);
    if (row.number < part.headingRow) {
      sorted.outside.push(cells);
      if (kind === 'data' && isLikeData(form, part, cells)) pass(cells, true);
      continue;
    }
    if (kind === 'data') sorted.inside.push({ number: row.number, cells });
    else if (kind === 'remark') pass(cells, false);
    if (kind === 'fields' || kind === 'signature' || kind === 'remark') sorted.outside.push(cells);
    before = kind;
  }
  return sorted;
}

/** Whether a row above the headings holds what every row of the table must. */
function isLikeData(form: Form, { columns }: Part, cells: readonly Cell[]): boolean {
  const held = new Set(cellsOf(cells).map(({ column }) => column));
  const wanted = form.columns.filter(({ required }) => required).map(({ id }) => columns.get(id));
  return wanted.length > 1 && wanted.every((place) => place !== undefined && held.has(place));
}

/** What rows of data hold in columns that have no heading at all. */
function unheadedIn({ sheet, headed }: Part, rows: readonly Numbered[]): Submission['unheaded'] {
  const found = new Map<number, Submission['unheaded'][number]>();
  for (const { cells } of rows) {
    if (cells.every(({ column }) => headed.has(column))) continue;
    for (const { column, cell, value } of cellsOf(cells)) {
      if (headed.has(column)) continue;
      const first = found.get(column) ?? { sheet: sheet.name, cell, raw: shown(value), count: 0 };
      found.set(column, { ...first, count: first.count + 1 });
    }
  }
  return [...found.values()];
}

/** Rows that end a table with nothing but a number each were numbered beforehand and left empty. */
function withoutNumbered(form: Form, { columns }: Part, rows: readonly Numbered[]): readonly Numbered[] {
  const isNumber = ({ cells }: Numbered): boolean => {
    const held = cellsOf(cells);
    const column = form.columns.find(({ id }) => columns.get(id) === held[0]?.column);
    return (
      held.length === 1 && column?.type === 'text' && column.key && /^\d+$/.test(shown(held[0]?.value ?? '').trim())
    );
  };
  const others = form.columns.filter(({ required, key }) => required && !key);
  const last = rows.findLastIndex((row) => !isNumber(row));
  return others.length > 0 ? rows.slice(0, last + 1) : rows;
}
