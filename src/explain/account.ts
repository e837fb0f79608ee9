/**
 * What there is to be said of a subject, before it is said in either language: what is its own, and beside it what stands
 * for all of whom the same is to be said.
 */
import { once } from '../base/once.js';
import type { ConsequenceLine, Fact, Grade, Standing } from '../model/grading.js';
import type { Result } from '../model/result.js';
import type { Scored } from '../model/scored.js';
import type { Subject } from '../model/submission.js';
import type { Place } from '../model/value.js';
import { placeText } from '../words/value.js';
import { type FactLike, type Likenesses, likenesses, type OwedLike, type RuleLike } from './alike.js';
import { type NextLike, nextOf } from './next.js';
import { ownOf } from './own.js';

export interface Account {
  readonly subject: Subject;
  readonly grades: readonly GradeAccount[];
  readonly scores: readonly Scored[];
  readonly standings: readonly Standing[];
  readonly consequences: readonly ConsequenceLine[];
  readonly facts: readonly FactAccount[];
}

export interface GradeAccount {
  readonly grade: Grade;
  readonly rules: readonly RuleAccount[];
  readonly next?: NextLike;
  readonly owed: OwedLike;
}

export interface FactAccount {
  readonly like: FactLike;
  readonly cells: readonly Place[];
}

export interface RuleAccount {
  readonly like: RuleLike;
  readonly decided: boolean;
  /** The facts that it asked for. */
  readonly facts: readonly FactAccount[];
}

/** The account of one subject after another, of which what is alike is the same object. */
export function accounts(result: Result): (subject: Subject) => Account {
  const alike = likenesses();
  return (subject) => {
    const { facts, grades, ...own } = ownOf(result, subject.id);
    const byId = new Map(facts.map((fact) => [fact.id, factAccount(fact, alike)]));
    return {
      subject,
      ...own,
      grades: grades.map((grade) => gradeAccount(grade, byId, result, alike)),
      facts: [...byId.values()],
    };
  };
}

function factAccount(fact: Fact, alike: Likenesses): FactAccount {
  return { like: alike.fact(fact), cells: fact.cells };
}

function gradeAccount(
  grade: Grade,
  facts: ReadonlyMap<string, FactAccount>,
  result: Result,
  alike: Likenesses,
): GradeAccount {
  const { ladder, subject, decidedBy, considered, owed } = grade;
  const rules = considered.map((each): RuleAccount => {
    const like = alike.rule(each, ladder, subject, facts);
    return {
      like,
      decided: decidedBy.includes(each.rule),
      facts: [...like.facts.keys()].flatMap((name) => facts.get(name) ?? []),
    };
  });
  const next = nextOf(
    grade,
    rules.map(({ like }) => like),
    result,
  );
  return { grade, rules, owed: alike.owed(owed, subject), ...(next ? { next } : {}) };
}

/** The cells that a rule rests on, each once. */
export const cellsOf = once(({ facts }: RuleAccount): readonly Place[] => [
  ...new Map(facts.flatMap(({ cells }) => cells.map((cell) => [placeText(cell), cell] as const))).values(),
]);
