/** What did something: a tree of reasons that ends in cells. Of a grade the rules, of points the items and the lines of the arithmetic. */
import type { Lang } from '../../base/text.js';
import type { FactChange, GradeChange, OwedChange, ScoreChange } from '../../compare/types.js';
import type { Place } from '../../model/value.js';
import { bracketed, labelled } from '../../words/phrase.js';
import { gradeRuleCause, scoreRuleCause } from './rule-causes.js';
import { arrow } from './words.js';

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

export function gradeCauses(change: GradeChange, telling: Telling): Cause[] {
  const causes = change.rules.map((rule) => gradeRuleCause(rule, telling));
  // What is owed is named by the figures already, if any rule rests on them; a rule that decides waits for nothing.
  const isTold = change.rules.some(({ restsOn }) => restsOn.facts.length > 0);
  const isDecided = change.rules.some(({ after }) => after?.decides);
  const owed = isDecided ? { settled: [], arisen: change.owed.arisen } : change.owed;
  return [...causes, ...(isTold ? [] : owedCauses(owed, telling.lang))];
}

export function scoreCauses(change: ScoreChange, telling: Telling): Cause[] {
  const { lang } = telling;
  const items = change.items.map((item) => ({
    text: labelled(bracketed(item.title[lang], item.clause, lang), arrow(item, lang), lang),
  }));
  const rules = change.rules.map((rule) => scoreRuleCause(rule, telling));
  const owed = rules.length > 0 ? [] : owedCauses(change.owed, lang);
  return [...items, ...rules, ...owed];
}

export function owedCauses({ settled, arisen }: OwedChange, lang: Lang): Cause[] {
  return [
    ...settled.map((each) => ({ text: labelled({ zh: '已补齐', en: 'no longer owed' }[lang], each[lang], lang) })),
    ...arisen.map((each) => ({ text: labelled({ zh: '现缺', en: 'owed now' }[lang], each[lang], lang) })),
  ];
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
