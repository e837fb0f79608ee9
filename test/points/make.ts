/**
 * An office of the points pack from a short spec: the clean office of office.yaml with rows of the log, figures and
 * self-scores laid over it, made into workbooks and run through the whole flow.
 */
import { createHash } from 'node:crypto';
import { isFormula, withFormulas } from '../../examples/tampered.js';
import type { Day } from '../../src/base/day.js';
import { type Period, parsePeriod, periodText } from '../../src/base/period.js';
import { assess, designForm, takeIn, writeWorkbook } from '../../src/index.js';
import type { CellContent } from '../../src/model/design.js';
import type { Column } from '../../src/model/form.js';
import type { Measures } from '../../src/model/measures.js';
import type { Result } from '../../src/model/result.js';
import type { SentFile } from '../../src/take-in.js';
import { measuresNamed, OFFICE, readYaml } from '../office/make.js';

export const PACK = 'test/packs/points/measures.yaml';

/** A formula is one that no program has computed yet. */
export type Cell = string | number | boolean | null | { readonly formula: string };
export type Cells = Readonly<Record<string, Cell>>;

/** One form as it is handed in; what a unit hands in names it in its fields. */
export interface Sheet {
  readonly form: string;
  readonly unit?: string;
  readonly period?: string;
  readonly fields?: Cells;
  readonly rows: readonly Cells[];
}

/** What differs from the clean office. */
export interface Given {
  readonly period?: string;
  readonly asOf?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Rows of the log, of the unit looked at and of 10 February unless they say otherwise. */
  readonly log?: readonly Cells[];
  readonly duty?: readonly Cells[];
  /** Laid over the figures of the unit looked at. */
  readonly figures?: Cells;
  /** Days of filing, by form, of the unit looked at. */
  readonly filed?: Readonly<Record<string, string>>;
  readonly self?: readonly Cells[];
  /** Handed in besides. */
  readonly sheets?: readonly Sheet[];
  /** Forms that nobody hands in. */
  readonly without?: readonly string[];
  /** Laid over a unit's row of the roster, by name. */
  readonly roster?: Readonly<Record<string, Cells>>;
}

interface Office {
  readonly period: string;
  readonly asOf: string;
  readonly units: readonly Cells[];
  readonly filed: Readonly<Record<string, string>>;
  readonly figures: Cells;
}

export const OFFICE_FILE = 'test/points/office.yaml';
const office = readYaml<Office>(OFFICE_FILE);

export async function resultOf(given: Given, unit: string): Promise<Result> {
  const measures = measuresNamed(PACK, given.parameters);
  const files: SentFile[] = [];
  for (const [index, sheet] of sheetsOf(given, unit).entries()) files.push(await fileOf(sheet, index, measures));
  const intake = takeIn(files, measures, []);
  const [period, asOf] = [(given.period ?? office.period) as Period, (given.asOf ?? office.asOf) as Day];
  return assess(intake, measures, { period, asOf, office: { ...OFFICE, name: '岚溪县水务局', measures: 'points' } });
}

function sheetsOf(given: Given, unit: string): Sheet[] {
  const { log = [], duty = [], self = [], sheets = [], without = [] } = given;
  const at = { date: '2026-02-10', unit };
  const numbered = log.map((row, index): Cells => ({ no: String(index + 1), ...at, ...row }));
  const units = office.units.map((row): Cells => ({ ...row, ...given.roster?.[String(row.unit_name)] }));
  const handedIn = office.units.flatMap((row): Sheet[] => {
    const name = String(row.unit_name);
    const own = name === unit;
    const filed = { ...office.filed, ...(own ? given.filed : {}) };
    const report = (form: string, rows: readonly Cells[]): Sheet => ({
      form,
      unit: name,
      period: office.period,
      rows,
      fields: { filed_on: filed[form] ?? null },
    });
    return [
      report('plan', [{ task: '供水' }]),
      report('figures', [{ ...office.figures, ...(own ? given.figures : {}) }]),
      ...(own && self.length > 0 ? [report('self-scores', self)] : []),
    ];
  });
  return [
    { form: 'units', rows: units },
    { form: 'events', rows: numbered },
    ...(duty.length > 0 ? [{ form: 'duty-log', rows: duty.map((row) => ({ ...at, rule: '四', ...row })) }] : []),
    ...handedIn,
    ...sheets,
  ].filter(({ form }) => !without.includes(form));
}

// Most workbooks of most cases are the same; each is written once.
const written = new Map<string, Promise<Uint8Array>>();

async function fileOf(sheet: Sheet, index: number, measures: Measures): Promise<SentFile> {
  const form = measures.forms.get(sheet.form);
  if (!form) throw new Error(`the pack has no form ${sheet.form}`);
  const period = sheet.period === undefined ? undefined : parsePeriod(sheet.period);
  const fields: Cells = {
    ...(sheet.unit === undefined ? {} : { unit: sheet.unit }),
    ...(period ? { quarter: periodText(period).zh } : {}),
    ...sheet.fields,
  };
  const design = designForm(form, {
    measures,
    office: '岚溪县水务局',
    date: '2026-01-05' as Day,
    fields: typed(fields, form.fields),
    rows: sheet.rows.map((row) => typed(row, form.columns)),
  });
  const key = JSON.stringify(design);
  const rows = sheet.rows.map((row) => ({ ...row }));
  const made =
    written.get(key) ??
    writeWorkbook(design).then((made) => withFormulas(made, design, { rows } as never) as Uint8Array);
  written.set(key, made);
  const bytes = await made;
  const file = `${sheet.unit ?? '局'}/${String(index).padStart(2, '0')}-${sheet.form}.xlsx`;
  return { file, bytes: () => bytes, sha256: createHash('sha256').update(key).digest('hex') };
}

/** Cells as a clerk types them: numbers as numbers, days as dates, a choice by its title. */
function typed(row: Cells, columns: readonly Column[]): Record<string, CellContent> {
  const cells: Record<string, CellContent> = {};
  for (const [id, value] of Object.entries(row)) {
    const column = columns.find((each) => each.id === id);
    if (!column) throw new Error(`no column ${id}`);
    if (value === null) continue;
    if (isFormula(value)) cells[id] = `=${value.formula}`;
    else if (typeof value === 'number') cells[id] = { number: String(value) };
    else if (column.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) cells[id] = { day: value as Day };
    else cells[id] = typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
  }
  return cells;
}
