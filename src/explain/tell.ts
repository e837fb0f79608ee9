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
import type { Account, FactAccount } from './account.js';
import type { FactLike, GradeLike, OwedLike, RuleLike } from './alike.js';
import { atomText } from './atom.js';
import { cited } from './cited.js';
import type { ExplainedFact, ExplainedGrade, ExplainedRule, ExplainedStanding, Explanation } from './explain.js';
import type { NextRule } from './next.js';
import { rankedBeside } from './own.js';
import { explainScore } from './score.js';

export interface Told extends Omit<Explanation, 'grades' | 'facts'> {
  readonly grades: readonly SaidGrade[];
  readonly facts: readonly ToldFact[];
}

export interface ToldFact {
  readonly said: SaidFact;
  readonly own: FactAccount;
}

export interface SaidGrade extends Omit<ExplainedGrade, 'rules'> {
  readonly rules: readonly { readonly said: SaidRule; readonly decided: boolean; readonly like: RuleLike }[];
}

export type SaidRule = Omit<ExplainedRule, 'decided' | 'cells'>;
export type SaidFact = Omit<ExplainedFact, 'cells'>;

/** Everything that is worded once. */
interface Wording {
  fact(like: FactLike): SaidFact;
  grade(like: GradeLike): SaidGrade;
}

/** Tells of one subject after another. */
export function telling(result: Result, lang: Lang): (account: Account) => Told {
  const wording = wordingIn(result, lang);
  const { words } = result;
  return ({ subject, grades, scores, standings, consequences, facts }) => ({
    subject: subject.id,
    name: subject.name,
    grades: grades.map(wording.grade),
    scores: scores.map((scored) => explainScore(scored, result, lang)),
    standings: standings.map((standing) => tellStanding(standing, subject, result, lang)),
    consequences: consequences.map(({ text, clause }) => ({ text: text[lang], ...cited(clause, words, lang) })),
    facts: [...facts.values()].map((own) => ({ said: wording.fact(own.like), own })),
  });
}

function wordingIn(result: Result, lang: Lang): Wording {
  const owed = once(({ owed: all, about }: OwedLike) => all.map((each) => owedText(each, result, lang, about)));
  const rule = once((like: RuleLike) => sayRule(like, owed(like.owed), result, lang));
  const next = (isFor: (holds: boolean) => boolean) =>
    once((like: RuleLike) => sayNext(like, isFor, owed(like.owed), result, lang));
  const lacking = next((holds) => !holds);
  const against = next((holds) => holds);
  return {
    fact: once((like) => sayFact(like, owed(like.owed), result, lang)),
    grade: once((like) => {
      const { ladder, state, possible, decidedBy } = like.grade;
      const title = (id: string): string => gradeTitle(ladder, id, result)[lang];
      const { next: better } = like;
      return {
        title: result.words.ladders[ladder]?.title[lang] ?? ladder,
        grade: gradeText(like.grade, result, lang),
        state,
        possible: possible.map(title),
        owed: owed(like.owed),
        rules: like.rules.map((each) => ({
          said: rule(each),
          decided: decidedBy.includes(each.considered.rule),
          like: each,
        })),
        ...(better
          ? {
              next: {
                grade: title(better.grade),
                lacking: better.lacking.map(lacking),
                against: better.against.map(against),
              },
            }
          : {}),
      };
    }),
  };
}

function tellStanding(standing: Standing, subject: Subject, result: Result, lang: Lang): ExplainedStanding {
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
