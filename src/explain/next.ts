/**
 * What is missing for the next better grade: the rules that give it and do not hold yet, with only those parts of their
 * conditions that fail or are not known, and the rules that hold and stand in its way. It promises nothing: other rules
 * weigh the same facts when these change.
 */
import type { Lang } from '../base/text.js';
import type { Considered, Fact, Grade } from '../model/grading.js';
import type { LadderWords, Result } from '../model/result.js';
import { gradeTitle, owedText } from '../words/grade.js';
import { atomText } from './atom.js';
import { type Cited, cited } from './cited.js';

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
  readonly atoms: readonly string[];
  readonly owed: readonly string[];
}

type RuleWords = LadderWords['rules'][string];
interface Weighed {
  readonly considered: Considered;
  readonly about: RuleWords;
}

export function explainNext(
  grade: Grade,
  facts: ReadonlyMap<string, Fact>,
  result: Result,
  lang: Lang,
): NextGrade | undefined {
  const ladder = result.words.ladders[grade.ladder];
  if (!ladder) return undefined;
  const weighed = grade.considered.flatMap((considered): Weighed[] => {
    const about = ladder.rules[considered.rule];
    return about ? [{ considered, about }] : [];
  });
  const giving = weighed.filter(({ about }) => about.effect !== 'caps');
  const next = nextOf(grade, ladder, giving);
  if (next === undefined) return undefined;
  const ways = giving.filter(({ about }) => about.grade === next);
  const rule = (each: Weighed, outcome: (holds: boolean) => boolean): NextRule => ({
    rule: each.considered.rule,
    title: each.about.title[lang],
    ...cited(each.considered.clause, result.words, lang),
    atoms: each.considered.atoms
      .filter((atom) => outcome(atom.outcome === 'true'))
      .map((atom) => atomText(atom, facts, result, lang)),
    owed: each.considered.owed.map((owed) => owedText(owed, result, lang, grade.subject)),
  });
  return {
    grade: gradeTitle(grade.ladder, next, result)[lang],
    lacking: ways
      .filter(({ considered }) => considered.outcome !== 'true')
      .map((each) => rule(each, (holds) => !holds)),
    against: inTheWay(next, ladder, weighed).map((each) => rule(each, (holds) => holds)),
  };
}

/** The nearest better grade that a rule gives; of one that is awaited, the best that is still possible. */
function nextOf(grade: Grade, ladder: LadderWords, giving: readonly Weighed[]): string | undefined {
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
    ({ considered, about }, at) =>
      considered.outcome === 'true' && place(about.grade) > place(next) && (about.effect === 'caps' || at < last),
  );
}
