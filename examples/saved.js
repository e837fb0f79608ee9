// @ts-check
/** A form saved as something other than .xlsx: text, a web page, an old workbook. Only what is shown goes with it. */
import { compoundFile } from './compound.js';

/** @typedef {import('../src/model/design.js').SheetDesign} SheetDesign */
/** @typedef {(sheet: SheetDesign) => Uint8Array} Saved */

/** @type {Record<string, Saved>} */
export const SAVED_AS = {
  csv: (sheet) => Buffer.from(`\ufeff${csv(sheet)}`),
  'csv in GB18030': (sheet) => gb18030(csv(sheet)),
  'text in UTF-16': (sheet) => Buffer.from(`\ufeff${lines(sheet, '\t')}`, 'utf16le'),
  html: (sheet) => Buffer.from(html(sheet)),
  xls: (sheet) => compoundFile([{ name: 'Workbook', bytes: biff(sheet) }]),
};

/** What each cell shows, down to the last row that holds something. @param {SheetDesign} sheet @returns {string[][]} */
function shown({ rows }) {
  const last = rows.findLastIndex(({ cells }) => cells.some((cell) => cell !== null && cell.value !== null));
  return rows.slice(0, last + 1).map(({ cells }) =>
    cells.map((cell) => {
      const value = cell?.value ?? '';
      return typeof value === 'string' ? value : String(Object.values(value)[0]);
    }),
  );
}

/** @param {SheetDesign} sheet */
function csv(sheet) {
  return lines(sheet, ',');
}

/** @param {SheetDesign} sheet @param {string} between */
function lines(sheet, between) {
  const quoted = (/** @type {string} */ text) => (/[",\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return shown(sheet)
    .map((cells) => `${cells.map(quoted).join(between)}\r\n`)
    .join('');
}

/** As systems export their lists: a web page with one table. @param {SheetDesign} sheet */
function html(sheet) {
  const rows = shown(sheet).map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`);
  return `<html>\n<head><meta charset="utf-8"></head>\n<body>\n<table border="1">\n${rows.join('\n')}\n</table>\n</body>\n</html>\n`;
}

/** Node only reads this encoding, so its characters of two bytes are read once, to be written. @type {Map<string, number[]> | undefined} */
let known;

/** @param {string} text */
function gb18030(text) {
  known ??= twoByteCharacters();
  return Buffer.from(
    [...text].flatMap((char) => {
      const bytes = char < '\x80' ? [char.charCodeAt(0)] : known?.get(char);
      if (!bytes) throw new Error(`${char} has no two bytes in GB18030`);
      return bytes;
    }),
  );
}

function twoByteCharacters() {
  const decoder = new TextDecoder('gb18030');
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const char = decoder.decode(Uint8Array.of(first, second));
      if (second !== 0x7f && !found.has(char)) found.set(char, [first, second]);
    }
  return found;
}

/** The stream of an Excel 97 workbook with one sheet of texts. @param {SheetDesign} sheet */
function biff(sheet) {
  const start = (/** @type {number} */ type) => record(0x0809, u16(0x0600, type, 0x0dbb, 0x07cc), u16(0, 0, 0x0600, 0));
  const end = record(0x000a);
  const name = Buffer.from(sheet.name, 'utf16le');
  const bound = (/** @type {number} */ at) =>
    record(0x0085, u16(at & 0xffff, at >>> 16, 0), Buffer.from([sheet.name.length, 1]), name);
  const before = start(0x0005).length + bound(0).length + end.length;
  const rows = shown(sheet);
  const widest = Math.max(...rows.map((cells) => cells.length));
  const cells = rows.flatMap((row, at) =>
    row.flatMap((text, column) =>
      text === ''
        ? []
        : [record(0x0204, u16(at, column, 0, text.length), Buffer.from([1]), Buffer.from(text, 'utf16le'))],
    ),
  );
  const size = record(0x0200, u16(0, 0, rows.length, 0), u16(0, widest, 0));
  return Buffer.concat([start(0x0005), bound(before), end, start(0x0010), size, ...cells, end]);
}

/** @param {number} type @param {...Uint8Array} parts */
function record(type, ...parts) {
  const body = Buffer.concat(parts);
  return Buffer.concat([u16(type, body.length), body]);
}

/** @param {...number} values */
function u16(...values) {
  return Buffer.from(Uint16Array.from(values).buffer);
}
