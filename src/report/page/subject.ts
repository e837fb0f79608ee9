/**
 * The page of one unit or person: where it stands, each grade with the rules that decided it and those that did not
 * apply, its points line by line, what follows, what every figure rests on, its reports and its members. What is said here is
 * what explain says; it is only set out.
 */

import type { Text } from '../../base/text.js';
import { type ExplainedFact, type ExplainedStanding, explain } from '../../explain/explain.js';
import type { Subject } from '../../model/submission.js';
import { labelled } from '../../words/phrase.js';
import { NO_RANK } from '../../words/value.js';
import { type Contents, type Element, el } from './element.js';
import type { PageLookup } from './lookup.js';
import { cellList, clauseLine, clauseLink, list, nameLink, owedList } from './phrases.js';
import { gradeSection } from './subject-grade.js';
import { membersOf, reportsOf } from './subject-own.js';
import { rowsOf } from './subject-rows.js';
import { scoreSection } from './subject-score.js';
import { type Cell, type Column, cell, tableOf } from './table.js';

export function subjectPage(subject: Subject, page: PageLookup): Element {
  const { lang, anchorOf } = page;
  const anchor = anchorOf(subject.id) ?? '';
  const { grades, scores, standings, consequences, facts } = explain(page.result, subject, lang);
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
    grades.map((grade) => gradeSection(grade, page)),
    scores.map((score) => scoreSection(score, page.result.scores, subject.id, page)),
    consequences.length === 0
      ? undefined
      : [
          el('h3', {}, FOLLOWS[lang]),
          consequences.map(({ text, clause, clauseSays }) =>
            el('div', { class: 'follows' }, el('p', {}, text), clauseLine(clause, clauseSays, page)),
          ),
        ],
    facts.length === 0 ? undefined : factTable(facts, `${anchor}-facts`, page),
    rowsOf(subject.id, anchor, page),
    reportsOf(subject.id, anchor, page),
    membersOf(subject.id, anchor, page),
  );
}

const NUMBER: Text = { zh: '编号', en: 'No.' };
const FOLLOWS: Text = { zh: '结果运用', en: 'What follows' };
const FACTS: Text = { zh: '事实和来源', en: 'Facts and where they come from' };

function standingBlock(
  { title, clause, clauseSays, group, rank, of, owed }: ExplainedStanding,
  page: PageLookup,
): Element {
  const { lang } = page;
  const within = group === undefined ? '' : { zh: `${group}中`, en: ` in ${group}` }[lang];
  const placed = { zh: `${within}第 ${rank} 名，共 ${of} 个`, en: `rank ${rank} of ${of}${within}` }[lang];
  const open = { zh: `${within}尚未排定名次`, en: `no rank yet${within}` }[lang];
  return el(
    'div',
    { class: 'standing' },
    el(
      'p',
      {},
      labelled(title, '', lang),
      { zh: '：', en: ': ' }[lang],
      el('strong', {}, rank === NO_RANK ? open : placed),
    ),
    clauseLine(clause, clauseSays, page),
    owedList(owed, page),
  );
}

/** Where all facts are of one span, the heading says it once. */
function factTable(facts: readonly ExplainedFact[], id: string, page: PageLookup): Contents {
  const { lang } = page;
  const [title, value, span, clause, from] = COLUMNS[lang];
  const spans = new Set(facts.map(spanOf));
  const isOne = spans.size === 1;
  const rows = facts.map((fact): Cell[] => [
    cell(fact.title),
    cell(fact.value, { tone: fact.owed.length > 0 ? 'open' : undefined }),
    ...(isOne ? [] : [cell(spanOf(fact))]),
    cell(clauseLink(fact.clause, fact.clauseSays, page)),
    cell([cellList(fact.cells, page), owedList(fact.owed, page)]),
  ]);
  const columns: Column[] = [
    { title, isName: true },
    { title: value, kind: 'term' },
    ...(isOne ? [] : [{ title: span }]),
    { title: clause, kind: 'term' },
    { title: from, kind: 'wide' },
  ];
  const caption = FACTS[lang];
  return [
    el('h3', {}, caption),
    isOne ? el('p', { class: 'span' }, [...spans]) : undefined,
    tableOf({ id, caption, isHeaded: true, columns, rows }, page),
  ];
}

function spanOf({ from, to }: ExplainedFact): string {
  return `${from} – ${to}`;
}

const COLUMNS = {
  zh: ['事项', '数值', '起止', '条款', '来源（文件 › 工作表 › 单元格）'],
  en: ['Fact', 'Value', 'From – to', 'Clause', 'From (file › sheet › cell)'],
} as const;
