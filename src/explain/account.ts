/**
 * What there is to be said of a subject, before it is said in either language: what is its own, and beside it what stands
 * for all of whom the same is to be said.
 */
import type { ConsequenceLine, Fact, Standing } from '../model/grading.js';
import type { Result } from '../model/result.js';
import type { Scored } from '../model/scored.js';
import type { Subject } from '../model/submission.js';
import type { Place } from '../model/value.js';
import { placeText } from '../words/value.js';
import { type FactLike, type GradeLike, type Likenesses, likenesses, type OwedLike, type RuleLike } from './alike.js';
import { ownOf } from './own.js';

export interface Account {
  readonly subject: Subject;
  readonly grades: readonly GradeLike[];
  readonly scores: readonly Scored[];
  readonly standings: readonly Standing[];
  readonly consequences: readonly ConsequenceLine[];
  /** By id, in the order of the pack. */
  readonly facts: ReadonlyMap<string, FactAccount>;
}

export interface FactAccount {
  readonly like: FactLike;
  readonly owed: OwedLike;
  readonly cells: readonly Place[];
}

/** The account of one subject after another, of which what is alike is the same object. */
export function accounts(result: Result): (subject: Subject) => Account {
  const alike = likenesses(result);
  return (subject) => {
    const { facts: own, grades, ...rest } = ownOf(result, subject.id);
    const facts = new Map(own.map((fact) => [fact.id, factAccount(fact, alike)]));
    return { subject, ...rest, grades: grades.map((grade) => alike.grade(grade, facts)), facts };
  };
}

function factAccount(fact: Fact, alike: Likenesses): FactAccount {
  return { like: alike.fact(fact), owed: alike.owed(fact.owed), cells: fact.cells };
}

/** The cells that a rule rests on where it was asked about a subject, each once. */
export function cellsOf({ facts }: RuleLike, own: Account['facts']): readonly Place[] {
  const cells = new Map<string, Place>();
  for (const name of facts.keys()) for (const cell of own.get(name)?.cells ?? []) cells.set(placeText(cell), cell);
  return [...cells.values()];
}
