/**
 * The rows on which facts about a subject rest: those of its submissions and of the registers, within a span of days,
 * and, where something is missing, doubtful or said twice, what is owed. Nothing that is owed is taken for zero.
 */
import { type Day, yearOf } from '../base/day.js';
import { groupedBy } from '../base/group.js';
import { countsTo, firstDay, lastDay, type Period, parsePeriod, periodsWithin } from '../base/period.js';
import type { Outcome } from '../model/condition.js';
import { type Form, OFFICE, SUBMISSIONS } from '../model/form.js';
import type { Owed } from '../model/grading.js';
import type { RowSource } from '../model/measures.js';
import type { Row, Subject, Submission } from '../model/submission.js';
import type { Value } from '../model/value.js';
import { keyOf, sameRow } from '../rows/match.js';
import { type SourceRow, sourceRow } from '../rows/row.js';
import { namingColumn, rowsOf } from './belong.js';
import { lackingOf } from './lacking.js';
import { receiptRow } from './receipt-row.js';
import type { Records } from './records.js';

/** Rows that count, and what is missing for the count to be sure. */
export interface Found {
  readonly rows: readonly SourceRow[];
  /** Matters that count for certain, but whose rows differ: that there is one is sure, what it says is not. */
  readonly contested: readonly SourceRow[];
  /** How many more may count; absent where what is owed may hold any number of rows. */
  readonly perhaps?: number;
  readonly owed: readonly Owed[];
}

/** A span of days that facts are about. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** A row before its condition is weighed; one in doubt says what would settle it. */
export interface Candidate {
  readonly row: SourceRow;
  readonly doubt?: Owed;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly owed: readonly Owed[];
}

/** Rows about one subject; many of its facts ask for those of one form, which are looked for once. */
export interface Own {
  readonly subject: Subject;
  readonly records: Records;
  rows(form: Form | undefined, span: Span): Candidates;
  /** As `matters`, of candidates that were given here. */
  matters(form: Form | undefined, candidates: Candidates['candidates']): readonly (readonly SourceRow[])[];
}

export function ownRows(subject: Subject, records: Records): Own {
  const found = new Map<string, Candidates>();
  const grouped = new Map<Candidates['candidates'], SourceRow[][]>();
  return {
    subject,
    records,
    rows: (form, { from, to }) => {
      const key = `${form?.id} ${from} ${to}`;
      const known = found.get(key) ?? formRows(subject, form, { from, to }, records);
      found.set(key, known);
      return known;
    },
    matters: (form, candidates) => {
      const known = grouped.get(candidates) ?? matters(form, candidates);
      grouped.set(candidates, known);
      return known;
    },
  };
}

export function rowsAbout(own: Own, source: RowSource, span: Span): Found {
  const { subject, records } = own;
  const form = records.measures.forms.get(source.form);
  const all = source.form === SUBMISSIONS ? receiptRows(subject, span, records) : own.rows(form, span);
  const counterpart = source.alsoIn ? counterparts(own, source, span, all.candidates) : undefined;
  const rows: SourceRow[] = [];
  const contested: SourceRow[] = [];
  let perhaps = 0;
  const owed: Owed[] = [...all.owed, ...(counterpart?.owed ?? [])];
  const weigh = (row: SourceRow): Outcome => source.where?.outcome((name) => row.operand(name)) ?? 'true';
  for (const { row, doubt } of all.candidates.filter((each) => each.doubt)) {
    if (!doubt || weigh(row) === 'false') continue;
    owed.push(doubt);
    perhaps += 1;
  }
  for (const twins of own.matters(form, all.candidates)) {
    const [row] = twins;
    if (!row || !(counterpart?.has(row) ?? true)) continue;
    const outcomes = twins.map(weigh);
    if (outcomes.every((outcome) => outcome === 'false')) continue;
    const alike = twins.every((twin) => sameRow(twin, row, namesOf(form)));
    if (!alike) {
      owed.push({ kind: 'repeated', form: source.form, places: twins.map(({ place }) => place) });
    }
    if (outcomes.every((outcome) => outcome === 'true')) (alike ? rows : contested).push(row);
    else {
      owed.push(...twins.flatMap((twin) => unknownOf(twin, source.where?.names ?? [])));
      perhaps += 1;
    }
  }
  const isCounted = all.owed.length === 0 && !counterpart;
  return { rows, contested, ...(isCounted ? { perhaps } : {}), owed: distinct(owed) };
}

export function namesOf(form: Form | undefined): string[] {
  return form?.columns.map(({ id }) => id) ?? [];
}

/** Rows that are sure, those that speak of the same matter together: a row entered twice counts once. */
export function matters(form: Form | undefined, candidates: readonly Candidate[]): SourceRow[][] {
  const sure = candidates.filter(({ doubt }) => !doubt).map(({ row }) => row);
  const keys = form?.columns.filter(({ key }) => key).map(({ id }) => id) ?? [];
  if (keys.length === 0) return sure.map((row) => [row]);
  const groups = groupedBy(sure, (row) => {
    const told = keys.some((id) => row.reading(id)?.state === 'value');
    return told ? `${row.period ?? ''} ${keyOf(row, keys)}` : row;
  });
  return [...groups.values()];
}

/** What keeps a row from being weighed: the cells of it that could not be read. */
export function unknownOf(row: SourceRow, names: readonly string[]): Owed[] {
  return names.filter((name) => row.operand(name).state === 'unknown').map((name) => row.owedFor(name));
}

export function distinct<T>(items: readonly T[]): T[] {
  if (items.length < 2) return [...items];
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

export function formRows(subject: Subject, form: Form | undefined, span: Span, records: Records): Candidates {
  if (!form) return { candidates: [], owed: [] };
  return form.every === 'standing'
    ? registerRows(subject, form, span, records)
    : periodicRows(subject, form, span, records);
}

/** Rows of a form that is handed in for every period of the span. */
function periodicRows(subject: Subject, form: Form, span: Span, records: Records): Candidates {
  const by = submitterFor(subject, form);
  const candidates: Candidate[] = [];
  const owed: Owed[] = [];
  for (const period of periodsOf(form, span)) {
    const expected = records.owed(form.id, by, period);
    const sent = records.sent(form.id, by, period);
    if (sent) {
      const own = candidatesIn(sent, subject, form, records);
      const listed = own.some(({ doubt }) => !doubt);
      if (form.covers !== undefined && !listed)
        owed.push({ kind: 'cell', place: { file: sent.file, sheet: sent.sheet } });
      // A name in doubt cannot be that of someone who stands in the form already.
      candidates.push(...own.filter(({ doubt }) => !doubt || form.covers === undefined || !listed));
    } else {
      const lacking = lackingOf(form, by, period, expected);
      if (lacking) owed.push(lacking);
    }
  }
  return { candidates, owed };
}

function candidatesIn(sent: Submission, subject: Subject, form: Form, records: Records): Candidate[] {
  const seen = (row: Row): SourceRow => sourceRow(records.measures, sent, row, records.asOf);
  if (form.from === subject.kind) return sent.by === subject.id ? sent.rows.map((row) => ({ row: seen(row) })) : [];
  return rowsOf(subject, records.naming(sent, form, subject.kind)).map(({ row, isSure }): Candidate => {
    const source = seen(row);
    if (isSure) return { row: source };
    return { row: source, doubt: { kind: 'cell', place: source.cell(namingColumn(subject, form)) } };
  });
}

/** The periods of a form that a span asks for: those that lie in it, and for a yearly form its year. */
function periodsOf(form: Form, span: Span): Period[] {
  const year = parsePeriod(String(yearOf(span.from)));
  if (!year || form.every === 'standing') return [];
  if (form.every === 'year') return span.from === firstDay(year) ? [year] : [];
  return periodsWithin(year, form.every).filter(
    (period) => firstDay(period) >= span.from && lastDay(period) <= span.to,
  );
}

/** Who hands in the form that holds a subject's rows: itself, what it belongs to, or the office. */
function submitterFor(subject: Subject, form: Form): string {
  if (form.from === OFFICE) return OFFICE;
  return form.from === subject.kind ? subject.id : (subject.within ?? '');
}

/** Rows of a register that runs on, dated within the span. */
function registerRows(subject: Subject, form: Form, span: Span, records: Records): Candidates {
  const kept = records.kept(form.id);
  const owed: Owed[] = kept.length === 0 && form.required ? [{ kind: 'register', form: form.id }] : [];
  const candidates = kept.flatMap((submission) =>
    candidatesIn(submission, subject, form, records).flatMap((candidate): Candidate[] => {
      if (form.dated === undefined) return [candidate];
      const within = datedWithin(candidate.row.reading(form.dated)?.value, span);
      if (within === undefined)
        return [{ ...candidate, doubt: { kind: 'cell', place: candidate.row.cell(form.dated) } }];
      return within ? [candidate] : [];
    }),
  );
  return { candidates, owed };
}

/** Undefined where the value is neither a day nor a period. */
export function datedWithin(value: Value | undefined, span: Span): boolean | undefined {
  if (value?.type === 'day') return value.value >= span.from && value.value <= span.to;
  if (value?.type === 'period') return firstDay(value.value) >= span.from && lastDay(value.value) <= span.to;
  return undefined;
}

function receiptRows(subject: Subject, span: Span, { owedBy, measures }: Records): Candidates {
  const own = owedBy(subject.id).filter(({ period, due }) => countsTo(period, due, span.from, span.to));
  return { candidates: own.map((each) => ({ row: receiptRow(measures, each) })), owed: [] };
}

interface Counterparts {
  has(row: SourceRow): boolean;
  readonly owed: readonly Owed[];
}

/** Only rows with a counterpart count; what stands in the other form and is not answered for here is owed. */
function counterparts(own: Own, { form, alsoIn }: RowSource, span: Span, here: readonly Candidate[]): Counterparts {
  const on = alsoIn?.on ?? [];
  const key = (row: SourceRow, side: 0 | 1): string =>
    `${row.period} ${keyOf(
      row,
      on.map((pair) => pair[side]),
    )}`;
  const unkeyed = (row: SourceRow, side: 0 | 1): string | undefined =>
    on.map((pair) => pair[side]).find((name) => row.reading(name)?.state !== 'value');
  const there = own.rows(own.records.measures.forms.get(alsoIn?.form ?? ''), span);
  const sent = new Set(here.map(({ row }) => row.period));
  const answered = new Set(here.map(({ row }) => key(row, 0)));
  const known = new Set(
    there.candidates.filter(({ row }) => unkeyed(row, 1) === undefined).map(({ row }) => key(row, 1)),
  );
  const unanswered = there.candidates
    .filter(({ row }) => sent.has(row.period) && unkeyed(row, 1) === undefined && !answered.has(key(row, 1)))
    .map(({ row }): Owed => ({ kind: 'unanswered', form, place: row.cell(on[0]?.[1] ?? '') }));
  // A row without its number answers for something, but nobody can tell for what.
  const nameless = (
    [
      [here, 0],
      [there.candidates, 1],
    ] as const
  ).flatMap(([rows, side]) =>
    rows.flatMap(({ row }): Owed[] => {
      const name = unkeyed(row, side);
      return name === undefined ? [] : [{ kind: 'cell', place: row.cell(name) }];
    }),
  );
  return {
    owed: [...there.owed, ...unanswered, ...nameless],
    has: (row) => unkeyed(row, 0) === undefined && known.has(key(row, 0)),
  };
}
