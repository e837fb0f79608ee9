/** A row as its clerk would name it. */
import type { Form } from '../model/form.js';
import type { Row } from '../model/submission.js';

/** The values of a row's key columns; its number where they are empty. */
export function rowLabel(form: Form, { readings, number }: Row): string {
  const keys = form.columns.filter(({ key }) => key).map(({ id }) => readings.get(id)?.raw ?? '');
  const label = keys.filter((raw) => raw !== '').join(' ');
  return label === '' ? String(number) : label;
}
