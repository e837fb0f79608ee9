/**
 * Puts subjects in order by exact facts, each group on its own where the measures say so. Equal subjects share a rank and the next leaves room for them; a subject
 * with an unknown fact has no rank and says what is owed. Ties are never broken by order of input.
 */
import { Decimal } from '../base/decimal.js';
import { groupedBy } from '../base/group.js';
import type { PeriodKind } from '../base/period.js';
import type { Fact, Owed, Standing } from '../model/grading.js';
import type { Measures, Ranking } from '../model/measures.js';
import type { Subject } from '../model/submission.js';

export function rankSubjects(
  subjects: readonly Subject[],
  facts: readonly Fact[],
  measures: Measures,
  kind: PeriodKind,
): Standing[] {
  return measures.rankings
    .filter(({ periods }) => periods.length === 0 || periods.includes(kind))
    .flatMap((ranking) => {
      const own = subjects.filter((subject) => subject.kind === ranking.subject);
      if (!ranking.byGroup || own.every(({ group }) => group === undefined)) return order(ranking, own, facts);
      // Those without a group stand last, as a group of their own.
      const groups = [...groupedBy(own, ({ group }) => group?.id)];
      return groups
        .toSorted(([a], [b]) => Number(a === undefined) - Number(b === undefined))
        .flatMap(([group, members]) =>
          order(ranking, members, facts).map((each) => ({ ...each, ...(group === undefined ? {} : { group }) })),
        );
    });
}

function order(ranking: Ranking, subjects: readonly Subject[], facts: readonly Fact[]): Standing[] {
  const asked = new Set(ranking.by.map(({ fact }) => fact));
  const bySubject = groupedBy(
    facts.filter(({ id }) => asked.has(id)),
    ({ subject }) => subject,
  );
  const keyed = subjects.map((subject) => {
    const own = ranking.by.map(({ fact }) => bySubject.get(subject.id)?.find(({ id }) => id === fact));
    return {
      subject,
      own,
      keys: own.map((fact) => (fact?.value?.type === 'number' ? new Decimal(fact.value.value) : undefined)),
    };
  });
  const complete = keyed.filter(({ keys }) => keys.every((key) => key !== undefined));
  const sorted = complete.toSorted((a, b) => compare(ranking, a.keys, b.keys));
  const ranked = sorted.map((each) => {
    const rank = sorted.findIndex((other) => compare(ranking, other.keys, each.keys) === 0) + 1;
    const tied = sorted.filter((other) => compare(ranking, other.keys, each.keys) === 0).length > 1;
    return { ...standing(ranking, each.subject, each.own), rank, tied };
  });
  const unranked = keyed
    .filter((each) => !complete.includes(each))
    .map((each) => standing(ranking, each.subject, each.own));
  return [...ranked, ...unranked];
}

function compare(ranking: Ranking, a: readonly (Decimal | undefined)[], b: readonly (Decimal | undefined)[]): number {
  for (const [index, { ascending }] of ranking.by.entries()) {
    const [left, right] = [a[index], b[index]];
    const order = left && right ? left.comparedTo(right) : 0;
    if (order !== 0) return ascending ? order : -order;
  }
  return 0;
}

function standing({ id, by }: Ranking, subject: Subject, own: readonly (Fact | undefined)[]): Standing {
  const owed: readonly Owed[] = own.flatMap((fact) => fact?.owed ?? []);
  const keys = by.map(({ fact }, index) => {
    const value = own[index]?.value;
    return { fact, ...(value ? { value } : {}) };
  });
  return { ranking: id, subject: subject.id, tied: false, keys, owed };
}
