/**
 * The page of one unit or person: where it stands, each grade with the rules that decided it and those that did not
 * apply, its points line by line, what follows, what every figure rests on, its reports and its members. What is said here is
 * what explain says; it is only set out.
 */

import type { Text } from '../../base/text.js';
import type { Account } from '../../explain/account.js';
import type { ExplainedStanding } from '../../explain/explain.js';
import { labelled } from '../../words/phrase.js';
import { amongText } from '../../words/value.js';
import { type Contents, type Element, el } from './element.js';
import type { PageLookup } from './lookup.js';
import { clauseLine, list, nameLink, owedList } from './phrases.js';
import { factTable, type PlainCells } from './subject-facts.js';
import { gradeSection } from './subject-grade.js';
import { membersOf, reportsOf } from './subject-own.js';
import { rowsOf } from './subject-rows.js';
import { scoreSection } from './subject-score.js';

export function subjectPage(account: Account, plain: PlainCells, page: PageLookup): Element {
  const { subject } = account;
  const { lang } = page;
  const anchor = page.anchorOf(subject.id) ?? '';
  const { grades, scores, standings, consequences, facts } = page.tell(account);
  const about: Contents[] = [
    page.kind(subject.kind),
    ...(subject.number === undefined ? [] : [labelled(NUMBER[lang], subject.number, lang)]),
    ...(subject.within === undefined ? [] : [nameLink(subject.within, page)]),
    ...(subject.group === undefined ? [] : [subject.group.title[lang]]),
  ];
  return el(
    'section',
    { class: 'view subject', id: anchor, 'aria-labelledby': `${anchor}-title` },
    el('h2', { id: `${anchor}-title`, tabindex: -1 }, page.name(subject.id)),
    list('about', about),
    standings.map((standing) => standingBlock(standing, page)),
    grades.map((grade) => gradeSection(grade, account.facts, page)),
    scores.map((score, at) => scoreSection(score, account.scores[at], page)),
    consequences.length === 0
      ? undefined
      : [
          el('h3', {}, FOLLOWS[lang]),
          consequences.map(({ text, clause, clauseSays }) =>
            el('div', { class: 'follows' }, el('p', {}, text), clauseLine(clause, clauseSays, page)),
          ),
        ],
    facts.length === 0 ? undefined : factTable(facts, plain, anchor, page),
    rowsOf(subject.id, anchor, page),
    reportsOf(subject.id, anchor, page),
    membersOf(subject.id, anchor, page),
  );
}

const NUMBER: Text = { zh: '编号', en: 'No.' };
const FOLLOWS: Text = { zh: '结果运用', en: 'What follows' };

function standingBlock(
  { title, clause, clauseSays, group, place, owed }: ExplainedStanding,
  page: PageLookup,
): Element {
  const { lang } = page;
  return el(
    'div',
    { class: 'standing' },
    el(
      'p',
      {},
      labelled(title, '', lang),
      { zh: '：', en: ': ' }[lang],
      el('strong', {}, amongText(place, group, lang)),
    ),
    clauseLine(clause, clauseSays, page),
    owedList(owed, page),
  );
}
