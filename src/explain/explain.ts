/**
 * Why a subject has its grade and its points: every rule that was asked, whether it holds, by which facts and cells, and
 * by how much it was missed; what is owed. Derived from the result alone, so it says what the result says.
 */
import type { Lang } from '../base/text.js';
import type { Outcome } from '../model/condition.js';
import type { GradeState } from '../model/grading.js';
import type { Effect } from '../model/measures.js';
import type { Result } from '../model/result.js';
import type { Subject } from '../model/submission.js';
import { type Account, accounts, cellsOf } from './account.js';
import type { ExplainedAtom } from './atom.js';
import { type CellsOf, cellsFor, type ExplainedCell } from './cells.js';
import type { Cited } from './cited.js';
import type { ExplainedScore } from './explained-score.js';
import type { NextGrade } from './next.js';
import { type SaidGrade, type SaidNext, type ToldFact, type ToldNext, type ToldRule, telling } from './tell.js';
import { type Who, whoOf } from './who.js';
import { wholeScore } from './whole-score.js';

export interface Explanation extends Who {
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
  /** Both in words: 第7名（并列），共11个. */
  readonly place: string;
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
  /** Each part of the condition: whether it holds, the fact, the boundary, by how much it was missed. */
  readonly atoms: readonly ExplainedAtom[];
  readonly cells: readonly ExplainedCell[];
  readonly owed: readonly string[];
}

export interface ExplainedFact extends Cited {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly cells: readonly ExplainedCell[];
  readonly owed: readonly string[];
}

export function explain(result: Result, subject: Subject, lang: Lang): Explanation {
  const account = accounts(result)(subject);
  const { grades, facts, ...own } = telling(result, lang)(account);
  const cells = cellsFor(subject, result, lang);
  return {
    ...whoOf(subject, result, lang),
    grades: grades.map((grade) => explainedGrade(grade, account.facts, cells)),
    scores: own.scores.flatMap((told, at) =>
      account.scores.slice(at, at + 1).map((scored) => wholeScore(told, scored, { result, lang, cellsOf: cells })),
    ),
    standings: own.standings,
    consequences: own.consequences,
    facts: facts.map((fact) => explainedFact(fact, cells)),
  };
}

function explainedGrade(said: SaidGrade, facts: Account['facts'], cells: CellsOf): ExplainedGrade {
  const { title, grade, state, possible, owed, rules, next } = said;
  return {
    title,
    grade,
    state,
    possible,
    owed,
    rules: rules.map((rule) => explainedRule(rule, facts, cells)),
    ...(next ? { next: explainedNext(next) } : {}),
  };
}

function explainedNext({ grade, lacking, against }: SaidNext): NextGrade {
  const rules = (all: readonly ToldNext[]) => all.map(({ said, owed }) => ({ ...said, owed }));
  return { grade, lacking: rules(lacking), against: rules(against) };
}

function explainedRule(
  { said, owed, decided, like }: ToldRule,
  facts: Account['facts'],
  cellsIn: CellsOf,
): ExplainedRule {
  const { rule, title, clause, clauseSays, grade, effect, outcome, condition, atoms } = said;
  const cells = cellsIn(cellsOf(like, facts), [...like.facts.values()]);
  return { rule, title, clause, clauseSays, grade, effect, outcome, decided, condition, atoms, cells, owed };
}

function explainedFact({ said, owed, own }: ToldFact, cellsIn: CellsOf): ExplainedFact {
  const { id, title, value, clause, clauseSays, from, to } = said;
  return { id, title, value, clause, clauseSays, from, to, cells: cellsIn(own.cells, [own.like.fact]), owed };
}
