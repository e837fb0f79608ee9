/** A score set out line by line: items, rules, what each rests on, what does not count and why, and what did not happen. */

import type { Text } from '../../base/text.js';
import { cited } from '../../explain/cited.js';
import type {
  ExplainedItem,
  ExplainedProduct,
  ExplainedScore,
  ExplainedScoreRule,
} from '../../explain/explained-score.js';
import type { ScoreWords } from '../../model/result.js';
import type { Scored, ScoredItem } from '../../model/scored.js';
import { capital } from '../../words/phrase.js';
import { foundIn } from '../../words/score.js';
import { cellList } from './cells.js';
import { type Contents, type Element, el } from './element.js';
import type { PageLookup } from './lookup.js';
import { clauseLine, clauseLink, list, owedList, saidOnce } from './phrases.js';

export function scoreSection(score: ExplainedScore, scored: Scored | undefined, page: PageLookup): Element {
  const { lang } = page;
  const about = page.words.scores[score.score];
  return el(
    'section',
    { class: 'score' },
    el('h3', {}, score.title, { zh: '：', en: ': ' }[lang], el('strong', {}, score.points)),
    el('p', {}, capital(FULL[lang]), score.full, el('span', { class: 'span' }, `　${score.from} – ${score.to}`)),
    clauseLine(score.clause, score.clauseSays, page),
    sumLine(score.sum),
    owedList(score.owed, page),
    score.items.map((item) => itemBlock(item, page)),
    scored && about ? unused(scored, about, page) : undefined,
  );
}

const FULL: Text = { zh: '满分 ', en: 'out of ' };

function sumLine(sum: string | undefined): Element | undefined {
  return sum === undefined ? undefined : el('p', { class: 'sum' }, sum);
}

function remarks(texts: readonly (string | undefined)[]): Contents {
  return texts.map((text) => (text === undefined ? undefined : el('p', { class: 'why' }, text)));
}

function itemBlock(item: ExplainedItem, page: PageLookup): Element {
  const { lang } = page;
  const { title, points, full, clause, clauseSays, sum, changes, cut, why, self, rules, items } = item;
  return el(
    'div',
    { class: 'item' },
    el(
      'h4',
      {},
      title,
      { zh: '：', en: ': ' }[lang],
      el('strong', {}, points),
      full === undefined ? undefined : el('small', {}, ` ${FULL[lang]}${full}`),
    ),
    clauseLine(clause, clauseSays, page),
    remarks([changes]),
    sumLine(sum),
    remarks([cut, why]),
    self ? el('div', { class: 'self' }, el('p', {}, self.text), cellList([self.place], page)) : undefined,
    rules.length === 0
      ? undefined
      : el(
          'ul',
          { class: 'rules' },
          rules.map((rule) => ruleItem(rule, page)),
        ),
    items.map((part) => itemBlock(part, page)),
  );
}

function ruleItem(rule: ExplainedScoreRule, page: PageLookup): Element {
  const { code, title, points, clause, clauseSays, cut, why, products } = rule;
  return el(
    'li',
    { class: 'rule' },
    el(
      'p',
      {},
      code === '' ? undefined : el('span', { class: 'code' }, `${code} `),
      el('strong', {}, title),
      '　',
      el('span', { class: 'points' }, points),
    ),
    clauseLine(clause, clauseSays, page),
    remarks([cut, why]),
    el(
      'ul',
      { class: 'products' },
      products.map((product) => el('li', {}, productBlock(product, page))),
    ),
  );
}

function productBlock({ text, why, matter, shown, cells, owed }: ExplainedProduct, page: PageLookup): Contents {
  const { lang } = page;
  return [
    el('p', {}, text),
    remarks([why]),
    matter === undefined ? undefined : el('p', {}, MATTER[lang], matter),
    list('shown', shown),
    cellList(cells, page),
    owedList(owed, page),
  ];
}

const MATTER: Text = { zh: '事项：', en: 'Matter: ' };

/** Rules that were asked and under which nothing was found, item by item. */
function unused(scored: Scored, about: ScoreWords, page: PageLookup): Element | undefined {
  const { lang } = page;
  const found = new Set(foundIn(scored).items.flatMap(rulesOf));
  const rest = scored.items.flatMap(rulesOf).filter((id) => !found.has(id));
  if (rest.length === 0) return undefined;
  const items = rest.map((id) => {
    const rule = about.rules[id];
    return rule ? unusedRule(rule, page) : el('li', {}, ` ${id}　`);
  });
  const heading = { zh: `已审、未发生的规定（${rest.length}）`, en: `Considered, nothing found (${rest.length})` };
  return el('details', {}, el('summary', {}, heading[lang]), el('ul', { class: 'plain' }, items));
}

const unusedRule = saidOnce(({ code, title, clause }: ScoreWords['rules'][string], page) => {
  const { clause: at, clauseSays } = cited(clause, page.words, page.lang);
  return el('li', {}, `${code} `, title[page.lang], '　', clauseLink(at, clauseSays, page));
});

function rulesOf({ rules, items }: ScoredItem): string[] {
  return [...rules.map(({ rule }) => rule), ...items.flatMap(rulesOf)];
}
