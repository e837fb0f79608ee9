// @ts-check
/**
 * A process of its own that makes sure the readers are compared fairly, before anything is measured: the floor inflates exactly
 * the bytes that our reader inflates, and exceljs sees the same cells. Otherwise it fails. It also brings the files
 * into the system's cache.
 */
import { readFileSync, statSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';
import exceljs from 'exceljs';
import { inflateParts } from './parts.js';
import { workbooksIn } from './readers.js';

/** @typedef {{ cells: number, characters: number, sum: number }} Seen */

const paths = workbooksIn(process.argv[2] ?? '');
/** @type {Seen} */
const ours = { cells: 0, characters: 0, sum: 0 };
/** @type {Seen} */
const theirs = { cells: 0, characters: 0, sum: 0 };
let bytes = 0;
let inflated = 0;
let floor = 0;

for (const path of paths) {
  bytes += statSync(path).size;
  floor += inflateParts(path);
}

// Our reader takes the function from node:zlib by name; from here on it takes one that counts.
const { inflateRawSync } = zlib;
zlib.inflateRawSync = (...given) => {
  const part = inflateRawSync(...given);
  inflated += part.length;
  return part;
};
syncBuiltinESMExports();
const { openWorkbook } = await import('../../dist/workbook/open.js');

for (const path of paths) {
  const opened = openWorkbook(path, readFileSync(path));
  if (!opened.ok) throw new Error(`${path}: ${opened.fault}, ${opened.detail}`);
  for (const { rows } of opened.workbook.sheets) {
    for (const { values } of rows) {
      for (const value of values)
        add(ours, typeof value === 'object' && value.kind === 'percent' ? value.number : value);
    }
  }
}
zlib.inflateRawSync = inflateRawSync;
syncBuiltinESMExports();

for (const path of paths) {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  book.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type !== exceljs.ValueType.Merge) add(theirs, cell.result ?? cell.value);
      });
    });
  });
}

if (inflated !== floor) throw new Error(`inflating alone makes ${floor} bytes, our reader ${inflated}`);
for (const [name, value] of Object.entries(ours)) {
  const other = theirs[/** @type {keyof Seen} */ (name)];
  if (Math.abs(value - other) > 1e-6 * Math.abs(value)) throw new Error(`${name}: ours ${value}, exceljs ${other}`);
}
console.log(JSON.stringify({ files: paths.length, bytes, inflated, cells: ours.cells }));

/** @param {Seen} seen @param {unknown} value */
function add(seen, value) {
  seen.cells += 1;
  if (typeof value === 'string') seen.characters += value.length;
  if (typeof value === 'number') seen.sum += value;
}
