/** A grade set out: what it is, the rules that decided it, those open and those that did not apply, and what the next lacks. */

import type { Text } from '../../base/text.js';
import { type Account, cellsOf } from '../../explain/account.js';
import type { ExplainedAtom } from '../../explain/atom.js';
import type { SaidGrade, SaidRule, ToldNext, ToldRule } from '../../explain/tell.js';
import { labelled, listed } from '../../words/phrase.js';
import { againstText, givesText, lackingText, MARKS, OUTCOMES } from '../../words/rule.js';
import { cellList } from './cells.js';
import { type Contents, type Element, el } from './element.js';
import type { PageLookup } from './lookup.js';
import { clauseLine, list, owedList, saidOnce } from './phrases.js';

/** A grade with the cells that its rules rest on; where there are none to show, it is said of many. */
export function gradeSection(grade: SaidGrade, facts: Account['facts'], page: PageLookup): Element {
  const isOwn = grade.rules.some(({ said, like }) => isShown(said) && cellsOf(like, facts).length > 0);
  return isOwn ? gradeBlock(grade, facts, page) : plainGrade(grade, page);
}

const plainGrade = saidOnce((grade: SaidGrade, page) => gradeBlock(grade, NO_FACTS, page));
const NO_FACTS: Account['facts'] = new Map();

/** Of a rule that does not apply, what it asks for is said, not where that stands. */
function isShown({ outcome }: SaidRule): boolean {
  return outcome !== 'false';
}

function gradeBlock(grade: SaidGrade, facts: Account['facts'], page: PageLookup): Element {
  const { lang } = page;
  const { title, state, possible, rules, next, owed } = grade;
  const part = (heading: Text, choose: (rule: ToldRule) => boolean): Contents =>
    rulePart(heading, rules.filter(choose), facts, page);
  return el(
    'section',
    { class: 'grade' },
    el('h3', {}, title, { zh: '：', en: ': ' }[lang], el('strong', { class: state }, grade.grade)),
    possible.length === 0 ? undefined : el('p', {}, labelled(POSSIBLE[lang], listed(possible, lang), lang)),
    state === 'undetermined' ? el('p', {}, NO_RULE[lang]) : undefined,
    part(DECIDED, ({ decided }) => decided),
    part(HOLDS, ({ decided, said }) => !decided && said.outcome === 'true'),
    next
      ? [
          nextPart(againstText(next.grade, lang), next.against, page),
          nextPart(lackingText(next.grade, lang), next.lacking, page),
        ]
      : undefined,
    owedList(owed, page),
    part(OPEN, ({ said }) => said.outcome === 'unknown'),
    part(FAILS, ({ said }) => said.outcome === 'false'),
  );
}

const POSSIBLE: Text = { zh: '仍有可能', en: 'Still possible' };
const NO_RULE: Text = {
  zh: '各项规定均不适用，由领导小组认定。',
  en: 'No rule applies; it is for the leading group to decide.',
};
const DECIDED: Text = { zh: '据以评定的规定', en: 'Decided by' };
const HOLDS: Text = { zh: '也成立的规定', en: 'Rules that hold as well' };
const OPEN: Text = { zh: '尚不能判断的规定', en: 'Rules not judged yet' };
const FAILS: Text = { zh: '已审、不成立的规定', en: 'Considered and not applied' };

function rulePart(heading: Text, rules: readonly ToldRule[], facts: Account['facts'], page: PageLookup): Contents {
  if (rules.length === 0) return undefined;
  const { lang } = page;
  const count = { zh: `${heading.zh}（${rules.length}）`, en: `${heading.en} (${rules.length})` };
  return [
    el('h4', {}, count[lang]),
    el(
      'ul',
      { class: 'rules' },
      rules.map((rule) => ruleItem(rule, facts, page)),
    ),
  ];
}

function ruleItem({ said, owed, like }: ToldRule, facts: Account['facts'], page: PageLookup): Element {
  if (!isShown(said)) return plainRule(said, page);
  return ruleBlock(
    said,
    [cellList(cellsOf(like, facts), page), said.outcome === 'unknown' ? owedList(owed, page) : undefined],
    page,
  );
}

const plainRule = saidOnce((said: SaidRule, page) => ruleBlock(said, undefined, page));

function ruleBlock(said: SaidRule, own: Contents, page: PageLookup): Element {
  const { outcome } = said;
  const className = `rule ${outcome === 'true' ? 'holds' : outcome === 'false' ? 'fails' : 'open'}`;
  return el('li', { class: className }, ruleWords(said, page), own);
}

const ruleWords = saidOnce((said: SaidRule, page): Contents => {
  const { title, clause, clauseSays, grade, effect, outcome, atoms } = said;
  const { lang } = page;
  return [
    el(
      'p',
      {},
      el('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[outcome]),
      el('span', { class: 'unseen' }, OUTCOMES[outcome][lang]),
      ' ',
      el('strong', {}, title),
      '　',
      el('span', { class: 'gives' }, givesText(effect, grade, lang)),
    ),
    clauseLine(clause, clauseSays, page),
    atomList(atoms, atoms.length > 1),
  ];
});

/** Of a rule in one part the rule's own mark has said it. */
function atomList(atoms: readonly ExplainedAtom[], hasMark: boolean): Contents {
  return list(
    'atoms',
    atoms.map(({ outcome, text }) => (hasMark ? `${MARKS[outcome]} ${text}` : text)),
  );
}

function nextPart(heading: string, rules: readonly ToldNext[], page: PageLookup): Contents {
  if (rules.length === 0) return undefined;
  const items = rules.map(({ said, owed }): Contents => [nextWords(said, page), owedList(owed, page)]);
  return el('div', { class: 'next' }, el('h4', {}, heading), list('rules', items));
}

const nextWords = saidOnce(
  ({ title, clause, clauseSays, atoms }: ToldNext['said'], page): Contents => [
    el('p', {}, el('strong', {}, title)),
    clauseLine(clause, clauseSays, page),
    atomList(atoms, true),
  ],
);
