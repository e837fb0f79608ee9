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

/** Puts formulas that no program has computed where they were typed: what is written can only hold text and numbers. @param {Uint8Array} bytes @param {any} design @param {Sheet} sheet */
export function withFormulas(bytes, design, { rows }) {
  const formulas = rows.flatMap((row) =>
    Object.values(row).flatMap((value) => (isFormula(value) ? [value.formula] : [])),
  );
  const cells = formulas.map((formula) => {
    const typed = (/** @type {any} */ cell) => cell?.value === `=${formula}`;
    const at = design.sheets[0].rows.findIndex((/** @type {any} */ { cells }) => cells.some(typed));
    return [`${String.fromCharCode(65 + design.sheets[0].rows[at].cells.findIndex(typed))}${at + 1}`, { formula }];
  });
  return withCells(bytes, Object.fromEntries(cells));
}

/**
 * Puts formulas into cells of the first sheet that hold a text, with a result of this type where there is one.
 * @param {Uint8Array} bytes @param {Record<string, { formula: string, type?: string, result?: string | number }>} cells by address
 */
export function withCells(bytes, cells) {
  if (Object.keys(cells).length === 0) return bytes;
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  let xml = strFromU8(parts[name] ?? new Uint8Array());
  for (const [address, { formula, type, result }] of Object.entries(cells)) {
    const value = result === undefined ? '' : `<v>${result}</v>`;
    const kind = type === undefined ? '' : ` t="${type}"`;
    const cell = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*>.*?</c>`);
    xml = xml.replace(cell, `<c r="${address}"$1${kind}><f>${formula}</f>${value}</c>`);
  }
  return zipSync({ ...parts, [name]: strToU8(xml) }, { mtime: new Date(1980, 0, 1) });
}

/** @param {Cell | undefined} value @returns {value is { formula: string }} */
export function isFormula(value) {
  return typeof value === 'object' && value !== null;
}
