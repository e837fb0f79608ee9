/**
 * How reasons are told of one subject's changes. Outcomes are read in order, the cells of a figure standing where it is named
 * first; or each alone, as a row that may be all that a filter leaves, with all of its cells.
 */
import type { Lang, Text } from '../../base/text.js';
import type { FactChange, ScoreChange, SubjectChange } from '../../compare/types.js';
import { bracketed, labelled } from '../../words/phrase.js';
import { type Cause, cellsOf, gradeCauses, owedCauses, scoreCauses, type Telling } from './causes.js';
import { arrow } from './words.js';

export type Manner = 'in-order' | 'alone';

/** How a parameter has changed, by its id. */
export type ParameterTexts = ReadonlyMap<string, Text>;

/** `told` are the figures whose cells were given already. */
export function tellingOf(
  change: SubjectChange,
  parameters: ParameterTexts,
  told: Set<string>,
  lang: Lang,
  manner: Manner,
): Telling {
  const facts = new Map(change.facts.map((each) => [each.id, each]));
  // What is told of another outcome is not said again, but an outcome alone has its cells.
  const cellsIn = (causes: () => readonly Cause[]): Partial<Cause> =>
    manner === 'alone' ? { causes: [{ text: '', cells: cellsOf(causes()) }] } : {};
  const fact = (id: string): Cause[] => {
    const found = facts.get(id);
    if (!found) return [];
    const text = labelled(bracketed(found.title[lang], found.clause, lang), arrow(found, lang), lang);
    if (told.has(id)) return [{ text }];
    told.add(id);
    const score = scoreOf(found, change);
    return [{ text, ...(score ? cellsIn(() => scoreCauses(score, telling)) : grounds(found, fact, lang)) }];
  };
  const telling: Telling = {
    lang,
    fact,
    parameter: (id) => {
      const text = parameters.get(id);
      return text ? [{ text: text[lang] }] : [];
    },
    grade: (ladder) => {
      const found = change.grades.find(({ id }) => id === ladder);
      if (!found) return [];
      return [
        { text: labelled(found.title[lang], arrow(found, lang), lang), ...cellsIn(() => gradeCauses(found, telling)) },
      ];
    },
  };
  return telling;
}

/** The score that a figure is the points of: it tells what did it. */
function scoreOf({ before, after }: FactChange, { scores }: SubjectChange): ScoreChange | undefined {
  const points = (side: FactChange['before']): unknown => side?.value?.value;
  return scores.find(
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
