// @ts-check
/**
 * The readers that are measured against each other. Each loads what it needs first and then gives a function that
 * reads files from their paths, so that loading counts to the whole process and not to the reading.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {'inflating' | 'ours' | 'exceljs' | 'opening' | 'reading' | 'checking'} ReaderName */
/** @typedef {(paths: readonly string[]) => void | Promise<void>} Read */

/** @type {Readonly<Record<ReaderName, () => Promise<Read>>>} */
export const READERS = {
  inflating: async () => {
    const { inflateParts } = await import('./parts.js');
    return (paths) => paths.forEach(inflateParts);
  },
  ours: async () => {
    const { openWorkbook } = await import('../../dist/workbook/open.js');
    return (paths) => paths.forEach((path) => void openWorkbook(path, readFileSync(path)));
  },
  exceljs: async () => {
    const { default: exceljs } = await import('exceljs');
    return async (paths) => {
      for (const path of paths) await new exceljs.Workbook().xlsx.readFile(path);
    };
  },
  // These load the library and the pack alike, so that their whole processes differ by what they do alone: cells and
  // rows; then which form it is and what its cells say, as values of its columns; then what is wrong with them.
  opening: async () => {
    const [{ openWorkbook }, { packMeasures }] = await Promise.all([
      import('../../dist/index.js'),
      import('./bureau.js'),
    ]);
    packMeasures();
    return (paths) => paths.forEach((path) => void openWorkbook(path, readFileSync(path)));
  },
  reading: async () => {
    const [library, { packMeasures }] = await Promise.all([import('../../dist/index.js'), import('./bureau.js')]);
    const measures = packMeasures();
    return (paths) => void library.takeIn(paths.map(sent), measures);
  },
  checking: async () => {
    const [library, { packMeasures }] = await Promise.all([import('../../dist/index.js'), import('./bureau.js')]);
    const measures = packMeasures();
    return (paths) => {
      library.checkFiles(library.takeIn(paths.map(sent), measures), measures, { severities: {}, confirmed: [] });
    };
  },
};

/**
 * A file as a run takes it; what it is hashed by does not matter here.
 * @param {string} file @returns {import('../../dist/index.js').SentFile}
 */
const sent = (file) => ({ file, bytes: () => readFileSync(file), sha256: file });

/** Every workbook in a folder and below, always in the same order. @param {string} folder */
export function workbooksIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx'))
    .toSorted()
    .map((name) => join(folder, name));
}
