/** What units and the office hand in, drawn as rows, taken in as the whole flow does: read, put to names, settled. */

import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import { expect as expected, receiptsOf } from '../../src/intake/expect.js';
import { identify, type NameFinding } from '../../src/intake/identify.js';
import { enrol } from '../../src/intake/roster.js';
import { settle } from '../../src/intake/settle.js';
import type { Measures } from '../../src/model/measures.js';
import type { Expected, Roster, Settled, Submission } from '../../src/model/submission.js';
import type { CellValue } from '../../src/model/workbook.js';
import { readSheet, sheet } from '../forms/sheets.js';
import { rosters } from './people.js';

/** A form as someone fills it in. Rows name only the columns that hold something. */
export interface Handed {
  readonly form: string;
  /** Unit and period as typed into the form; nothing for what the office keeps. */
  readonly by?: string;
  readonly period?: string;
  readonly file?: string;
  /** Of null the label alone is drawn. */
  readonly fields?: Readonly<Record<string, CellValue | null>>;
  readonly rows?: readonly Readonly<Record<string, CellValue>>[];
  /** Columns that are not on the sheet at all. */
  readonly without?: readonly string[];
}

export function filled(measures: Measures, handed: Handed): Submission {
  const { by, period, rows = [], without = [] } = handed;
  const form = measures.forms.get(handed.form);
  if (!form) throw new Error(`no form ${handed.form}`);
  const known = { ...(by ? { subject: by } : {}), ...(period ? { period } : {}) };
  const fields = form.fields.flatMap((field) => {
    const given = handed.fields?.[field.id];
    const value = given === undefined ? known[field.type as keyof typeof known] : given;
    return value === undefined ? [] : [[`${field.title.zh}：`, value]];
  });
  const columns = form.columns.filter(({ id }) => !without.includes(id));
  const drawn = [
    [form.title.zh],
    ...fields,
    columns.map(({ title }) => title.zh),
    ...rows.map((row) => columns.map(({ id }) => row[id] ?? null)),
  ];
  const file = handed.file ?? `${[handed.form, by, period].filter(Boolean).join('-')}.xlsx`;
  return { ...readSheet(measures, sheet(drawn)), file };
}

export interface Taken {
  readonly roster: Roster;
  readonly submissions: readonly Submission[];
  readonly findings: readonly NameFinding[];
  readonly settled: Settled;
}

export type People = Readonly<Record<string, readonly string[]>>;

/** Everything handed in by an office of these people. */
export function takenIn(measures: Measures, people: People, handed: readonly Handed[], chosen: string[] = []): Taken {
  const read = [...rosters(measures, people), ...handed.map((each) => filled(measures, each))];
  const roster = enrol(measures, read);
  const identified = read.map((submission) => identify(submission, undefined, measures, roster));
  const submissions = identified.map(({ submission }) => submission);
  return {
    roster,
    submissions,
    findings: identified.flatMap(({ findings }) => findings),
    settled: settle(submissions, measures, chosen),
  };
}

export interface When {
  readonly period: string;
  readonly asOf?: string;
  readonly shift?: 'none' | 'next-working-day';
}

/** What is owed, and what became of it. */
export function owed(measures: Measures, { roster, submissions }: Taken, when: When): Expected[] {
  const { period, asOf = '2026-12-31', shift = 'none' } = when;
  return expected(measures, roster, submissions, receiptsOf(measures, submissions), {
    period: period as Period,
    asOf: asOf as Day,
    shift,
  });
}
