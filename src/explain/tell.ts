/**
 * An account put into words in one language. What is alike is worded once: it is the same object in all that is told,
 * and what is a subject's own, such as cells, stands beside it and never in it.
 */

import { once } from '../base/once.js';
import type { Lang } from '../base/text.js';
import type { Standing } from '../model/grading.js';
import type { Result } from '../model/result.js';
import type { Subject } from '../model/submission.js';
import { gradeText, gradeTitle, owedText } from '../words/grade.js';
import { factWithUnit, rankText } from '../words/value.js';
import type { Account, FactAccount, GradeAccount, RuleAccount } from './account.js';
import type { FactLike, OwedLike, RuleLike } from './alike.js';
import { atomText } from './atom.js';
import { cited } from './cited.js';
import type { ExplainedFact, ExplainedGrade, ExplainedRule, ExplainedStanding, Explanation } from './explain.js';
import type { NextGrade, NextRule } from './next.js';
import { rankedBeside } from './own.js';
import { explainScore } from './score.js';

export interface Told extends Omit<Explanation, 'grades' | 'facts'> {
  readonly grades: readonly ToldGrade[];
  readonly facts: readonly ToldFact[];
}

export interface ToldGrade extends Omit<ExplainedGrade, 'rules'> {
  readonly rules: readonly ToldRule[];
}

export interface ToldRule {
  readonly said: SaidRule;
  readonly own: RuleAccount;
}

export interface ToldFact {
  readonly said: SaidFact;
  readonly own: FactAccount;
}

export type SaidRule = Omit<ExplainedRule, 'decided' | 'cells'>;
export type SaidFact = Omit<ExplainedFact, 'cells'>;

interface Wording {
  readonly result: Result;
  readonly lang: Lang;
  owed(like: OwedLike): readonly string[];
  fact(like: FactLike): SaidFact;
  rule(like: RuleLike): SaidRule;
  /** A rule that gives the next grade and does not hold: what it lacks. */
  lacking(like: RuleLike): NextRule;
  /** One in the way: what makes it hold. */
  against(like: RuleLike): NextRule;
}

/** Tells of one subject after another. */
export function telling(result: Result, lang: Lang): (account: Account) => Told {
  const wording = wordingIn(result, lang);
  const { words } = result;
  return ({ subject, grades, scores, standings, consequences, facts }) => ({
    subject: subject.id,
    name: subject.name,
    grades: grades.map((grade) => tellGrade(grade, wording)),
    scores: scores.map((scored) => explainScore(scored, result, lang)),
    standings: standings.map((standing) => tellStanding(standing, subject, wording)),
    consequences: consequences.map(({ text, clause }) => ({ text: text[lang], ...cited(clause, words, lang) })),
    facts: facts.map((own) => ({ said: wording.fact(own.like), own })),
  });
}

function wordingIn(result: Result, lang: Lang): Wording {
  const owed = once(({ owed: all, about }: OwedLike) => all.map((each) => owedText(each, result, lang, about)));
  const next = (isFor: (holds: boolean) => boolean) =>
    once((like: RuleLike) => sayNext(like, isFor, owed(like.owed), result, lang));
  return {
    result,
    lang,
    owed,
    fact: once((like) => sayFact(like, owed(like.owed), result, lang)),
    rule: once((like) => sayRule(like, owed(like.owed), result, lang)),
    lacking: next((holds) => !holds),
    against: next((holds) => holds),
  };
}

function tellStanding(standing: Standing, subject: Subject, { result, lang }: Wording): ExplainedStanding {
  const { ranking, group, owed } = standing;
  const about = result.words.rankings[ranking];
  return {
    title: about?.title[lang] ?? ranking,
    ...cited(about?.clause ?? '', result.words, lang),
    ...(group === undefined ? {} : { group: subject.group?.title[lang] ?? group }),
    rank: rankText(standing, lang),
    of: rankedBeside(result, standing),
    owed: owed.map((each) => owedText(each, result, lang, subject.id)),
  };
}

function tellGrade({ grade, rules, next, owed }: GradeAccount, wording: Wording): ToldGrade {
  const { result, lang } = wording;
  const { ladder, state, possible } = grade;
  const title = (id: string): string => gradeTitle(ladder, id, result)[lang];
  const better: NextGrade | undefined = next && {
    grade: title(next.grade),
    lacking: next.lacking.map(wording.lacking),
    against: next.against.map(wording.against),
  };
  return {
    title: result.words.ladders[ladder]?.title[lang] ?? ladder,
    grade: gradeText(grade, result, lang),
    state,
    possible: possible.map(title),
    owed: wording.owed(owed),
    rules: rules.map((own) => ({ said: wording.rule(own.like), own })),
    ...(better ? { next: better } : {}),
  };
}

function sayFact({ fact }: FactLike, owed: readonly string[], { words }: Result, lang: Lang): SaidFact {
  const about = words.facts[fact.id];
  return {
    id: fact.id,
    title: about?.title[lang] ?? fact.id,
    value: factWithUnit(fact, words, lang),
    ...cited(about?.clause ?? '', words, lang),
    from: fact.from,
    to: fact.to,
    owed,
  };
}

function sayRule(
  { ladder, considered, facts }: RuleLike,
  owed: readonly string[],
  result: Result,
  lang: Lang,
): SaidRule {
  const rule = result.words.ladders[ladder]?.rules[considered.rule];
  return {
    rule: considered.rule,
    title: rule?.title[lang] ?? considered.rule,
    ...cited(considered.clause, result.words, lang),
    grade: gradeTitle(ladder, rule?.grade ?? '', result)[lang],
    effect: rule?.effect ?? 'decides',
    outcome: considered.outcome,
    condition: rule?.condition ?? '',
    atoms: considered.atoms.map((atom) => atomText(atom, facts, result, lang)),
    owed,
  };
}

function sayNext(
  { ladder, considered, facts }: RuleLike,
  isFor: (holds: boolean) => boolean,
  owed: readonly string[],
  result: Result,
  lang: Lang,
): NextRule {
  return {
    rule: considered.rule,
    title: result.words.ladders[ladder]?.rules[considered.rule]?.title[lang] ?? considered.rule,
    ...cited(considered.clause, result.words, lang),
    atoms: considered.atoms
      .filter((atom) => isFor(atom.outcome === 'true'))
      .map((atom) => atomText(atom, facts, result, lang)),
    owed,
  };
}
