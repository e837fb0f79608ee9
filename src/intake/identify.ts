/**
 * Puts the roster's subjects in place of the names in a submission: who handed it in, and whom its rows name. A name
 * that is nobody's, or more than one person's, makes its cell unreadable and is a finding with the candidates.
 */
import { once } from '../base/once.js';
import type { Finding } from '../model/finding.js';
import type { Column, Form } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import { MARKER_SHEET } from '../model/recognised.js';
import type { Reading, Roster, Row, Subject, Submission } from '../model/submission.js';
import type { Value } from '../model/value.js';
import { rowLabel } from '../rows/label.js';
import { replacing } from '../rows/readings.js';

export type NameFinding = Extract<
  Finding,
  { kind: 'subject-unknown' | 'subject-ambiguous' | 'subject-elsewhere' | 'submitter-other' }
>;

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
      const place = { file: submission.file, sheet: reading.sheet ?? submission.sheet, cell: reading.cell };
      const at = { place, raw: reading.raw, clause: form.clause, ...(row ? { row: rowLabel(form, row) } : {}) };
      findings.push({ kind, severity: 'error', ...at, subject: column.title, ...data } as NameFinding);
    };
  const fields = new Map(submission.fields);
  for (const field of form.fields) {
    const reading = fields.get(field.id);
    if (reading) fields.set(field.id, named(reading, field, undefined, roster, reportIn()));
  }
  const issued = marked === undefined ? undefined : roster.get(marked);
  const by = submitterOf(form, fields) ?? issued?.id;
  findings.push(...submitterOther(form, { ...submission, fields, ...(by ? { by } : {}) }, issued, roster));
  const naming = form.columns.filter(({ type }) => type === 'subject');
  const namesIn = (row: Row): ReadonlyMap<string, Reading> => {
    const container = by ?? rowContainer(naming, row.readings, roster);
    const settled = new Map<string, Reading>();
    for (const column of naming) {
      const reading = row.readings.get(column.id);
      if (reading) settled.set(column.id, named(reading, column, container, roster, reportIn(row)));
    }
    return settled;
  };
  const rows = naming.length === 0 ? submission.rows : replacing(submission.rows, namesIn);
  return { submission: { ...submission, fields, rows, ...(by ? { by } : {}) }, findings };
}

type Report = <K extends 'subject-unknown' | 'subject-ambiguous' | 'subject-elsewhere'>(
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

/**
 * Whose form it is, against whose template and folder it is. A folder never says whose a form is, but one that bears the
 * name of another tells that something was mistaken.
 */
function submitterOther(
  form: Form,
  { file, sheet, fields, by }: Submission,
  issued: Subject | undefined,
  roster: Roster,
): NameFinding[] {
  const own = by === undefined ? undefined : roster.get(by);
  if (!own) return [];
  const field = form.fields.find(({ type, subject }) => type === 'subject' && subject === form.from);
  const reading = field && fields.get(field.id);
  const at = { file, sheet: reading?.sheet ?? sheet, ...(reading?.cell ? { cell: reading.cell } : {}) };
  const common = {
    kind: 'submitter-other',
    place: at,
    raw: reading?.raw ?? '',
    clause: form.clause,
    by: own.name,
  } as const;
  const found: NameFinding[] = [];
  if (issued && issued.id !== own.id)
    found.push({ ...common, severity: 'error', other: issued.name, from: 'template', at: MARKER_SHEET });
  const folders = file.split(/[\\/]/u).slice(0, -1);
  const named = folders.map((folder) => roster.find(own.kind, folder));
  const others = named.flatMap((subjects, index) =>
    subjects.length === 1 && subjects[0] ? [{ subject: subjects[0], folder: folders[index] ?? '' }] : [],
  );
  const last = others.at(-1);
  const isSaid = last?.subject.id === issued?.id;
  if (last && !isSaid && others.every(({ subject }) => subject.id !== own.id))
    found.push({ ...common, severity: 'warning', other: last.subject.name, from: 'folder', at: last.folder });
  return found;
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
    return { ...reading, value: meaning(only) };
  }
  if (found.length > 1)
    report('subject-ambiguous', column, reading, { candidates: found.map((subject) => label(subject, roster)) });
  else report('subject-unknown', column, reading, { candidates: roster.similar(kind, value.value) });
  const mayBe = meant(kind, value.value, within, found, roster);
  const { cell, raw, sheet } = reading;
  const where = { cell, ...(sheet === undefined ? {} : { sheet }) };
  return { ...where, raw, state: 'unreadable', isUnsettled: true, ...(mayBe ? { mayBe } : {}) };
}

const meaning = once(({ id }: Subject): Value => ({ type: 'subject', value: id }));

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
