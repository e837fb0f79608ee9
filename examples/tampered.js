// @ts-check
/** What people do to a template before they send it back: headings renamed, cells typed over, formulas put in. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** @typedef {import('./office.js').Cell} Cell */
/** @typedef {import('./office.js').Sheet} Sheet */

/** A form with its headings as somebody left them: renamed ones lose their English, which would still tell them. @param {Sheet} sheet @param {any} measures */
export function formAsSent({ form: id, rename = {}, without = [], beside = [] }, measures) {
  const form = measures.forms.get(id);
  if (!form) throw new Error(`the measures have no form ${id}`);
  const titled = (/** @type {any} */ column) =>
    column.id in rename ? { ...column, title: { zh: rename[column.id], en: '' }, required: false } : column;
  const more = beside.map((zh) => ({
    id: zh,
    title: { zh, en: '' },
    aliases: [],
    type: 'text',
    required: false,
    key: false,
    choices: [],
  }));
  return {
    ...form,
    columns: [...form.columns.filter((/** @type {any} */ column) => !without.includes(column.id)).map(titled), ...more],
  };
}

/** Somebody typed over what the template had filled in: the unit or the period, which stand behind their labels. @param {any} design @param {any} form @param {Record<string, unknown>} fields */
export function typedOver(design, form, fields) {
  const [table, ...others] = design.sheets;
  const labels = form.fields.filter(
    (/** @type {any} */ { id, type }) => id in fields && ['subject', 'period'].includes(type),
  );
  const rows = table.rows.map((/** @type {any} */ row) => ({
    ...row,
    cells: row.cells.map((/** @type {any} */ cell, /** @type {number} */ index) => {
      const label = row.cells[index - 1];
      const field =
        label?.style === 'label' && labels.find((/** @type {any} */ { title }) => label.value.startsWith(title.zh));
      return field ? { ...cell, value: fields[field.id] } : cell;
    }),
  }));
  return { ...design, sheets: [{ ...table, rows }, ...others] };
}

/**
 * Puts formulas where they were typed, with the result that a program has stored, if one has; and hides what somebody
 * has hidden. What is written by ourselves holds text and numbers, all of them seen.
 * @param {Uint8Array} bytes @param {any} design @param {Sheet} sheet
 */
export function withFormulas(bytes, design, { fields = {}, rows, hide = {} }) {
  const formulas = [fields, ...rows].flatMap((row) => Object.values(row).filter(isFormula));
  if (formulas.length === 0 && Object.keys(hide).length === 0) return bytes;
  const parts = unzipSync(bytes);
  const change = (/** @type {string} */ name, /** @type {(xml: string) => string} */ changed) => {
    const before = strFromU8(parts[name] ?? new Uint8Array());
    parts[name] = strToU8(changed(before));
    if (strFromU8(parts[name]) === before) throw new Error(`nothing changed in ${name}`);
  };
  const sheet = 'xl/worksheets/sheet1.xml';
  for (const { formula, result } of formulas) {
    const is = (/** @type {any} */ cell) => cell?.value === `=${formula}`;
    const at = design.sheets[0].rows.findIndex((/** @type {any} */ { cells }) => cells.some(is));
    const column = design.sheets[0].rows[at].cells.findIndex(is);
    const address = `${String.fromCharCode(65 + column)}${at + 1}`;
    const type = typeof result === 'string' ? ' t="str"' : '';
    const value = result === undefined ? '' : `<v>${result}</v>`;
    const cell = new RegExp(`<c r="${address}"[^>]*>.*?</c>`);
    change(sheet, (xml) => xml.replace(cell, () => `<c r="${address}"${type}><f>${escaped(formula)}</f>${value}</c>`));
  }
  for (const row of hide.rows ?? []) change(sheet, (xml) => xml.replace(`<row r="${row}"`, '$& hidden="1"'));
  const { columns } = hide;
  if (columns) change(sheet, (xml) => xml.replace(COLUMNS, (_, min, max, look) => each(min, max, look, columns)));
  if (hide.sheet) change('xl/workbook.xml', (xml) => xml.replace('state="visible"', 'state="hidden"'));
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}

/** Neighbours of one look are written as one. */
const COLUMNS = /<col min="(\d+)" max="(\d+)"([^>]*)\/>/g;

/** @param {string} min @param {string} max @param {string} look @param {readonly number[]} hidden */
function each(min, max, look, hidden) {
  const columns = Array.from({ length: Number(max) - Number(min) + 1 }, (_, index) => Number(min) + index);
  return columns
    .map((column) => `<col min="${column}" max="${column}"${look}${hidden.includes(column) ? ' hidden="1"' : ''}/>`)
    .join('');
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** @param {Cell | undefined} value @returns {value is { formula: string, result?: number | string }} */
export function isFormula(value) {
  return typeof value === 'object' && value !== null;
}
