// @ts-check
/** What is measured: every set of files with how it is written, the readers that read it in turn, and the targets it must meet. */

/**
 * @typedef {'loop' | 'whole' | 'peak'} Measured
 * A target compares a figure with a limit: the quotient of two readers, the share by which one exceeds the other, or
 * one reader's own figure. Readers are compared as whole processes, as in the study that the limits come from; what
 * checking adds is compared in the loop, for loading the pack would hide it.
 * @typedef {{ title: string, of: string, over?: string, excess?: boolean, by: Measured, unit: string } & ({ most: number } | { least: number })} Target
 * @typedef {{ name: string, title: string, folder: string, write: (folder: string) => Promise<void>, readers: readonly string[],
 *   witnessed: boolean, rounds: number, isAsked?: true, targets: readonly Target[] }} MeasuredSet
 * A set that is `isAsked` takes minutes and is measured when it is named.
 */

const READERS = /** @type {const} */ (['inflating', 'ours', 'exceljs']);
const ROUNDS = 5;

/** @type {Target} */
const FLOOR = { title: 'ours / inflating', of: 'ours', over: 'inflating', by: 'whole', unit: '×', most: 2.5 };

const tables = () => import('./tables.js');
const writeBureau = async (/** @type {string} */ folder) =>
  (await import('./bureau.js')).writeBureau(folder, { units: 20, quarters: [1, 2] });
const writeQuarter = async (/** @type {string} */ folder, /** @type {number} */ units) =>
  (await import('./bureau.js')).writeBureau(folder, { units, quarters: [1] });

/** The folder of ten times the files, beside that of the quarter itself. */
export const TENFOLD = 'tenfold';

/** @type {readonly MeasuredSet[]} */
export const SETS = [
  {
    ...{ name: 'departments', title: '900 department workbooks', folder: 'departments' },
    write: async (folder) => (await tables()).writeDepartments(folder),
    ...{ readers: READERS, witnessed: true, rounds: ROUNDS },
    targets: [FLOOR, { title: 'exceljs / ours', of: 'exceljs', over: 'ours', by: 'whole', unit: '×', least: 8 }],
  },
  {
    ...{ name: 'attendance', title: 'attendance, 5,000 × 31', folder: 'attendance' },
    write: async (folder) => (await tables()).writeAttendance(folder),
    ...{ readers: READERS, witnessed: true, rounds: ROUNDS },
    targets: [FLOOR],
  },
  {
    ...{ name: 'log', title: 'log, 100,000 × 12', folder: 'log' },
    write: async (folder) => (await tables()).writeLog(folder),
    ...{ readers: READERS, witnessed: true, rounds: ROUNDS },
    targets: [FLOOR, { title: 'peak memory of ours', of: 'ours', by: 'peak', unit: ' MB', most: 150 }],
  },
  {
    ...{ name: 'checking', title: 'checking the filled templates of a bureau', folder: 'bureau', write: writeBureau },
    ...{ readers: ['opening', 'reading', 'checking'], witnessed: false, rounds: ROUNDS },
    targets: [
      {
        ...{
          title: 'what checking adds / reading',
          of: 'checking',
          over: 'reading',
          excess: true,
          by: 'loop',
          unit: '×',
        },
        most: 1,
      },
    ],
  },
  {
    ...{ name: 'command', title: 'assess check of one file', folder: 'bureau', write: writeBureau },
    ...{ readers: ['node alone', 'assess check'], witnessed: false, rounds: 7 },
    targets: [{ title: 'whole process', of: 'assess check', by: 'whole', unit: ' ms', most: 300 }],
  },
  {
    ...{ name: 'quarter', title: 'a whole quarter of 75 units and 750 people, all outputs', folder: 'quarter' },
    write: (folder) => writeQuarter(folder, 75),
    ...{ readers: ['opening', 'reading', 'assess quarter'], witnessed: false, rounds: 3 },
    targets: [
      { title: 'assess quarter / reading', of: 'assess quarter', over: 'reading', by: 'whole', unit: '×', most: 3 },
      { title: 'peak memory', of: 'assess quarter', by: 'peak', unit: ' MB', most: 300 },
    ],
  },
  {
    ...{ name: 'tenfold', title: 'the same quarter, and one of ten times the units', folder: 'quarters' },
    write: async (folder) => {
      await writeQuarter(folder, 75);
      await writeQuarter(`${folder}/${TENFOLD}`, 750);
    },
    ...{ readers: ['assess quarter', 'assess quarter, tenfold'], witnessed: false, rounds: 1, isAsked: true },
    targets: [
      { title: 'time', of: 'assess quarter, tenfold', over: 'assess quarter', by: 'whole', unit: '×', most: 10.5 },
      { title: 'peak memory', of: 'assess quarter, tenfold', over: 'assess quarter', by: 'peak', unit: '×', most: 1.5 },
    ],
  },
];
