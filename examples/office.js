// @ts-check
/**
 * Makes the workbooks of an office from a readable spec: every form filled in as it should be and handed in on time,
 * then changed where the spec says so. The example offices and the test cases are both made by it.
 */
import { applyChange, KEPT } from './changes.js';
import { keptSheets, unitSheets } from './clean.js';
import { formAsSent, isFormula, typedOver, withFormulas } from './tampered.js';

/**
 * What is typed into a cell. A formula is one that no program has computed yet.
 * @typedef {string | number | boolean | null | { formula: string }} Cell
 * @typedef {Record<string, Cell>} Cells
 * @typedef {{ no: string, name: string, post?: string, worker?: boolean, takes_part?: boolean }} Person
 * @typedef {{ no: string, target: string, metric?: string, quantity?: number, measure?: string, items?: string, by: string }} Target
 * @typedef {{ no: string, task: string, metric?: string, quantity?: number[], measure?: string, items?: string, by: string, annual?: string }} Task
 * A task's quantities are those of the months, over and over.
 * @typedef {{ no: string, name: string, aliases?: string, leader: string, takes_part?: boolean, staff: Person[], targets: Target[], tasks: Task[] }} Unit
 * A change is made to every form that it fits. `rename`, `without` and `beside` are done to the headings: the column's
 * id and what stands there instead; columns that are deleted; columns that are put behind the others. `version` is
 * that of the measures for which the template was made.
 * @typedef {{ form: string, unit?: string, period?: string, where?: Cells, set?: Cells, add?: Cells | Cells[], drop?: boolean,
 *   fields?: Cells, received?: string, missing?: boolean, unregistered?: boolean, copy?: string,
 *   rename?: Record<string, string>, without?: string[], beside?: string[], version?: string }} Change
 * Forms that fall due within or after the months given are handed in: June brings the self-inspection report, December
 * what is due at year end.
 * @typedef {{ name: string, year: number, months: number[], quarter?: number | number[], date: string, units: Unit[],
 *   joining?: (Person & { unit: string })[], changes?: Change[], raw?: { file: string, text: string }[] }} Spec
 * @typedef {{ form: string, unit?: Unit, period?: string, fields: Cells, rows: Cells[], received?: string | undefined, file: string, kept: boolean,
 *   rename?: Record<string, string>, without?: string[], beside?: string[], version?: string }} Sheet
 */

/**
 * The sheets of an office as plain rows, before they are made into workbooks.
 * @param {Spec} given
 * @param {{ workdaysWithin(first: any, last: any): number, firstDay(period: any): any, lastDay(period: any): any, periodText(period: any): { zh: string } }} lib
 * @returns {Sheet[]}
 */
export function officeSheets(given, lib) {
  const spec = staffed(given);
  const sheets = spec.units
    .filter(({ takes_part }) => takes_part !== false)
    .flatMap((unit) => unitSheets(spec, unit, lib));
  const [kept, handedIn] = [true, false].map((own) =>
    (spec.changes ?? []).filter(({ form }) => KEPT.includes(form) === own),
  );
  for (const change of handedIn ?? []) applyChange(change, sheets, spec);
  // The register of receipts follows from what was handed in, so the office's own forms come after it.
  const registers = keptSheets(spec, sheets, lib);
  for (const change of kept ?? []) applyChange(change, registers, spec);
  return [...registers, ...sheets];
}

/** @param {Spec} spec @returns {Spec} */
function staffed(spec) {
  const units = spec.units.map((unit) => {
    const more = (spec.joining ?? [])
      .filter((person) => person.unit === unit.name)
      .map(({ unit: _, ...person }) => person);
    return { ...unit, staff: [...unit.staff, ...more] };
  });
  return { ...spec, units };
}

/**
 * The office's files, path and bytes, in order of path.
 * @param {Spec} spec
 * @param {any} measures
 * @param {any} lib the programme's own library, from its source or as built
 * @returns {Promise<{ path: string, bytes: Uint8Array }[]>}
 */
export async function officeFiles(spec, measures, lib) {
  const sheets = officeSheets(spec, lib);
  const roster = rosterOf(staffed(spec), measures, lib);
  const files = [];
  for (const sheet of sheets) {
    const form = formAsSent(sheet, measures);
    const by = sheet.unit && roster.subjects.find((/** @type {any} */ { name }) => name === sheet.unit?.name);
    const typed = (/** @type {Cells} */ row, /** @type {any[]} */ columns) => typedCells(row, columns, measures);
    const issue = {
      measures: sheet.version ? { ...measures, version: sheet.version } : measures,
      roster,
      office: spec.name,
      date: spec.date,
      ...(by ? { by } : {}),
      ...(sheet.period ? { period: sheet.period } : {}),
      fields: typed(sheet.fields, form.fields),
      rows: sheet.rows.map((row) => typed(row, form.columns)),
    };
    const design = typedOver(lib.designForm(form, issue), form, issue.fields);
    files.push({ path: sheet.file, bytes: withFormulas(await lib.writeWorkbook(design), design, sheet) });
  }
  const raw = (spec.raw ?? []).map(({ file, text }) => ({
    path: `submissions/${file}`,
    bytes: new TextEncoder().encode(text),
  }));
  return [...files, ...raw].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** @param {Spec} spec @param {any} measures @param {any} lib */
function rosterOf(spec, measures, lib) {
  const reading = (/** @type {string} */ value, type = 'text') => ({
    cell: 'A1',
    raw: value,
    state: 'value',
    value: { type, value },
  });
  const units = spec.units.map(({ no, name }, index) => ({
    number: index,
    readings: new Map([
      ['unit_no', reading(no)],
      ['unit_name', reading(name)],
    ]),
  }));
  const staff = spec.units.flatMap(({ name: unit, staff: people }) =>
    people.map(({ no, name }, index) => ({
      number: index,
      readings: new Map([
        ['staff_no', reading(no)],
        ['staff_name', reading(name)],
        ['unit', reading(unit, 'subject')],
      ]),
    })),
  );
  const base = { file: '', sheet: '', fields: new Map() };
  return lib.enrol(measures, [
    { ...base, form: 'units', rows: units },
    { ...base, form: 'staff', rows: staff },
  ]);
}

/** Days become date cells and numbers number cells where the column says so; everything else is typed as text. @param {Cells} row @param {any[]} columns @param {any} measures */
function typedCells(row, columns, measures) {
  /** @type {Record<string, unknown>} */
  const cells = {};
  for (const [id, value] of Object.entries(row)) {
    const column = columns.find((each) => each.id === id);
    if (value === null || value === undefined || !column) continue;
    if (typeof value === 'number') cells[id] = { number: String(value) };
    else if (isFormula(value)) cells[id] = `=${value.formula}`;
    else if (column.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) cells[id] = { day: value };
    else if (column.type === 'form') cells[id] = measures.forms.get(String(value))?.title.zh ?? String(value);
    else cells[id] = typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
  }
  return cells;
}
