/**
 * What has changed for somebody, in words and in order of weight: grades, points, places, what follows, and then the figures
 * that nothing of these rests on. Each with what did it, as a tree that ends in cells.
 */
import type { Lang, Text } from '../../base/text.js';
import type {
  ConsequenceChange,
  FactChange,
  GradeChange,
  OwedChange,
  RankChange,
  ScoreChange,
  SubjectChange,
} from '../../compare/types.js';
import type { Place } from '../../model/value.js';
import { bracketed, labelled } from '../../words/phrase.js';
import { gradeRuleCause, restsOnCauses, scoreRuleCause } from './rule-causes.js';
import { arrow, type KINDS, severalText } from './words.js';

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

/** What did it: a text, the cells that it no longer rests on, rests on now, or that lie in a changed file, and what did that. */
export interface Cause {
  readonly text: string;
  readonly cells?: FactChange['cells'];
  readonly causes?: readonly Cause[];
}

/** What causes are told with: the changes of one subject and of the parameters. */
export interface Telling {
  readonly lang: Lang;
  fact(id: string): Cause[];
  parameter(id: string): Cause[];
  grade(ladder: string): Cause[];
}

/** How a parameter has changed, by its id. */
type ParameterTexts = ReadonlyMap<string, Text>;

export function outcomesOf(change: SubjectChange, parameters: ParameterTexts, lang: Lang): Outcome[] {
  const told = new Set<string>();
  const telling = tellingOf(change, parameters, told, lang);
  const outcomes = [
    ...change.grades.map((each) => gradeOutcome(each, telling)),
    ...change.scores.map((each) => scoreOutcome(each, telling)),
    ...change.ranks.map((each) => rankOutcome(each, telling)),
    ...change.consequences.map((each) => consequenceOutcome(each, telling)),
  ];
  const rest = change.facts.filter(({ id }) => !told.has(id));
  return [...outcomes, ...rest.map((each) => factOutcome(each, telling))];
}

/** The cells of a figure are told where it is named first. */
function tellingOf(change: SubjectChange, parameters: ParameterTexts, told: Set<string>, lang: Lang): Telling {
  const facts = new Map(change.facts.map((each) => [each.id, each]));
  const fact = (id: string): Cause[] => {
    const found = facts.get(id);
    if (!found) return [];
    const text = labelled(bracketed(found.title[lang], found.clause, lang), arrow(found, lang), lang);
    if (told.has(id)) return [{ text }];
    told.add(id);
    return [{ text, ...(isPoints(found, change) ? {} : grounds(found, fact, lang)) }];
  };
  return {
    lang,
    fact,
    parameter: (id) => {
      const text = parameters.get(id);
      return text ? [{ text: text[lang] }] : [];
    },
    grade: (ladder) => {
      const found = change.grades.find(({ id }) => id === ladder);
      return found ? [{ text: labelled(found.title[lang], arrow(found, lang), lang) }] : [];
    },
  };
}

/** A figure that is what a score comes to: the score tells what did it. */
function isPoints({ before, after }: FactChange, { scores }: SubjectChange): boolean {
  const points = (side: FactChange['before']): unknown => side?.value?.value;
  return scores.some(
    (score) =>
      score.after?.points !== undefined &&
      score.after.points === points(after) &&
      score.before?.points === points(before),
  );
}

/** Cells of a figure that is made of others are theirs. */
function grounds({ cells, parts, owed }: FactChange, fact: Telling['fact'], lang: Lang): Partial<Cause> {
  const made = parts.flatMap(fact);
  return { ...(made.length > 0 ? {} : { cells }), causes: [...made, ...owedCauses(owed, lang)] };
}

export function owedCauses({ settled, arisen }: OwedChange, lang: Lang): Cause[] {
  return [
    ...settled.map((each) => ({ text: labelled({ zh: '已补齐', en: 'no longer owed' }[lang], each[lang], lang) })),
    ...arisen.map((each) => ({ text: labelled({ zh: '现缺', en: 'owed now' }[lang], each[lang], lang) })),
  ];
}

function gradeOutcome(change: GradeChange, telling: Telling): Outcome {
  const { lang } = telling;
  const causes = change.rules.map((rule) => gradeRuleCause(rule, telling));
  // What is owed is named by the figures already, if any rule rests on them; a rule that decides waits for nothing.
  const isTold = change.rules.some(({ restsOn }) => restsOn.facts.length > 0);
  const isDecided = change.rules.some(({ after }) => after?.decides);
  const owed = isDecided ? { settled: [], arisen: change.owed.arisen } : change.owed;
  return outcome('grade', change, [...causes, ...(isTold ? [] : owedCauses(owed, lang))], lang);
}

function scoreOutcome(change: ScoreChange, telling: Telling): Outcome {
  const { lang } = telling;
  const items = change.items.map((item) => ({
    text: labelled(bracketed(item.title[lang], item.clause, lang), arrow(item, lang), lang),
  }));
  const rules = change.rules.map((rule) => scoreRuleCause(rule, telling));
  const owed = rules.length > 0 ? [] : owedCauses(change.owed, lang);
  return outcome('score', change, [...items, ...rules, ...owed], lang);
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

/** Every cell of a tree of causes, each once. */
export function cellsOf(causes: readonly Cause[]): FactChange['cells'] {
  const all = causes.flatMap(function every(cause: Cause): Cause[] {
    return [cause, ...(cause.causes ?? []).flatMap(every)];
  });
  const gathered = (of: keyof FactChange['cells']): Place[] => [
    ...new Map(all.flatMap(({ cells }) => (cells?.[of] ?? []).map((place) => [JSON.stringify(place), place]))).values(),
  ];
  return { went: gathered('went'), came: gathered('came'), rewritten: gathered('rewritten') };
}
