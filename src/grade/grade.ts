/**
 * Gives each subject its grade by the pack's ladder: the first rule that holds decides, a cap bars better grades.
 * While a rule that could decide otherwise is unknown, the grade is awaited and what is owed is named; when every
 * rule was weighed and none holds, it is undetermined. Nothing is guessed.
 */
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
  return measures.ladders.flatMap((ladder) =>
    subjects
      .filter((subject) => subject.kind === ladder.subject)
      .map((subject) => {
        const own = new Map((bySubject.get(subject.id) ?? []).map((fact) => [fact.id, fact]));
        return gradeSubject(subject, ladder, own, measures, kind);
      }),
  );
}

function gradeSubject(subject: Subject, ladder: Ladder, facts: FactsOf, measures: Measures, kind: PeriodKind): Grade {
  const asked = ladder.rules.filter(({ periods }) => periods.length === 0 || periods.includes(kind));
  const considered = asked.map((rule): Considered => {
    const { outcome, atoms, owed } = weighRule(rule.when, facts, measures);
    return { rule: rule.id, clause: rule.clause, outcome, atoms, owed };
  });
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
    possible: state === 'awaiting' ? ladder.grades.map(({ id }) => id).filter((id) => possible.has(id)) : [],
    decidedBy: holding.filter((rule) => rule.effect === 'caps' || rule.grade === decided?.grade).map(({ id }) => id),
    considered,
    notApplied: [...left],
    owed: state === 'awaiting' ? distinctOwed(waiting.flatMap((rule) => outcomeOf(rule)?.owed ?? [])) : [],
  };
}

function stateOf(sure: boolean, nothing: boolean, decided: LadderRule | undefined): GradeState {
  if (sure) return decided?.effect === 'proposes' ? 'proposed' : 'determined';
  return nothing ? 'undetermined' : 'awaiting';
}
