// @ts-check
/**
 * Makes the workbooks of an office from a readable spec. Either every form of a bureau is filled in as it should be and
 * handed in on time, or the spec lists the sheets, of any measures, one by one (`sheets`). Then both are changed where
 * the spec says so. The example offices and the test cases are made by it.
 */
import { applyChange } from './changes.js';
import { keptSheets, unitSheets } from './clean.js';
import { edited } from './edits.js';
import { listedSheets } from './listed.js';
import { formAsSent, isFormula, typedOver, withFormulas, withHidden, withSheets } from './tampered.js';

/**
 * What is typed into a cell. A formula without a result is one that no program has computed yet.
 * @typedef {string | number | boolean | null | { formula: string, result?: number | string }} Cell
 * @typedef {Record<string, Cell>} Cells
 * @typedef {{ no: string, name: string, post?: string, worker?: boolean, takes_part?: boolean }} Person
 * @typedef {{ no: string, target: string, metric?: string, quantity?: number, measure?: string, items?: string, by: string }} Target
 * @typedef {{ no: string, task: string, metric?: string, quantity?: number[], measure?: string, items?: string, by: string, annual?: string }} Task
 * A task's quantities are those of the months, over and over.
 * @typedef {{ no: string, name: string, aliases?: string, leader: string, takes_part?: boolean, staff: Person[], targets: Target[], tasks: Task[] }} Unit
 * A change is made to every form that it fits. `rename`, `without` and `beside` are done to the headings: the column's
 * id and what stands there instead; columns that are deleted; columns that are put behind the others. `version` is
 * that of the measures for which the template was made; `hide` is what somebody has hidden, by the numbers of rows and columns; `also` are further sheets that somebody put into
 * the workbook; `do` is what was done to the workbook by hand (edits.js).
 * @typedef {{ form: string, unit?: string, period?: string, where?: Cells, set?: Cells, add?: Cells | Cells[], drop?: boolean,
 *   fields?: Cells, received?: string, missing?: boolean, unregistered?: boolean, copy?: string,
 *   rename?: Record<string, string>, without?: string[], beside?: string[], version?: string, also?: OwnSheet[], hide?: Hidden,
 *   do?: Record<string, any>[] }} Change
 * @typedef {{ name: string, rows: Cell[][], hidden?: boolean }} OwnSheet
 * @typedef {{ rows?: number[], columns?: number[], sheet?: boolean }} Hidden
 * @typedef {{ name: string, date: string, changes?: Change[], raw?: { file: string, text: string }[] }} Common
 * Forms that fall due within or after the months given are handed in: June brings the self-inspection report, December
 * what is due at year end.
 * @typedef {Common & { year: number, months: number[], quarter?: number | number[], units: Unit[],
 *   joining?: (Person & { unit: string })[], sheets?: undefined }} Bureau
 * A sheet as it stands in a spec. Without a unit it is the office's own; `file` is needed only where its name is not
 * made of form, unit and period.
 * @typedef {{ form: string, unit?: string, period?: string, fields?: Cells, rows?: Cells[], file?: string }} ListedSheet
 * @typedef {Common & { sheets: ListedSheet[] }} Listed
 * @typedef {Bureau | Listed} Spec
 * @typedef {{ form: string, unit?: { name: string }, period?: string, fields: Cells, rows: Cells[], received?: string | undefined, file: string,
 *   rename?: Record<string, string>, without?: string[], beside?: string[], version?: string, also?: OwnSheet[], hide?: Hidden,
 *   do?: Record<string, any>[] }} Sheet
 */

/**
 * The sheets of an office as plain rows, before they are made into workbooks, and those that say who is on the roster.
 * @param {Spec} spec
 * @param {any} measures
 * @param {any} lib
 * @returns {{ sheets: Sheet[], registers: Sheet[] }}
 */
function officeSheets(spec, measures, lib) {
  const isKept = (/** @type {{ form: string }} */ { form }) => measures.forms.get(form)?.from === 'office';
  const made = spec.sheets ? listedSheets(spec, measures, lib) : bureauSheets(staffed(spec), lib);
  const sheets = made.handedIn;
  const changes = spec.changes ?? [];
  for (const change of changes.filter((each) => !isKept(each))) applyChange(change, sheets, measures);
  // A register of receipts follows from what was handed in, so the office's own forms come after it.
  const kept = made.kept(sheets);
  for (const change of changes.filter(isKept)) applyChange(change, kept, measures);
  return { sheets: [...kept, ...sheets], registers: made.kept([]) };
}

/** @param {Bureau} spec @param {any} lib */
function bureauSheets(spec, lib) {
  const units = spec.units.filter(({ takes_part }) => takes_part !== false);
  return {
    handedIn: units.flatMap((unit) => unitSheets(spec, unit, lib)),
    kept: (/** @type {Sheet[]} */ sheets) => keptSheets(spec, sheets, lib),
  };
}

/** @param {Bureau} spec @returns {Bureau} */
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
  const files = [];
  for (const { sheet, design } of officeDesigns(spec, measures, lib))
    files.push({
      path: sheet.file,
      bytes: withHidden(withFormulas(await lib.writeWorkbook(design), design, sheet), sheet),
    });
  const raw = (spec.raw ?? []).map(({ file, text }) => ({
    path: `submissions/${file}`,
    bytes: new TextEncoder().encode(text),
  }));
  return [...files, ...raw].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The office's workbooks before they are written.
 * @param {Spec} spec
 * @param {any} measures
 * @param {any} lib
 * @returns {{ sheet: Sheet, design: any }[]}
 */
export function officeDesigns(spec, measures, lib) {
  const { sheets, registers } = officeSheets(spec, measures, lib);
  const roster = rosterOf(registers, measures, lib);
  return sheets.map((sheet) => {
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
    const filled = withSheets(typedOver(lib.designForm(form, issue), form, issue.fields), sheet);
    return { sheet, design: edited(filled, sheet.do ?? []) };
  });
}

/** Whom the measures assess, by the registers as they were before anything was changed: templates were issued to them. @param {Sheet[]} registers @param {any} measures @param {any} lib */
function rosterOf(registers, measures, lib) {
  const reading = (/** @type {Cell | undefined} */ value, type = 'text') => ({
    cell: 'A1',
    raw: String(value ?? ''),
    state: 'value',
    value: { type, value: String(value ?? '') },
  });
  const listed = [...measures.subjects.values()].flatMap(({ roster, number, name, within }) =>
    registers
      .filter(({ form }) => form === roster)
      .map(({ form, rows }) => ({
        form,
        file: '',
        sheet: '',
        fields: new Map(),
        rows: rows.map((row, index) => {
          const readings = new Map([[name, reading(row[name])]]);
          if (number) readings.set(number, reading(row[number]));
          if (within) readings.set(within.column, reading(row[within.column], 'subject'));
          return { number: index, readings };
        }),
      })),
  );
  return lib.enrol(measures, listed);
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
