/**
 * A score with all that one subject is told and a page of many is not: the rules that gave nothing, and what was found at
 * the cells that it rests on.
 */
import type { Lang } from '../base/text.js';
import type { Result, ScoreWords } from '../model/result.js';
import type { Scored, ScoredItem, ScoredRule } from '../model/scored.js';
import type { CellsOf } from './cells.js';
import { cited } from './cited.js';
import type { ExplainedItem, ExplainedScore, ExplainedUnused } from './explained-score.js';
import { unworded, whyText } from './score.js';

interface About {
  readonly result: Result;
  readonly lang: Lang;
  readonly cellsOf: CellsOf;
}

interface Whole extends About {
  readonly scored: Scored;
  readonly score: ScoreWords;
}

export function wholeScore(told: ExplainedScore, scored: Scored, about: About): ExplainedScore {
  const score = about.result.words.scores[scored.score] ?? unworded(scored);
  return { ...told, items: wholeItems(told.items, scored.items, { ...about, scored, score }) };
}

/** What is told has the items of the score one by one. */
function wholeItems(
  told: readonly ExplainedItem[],
  items: readonly ScoredItem[],
  about: Whole,
): readonly ExplainedItem[] {
  return told.map((each, at) => wholeItem(each, items[at], about));
}

function wholeItem(told: ExplainedItem, item: ScoredItem | undefined, about: Whole): ExplainedItem {
  const { cellsOf, scored } = about;
  const { self } = told;
  const [place] = self ? cellsOf([self.place], [scored]) : [];
  return {
    ...told,
    ...(self && place ? { self: { ...self, place } } : {}),
    rules: told.rules.map((rule) => ({
      ...rule,
      products: rule.products.map((product) => ({ ...product, cells: cellsOf(product.cells, [scored]) })),
    })),
    items: wholeItems(told.items, item?.items ?? [], about),
    unused: unusedIn(told, item, about),
  };
}

function unusedIn({ rules }: ExplainedItem, item: ScoredItem | undefined, about: Whole): ExplainedUnused[] {
  const used = new Set(rules.map(({ rule }) => rule));
  return (item?.rules ?? []).filter(({ rule }) => !used.has(rule)).map((rule) => unused(rule, about));
}

function unused({ rule, points, aside }: ScoredRule, about: Whole): ExplainedUnused {
  const { score, result, lang } = about;
  const words = score.rules[rule];
  return {
    rule,
    code: words?.code ?? '',
    title: words?.title[lang] ?? rule,
    ...cited(words?.clause ?? '', result.words, lang),
    outcome: points === undefined ? 'unknown' : 'false',
    ...(aside ? { why: whyText(aside, about) } : {}),
  };
}
