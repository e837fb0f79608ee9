/**
 * Puts subjects in order by exact facts, each group on its own where the measures say so. Equal subjects share a rank
 * and the next leaves room for them; a subject with an unknown fact has no rank and says what is owed. Ties are never
 * broken by order of input.
 */
import { Decimal } from '../base/decimal.js';
import { groupedBy } from '../base/group.js';
import type { PeriodKind } from '../base/period.js';
import type { Fact, Owed, Standing } from '../model/grading.js';
import { followsScoring, type Measures, type Ranking } from '../model/measures.js';
import type { Subject } from '../model/submission.js';
import { distinctOwed, weighRule } from '../rows/weigh.js';

export function rankSubjects(
  subjects: readonly Subject[],
  facts: readonly Fact[],
  measures: Measures,
  kind: PeriodKind,
): Standing[] {
  return measures.rankings
    .filter(({ periods }) => periods.length === 0 || periods.includes(kind))
    .flatMap((ranking) => {
      const own = ranked(ranking, subjects, facts, measures);
      if (!ranking.byGroup || own.every(({ subject: { group } }) => group === undefined))
        return order(ranking, own, facts);
      // Those without a group stand last, as a group of their own.
      const groups = [...groupedBy(own, ({ subject: { group } }) => group?.id)];
      return groups
        .toSorted(([a], [b]) => Number(a === undefined) - Number(b === undefined))
        .flatMap(([group, members]) =>
          order(ranking, members, facts).map((each) => ({ ...each, ...(group === undefined ? {} : { group }) })),
        );
    });
}

interface Candidate {
  readonly subject: Subject;
  /** Whether the subject is ranked at all, or in which group, is not known; `owed` says what for. */
  readonly isDoubtful: boolean;
  readonly owed: readonly Owed[];
}

/** Those whom the order is about, as far as it is known. */
function ranked(
  { subject: kind, among, by, byGroup }: Ranking,
  subjects: readonly Subject[],
  facts: readonly Fact[],
  measures: Measures,
): Candidate[] {
  const bySubject = groupedBy(facts, ({ subject }) => subject);
  return subjects.flatMap((subject): Candidate[] => {
    if (subject.kind !== kind) return [];
    const known = new Map((bySubject.get(subject.id) ?? []).map((fact) => [fact.id, fact]));
    // Who has no such item has no points for it, and is not waiting for any.
    const isElsewhere = by.some(({ fact }) => !known.has(fact) && isAfterScoring(fact, measures));
    const { outcome, owed } = among ? weighRule(among, known, measures) : { outcome: 'true', owed: [] };
    if (isElsewhere || outcome === 'false') return [];
    const adrift: Owed[] = byGroup && subject.ungrouped ? [{ kind: 'cell', place: subject.ungrouped }] : [];
    const isDoubtful = outcome === 'unknown' || adrift.length > 0;
    return [{ subject, isDoubtful, owed: [...(outcome === 'unknown' ? owed : []), ...adrift] }];
  });
}

function isAfterScoring(fact: string, { facts }: Measures): boolean {
  const rule = facts.get(fact);
  return rule !== undefined && followsScoring(rule);
}

function order(ranking: Ranking, candidates: readonly Candidate[], facts: readonly Fact[]): Standing[] {
  const asked = new Set(ranking.by.map(({ fact }) => fact));
  const bySubject = groupedBy(
    facts.filter(({ id }) => asked.has(id)),
    ({ subject }) => subject,
  );
  const keyed = candidates.map((candidate) => {
    const own = ranking.by.map(({ fact }) => bySubject.get(candidate.subject.id)?.find(({ id }) => id === fact));
    return {
      ...candidate,
      own,
      keys: own.map((fact) => (fact?.value?.type === 'number' ? new Decimal(fact.value.value) : undefined)),
    };
  });
  const complete = keyed.filter(({ keys, isDoubtful }) => !isDoubtful && keys.every((key) => key !== undefined));
  const sorted = complete.toSorted((a, b) => compare(ranking, a.keys, b.keys));
  const placed = sorted.map((each) => {
    const rank = sorted.findIndex((other) => compare(ranking, other.keys, each.keys) === 0) + 1;
    const tied = sorted.filter((other) => compare(ranking, other.keys, each.keys) === 0).length > 1;
    return { ...standing(ranking, each), rank, tied };
  });
  const unranked = keyed.filter((each) => !complete.includes(each)).map((each) => standing(ranking, each));
  return [...placed, ...unranked];
}

function compare(ranking: Ranking, a: readonly (Decimal | undefined)[], b: readonly (Decimal | undefined)[]): number {
  for (const [index, { ascending }] of ranking.by.entries()) {
    const [left, right] = [a[index], b[index]];
    const order = left && right ? left.comparedTo(right) : 0;
    if (order !== 0) return ascending ? order : -order;
  }
  return 0;
}

function standing(
  { id, by }: Ranking,
  { subject, isDoubtful, own, owed }: Candidate & { readonly own: readonly (Fact | undefined)[] },
): Standing {
  const missing: readonly Owed[] = [...owed, ...own.flatMap((fact) => fact?.owed ?? [])];
  const keys = by.map(({ fact }, index) => {
    const value = own[index]?.value;
    return { fact, ...(value ? { value } : {}) };
  });
  return {
    ranking: id,
    subject: subject.id,
    tied: false,
    ...(isDoubtful ? { isDoubtful } : {}),
    keys,
    owed: distinctOwed(missing),
  };
}
