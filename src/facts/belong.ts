/**
 * Whether a row is about a subject; a row of the roster is about the one it lists. A name that could not be settled is
 * perhaps anybody's whom it may mean.
 */
import type { Form } from '../model/form.js';
import type { Reading, Row, Subject, Submission } from '../model/submission.js';
import type { Records } from './records.js';

export type Belonging = 'yes' | 'no' | 'perhaps';

export function belonging(
  subject: Subject,
  form: Form,
  { by, file, sheet }: Submission,
  { readings }: Row,
  records: Records,
): Belonging {
  const kind = records.measures.subjects.get(subject.kind);
  if (kind?.roster === form.id) {
    const { place } = subject;
    const isOwn = place?.file === file && place.sheet === sheet && place.cell === readings.get(kind.name)?.cell;
    return isOwn ? 'yes' : 'no';
  }
  if (form.from === subject.kind) return by === subject.id ? 'yes' : 'no';
  const own = form.columns.find((column) => column.subject === subject.kind);
  if (own) return named(readings.get(own.id), own.required, (id) => id === subject.id);
  // A unit's fact over a register of persons: those who belong to the unit.
  const member = form.columns.find((column) => column.type === 'subject');
  if (!member) return 'no';
  return named(readings.get(member.id), member.required, (id) => records.within(id) === subject.id);
}

function named(reading: Reading | undefined, required: boolean, isAbout: (id: string) => boolean): Belonging {
  if (reading?.value?.type === 'subject') return isAbout(reading.value.value) ? 'yes' : 'no';
  if (!reading || (reading.state === 'blank' && !required)) return 'no';
  return !reading.mayBe || reading.mayBe.some(isAbout) ? 'perhaps' : 'no';
}

/** The column in which a row names whom it is about. */
export function namingColumn(subject: Subject, form: Form): string {
  const own =
    form.columns.find((column) => column.subject === subject.kind) ??
    form.columns.find((column) => column.type === 'subject');
  return own?.id ?? '';
}
