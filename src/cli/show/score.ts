/** A score on the terminal: its tree, the arithmetic of every item and rule, what does not count and why, the cells. */
import { type Lang, type Text, visible } from '../../base/text.js';
import type {
  ExplainedItem,
  ExplainedProduct,
  ExplainedScore,
  ExplainedScoreRule,
  ExplainedUnused,
} from '../../explain/explained-score.js';
import { bracketed, labelled, phrases } from '../../words/phrase.js';
import { MARKS } from '../../words/rule.js';
import { cellLines } from './cells.js';
import type { Paint } from './paint.js';

const STEP = '  ';

export function scoreText(score: ExplainedScore, lang: Lang, paint: Paint): string[] {
  const { title, clause, points, full, from, to, sum, items, owed } = score;
  const head = labelled(bracketed(title, clause, lang), outOf(points, full, lang), lang);
  return [
    `${paint.bold(visible(head))} ${paint.dim(`${from}…${to}`)}`,
    ...under(STEP, [sum]),
    ...items.flatMap((item) => itemLines(item, STEP, lang)),
    ...(owed.length > 0
      ? [`${STEP}${{ zh: '尚缺：', en: 'Still owed:' }[lang]}`, ...owedLines(owed, STEP + STEP)]
      : []),
  ];
}

/** 45分，满分60分 */
function outOf(points: string, full: string | undefined, lang: Lang): string {
  if (full === undefined) return points;
  return { zh: `${points}，满分${full}分`, en: `${points} out of ${full}` }[lang];
}

function itemLines(item: ExplainedItem, indent: string, lang: Lang): string[] {
  const { title, clause, points, full, changes, sum, cut, why, self, rules, items, unused = [] } = item;
  const deeper = indent + STEP;
  return [
    indent + visible(labelled(bracketed(title, clause, lang), outOf(points, full, lang), lang)),
    ...under(deeper, [changes === undefined ? sum : labelled(changes, sum ?? '', lang), cut, why]),
    ...(self ? [...under(deeper, [self.text]), ...cellLines([self.place], lang, deeper + STEP)] : []),
    ...rules.flatMap((rule) => ruleLines(rule, deeper, lang)),
    ...(unused.length > 0 ? [`${deeper}${UNUSED[lang]}`] : []),
    ...unused.map((rule) => unusedLine(rule, deeper + STEP, lang)),
    ...items.filter((part) => !isBare(part)).flatMap((part) => itemLines(part, deeper, lang)),
  ];
}

const UNUSED: Text = { zh: '已审，没有扣分或加分：', en: 'Considered, gave nothing:' };

function unusedLine({ code, title, clause, outcome, why = '' }: ExplainedUnused, indent: string, lang: Lang): string {
  const name = bracketed(ruleName(code, title, clause), clause, lang);
  return `${indent}${MARKS[outcome]} ${visible(labelled(name, why, lang))}`;
}

/** A rule whose code is the end of its clause's number need not be told it twice. */
function ruleName(code: string, title: string, clause: string): string {
  return clause.endsWith(code) ? title : `${code} ${title}`;
}

/** A group within an item, without points of its own, in which there is nothing to be told. */
function isBare({ full, rules, items, cut, why, self, unused = [] }: ExplainedItem): boolean {
  const said = full ?? cut ?? why ?? self;
  return said === undefined && rules.length + unused.length === 0 && items.every(isBare);
}

function ruleLines(rule: ExplainedScoreRule, indent: string, lang: Lang): string[] {
  const { code, title, clause, points, cut, why, products } = rule;
  return [
    indent + visible(labelled(bracketed(ruleName(code, title, clause), clause, lang), points, lang)),
    ...under(indent + STEP, [cut, why]),
    ...products.flatMap((product) => productLines(product, points, indent + STEP, lang)),
  ];
}

function productLines(
  { text, why, shown, cells, owed }: ExplainedProduct,
  points: string,
  indent: string,
  lang: Lang,
): string[] {
  const says = [shown.length > 0 ? phrases(shown, lang) : undefined];
  // Where a rule's points are one number and not reckoned, the rule has said them.
  const isSaid = why === undefined && text === points.replace('+', '');
  const deeper = isSaid ? indent : indent + STEP;
  return [
    ...under(indent, [isSaid ? undefined : bracketed(text, why ?? '', lang)]),
    ...under(deeper, says),
    ...cellLines(cells, lang, deeper),
    ...owedLines(owed, deeper),
  ];
}

function owedLines(owed: readonly string[], indent: string): string[] {
  return owed.map((each) => `${indent}? ${visible(each)}`);
}

/** Whatever there is to say, each on a line of its own. */
function under(indent: string, texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text === undefined ? [] : [indent + visible(text)]));
}
