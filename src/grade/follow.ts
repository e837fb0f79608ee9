/** What follows from facts and grades: consequences, their wording still to be filled, and how many may hold a grade. */
import { Decimal } from '../base/decimal.js';
import { groupedBy } from '../base/group.js';
import type { PeriodKind } from '../base/period.js';
import type { Operand } from '../model/condition.js';
import type { ConsequenceLine, Fact, Grade, Seats } from '../model/grading.js';
import { gradeName, type Limit, type Measures } from '../model/measures.js';
import type { Subject } from '../model/submission.js';
import { weighRule } from '../rows/weigh.js';

export function consequencesFor(
  subjects: readonly Subject[],
  facts: readonly Fact[],
  grades: readonly Grade[],
  measures: Measures,
  kind: PeriodKind,
): ConsequenceLine[] {
  const bySubject = groupedBy(facts, ({ subject }) => subject);
  const graded = groupedBy(grades, ({ subject }) => subject);
  const rules = measures.consequences.filter(({ periods }) => periods.length === 0 || periods.includes(kind));
  return rules.flatMap((rule) =>
    subjects
      .filter((subject) => subject.kind === rule.subject)
      .flatMap((subject): ConsequenceLine[] => {
        const own = new Map((bySubject.get(subject.id) ?? []).map((fact) => [fact.id, fact]));
        const named = gradeOperands(graded.get(subject.id) ?? []);
        const { outcome, atoms } = weighRule(rule.when, own, measures, named);
        if (outcome !== 'true') return [];
        const { id: consequence, clause, tone } = rule;
        return [{ consequence, subject: subject.id, clause, tone, text: rule.text, atoms }];
      }),
  );
}

/** A condition asks for a grade by "<ladder>_grade"; one that is awaited is unknown, an undetermined one absent. */
function gradeOperands(grades: readonly Grade[]): Map<string, Operand> {
  return new Map(
    grades.map(({ ladder, grade, state }): [string, Operand] => {
      const name = gradeName(ladder);
      if (grade !== undefined) return [name, { state: 'known', value: { type: 'choice', value: grade } }];
      return [name, { state: state === 'awaiting' ? 'unknown' : 'absent' }];
    }),
  );
}

export function seatsFor(subjects: readonly Subject[], grades: readonly Grade[], measures: Measures): Seats[] {
  return measures.limits.flatMap((limit): Seats[] => {
    const kind = measures.ladders.find(({ id }) => id === limit.ladder)?.subject;
    const taking = subjects.filter((subject) => subject.kind === kind && subject.takesPart);
    const { share } = limit;
    if (typeof share === 'string') {
      const found = seatsOf(limit, share, taking.length, measures);
      return found ? [found] : [];
    }
    const own = measures.ladders.find(({ id }) => id === share.ladder)?.subject;
    const members = groupedBy(taking, ({ within }) => within);
    const given = new Map(
      grades.filter(({ ladder }) => ladder === share.ladder).map((each) => [each.subject, each.grade]),
    );
    return subjects
      .filter((subject) => subject.kind === own && subject.takesPart)
      .flatMap(({ id }): Seats[] => {
        const count = members.get(id)?.length ?? 0;
        const grade = given.get(id);
        // A grade that the measures give no share to leaves its members none of their own.
        if (grade !== undefined && !share.of.has(grade)) return [];
        const found = grade === undefined ? undefined : seatsOf(limit, share.of.get(grade) ?? '', count, measures);
        return [{ ...(found ?? { limit: limit.id, clause: limit.clause, takingPart: count }), within: id }];
      });
  });
}

function seatsOf(
  { id, clause, rounding }: Limit,
  share: string,
  takingPart: number,
  measures: Measures,
): Seats | undefined {
  const parameter = measures.parameters.get(share)?.value;
  if (!parameter || !('type' in parameter) || parameter.type !== 'number') return undefined;
  const seats = ROUNDING[rounding](new Decimal(parameter.value).times(takingPart));
  return { limit: id, clause, takingPart, share: parameter.value, seats: seats.toNumber() };
}

const ROUNDING: Record<Limit['rounding'], (exact: Decimal) => Decimal> = {
  down: (exact) => exact.floor(),
  up: (exact) => exact.ceil(),
  'half-up': (exact) => exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP),
};
