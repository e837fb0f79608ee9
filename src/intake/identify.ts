/**
 * Puts the roster's subjects in place of the names in a submission: who handed it in, and whom its rows name. A name
 * that is nobody's, or more than one person's, makes its cell unreadable and is a finding with the candidates.
 */
import type { Finding } from '../model/finding.js';
import type { Column, Form } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Reading, Roster, Row, Subject, Submission } from '../model/submission.js';
import { rowLabel } from '../rows/label.js';

export type NameFinding = Extract<Finding, { kind: 'subject-unknown' | 'subject-ambiguous' | 'subject-elsewhere' }>;

export interface Identified {
  readonly submission: Submission;
  readonly findings: readonly NameFinding[];
}

export function identify(
  submission: Submission,
  marked: string | undefined,
  measures: Measures,
  roster: Roster,
): Identified {
  const form = measures.forms.get(submission.form);
  if (!form || [...measures.subjects.values()].some((kind) => kind.roster === form.id && !kind.within))
    return { submission, findings: [] };
  const findings: NameFinding[] = [];
  const reportIn =
    (row?: Row): Report =>
    (kind, column, reading, data) => {
      const place = { file: submission.file, sheet: submission.sheet, cell: reading.cell };
      const at = { place, raw: reading.raw, clause: form.clause, ...(row ? { row: rowLabel(form, row) } : {}) };
      findings.push({ kind, severity: 'error', ...at, subject: column.title, ...data } as NameFinding);
    };
  const fields = new Map(submission.fields);
  for (const field of form.fields) {
    const reading = fields.get(field.id);
    if (reading) fields.set(field.id, named(reading, field, undefined, roster, reportIn()));
  }
  const by = submitterOf(form, fields) ?? (marked !== undefined && roster.get(marked) ? marked : undefined);
  const naming = form.columns.filter(({ type }) => type === 'subject');
  const rows = submission.rows.map((row): Row => {
    if (naming.length === 0) return row;
    const readings = new Map(row.readings);
    const container = by ?? rowContainer(naming, readings, roster);
    for (const column of naming) {
      const reading = readings.get(column.id);
      if (reading) readings.set(column.id, named(reading, column, container, roster, reportIn(row)));
    }
    return { number: row.number, readings };
  });
  return { submission: { ...submission, fields, rows, ...(by ? { by } : {}) }, findings };
}

type Report = <K extends NameFinding['kind']>(
  kind: K,
  column: Column,
  reading: Reading,
  data: K extends 'subject-elsewhere' ? { belongs: string } : { candidates: readonly string[] },
) => void;

function submitterOf(form: Form, fields: ReadonlyMap<string, Reading>): string | undefined {
  const field = form.fields.find(({ type, subject }) => type === 'subject' && subject === form.from);
  const value = field && fields.get(field.id)?.value;
  return value?.type === 'subject' ? value.value : undefined;
}

/** In a form the office keeps, a person of the row is looked for within the unit of the same row first. */
function rowContainer(naming: readonly Column[], readings: Row['readings'], roster: Roster): string | undefined {
  for (const column of naming) {
    const reading = readings.get(column.id);
    if (reading?.state !== 'value') continue;
    const resolved = named(reading, column, undefined, roster, () => undefined);
    if (resolved.state !== 'value' || resolved.value?.type !== 'subject') continue;
    const subject = roster.get(resolved.value.value);
    if (subject && roster.membersOf(subject.id).length > 0) return subject.id;
  }
  return undefined;
}

function named(reading: Reading, column: Column, within: string | undefined, roster: Roster, report: Report): Reading {
  const { value } = reading;
  if (column.type !== 'subject' || reading.state !== 'value' || value?.type !== 'subject') return reading;
  const kind = column.subject ?? '';
  // Without a roster of this kind there is nothing to hold names against; that it is missing is said once.
  if (roster.ofKind(kind).length === 0) return reading;
  const found = roster.find(kind, value.value, within);
  const [only] = found;
  if (only && found.length === 1) {
    if (elsewhere(only, within, roster))
      report('subject-elsewhere', column, reading, { belongs: roster.get(only.within ?? '')?.name ?? '' });
    return { ...reading, value: { type: 'subject', value: only.id } };
  }
  if (found.length > 1)
    report('subject-ambiguous', column, reading, { candidates: found.map((subject) => label(subject, roster)) });
  else report('subject-unknown', column, reading, { candidates: roster.similar(kind, value.value) });
  const mayBe = meant(kind, value.value, within, found, roster);
  return { cell: reading.cell, raw: reading.raw, state: 'unreadable', ...(mayBe ? { mayBe } : {}) };
}

/** Whom an unsettled name may mean: the namesakes, else those of a similar name, else anyone of the same unit. */
function meant(
  kind: string,
  typed: string,
  within: string | undefined,
  found: readonly Subject[],
  roster: Roster,
): string[] | undefined {
  if (found.length > 0) return found.map(({ id }) => id);
  const similar = roster.similar(kind, typed).flatMap((name) => roster.find(kind, name));
  if (similar.length > 0) return similar.map(({ id }) => id);
  return within === undefined ? undefined : roster.membersOf(within).map(({ id }) => id);
}

/** Whether someone stands in the form of a subject that they do not belong to. */
function elsewhere(subject: Subject, within: string | undefined, roster: Roster): boolean {
  return (
    within !== undefined &&
    subject.within !== undefined &&
    subject.within !== within &&
    roster.get(within)?.kind === roster.get(subject.within)?.kind
  );
}

function label({ name, number, within }: Subject, roster: Roster): string {
  const of = within === undefined ? undefined : roster.get(within)?.name;
  return [name, number && `(${number})`, of].filter(Boolean).join(' ');
}
