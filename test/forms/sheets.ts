/** Sheets for tests, drawn as they look: one array a row, null for an empty cell. */
import { columnLetters } from '../../src/base/address.js';
import type { Day } from '../../src/base/day.js';
import { read } from '../../src/forms/read.js';
import { recognise } from '../../src/forms/recognise.js';
import type { Measures } from '../../src/model/measures.js';
import type { Recognised, Unrecognised } from '../../src/model/recognised.js';
import type { Submission } from '../../src/model/submission.js';
import type { CellValue, Merge, Sheet, Workbook } from '../../src/model/workbook.js';

export type Drawn = readonly (readonly (CellValue | null)[])[];

export const day = (text: string): CellValue => ({ kind: 'date', day: text as Day });
export const percent = (number: number): CellValue => ({ kind: 'percent', number });
export const UNCOMPUTED: CellValue = { kind: 'uncomputed' };
export const ERROR: CellValue = { kind: 'error', text: '#DIV/0!' };

interface Look {
  readonly name?: string;
  readonly hidden?: boolean;
  /** Ranges such as A1:C1. */
  readonly merges?: readonly string[];
  /** Cells whose value a formula gave. */
  readonly formulas?: readonly string[];
}

export function sheet(drawn: Drawn, { name = '表', hidden = false, merges = [], formulas = [] }: Look = {}): Sheet {
  const rows = drawn.flatMap((cells, index) => {
    const held = cells.flatMap((value, at) => (value === null ? [] : [{ column: at + 1, value }]));
    if (held.length === 0) return [];
    const number = index + 1;
    const computed = held
      .map(({ column }) => column)
      .filter((at) => formulas.includes(`${columnLetters(at)}${number}`));
    return [
      {
        number,
        hidden: false,
        columns: held.map(({ column }) => column),
        values: held.map(({ value }) => value),
        ...(computed.length > 0 ? { formulas: computed } : {}),
      },
    ];
  });
  return { name, hidden, rows, merges: merges.map(merge) };
}

function merge(range: string): Merge {
  const [, left = '', top, right = '', bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? [];
  const column = (letter: string): number => letter.charCodeAt(0) - 64;
  return { top: Number(top), left: column(left), bottom: Number(bottom), right: column(right) };
}

export function book(...sheets: readonly Sheet[]): Workbook {
  return { file: 'a.xlsx', sheets };
}

export function isForm(found: Recognised | Unrecognised | undefined): found is Recognised {
  return found !== undefined && 'headingRow' in found;
}

/** The one form that must stand on these sheets. */
export function form(measures: Measures, ...sheets: readonly Sheet[]): Recognised {
  const found = recognise(book(...sheets), measures);
  const [only] = found;
  if (found.length !== 1 || !isForm(only)) throw new Error(`not one form: ${found.length}`);
  return only;
}

/** A sheet recognised and read. */
export function readSheet(measures: Measures, ...sheets: readonly Sheet[]): Submission {
  return read('a.xlsx', form(measures, ...sheets), measures);
}

/** The values of each row, by column. */
export function valuesOf({ rows }: Pick<Submission, 'rows'>): Record<string, unknown>[] {
  return rows.map(({ readings }) =>
    Object.fromEntries([...readings].flatMap(([id, { value }]) => (value ? [[id, value.value]] : []))),
  );
}
