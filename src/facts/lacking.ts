/** What of a form is not at hand, and why: a file is one thing, and whether something came in time is another. */
import { lastDay, type Period } from '../base/period.js';
import type { Form } from '../model/form.js';
import type { Owed } from '../model/grading.js';
import type { Expected } from '../model/submission.js';

/** Of a submitter and period without a submission that counts; undefined where nobody had to send it. */
export function lackingOf(form: Form, by: string, period: Period, expected: Expected | undefined): Owed | undefined {
  if (expected?.file) return { kind: 'choice', form: form.id, by, period };
  if (!form.required) return undefined;
  const of = { form: form.id, by, period, due: expected?.due ?? lastDay(period) };
  if (expected?.status === 'not-due') return { kind: 'later', ...of };
  // The register may say that it came: then it is not missing, but its file is.
  const { received, isDone } = expected ?? {};
  return { kind: 'submission', ...of, ...(received && !isDone ? { received } : {}) };
}
