/**
 * Rows of headings: which columns of a form stand in a row of a sheet, or in two where a heading is parted into further
 * ones below it, and how well a sheet fits a form.
 */
import { folded } from '../base/text.js';
import type { Part } from '../model/recognised.js';
import type { Sheet } from '../model/workbook.js';
import { type Cell, seenRows, shown } from './grid.js';
import { columnNamed, headingNames, headingsIn, type Known, type KnownForms } from './heading.js';

/** A row of a sheet with what each of its cells may be as a heading. */
export interface Line {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly names: readonly (readonly string[])[];
}

/** The rows of a sheet that hold something: at most so many, and of a form that is named no more than its headings ask for. */
export function linesOf(sheet: Sheet, all: KnownForms, most = Number.POSITIVE_INFINITY, named?: Known): Line[] {
  const lines: Line[] = [];
  for (const { row, cells } of seenRows(sheet)) {
    // None below a row that names every column can name more, and only the next may repeat them.
    const last = lines.at(-1);
    const isComplete = named !== undefined && last !== undefined && holdsAll(named, last);
    lines.push({ number: row.number, cells, names: namesOf(cells, all) });
    if (lines.length === most || isComplete) break;
  }
  return lines;
}

/** A merged heading stands in each of its columns and is looked at once. */
function namesOf(cells: readonly Cell[], all: KnownForms): (readonly string[])[] {
  const names: (readonly string[])[] = [];
  for (const [index, { value }] of cells.entries()) {
    const before = index > 0 && cells[index - 1]?.value === value ? names[index - 1] : undefined;
    names.push(before ?? headingsIn(value, all));
  }
  return names;
}

function holdsAll(known: Known, line: Line): boolean {
  const { length } = known.form.columns;
  return line.cells.length >= length && columnsIn(known, line).size === length;
}

/** The headings of a form in one row or two of a sheet. */
export interface Headed {
  readonly known: Known;
  readonly line: Line;
  /** Last of its rows. */
  readonly end: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** The headings of a form in a line; with those of the line below where the two together name more columns. */
export function headedAt(known: Known, line: Line, below: Line | undefined): Headed {
  const columns = columnsIn(known, line);
  const single = { known, line, end: line.number, columns };
  // A first row of data is rarely words alone; and what stands below must name columns itself.
  const isWords = below?.number === line.number + 1 && below.cells.every(({ value }) => typeof value === 'string');
  if (!below || !isWords || columns.size === 0 || columns.size === known.form.columns.length) return single;
  const both = parted(line, below);
  const two = columnsIn(known, both);
  if (two.size <= columns.size || two.size <= columnsIn(known, below).size) return single;
  const own = below.cells.filter(({ cell, value }) => isOwn(cell, below) && shown(value).trim() !== '');
  const named = new Set(two.values());
  return own.filter(({ column }) => named.has(column)).length * 2 < own.length
    ? single
    : { known, line: both, end: below.number, columns: two };
}

function columnsIn(known: Known, { cells, names }: Line): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [position, each] of names.entries()) {
    const id = columnNamed(known, each)?.id;
    const at = cells[position]?.column;
    if (id !== undefined && at !== undefined && !columns.has(id)) columns.set(id, at);
  }
  return columns;
}

/** Two rows as one: a heading over both, one below another with or without its group before it, or one alone. */
function parted(line: Line, below: Line): Line {
  const above = new Map(line.cells.map((cell, at) => [cell.column, { cell, names: line.names[at] ?? [] }]));
  const under = new Map(below.cells.map((cell, at) => [cell.column, { cell, names: below.names[at] ?? [] }]));
  const columns = [...new Set([...above.keys(), ...under.keys()])].toSorted((a, b) => a - b);
  const joined = columns.flatMap((column): { cell: Cell; names: readonly string[] }[] => {
    const [group, part] = [above.get(column), under.get(column)];
    if (!group || !part || group.cell.cell === part.cell.cell) return [part ?? group ?? []].flat();
    const whole = headingNames(`${shown(group.cell.value)}${shown(part.cell.value)}`);
    return [{ cell: part.cell, names: [...whole, ...part.names] }];
  });
  return { number: line.number, cells: joined.map(({ cell }) => cell), names: joined.map(({ names }) => names) };
}

/** Whether a cell stands in the line itself, and is not lent to it by a merge from above. */
function isOwn(cell: string, { number }: Line): boolean {
  return cell.endsWith(String(number)) && /^[A-Z]+/.exec(cell)?.[0].length === cell.length - String(number).length;
}

export interface Fit {
  readonly headed: Headed;
  readonly score: number;
  /** Enough of the form's columns are there, so that it can be no other table. */
  readonly isEnough: boolean;
}

/** The name of a sheet and what stands in rows of it, as forms may be named there. */
export function textsOf(sheet: Sheet, lines: readonly Line[]): string[] {
  // A merged title stands in each of its columns.
  const texts = new Set([sheet.name, ...lines.flatMap(({ cells }) => cells.map(({ value }) => shown(value)))]);
  return [...texts].map(folded);
}

/** How well headings, and the texts above them, fit a form. */
export function fitOf(headed: Headed, texts: readonly string[]): Fit {
  const { known, columns } = headed;
  const isNamed = texts.some((text) => known.titles.some((title) => text.includes(title)));
  const fields = known.fields.filter((names) =>
    texts.some((text) => names.some((name) => text.startsWith(name))),
  ).length;
  const wanted = known.form.columns.filter(({ required }) => required);
  const missing = wanted.filter(({ id }) => !columns.has(id)).length;
  return {
    headed,
    score: columns.size * 2 - missing * 2 + fields + (isNamed ? 4 : 0),
    isEnough: columns.size >= Math.min(2, known.form.columns.length) && missing * 2 <= wanted.length,
  };
}

/** A part of a form from its headings: which heading is which column, which stand twice, which are none. */
export function partOf(
  { known, line, end, columns }: Headed,
  below: Line | undefined,
  sheet: Sheet,
  rows: { readonly firstRow: number; readonly lastRow: number },
): Part {
  const repeated: Part['repeated'][number][] = [];
  const unknown = new Map<string, Part['unknown'][number]>();
  const headings = new Map<string, string>();
  const spans = new Map<string, number>();
  for (const [position, { column: place, value, cell }] of line.cells.entries()) {
    const column = columnNamed(known, line.names[position] ?? []);
    const first = line.cells.find((other) => other.column === columns.get(column?.id ?? ''));
    if (!column) {
      if (shown(value).trim() !== '') unknown.set(cell, { heading: shown(value), cell });
    } else if (columns.get(column.id) === place) headings.set(column.id, shown(value));
    else if (first?.cell === cell) spans.set(column.id, place);
    else if (first && !repeated.some(({ again }) => again === cell))
      repeated.push({ column, first: first.cell, again: cell });
  }
  const headingEnd = below && repeatsHeadings(known, below, end, columns) ? below.number : end;
  return {
    sheet,
    ...rows,
    headingRow: line.number,
    headingEnd,
    columns,
    headings,
    spans,
    headed: new Set(line.cells.filter(({ value }) => shown(value).trim() !== '').map(({ column }) => column)),
    repeated,
    unknown: [...unknown.values()],
  };
}

/** Whether the row below names the same columns once more, as our templates do in the other language. */
export function repeatsHeadings(known: Known, below: Line, end: number, columns: ReadonlyMap<string, number>): boolean {
  if (below.number !== end + 1) return false;
  const same = below.cells.filter(({ column }, position) => {
    const id = columnNamed(known, below.names[position] ?? [])?.id;
    return id !== undefined && columns.get(id) === column;
  });
  return same.length >= 2 && same.length * 2 > below.cells.length;
}
