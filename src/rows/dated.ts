/** The date that a form gives for itself, which says when it came where no register does. */
import type { Form } from '../model/form.js';
import type { Receipt, Submission } from '../model/submission.js';

/** The day in its first date field that holds one, and where it stands. */
export function ownDate(
  form: Form,
  { file, sheet, fields }: Submission,
): Pick<Receipt, 'received' | 'place'> | undefined {
  for (const field of form.fields) {
    const reading = fields.get(field.id);
    if (field.type === 'date' && reading?.value?.type === 'day') {
      return { received: reading.value.value, place: { file, sheet: reading.sheet ?? sheet, cell: reading.cell } };
    }
  }
  return undefined;
}
