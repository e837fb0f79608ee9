/** The points that subjects give themselves, item by item: shown beside the group's score, never counted. */
import { canonical, Decimal } from '../base/decimal.js';
import { daysOver, type Period } from '../base/period.js';
import type { SelfScore } from '../model/scored.js';
import type { Subject } from '../model/submission.js';
import type { Records } from './records.js';
import { formRows } from './rows.js';

export function collectSelfScores(subjects: readonly Subject[], period: Period, records: Records): SelfScore[] {
  return records.measures.scores.flatMap((score) => {
    const { self } = score;
    const form = self && records.measures.forms.get(self.form);
    if (!self || !form) return [];
    return subjects
      .filter(({ kind }) => kind === score.subject)
      .flatMap((subject) => {
        const { candidates } = formRows(subject, form, daysOver(score.over, period), records);
        const given = candidates.flatMap(({ row, doubt }): SelfScore[] => {
          const [item, points] = [row.reading(self.item)?.value, row.reading(self.points)?.value];
          if (doubt || item?.type !== 'choice' || points?.type !== 'number') return [];
          const amount = canonical(new Decimal(points.value));
          const place = row.cell(self.points);
          return [{ score: score.id, subject: subject.id, item: item.value, points: amount, place }];
        });
        // Of several within the span, e.g. four quarters of a year, the last is the one that stands.
        return [...new Map(given.map((each) => [each.item, each])).values()];
      });
  });
}
