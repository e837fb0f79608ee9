/** What a score comes to for one subject, straight from the score room: plain data in, plain data out. */
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import type { Fact, Owed } from '../../src/model/grading.js';
import type { Measures } from '../../src/model/measures.js';
import type { Score } from '../../src/model/score.js';
import type { Occurrence, Scored } from '../../src/model/scored.js';
import type { Subject } from '../../src/model/submission.js';
import { scoreSubjects } from '../../src/score/score.js';

export const UNIT: Subject = { id: 'unit:1', kind: 'unit', name: '甲', aliases: [], takesPart: true };

/** `owed` is what keeps the log itself from being whole. */
export function reckon(
  of: Score,
  occurrences: readonly Occurrence[],
  facts: readonly Fact[] = [],
  owed: readonly Owed[] = [],
): Scored {
  const threshold = { type: 'threshold', bound: { type: 'number', value: '2' }, inclusive: true } as const;
  const parameters = new Map([['enough', { id: 'enough', value: threshold }]]);
  const measures = { scores: [of], parameters } as unknown as Measures;
  const logged = [{ score: of.id, subject: UNIT.id, occurrences, owed }];
  const [scored] = scoreSubjects([UNIT], { facts, logged, self: [] }, measures, '2026-Q1' as Period);
  if (!scored) throw new Error('no score');
  return scored;
}

export function factOf(id: string, value: string): Fact {
  const [from, to] = ['2026-01-01', '2026-03-31'] as [Day, Day];
  return { id, subject: UNIT.id, from, to, value: { type: 'number', value }, owed: [], cells: [], parts: [] };
}
