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
import { factWithUnit, rankText, standingText } from '../words/value.js';
import type { Account, FactAccount } from './account.js';
import type { FactLike, GradeLike, OwedLike, RuleLike, RuleOwed } from './alike.js';
import { explainAtom, neededOutcome } from './atom.js';
import { cited } from './cited.js';
import type { ExplainedFact, ExplainedGrade, ExplainedRule, ExplainedStanding, Explanation } from './explain.js';
import type { NextRule } from './next.js';
import { rankedBeside } from './own.js';
import { explainScore } from './score.js';
import type { Who } from './who.js';

export interface Told extends Omit<Explanation, keyof Who | 'grades' | 'facts'> {
  readonly grades: readonly SaidGrade[];
  readonly facts: readonly ToldFact[];
}

/** Said of all that are alike, and beside it what is owed and what is a subject's own. */
export interface ToldFact {
  readonly said: SaidFact;
  readonly owed: readonly string[];
  readonly own: FactAccount;
}

export interface ToldRule {
  readonly said: SaidRule;
  readonly owed: readonly string[];
  readonly decided: boolean;
  readonly like: RuleLike;
}

export interface SaidGrade extends Omit<ExplainedGrade, 'rules' | 'next'> {
  readonly rules: readonly ToldRule[];
  readonly next?: SaidNext;
}

export interface SaidNext {
  readonly grade: string;
  readonly lacking: readonly ToldNext[];
  readonly against: readonly ToldNext[];
}

export interface ToldNext {
  readonly said: Omit<NextRule, 'owed'>;
  readonly owed: readonly string[];
}

export interface SaidFact extends Omit<ExplainedFact, 'cells' | 'owed'> {
  readonly isOwed: boolean;
}

export type SaidRule = Omit<ExplainedRule, 'decided' | 'cells' | 'owed'>;

/** Everything that is worded once. */
interface Wording {
  owed(like: OwedLike): readonly string[];
  fact(like: FactLike): SaidFact;
  grade(like: GradeLike): SaidGrade;
}

/** Tells of one subject after another. */
export function telling(result: Result, lang: Lang): (account: Account) => Told {
  const wording = wordingIn(result, lang);
  const { words } = result;
  return ({ subject, grades, scores, standings, consequences, facts }) => ({
    grades: grades.map(wording.grade),
    scores: scores.map((scored) => explainScore(scored, result, lang)),
    standings: standings.map((standing) => tellStanding(standing, subject, result, lang)),
    consequences: consequences.map(({ text, clause }) => ({ text: text[lang], ...cited(clause, words, lang) })),
    facts: [...facts.values()].map((own) => ({
      said: wording.fact(own.like),
      owed: wording.owed(own.owed),
      own,
    })),
  });
}

function wordingIn(result: Result, lang: Lang): Wording {
  const owed = once(({ owed: all }: OwedLike) => all.map((each) => owedText(each, result, lang)));
  const rule = once((like: RuleLike) => sayRule(like, result, lang));
  const nextRule = (isFor: (holds: boolean) => boolean) => {
    const said = once((like: RuleLike) => sayNext(like, isFor, result, lang));
    return (each: RuleOwed): ToldNext => ({ said: said(each.like), owed: owed(each.owed) });
  };
  const lacking = nextRule((holds) => !holds);
  const against = nextRule((holds) => holds);
  const grade = once(({ grade: of, rules, next, owed: still }: GradeLike): SaidGrade => {
    const { ladder, state, possible, decidedBy } = of;
    const title = (id: string): string => gradeTitle(ladder, id, result)[lang];
    const better: SaidNext | undefined = next && {
      grade: title(next.grade),
      lacking: next.lacking.map(lacking),
      against: next.against.map(against),
    };
    return {
      title: result.words.ladders[ladder]?.title[lang] ?? ladder,
      grade: gradeText(of, result, lang),
      state,
      possible: possible.map(title),
      owed: owed(still),
      rules: rules.map((each) => ({
        said: rule(each.like),
        owed: owed(each.owed),
        decided: decidedBy.includes(each.like.considered.rule),
        like: each.like,
      })),
      ...(better ? { next: better } : {}),
    };
  });
  return { owed, grade, fact: once((like) => sayFact(like, result, lang)) };
}

function tellStanding(standing: Standing, subject: Subject, result: Result, lang: Lang): ExplainedStanding {
  const { ranking, group, owed } = standing;
  const of = rankedBeside(result, standing);
  const about = result.words.rankings[ranking];
  return {
    title: about?.title[lang] ?? ranking,
    ...cited(about?.clause ?? '', result.words, lang),
    ...(group === undefined ? {} : { group: subject.group?.title[lang] ?? group }),
    rank: rankText(standing, lang),
    of,
    place: standingText(standing, of, lang),
    owed: owed.map((each) => owedText(each, result, lang)),
  };
}

function sayFact({ fact, isOwed }: FactLike, { words }: Result, lang: Lang): SaidFact {
  const about = words.facts[fact.id];
  return {
    id: fact.id,
    title: about?.title[lang] ?? fact.id,
    value: factWithUnit(fact, words, lang),
    ...cited(about?.clause ?? '', words, lang),
    from: fact.from,
    to: fact.to,
    isOwed,
  };
}

function sayRule({ ladder, considered, facts }: RuleLike, result: Result, lang: Lang): SaidRule {
  const rule = result.words.ladders[ladder]?.rules[considered.rule];
  return {
    rule: considered.rule,
    title: rule?.title[lang] ?? considered.rule,
    ...cited(considered.clause, result.words, lang),
    grade: gradeTitle(ladder, rule?.grade ?? '', result)[lang],
    effect: rule?.effect ?? 'decides',
    outcome: considered.outcome,
    condition: rule?.condition ?? '',
    atoms: considered.atoms.map((atom) => explainAtom(atom, facts, result, lang)),
  };
}

function sayNext(
  { ladder, considered, facts }: RuleLike,
  isFor: (holds: boolean) => boolean,
  result: Result,
  lang: Lang,
): ToldNext['said'] {
  return {
    rule: considered.rule,
    title: result.words.ladders[ladder]?.rules[considered.rule]?.title[lang] ?? considered.rule,
    ...cited(considered.clause, result.words, lang),
    atoms: considered.atoms
      .filter((atom) => isFor(neededOutcome(atom) === 'true'))
      .map((atom) => explainAtom(atom, facts, result, lang)),
  };
}
