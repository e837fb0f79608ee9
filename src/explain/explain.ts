/**
 * Why a subject has its grade and its points: every rule that was asked, whether it holds, by which facts and cells, and
 * by how much it was missed; what is owed. Derived from the result alone, so it says what the result says.
 */
import type { Lang } from '../base/text.js';
import type { Outcome } from '../model/condition.js';
import type { Considered, Fact, Grade, GradeState, Standing } from '../model/grading.js';
import type { Effect } from '../model/measures.js';
import type { Result } from '../model/result.js';
import type { Subject } from '../model/submission.js';
import type { Place } from '../model/value.js';
import { gradeText, gradeTitle, owedText } from '../words/grade.js';
import { factWithUnit, placeText, rankText } from '../words/value.js';
import { atomText } from './atom.js';
import { type Cited, cited } from './cited.js';
import type { ExplainedScore } from './explained-score.js';
import { explainNext, type NextGrade } from './next.js';
import { ownOf, rankedBeside } from './own.js';
import { explainScore } from './score.js';

export interface Explanation {
  readonly subject: string;
  readonly name: string;
  readonly grades: readonly ExplainedGrade[];
  readonly scores: readonly ExplainedScore[];
  readonly standings: readonly ExplainedStanding[];
  readonly consequences: readonly ({ readonly text: string } & Cited)[];
  readonly facts: readonly ExplainedFact[];
}

export interface ExplainedStanding extends Cited {
  readonly title: string;
  /** The group within which it is ranked, where groups are ranked apart. */
  readonly group?: string;
  readonly rank: string;
  readonly of: number;
  readonly owed: readonly string[];
}

export interface ExplainedGrade {
  readonly title: string;
  readonly grade: string;
  readonly state: GradeState;
  readonly possible: readonly string[];
  readonly rules: readonly ExplainedRule[];
  /** The next better grade and what is missing for it; absent where there is none or the measures leave all open. */
  readonly next?: NextGrade;
  readonly owed: readonly string[];
}

export interface ExplainedRule extends Cited {
  readonly rule: string;
  readonly title: string;
  /** The grade it would give, or beyond which it bars better ones. */
  readonly grade: string;
  readonly effect: Effect;
  readonly outcome: Outcome;
  readonly decided: boolean;
  readonly condition: string;
  /** Each part of the condition in words: the fact, the boundary, by how much it was missed. */
  readonly atoms: readonly string[];
  readonly cells: readonly Place[];
  readonly owed: readonly string[];
}

export interface ExplainedFact extends Cited {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly cells: readonly Place[];
  readonly owed: readonly string[];
}

export function explain(result: Result, subject: Subject, lang: Lang): Explanation {
  const { words } = result;
  const { facts, grades, scores, standings, consequences } = ownOf(result, subject.id);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return {
    subject: subject.id,
    name: subject.name,
    grades: grades.map((grade) => explainGrade(grade, byId, result, lang)),
    scores: scores.map((scored) => explainScore(scored, result, lang)),
    standings: standings.map((standing) => explainStanding(standing, subject, result, lang)),
    consequences: consequences.map(({ text, clause }) => ({ text: text[lang], ...cited(clause, words, lang) })),
    facts: [...byId.values()].map((fact) => explainFact(fact, result, lang)),
  };
}

function explainStanding(standing: Standing, subject: Subject, result: Result, lang: Lang): ExplainedStanding {
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

function explainFact(fact: Fact, result: Result, lang: Lang): ExplainedFact {
  const about = result.words.facts[fact.id];
  return {
    id: fact.id,
    title: about?.title[lang] ?? fact.id,
    value: factWithUnit(fact, result.words, lang),
    ...cited(about?.clause ?? '', result.words, lang),
    from: fact.from,
    to: fact.to,
    cells: fact.cells,
    owed: fact.owed.map((owed) => owedText(owed, result, lang, fact.subject)),
  };
}

function explainGrade(grade: Grade, facts: ReadonlyMap<string, Fact>, result: Result, lang: Lang): ExplainedGrade {
  const ladder = result.words.ladders[grade.ladder];
  const next = explainNext(grade, facts, result, lang);
  return {
    title: ladder?.title[lang] ?? grade.ladder,
    grade: gradeText(grade, result, lang),
    state: grade.state,
    possible: grade.possible.map((id) => gradeTitle(grade.ladder, id, result)[lang]),
    owed: grade.owed.map((owed) => owedText(owed, result, lang, grade.subject)),
    rules: grade.considered.map((considered) => explainRule(considered, grade, facts, result, lang)),
    ...(next ? { next } : {}),
  };
}

function explainRule(
  considered: Considered,
  grade: Grade,
  facts: ReadonlyMap<string, Fact>,
  result: Result,
  lang: Lang,
): ExplainedRule {
  const rule = result.words.ladders[grade.ladder]?.rules[considered.rule];
  const used = considered.atoms.flatMap(({ names }) => names).flatMap((name) => facts.get(name) ?? []);
  return {
    rule: considered.rule,
    title: rule?.title[lang] ?? considered.rule,
    ...cited(considered.clause, result.words, lang),
    grade: gradeTitle(grade.ladder, rule?.grade ?? '', result)[lang],
    effect: rule?.effect ?? 'decides',
    outcome: considered.outcome,
    decided: grade.decidedBy.includes(considered.rule),
    condition: rule?.condition ?? '',
    atoms: considered.atoms.map((atom) => atomText(atom, facts, result, lang)),
    cells: [...new Map(used.flatMap(({ cells }) => cells.map((cell) => [placeText(cell), cell] as const))).values()],
    owed: considered.owed.map((owed) => owedText(owed, result, lang, grade.subject)),
  };
}
