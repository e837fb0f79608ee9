/**
 * What is missing for the next better grade: the rules that give it and do not hold yet, with only those parts of their
 * conditions that fail or are not known, and the rules that hold and stand in its way. It promises nothing: other rules
 * weigh the same facts when these change.
 */
import type { Grade } from '../model/grading.js';
import type { LadderWords, Result } from '../model/result.js';
import type { RuleOwed } from './alike.js';
import type { ExplainedAtom } from './atom.js';
import type { Cited } from './cited.js';

export interface NextGrade {
  readonly grade: string;
  /** Any one of them gives the grade. */
  readonly lacking: readonly NextRule[];
  /** They hold and give or allow no more than a lower grade. */
  readonly against: readonly NextRule[];
}

export interface NextRule extends Cited {
  readonly rule: string;
  readonly title: string;
  /** Of a rule that lacks something, what it lacks; of one in the way, what makes it hold. */
  readonly atoms: readonly ExplainedAtom[];
  readonly owed: readonly string[];
}

/** The same before it is said in either language; the grade by its id. */
export interface NextLike {
  readonly grade: string;
  readonly lacking: readonly RuleOwed[];
  readonly against: readonly RuleOwed[];
}

interface Weighed {
  readonly rule: RuleOwed;
  readonly about: LadderWords['rules'][string];
}

export function nextOf(grade: Grade, rules: readonly RuleOwed[], { words }: Result): NextLike | undefined {
  const ladder = words.ladders[grade.ladder];
  if (!ladder) return undefined;
  const weighed = rules.flatMap((rule): Weighed[] => {
    const about = ladder.rules[rule.like.considered.rule];
    return about ? [{ rule, about }] : [];
  });
  const giving = weighed.filter(({ about }) => about.effect !== 'caps');
  const next = nextGrade(grade, ladder, giving);
  if (next === undefined) return undefined;
  const ways = giving.filter(({ about, rule }) => about.grade === next && rule.like.considered.outcome !== 'true');
  return {
    grade: next,
    lacking: ways.map(({ rule }) => rule),
    against: inTheWay(next, ladder, weighed).map(({ rule }) => rule),
  };
}

/** The nearest better grade that a rule gives; of one that is awaited, the best that is still possible. */
function nextGrade(grade: Grade, ladder: LadderWords, giving: readonly Weighed[]): string | undefined {
  if (grade.state === 'awaiting') return grade.possible[0];
  const at = ladder.grades.findIndex(({ id }) => id === grade.grade);
  const better = ladder.grades.slice(0, Math.max(at, 0)).map(({ id }) => id);
  return better.findLast((id) => giving.some(({ about }) => about.grade === id));
}

/** Rules that hold: those asked before any that gives the grade and that give another, and caps below it. */
function inTheWay(next: string, ladder: LadderWords, weighed: readonly Weighed[]): Weighed[] {
  const place = (grade: string): number => ladder.grades.findIndex(({ id }) => id === grade);
  const last = weighed.findLastIndex(({ about }) => about.effect !== 'caps' && about.grade === next);
  return weighed.filter(
    ({ rule, about }, at) =>
      rule.like.considered.outcome === 'true' &&
      place(about.grade) > place(next) &&
      (about.effect === 'caps' || at < last),
  );
}
