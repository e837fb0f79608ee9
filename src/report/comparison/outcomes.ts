/**
 * What has changed for somebody, in words and in order of weight: grades, points, places, what follows, and then the figures
 * that nothing of these rests on. Each with what did it, as a tree that ends in cells.
 */
import type { Lang } from '../../base/text.js';
import type {
  ConsequenceChange,
  FactChange,
  GradeChange,
  RankChange,
  ScoreChange,
  SubjectChange,
} from '../../compare/types.js';
import { labelled } from '../../words/phrase.js';
import { type Cause, gradeCauses, owedCauses, scoreCauses, type Telling } from './causes.js';
import { restsOnCauses } from './rule-causes.js';
import { type Manner, type ParameterTexts, tellingOf } from './telling.js';
import { type KINDS, severalText } from './words.js';

export type OutcomeKind = keyof typeof KINDS;

/** One thing that was so and is otherwise now. */
export interface Outcome {
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly clause: string;
  readonly before: string;
  readonly after: string;
  readonly causes: readonly Cause[];
}

export function outcomesOf(
  change: SubjectChange,
  parameters: ParameterTexts,
  lang: Lang,
  manner: Manner = 'in-order',
): Outcome[] {
  const told = new Set<string>();
  const worded =
    <T>(word: (each: T, telling: Telling) => Outcome) =>
    (each: T): Outcome => {
      const own = manner === 'alone' ? new Set<string>() : told;
      const outcome = word(each, tellingOf(change, parameters, own, lang, manner));
      for (const id of own) told.add(id);
      return outcome;
    };
  const outcomes = [
    ...change.grades.map(worded(gradeOutcome)),
    ...change.scores.map(worded(scoreOutcome)),
    ...change.ranks.map(worded(rankOutcome)),
    ...change.consequences.map(worded(consequenceOutcome)),
  ];
  const rest = change.facts.filter(({ id }) => !told.has(id));
  return [...outcomes, ...rest.map(worded(factOutcome))];
}

function gradeOutcome(change: GradeChange, telling: Telling): Outcome {
  return outcome('grade', change, gradeCauses(change, telling), telling.lang);
}

function scoreOutcome(change: ScoreChange, telling: Telling): Outcome {
  return outcome('score', change, scoreCauses(change, telling), telling.lang);
}

function rankOutcome(change: RankChange, telling: Telling): Outcome {
  const { lang } = telling;
  const { by, passedBy, passed, levelWith, leftBehind, owed } = change;
  const others = [
    { title: { zh: '新排在其前的', en: 'now before it' }, of: passedBy },
    { title: { zh: '不再排在其前的', en: 'no longer before it' }, of: passed },
    { title: { zh: '新与其并列的', en: 'now level with it' }, of: levelWith },
    { title: { zh: '原并列、现在其后的', en: 'level with it before, behind it now' }, of: leftBehind },
  ].flatMap(({ title, of }) => (of.count > 0 ? [{ text: labelled(title[lang], severalText(of, lang), lang) }] : []));
  const own = by.flatMap(telling.fact);
  return outcome('rank', change, [...own, ...others, ...(own.length > 0 ? [] : owedCauses(owed, lang))], lang);
}

function consequenceOutcome(change: ConsequenceChange, telling: Telling): Outcome {
  const { restsOn, grades } = change;
  const causes = [...restsOnCauses(restsOn, telling), ...grades.flatMap(telling.grade)];
  return outcome('consequence', change, causes, telling.lang);
}

function factOutcome(change: FactChange, telling: Telling): Outcome {
  const [told] = telling.fact(change.id);
  const cells = told?.cells ? [{ text: '', cells: told.cells }] : [];
  return outcome('fact', change, [...cells, ...(told?.causes ?? [])], telling.lang);
}

type Changed = GradeChange | ScoreChange | RankChange | ConsequenceChange | FactChange;

function outcome(kind: OutcomeKind, change: Changed, causes: readonly Cause[], lang: Lang): Outcome {
  const { title, clause, before, after } = change;
  return {
    kind,
    title: title[lang],
    clause,
    before: before?.text[lang] ?? '',
    after: after?.text[lang] ?? '',
    causes,
  };
}
