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

/** Sheets of their own behind those of the template. @param {any} design @param {Sheet} sheet */
export function withSheets(design, { also = [] }) {
  const own = also.map(({ name, rows, hidden = false }) => ({
    name,
    widths: [],
    rows: rows.map((cells) => ({ cells: cells.map((value) => (value === null ? null : { value: written(value) })) })),
    ...(hidden ? { state: 'hidden' } : {}),
  }));
  return { ...design, sheets: [...design.sheets, ...own] };
}

/** @param {import('./office.js').Cell} value */
function written(value) {
  return typeof value === 'number' ? { number: String(value) } : String(value);
}

/** Puts formulas where they were typed, with the result that a program has stored, if one has: what is written by ourselves holds text and numbers. @param {Uint8Array} bytes @param {any} design @param {Sheet} sheet */
export function withFormulas(bytes, design, { fields = {}, rows }) {
  const formulas = [fields, ...rows].flatMap((row) => Object.values(row).filter(isFormula));
  const cells = formulas.map(({ formula, result }) => {
    const typed = (/** @type {any} */ cell) => cell?.value === `=${formula}`;
    const at = design.sheets[0].rows.findIndex((/** @type {any} */ { cells }) => cells.some(typed));
    const column = design.sheets[0].rows[at].cells.findIndex(typed);
    const type = typeof result === 'string' ? { type: 'str' } : {};
    return [
      `${String.fromCharCode(65 + column)}${at + 1}`,
      { formula, ...(result === undefined ? {} : { result }), ...type },
    ];
  });
  return withCells(bytes, Object.fromEntries(cells));
}

const SHEET = 'xl/worksheets/sheet1.xml';

/**
 * Puts formulas into cells of the first sheet that hold a text, with a result of this type where there is one.
 * @param {Uint8Array} bytes @param {Record<string, { formula: string, type?: string, result?: string | number }>} cells by address
 */
export function withCells(bytes, cells) {
  const steps = Object.entries(cells).map(([address, { formula, type, result }]) => {
    const value = result === undefined ? '' : `<v>${result}</v>`;
    const kind = type === undefined ? '' : ` t="${type}"`;
    const cell = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*>.*?</c>`);
    const made = (/** @type {string} */ _, /** @type {string} */ style = '') =>
      `<c r="${address}"${style}${kind}><f>${escaped(formula)}</f>${value}</c>`;
    return { part: SHEET, made: (/** @type {string} */ xml) => xml.replace(cell, made) };
  });
  return changed(bytes, steps);
}

/** Hides what somebody has hidden; what is written by ourselves is all seen. @param {Uint8Array} bytes @param {Sheet} sheet */
export function withHidden(bytes, { hide = {} }) {
  const { rows = [], columns, sheet } = hide;
  return changed(bytes, [
    ...rows.map((row) => ({
      part: SHEET,
      made: (/** @type {string} */ xml) => xml.replace(`<row r="${row}"`, '$& hidden="1"'),
    })),
    ...(columns
      ? [
          {
            part: SHEET,
            made: (/** @type {string} */ xml) => xml.replace(COLUMNS, (_, ...span) => each(span, columns)),
          },
        ]
      : []),
    ...(sheet
      ? [
          {
            part: 'xl/workbook.xml',
            made: (/** @type {string} */ xml) => xml.replace('state="visible"', 'state="hidden"'),
          },
        ]
      : []),
  ]);
}

/** A package after changes to its parts, each of which must find what it changes. @param {Uint8Array} bytes @param {{ part: string, made: (xml: string) => string }[]} steps */
function changed(bytes, steps) {
  if (steps.length === 0) return bytes;
  const parts = unzipSync(bytes);
  for (const { part, made } of steps) {
    const before = strFromU8(parts[part] ?? new Uint8Array());
    const after = made(before);
    if (after === before) throw new Error(`nothing changed in ${part}`);
    parts[part] = strToU8(after);
  }
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}

/** Neighbours of one look are written as one. */
const COLUMNS = /<col min="(\d+)" max="(\d+)"([^>]*)\/>/g;

/** @param {string[]} span @param {readonly number[]} hidden */
function each([min, max, look], hidden) {
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
