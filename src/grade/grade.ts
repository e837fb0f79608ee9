/**
 * Gives each subject its grade by the pack's ladder: the first rule that holds decides, a cap bars better grades.
 * While a rule that could decide otherwise is unknown, the grade is awaited and what is owed is named; when every
 * rule was weighed and none holds, it is undetermined. Nothing is guessed.
 */
import { type Alike, alike } from '../base/alike.js';
import { groupedBy } from '../base/group.js';
import type { PeriodKind } from '../base/period.js';
import type { Considered, Fact, Grade, GradeState } from '../model/grading.js';
import type { Ladder, LadderRule, Measures } from '../model/measures.js';
import type { Subject } from '../model/submission.js';
import { distinctOwed, type FactsOf, unsetIn, weighRule } from '../rows/weigh.js';

export function gradeSubjects(
  subjects: readonly Subject[],
  facts: readonly Fact[],
  measures: Measures,
  kind: PeriodKind,
): Grade[] {
  const bySubject = groupedBy(facts, ({ subject }) => subject);
  const consider = considering(measures);
  const same = alike();
  return measures.ladders.flatMap((ladder) =>
    subjects
      .filter((subject) => subject.kind === ladder.subject)
      .map((subject) => {
        const own = new Map((bySubject.get(subject.id) ?? []).map((fact) => [fact.id, fact]));
        return gradeSubject(subject, ladder, kind, (rule) => consider(rule, own), same);
      }),
  );
}

/** Weighs a rule once for all whose facts are alike in what it asks for: of many people most have nothing to tell. */
function considering(measures: Measures): (rule: LadderRule, facts: FactsOf) => Considered {
  const known = new Map<LadderRule, Map<string, Considered>>();
  return (rule, facts) => {
    const weighed = known.get(rule) ?? new Map<string, Considered>();
    known.set(rule, weighed);
    const key = JSON.stringify(rule.when.names.map((name) => toldBy(facts.get(name))));
    const same = weighed.get(key);
    if (same) return same;
    const { outcome, atoms, owed } = weighRule(rule.when, facts, measures);
    const considered: Considered = { rule: rule.id, clause: rule.clause, outcome, atoms, owed };
    weighed.set(key, considered);
    return considered;
  };
}

/** All of a fact that a rule can ask for. */
function toldBy(fact: Fact | undefined) {
  return fact && [fact.value, fact.atLeast, fact.atMost, fact.owed];
}

function gradeSubject(
  subject: Subject,
  ladder: Ladder,
  kind: PeriodKind,
  consider: (rule: LadderRule) => Considered,
  same: Alike,
): Grade {
  const asked = ladder.rules.filter(({ periods }) => periods.length === 0 || periods.includes(kind));
  const considered = asked.map(consider);
  const giving = asked.filter(({ effect }) => effect !== 'caps');
  const outcomeOf = (rule: LadderRule): Considered | undefined => considered.find((each) => each.rule === rule.id);
  const first = giving.findIndex((rule) => outcomeOf(rule)?.outcome === 'true');
  const before = first < 0 ? giving : giving.slice(0, first);
  // A rule that asks for a parameter nobody has set is not applied: it neither decides nor keeps others waiting.
  const left = new Set(considered.filter((each) => unsetIn(each) !== undefined).map(({ rule }) => rule));
  const open = before.filter((rule) => outcomeOf(rule)?.outcome === 'unknown' && !left.has(rule.id));
  const decided = giving[first];
  const caps = asked.filter(
    (rule) => rule.effect === 'caps' && outcomeOf(rule)?.outcome !== 'false' && !left.has(rule.id),
  );
  const certain = caps.filter((rule) => outcomeOf(rule)?.outcome === 'true');
  const rank = (grade: string): number => ladder.grades.findIndex(({ id }) => id === grade);
  const capped = (grade: string, by: readonly LadderRule[]): string =>
    by.reduce((worst, cap) => (rank(cap.grade) > rank(worst) ? cap.grade : worst), grade);
  const reachable = [...open.map(({ grade }) => grade), ...(decided ? [decided.grade] : [])];
  // Any of the caps that are not sure may come to hold, and the worst of those that do counts.
  const doubtful = caps.filter((rule) => !certain.includes(rule));
  const possible = new Set(
    reachable.flatMap((grade) => [capped(grade, certain), ...doubtful.map((cap) => capped(grade, [...certain, cap]))]),
  );
  const holding = [...giving, ...certain].filter((rule) => outcomeOf(rule)?.outcome === 'true');
  // An unknown rule that gives the same grade cannot change it; a grade nobody could give yet is awaited.
  const sure = decided !== undefined && possible.size === 1;
  const waiting = [...open, ...doubtful];
  const state = stateOf(sure, reachable.length === 0, decided);
  const grade = sure ? [...possible][0] : undefined;
  return {
    subject: subject.id,
    ladder: ladder.id,
    state,
    ...(grade === undefined ? {} : { grade }),
    possible: same(state === 'awaiting' ? ladder.grades.map(({ id }) => id).filter((id) => possible.has(id)) : []),
    decidedBy: same(
      holding.filter((rule) => rule.effect === 'caps' || rule.grade === decided?.grade).map(({ id }) => id),
    ),
    considered,
    notApplied: same([...left]),
    owed: same(state === 'awaiting' ? distinctOwed(waiting.flatMap((rule) => outcomeOf(rule)?.owed ?? [])) : []),
  };
}

function stateOf(sure: boolean, nothing: boolean, decided: LadderRule | undefined): GradeState {
  if (sure) return decided?.effect === 'proposes' ? 'proposed' : 'determined';
  return nothing ? 'undetermined' : 'awaiting';
}
