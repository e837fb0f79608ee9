/** Which files of a folder are taken for tables: one that cannot be read is named, never passed over in silence. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../src/cli/files.js';
import { newFolder, put, remove } from './shell.js';

const TABLES = [
  'xlsx',
  'XLSM',
  'xltx',
  'xltm',
  'xlsb',
  'xls',
  'xlt',
  'et',
  'ett',
  'ods',
  'fods',
  'numbers',
  'csv',
  'tsv',
  'txt',
  // What is packed may well be tables.
  'zip',
];
const OTHERS = ['docx', 'pdf', 'jpg', 'xlsx.bak', 'md'];

let folder = '';
beforeAll(() => {
  folder = newFolder();
  put(folder, Object.fromEntries([...TABLES, ...OTHERS].map((ending) => [`计量科/3月.${ending}`, ending])));
});
afterAll(() => remove(folder));

describe('a folder of submissions', () => {
  it('gives every kind of table, and nothing that is none', async () => {
    const { files, skipped } = await gather([folder], folder);
    expect(files.map(({ file }) => file.slice('计量科/3月.'.length)).toSorted()).toEqual(TABLES.toSorted());
    const passed = skipped.map(({ file }) => file.slice('计量科/3月.'.length));
    expect(passed.toSorted()).toEqual(OTHERS.toSorted());
  });
});
