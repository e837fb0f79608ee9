/** What a result has about each subject. A result is gone through once, however many are asked after. */
import { groupedBy } from '../base/group.js';
import { once } from '../base/once.js';
import type { ConsequenceLine, Fact, Grade, Standing } from '../model/grading.js';
import type { Result } from '../model/result.js';
import type { Scored } from '../model/scored.js';

export interface Own {
  readonly facts: readonly Fact[];
  readonly grades: readonly Grade[];
  readonly scores: readonly Scored[];
  readonly standings: readonly Standing[];
  readonly consequences: readonly ConsequenceLine[];
}

const bySubject = <T extends { readonly subject: string }>(all: readonly T[]) => groupedBy(all, (each) => each.subject);

const grouped = once((result: Result) => ({
  facts: bySubject(result.facts),
  grades: bySubject(result.grades),
  scores: bySubject(result.scores),
  standings: bySubject(result.standings),
  consequences: bySubject(result.consequences),
  ranked: groupedBy(
    result.standings.filter(({ rank }) => rank !== undefined),
    orderOf,
  ),
}));

function orderOf({ ranking, group }: Pick<Standing, 'ranking' | 'group'>): string {
  return JSON.stringify([ranking, group]);
}

export function ownOf(result: Result, subject: string): Own {
  const { facts, grades, scores, standings, consequences } = grouped(result);
  return {
    facts: facts.get(subject) ?? [],
    grades: grades.get(subject) ?? [],
    scores: scores.get(subject) ?? [],
    standings: standings.get(subject) ?? [],
    consequences: consequences.get(subject) ?? [],
  };
}

/** The facts about a subject, in the order of the pack. */
export function factsOf(result: Result, subject: string): readonly Fact[] {
  return grouped(result).facts.get(subject) ?? [];
}

/** How many have a rank in the order, or the group of it, in which somebody stands. */
export function rankedBeside(result: Result, standing: Standing): number {
  return grouped(result).ranked.get(orderOf(standing))?.length ?? 0;
}
