/**
 * Whom the rows of a form are about; a row of the roster is about the one it lists. A name that could not be settled is
 * perhaps anybody's whom it may mean. Each form is gone through once for a kind of subject, however many there are.
 */
import type { Form } from '../model/form.js';
import type { SubjectKind } from '../model/measures.js';
import type { Reading, Row, Subject, Submission } from '../model/submission.js';
import type { Place } from '../model/value.js';

/** The rows of a submission by the subjects they are about. */
export interface Naming {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** Rows whose name is not settled, with those whom it may mean; anyone when absent. */
  readonly open: readonly { readonly row: Row; readonly mayBe?: ReadonlySet<string> }[];
}

/** What naming asks of the roster: what a subject belongs to, and who is listed at a cell. */
export interface Enrolled {
  within(subject: string): string | undefined;
  listedAt(kind: string, place: Place): string | undefined;
}

export function namingIn(kind: SubjectKind, form: Form, { file, sheet, rows }: Submission, enrolled: Enrolled): Naming {
  const named = new Map<string, Row[]>();
  const open: { row: Row; mayBe?: ReadonlySet<string> }[] = [];
  const put = (id: string | undefined, row: Row): void => {
    if (id === undefined) return;
    const own = named.get(id);
    if (own) own.push(row);
    else named.set(id, [row]);
  };
  if (kind.roster === form.id) {
    for (const row of rows) {
      const { cell = '', sheet: on = sheet } = row.readings.get(kind.name) ?? {};
      put(enrolled.listedAt(kind.id, { file, sheet: on, cell }), row);
    }
    return { rows: named, open };
  }
  const own = form.columns.find((column) => column.subject === kind.id);
  // A unit's fact over a register of persons: those who belong to the unit.
  const column = own ?? form.columns.find(({ type }) => type === 'subject');
  const meant = (id: string): string | undefined => (own ? id : enrolled.within(id));
  for (const row of column ? rows : []) {
    const reading: Reading | undefined = row.readings.get(column?.id ?? '');
    if (reading?.value?.type === 'subject') put(meant(reading.value.value), row);
    else if (reading && (reading.state !== 'blank' || column?.required)) {
      const { mayBe } = reading;
      open.push({ row, ...(mayBe ? { mayBe: new Set(mayBe.flatMap((id) => meant(id) ?? [])) } : {}) });
    }
  }
  return { rows: named, open };
}

/** The rows about one subject in the sheet's order, each sure or perhaps its own. */
export function rowsOf(subject: Subject, { rows, open }: Naming): { readonly row: Row; readonly isSure: boolean }[] {
  const sure = (rows.get(subject.id) ?? []).map((row) => ({ row, isSure: true }));
  const perhaps = open.flatMap(({ row, mayBe }) => (!mayBe || mayBe.has(subject.id) ? [{ row, isSure: false }] : []));
  if (perhaps.length === 0) return sure;
  return [...sure, ...perhaps].toSorted((a, b) => a.row.number - b.row.number);
}

/** The column in which a row names whom it is about. */
export function namingColumn(subject: Subject, form: Form): string {
  const own =
    form.columns.find((column) => column.subject === subject.kind) ??
    form.columns.find((column) => column.type === 'subject');
  return own?.id ?? '';
}
