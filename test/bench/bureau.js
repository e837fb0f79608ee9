// @ts-check
/**
 * Writes a bureau's folder as an office keeps it: the real templates of a pack that comes with the programme, issued and
 * filled for so many units over some months, the registers, and assess.yaml. Every sheet comes from designForm.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as library from '../../dist/index.js';
import { officeFiles } from '../../examples/office.js';
import { inventor } from './invented.js';

const PACK = 'quality-bureau';
const PACKS = join(import.meta.dirname, '../../templates');
const NAME = '云岭州质量技术监督局';

/** The pack that is filled in and checked by. */
export function packMeasures() {
  const read = (/** @type {string} */ path) => readFileSync(path, 'utf8');
  const { measures } = library.loadPack(PACK, read, (name) => join(PACKS, name, 'measures.yaml'));
  if (!measures) throw new Error(`${PACK} does not load`);
  return measures;
}

/**
 * @param {string} folder
 * @param {{ units: number, quarters: readonly number[] }} size quarters of the year for which reports are there
 */
export async function writeBureau(folder, { units: count, quarters }) {
  const units = Array.from({ length: count }, (_, index) => unitNumbered(index + 1));
  const months = quarters.flatMap((quarter) => [3 * quarter - 2, 3 * quarter - 1, 3 * quarter]);
  const spec = { name: NAME, year: 2026, months, quarter: [...quarters], date: '2025-12-15', units };
  for (const { path, bytes } of await officeFiles(spec, packMeasures(), library)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const settings = `measures: ${PACK}\nname: ${NAME}\nissuer: ${NAME}办公室\nread: [office]\n`;
  writeFileSync(join(folder, 'assess.yaml'), settings);
}

/** @param {number} number @returns {import('../../examples/office.js').Unit} */
function unitNumbered(number) {
  const invent = inventor(number);
  const no = String(number).padStart(3, '0');
  const staff = Array.from({ length: 10 }, (_, index) => ({ no: `${no}${index + 10}`, name: `${invent.person()}` }));
  const by = () => invent.one(staff).name;
  const targets = Array.from({ length: 5 }, (_, index) => ({
    ...{
      no: `${index + 1}`,
      target: invent.task(),
      metric: '办结件数',
      quantity: invent.whole(50, 400),
      measure: '件',
    },
    by: by(),
  }));
  const tasks = Array.from({ length: 18 }, (_, index) => {
    const quantity = Array.from({ length: 6 }, () => invent.whole(2, 60));
    const annual = index < targets.length ? { annual: `${index + 1}` } : {};
    return { no: `${index + 1}`, task: invent.task(), metric: '件数', quantity, measure: '件', by: by(), ...annual };
  });
  return { no, name: `第${number}科`, leader: '周衡', staff, targets, tasks };
}
