/**
 * Of several files for the same form, submitter and period none is guessed: either the office has said in its own
 * file which one counts, or none does.
 */

import { groupedBy } from '../base/group.js';
import { composed } from '../base/text.js';
import { type Form, OFFICE } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Settled, Submission } from '../model/submission.js';
import { matterOf } from '../rows/matter.js';

export function settle(submissions: readonly Submission[], measures: Measures, chosen: readonly string[]): Settled {
  const names = new Set(chosen.map(composed));
  const groups = groupedBy(submissions, (submission) => matter(submission, measures.forms.get(submission.form)));
  const counted = new Set<Submission>();
  const rivals: Submission[][] = [];
  const superseded: { submission: Submission; by: Submission }[] = [];
  for (const group of groups.values()) {
    const picked = group.length > 1 ? group.filter(({ file }) => names.has(composed(file))) : group;
    const [only] = picked;
    if (only && picked.length === 1) {
      counted.add(only);
      for (const submission of group) if (submission !== only) superseded.push({ submission, by: only });
    } else rivals.push(group);
  }
  return { counted: submissions.filter((each) => counted.has(each)), rivals, superseded };
}

/** What makes two submissions the same; a register may be kept in several files, so each is its own matter. */
function matter(submission: Submission, form: Form | undefined): string {
  const { file, sheet, heading, form: id, by, period } = submission;
  const isOwn = !form || form.every === 'standing' || !period || (form.from !== OFFICE && !by);
  return isOwn ? JSON.stringify([id, file, sheet, heading]) : matterOf(submission);
}
