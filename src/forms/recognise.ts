/**
 * Tells which form a sheet is, by what it contains: the hidden marker sheet of our own templates first, then its
 * headings, never its file name. A sheet that is no form is said to be none, with the nearest form and what it lacks.
 */
import { once } from '../base/once.js';
import { folded } from '../base/text.js';
import type { Column, Form } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Marker, Recognised, Unrecognised } from '../model/recognised.js';
import type { Sheet, Workbook } from '../model/workbook.js';
import { type Cell, seenRows, shown } from './grid.js';

/** Name of the hidden sheet by which a template knows itself. */
export const MARKER_SHEET = '_assess';
/** Name of the sheet of a template that says how to fill it in. */
export const GUIDE_SHEET = '填表说明';

/** Headings are looked for in so many rows from the top. */
const HEADING_ROWS = 40;

export function recognise(workbook: Workbook, measures: Measures): (Recognised | Unrecognised)[] {
  const marker = readMarker(workbook);
  const marked = marker?.measures === measures.id ? measures.forms.get(marker.form) : undefined;
  // The guide of a template lists the form's own headings: it is never the form, however few these are.
  const sheets = workbook.sheets.filter(
    ({ name, hidden, rows }) => !hidden && rows.length > 0 && !(marker && name === GUIDE_SHEET),
  );
  const known = knownForms(measures).filter(({ form }) => !marked || form === marked);
  const found = sheets.map((sheet) => recogniseSheet(sheet, known, marker));
  const recognised = found.filter((each): each is Recognised => 'headingRow' in each);
  // Beside a form, further sheets are notes; on their own they are an unknown form.
  return recognised.length > 0 ? recognised : found.slice(0, 1);
}

/** The marker of a template: two columns of keys and values on a hidden sheet. */
export function readMarker(workbook: Workbook): Marker | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === MARKER_SHEET);
  if (!sheet) return undefined;
  const said = new Map(sheet.rows.map((row) => [shown(row.values[0] ?? ''), shown(row.values[1] ?? '')]));
  const [measures, version, form, by, period] = ['measures', 'version', 'form', 'by', 'period'].map((key) =>
    said.get(key),
  );
  if (!measures || !version || !form) return undefined;
  return { measures, version, form, ...(by ? { by } : {}), ...(period ? { period } : {}) };
}

/** Every spelling by which a heading is known, folded. */
function spellings({ id, title, aliases }: Column): string[] {
  return [id, title.zh, title.en, ...aliases].map(heading);
}

/** A heading as compared: without marks that people add, such as * for required or a unit in brackets. */
function heading(text: string): string {
  const plain = folded(text);
  if (!/[*:)]/.test(plain)) return plain;
  return plain
    .replace(/[*:]+$/u, '')
    .replace(/(?<=.)\([^()]*\)$/u, '')
    .replace(/^[*]+/u, '');
}

/** A form with the spellings of all that names it. Folding them is the costly part and is done once for a pack. */
interface Known {
  readonly form: Form;
  /** Spelling of a heading → column. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly fields: readonly (readonly string[])[];
  readonly titles: readonly string[];
}

const knownForms = once(({ forms }: Measures): readonly Known[] =>
  [...forms.values()].map((form) => ({
    form,
    columns: new Map(form.columns.flatMap((column) => spellings(column).map((name) => [name, column] as const))),
    fields: form.fields.map(spellings),
    titles: [form.id, form.title.zh, form.title.en].map(folded),
  })),
);

/** A row near the top, its texts folded as headings. */
interface TopRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly headings: readonly string[];
}

interface Match {
  readonly known: Known;
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly score: number;
}

function recogniseSheet(sheet: Sheet, forms: readonly Known[], marker: Marker | undefined): Recognised | Unrecognised {
  const top: TopRow[] = [];
  const only = forms.length === 1 ? forms[0] : undefined;
  for (const { row, cells } of seenRows(sheet)) {
    const headings = headingsOf(cells);
    const isComplete = only !== undefined && holdsAll(only, top.at(-1)?.headings ?? []);
    top.push({ number: row.number, cells, headings });
    if (top.length === HEADING_ROWS || isComplete) break;
  }
  const name = folded(sheet.name);
  const matches = forms.flatMap((known) => matchForm(known, top, name)).toSorted((a, b) => b.score - a.score);
  const [best, second] = matches;
  const wanted = best?.known.form.columns.filter(({ required }) => required) ?? [];
  const got = wanted.filter(({ id }) => best?.columns.has(id)).length;
  const enough = best && best.columns.size >= Math.min(2, best.known.form.columns.length) && got * 2 >= wanted.length;
  const alone = !second || second.score < (best?.score ?? 0);
  if (best && enough && alone) return layout(best, sheet, top, marker);
  const missing = wanted.filter(({ id }) => !best?.columns.has(id));
  return { sheet, ...(best ? { nearest: best.known.form } : {}), missing };
}

/** The cells of a row as headings; a merged one, which stands in each of its columns, is folded once. */
function headingsOf(cells: readonly Cell[]): string[] {
  const headings: string[] = [];
  cells.forEach(({ value }, index) => {
    const before = cells[index - 1]?.value === value ? headings[index - 1] : undefined;
    headings.push(before ?? (typeof value === 'string' ? heading(value) : ''));
  });
  return headings;
}

/** Whether a row names every column of a form: none below it can name more, and only the next may repeat them. */
function holdsAll({ form, columns }: Known, headings: readonly string[]): boolean {
  if (headings.length < form.columns.length) return false;
  const found = new Set<Column>();
  for (const text of headings) {
    const column = columns.get(text);
    if (column) found.add(column);
  }
  return found.size === form.columns.length;
}

/** The row that holds most of a form's headings, and how well the sheet fits the form. */
function matchForm(known: Known, top: readonly TopRow[], sheetName: string): Match[] {
  let best: { index: number; columns: Map<string, number> } | undefined;
  for (const [index, { cells, headings }] of top.entries()) {
    const columns = new Map<string, number>();
    headings.forEach((text, position) => {
      const id = known.columns.get(text)?.id;
      const at = cells[position]?.column;
      if (id !== undefined && at !== undefined && !columns.has(id)) columns.set(id, at);
    });
    if (columns.size > (best?.columns.size ?? 0)) best = { index, columns };
  }
  if (!best) return [];
  const { index, columns } = best;
  const above = [...new Set([sheetName, ...top.slice(0, index).flatMap(({ headings }) => headings)])];
  const named = above.some((text) => known.titles.some((title) => text.includes(title)));
  const fields = known.fields.filter((names) =>
    above.some((text) => names.some((name) => text.startsWith(name))),
  ).length;
  const missing = known.form.columns.filter(({ id, required }) => required && !columns.has(id)).length;
  const score = columns.size * 2 - missing * 2 + fields + (named ? 4 : 0);
  return [{ known, row: top[index]?.number ?? 0, columns, score }];
}

function layout(
  { known, row, columns }: Match,
  sheet: Sheet,
  top: readonly TopRow[],
  marker: Marker | undefined,
): Recognised {
  const { form } = known;
  const at = top.find(({ number }) => number === row);
  const repeated: Recognised['repeated'][number][] = [];
  const unknown: Recognised['unknown'][number][] = [];
  for (const [position, { column: place, value, cell }] of (at?.cells ?? []).entries()) {
    const column = known.columns.get(at?.headings[position] ?? '');
    if (!column) {
      if (shown(value).trim() !== '') unknown.push({ heading: shown(value), cell });
    } else if (columns.get(column.id) !== place) {
      const first = at?.cells.find((other) => other.column === columns.get(column.id))?.cell ?? cell;
      if (first !== cell) repeated.push({ column, first, again: cell });
    }
  }
  return {
    form,
    sheet,
    headingRow: row,
    headingEnd: repeatsHeadings(known, top, row, columns) ? row + 1 : row,
    columns,
    repeated,
    unknown,
    ...(marker?.form === form.id ? { marker } : {}),
  };
}

/** Whether the row below names the same columns once more, as our templates do in the other language. */
function repeatsHeadings(
  { columns: known }: Known,
  top: readonly TopRow[],
  row: number,
  columns: ReadonlyMap<string, number>,
): boolean {
  const below = top.find(({ number }) => number === row + 1);
  if (!below) return false;
  const same = below.cells.filter(({ column }, position) => {
    const id = known.get(below.headings[position] ?? '')?.id;
    return id !== undefined && columns.get(id) === column;
  });
  return same.length >= 2 && same.length * 2 > below.cells.length;
}
