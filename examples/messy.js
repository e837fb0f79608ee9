// @ts-check
/**
 * Makes the messy files of an office from readable specs: a form that was filled in as it should be, what somebody did
 * to it, and how it was saved and sent. What is wrong only between files is a month of the whole office, changed.
 */
import { unzipSync, zipSync } from 'fflate';
import { edited, letters } from './edits.js';
import { encrypted } from './encrypted.js';
import { officeDesigns, officeFiles } from './office.js';
import { SAVED_AS } from './saved.js';
import { withCells } from './tampered.js';

/** @typedef {import('./office.js').Change} Change */
/** @typedef {import('./office.js').Bureau} Bureau */
/** @typedef {import('../src/model/design.js').WorkbookDesign} WorkbookDesign */
/** @typedef {{ zh: string, en: string }} Text */

/**
 * A finding that must come. The sheet is that of the form, unless it is a finding about the whole file.
 * @typedef {{ code: string, sheet?: string, cell?: string, file?: string }} Expected
 *
 * One messy file. `of` is the form it began as and whose; without it `holds` is all there is in the file, as text or
 * in base64. `do` is what was done to the workbook (edits.js), `saved_as` what it was saved as (saved.js), `password`
 * what protects it, `part` a part put into the package, `cut_to` the share of its bytes that arrived. `reads` are
 * values that must be read from cells all the same.
 * @typedef {Text & { file: string, of?: { form: string, unit: string }, holds?: { text?: string, base64?: string },
 *   do?: Record<string, any>[], saved_as?: string, password?: string, part?: { name: string, text: string },
 *   cut_to?: number, finds?: Expected[], reads?: Record<string, string> }} MessyFile
 *
 * Something wrong between files: what was changed in the clean month, and in which file each finding must come.
 * @typedef {Text & { changes: Change[], finds: (Expected & { file: string })[] }} Between
 * @typedef {{ groups: (Text & { files: MessyFile[] })[], between: Between[] }} Faults
 */

/** The month of the whole office with everything that is wrong between files in it. @param {Bureau} office @param {readonly Between[]} between @returns {Bureau} */
export function monthOf(office, between) {
  return { ...office, changes: [...(office.changes ?? []), ...between.flatMap(({ changes }) => changes)] };
}

/**
 * Every file of the example: the messy ones in submissions/, the month in month/, what the office keeps in office/.
 * @param {Bureau} office @param {Faults} faults @param {any} measures @param {any} lib
 * @returns {Promise<{ path: string, bytes: Uint8Array }[]>}
 */
export async function messyFiles(office, { groups, between }, measures, lib) {
  const month = await officeFiles(monthOf(office, between), measures, lib);
  const designs = officeDesigns(office, measures, lib);
  const made = [];
  for (const spec of groups.flatMap(({ files }) => files))
    made.push({ path: `submissions/${spec.file}`, bytes: await messyFile(spec, designs, lib) });
  return [...month.map(({ path, bytes }) => ({ path: path.replace(/^submissions\//, 'month/'), bytes })), ...made];
}

/** @param {MessyFile} spec @param {ReturnType<typeof officeDesigns>} designs @param {any} lib @returns {Promise<Uint8Array>} */
async function messyFile({ file, of, holds, do: steps = [], saved_as, password, part, cut_to = 1 }, designs, lib) {
  if (!of) return Buffer.from(holds?.base64 ?? holds?.text ?? '', holds?.base64 === undefined ? 'utf8' : 'base64');
  const clean = designs.find(({ sheet }) => sheet.form === of.form && sheet.unit?.name === of.unit);
  if (!clean) throw new Error(`${of.unit} has no ${of.form} (${file})`);
  const book = edited(clean.design, steps);
  let bytes = await savedAs(saved_as, book, lib);
  if (part) bytes = zipped({ ...unzipSync(bytes), [part.name]: Buffer.from(part.text) });
  if (password !== undefined) bytes = encrypted(bytes, password);
  return bytes.subarray(0, Math.floor(bytes.length * cut_to));
}

/** @param {string | undefined} format @param {WorkbookDesign} book @param {any} lib @returns {Promise<Uint8Array>} */
async function savedAs(format, book, lib) {
  if (format === undefined) return withCells(await lib.writeWorkbook(book), formulasIn(book));
  const save = SAVED_AS[format];
  const [sheet] = book.sheets;
  if (!save || !sheet) throw new Error(`nothing can be saved as ${format}`);
  return save(sheet);
}

/** The cells of the form that hold formulas, by address, as the package writes them. @param {WorkbookDesign} book */
function formulasIn({ sheets: [form] }) {
  const cells = (form?.rows ?? []).flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      const { formula: given } = /** @type {import('./edits.js').Computed} */ (cell ?? {});
      if (!given) return [];
      // What is no number is an error, such as #REF!.
      const type = typeof given.result === 'string' ? { type: 'e' } : {};
      const address = `${letters(column + 1)}${row + 1}`;
      return [[address, { formula: given.formula, ...type, result: given.result }]];
    }),
  );
  return Object.fromEntries(cells);
}

/** @param {Record<string, Uint8Array>} parts */
function zipped(parts) {
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}
