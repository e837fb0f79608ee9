/**
 * Finds the values that stand outside a form's table: whose form it is, for which period, who signed. They are found
 * by their labels, in one cell ("填报科室：办公室") or in two, above the table or below it.
 */
import { addressOf, cellAddress } from '../base/address.js';
import { folded } from '../base/text.js';
import type { Column, Form } from '../model/form.js';
import type { CellValue } from '../model/workbook.js';
import { periodIn } from './convert.js';
import { type Cell, shown } from './grid.js';
import { spelled } from './spelling.js';

export interface FieldCell {
  readonly field: Column;
  readonly value: CellValue;
  readonly cell: string;
}

const LABEL_END = /[:：]\s*$/u;

/** The fields found in rows outside the table, by field id; the first place that holds a value counts. */
export function findFields(form: Form, rows: readonly (readonly Cell[])[]): Map<string, FieldCell> {
  const found = new Map<string, FieldCell>();
  for (const cells of rows) {
    let before: Told | undefined;
    cells.forEach((cell, index) => {
      if (typeof cell.value !== 'string') return;
      // A merged title stands in each of its columns and is looked at once.
      const told = before?.text === cell.value ? before : toldBy(form, cell.value);
      before = told;
      const { inline, field } = told;
      if (!field || found.has(field.id)) return;
      if (inline) found.set(field.id, { field, value: inline.value, cell: cell.cell });
      else {
        const next = cells[index + 1];
        if (next && !isLabel(form, next.value)) {
          found.set(field.id, { field, value: next.value, cell: next.cell });
        }
      }
    });
  }
  for (const field of form.fields) {
    if (field.type !== 'period' || found.has(field.id)) continue;
    const titled = periodInTitle(field, rows);
    if (titled) found.set(field.id, titled);
  }
  return found;
}

/** Where the values of these fields would stand: the cells beside their labels; the label's own where another label is next. */
export function emptyCells(
  form: Form,
  ids: readonly string[],
  rows: readonly (readonly Cell[])[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const cells of rows) {
    cells.forEach(({ value, cell, column }, index) => {
      const id = typeof value === 'string' ? labelled(form, value)?.id : undefined;
      const next = cells[index + 1];
      // Of a merged label the last of its columns tells what is beside it.
      if (id === undefined || !ids.includes(id) || found.has(id) || next?.cell === cell) return;
      const row = addressOf(cell)?.row;
      const isFree = row !== undefined && next?.column !== column + 1;
      found.set(id, isFree ? cellAddress(row, column + 1) : cell);
    });
  }
  return found;
}

/** What a cell's text is outside the table: the field it labels, and the value that stands behind the label. */
interface Told {
  readonly text: string;
  readonly field: Column | undefined;
  readonly inline: { readonly label: string; readonly value: string } | undefined;
}

function toldBy(form: Form, text: string): Told {
  const inline = splitLabel(text);
  return { text, inline, field: labelled(form, inline?.label ?? text) };
}

/** Whether a cell is a label itself, of this form's fields or of anything else, and so no value of the one before. */
function isLabel(form: Form, value: CellValue): boolean {
  if (typeof value !== 'string') return false;
  return LABEL_END.test(value) || toldBy(form, value).field !== undefined;
}

/** Whether a row holds nothing but fields, so that it is no row of the table. */
export function onlyFields(form: Form, cells: readonly Cell[]): boolean {
  const [first] = cells;
  if (!first || typeof first.value !== 'string') return false;
  const inline = splitLabel(first.value);
  if (inline === undefined && !LABEL_END.test(first.value)) return false;
  return labelled(form, inline?.label ?? first.value) !== undefined;
}

function splitLabel(text: string): { label: string; value: string } | undefined {
  const match = /^([^:：]{1,20})[:：](.*)$/su.exec(text);
  const value = match?.[2]?.trim();
  return match?.[1] !== undefined && value ? { label: match[1], value } : undefined;
}

function labelled(form: Form, text: string): Column | undefined {
  return spelled(form.fields, folded(text.replace(LABEL_END, '')));
}

/** A period written in the title ("2026年3月工作计划"), when just one of the right kind stands there. */
function periodInTitle(field: Column, rows: readonly (readonly Cell[])[]): FieldCell | undefined {
  const written = /\d{4}年(?:度|(?:0?[1-9]|1[0-2])月|第?[一二三四1-4]季度?|[上下]半年)?/gu;
  const found = rows.flatMap((cells) =>
    cells.flatMap(({ value, cell }) =>
      [...folded(shown(value)).matchAll(written)].flatMap(([text]) => {
        const kind = periodIn(text)?.kind;
        return kind !== undefined && (field.period === 'any' || kind === field.period)
          ? [{ field, value: text, cell }]
          : [];
      }),
    ),
  );
  const [only] = found;
  return only && found.every(({ value }) => value === only.value) ? only : undefined;
}
