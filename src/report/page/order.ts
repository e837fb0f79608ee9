/**
 * The orders of a page: one table for each ranking, with ties as ties and what is open as open; under it who has no rank
 * and what is owed for it, and the order once more as a drawing. Groups ranked apart stand in one table, by group.
 */
import type { Text } from '../../base/text.js';
import { cited } from '../../explain/cited.js';
import type { Standing } from '../../model/grading.js';
import { waitingFor } from '../../words/owed.js';
import { bracketed, labelled, listed } from '../../words/phrase.js';
import { rankText } from '../../words/value.js';
import { factsAsked } from '../facts.js';
import { groupsOf } from '../groups.js';
import { consequenceText, laddersOf } from '../titles.js';
import { type Contents, type Element, el } from './element.js';
import { factFigures, gradeFacet, gradeFigures } from './figures.js';
import type { PageLookup } from './lookup.js';
import { orderDrawing } from './order-drawing.js';
import { clauseLine, list, nameLink } from './phrases.js';
import { type Cell, type Column, cell, type Facet, tableOf } from './table.js';

export function orders(page: PageLookup): Contents {
  const rankings = [...new Set(page.result.standings.map(({ ranking }) => ranking))];
  if (rankings.length === 0) return el('p', {}, NONE[page.lang]);
  return rankings.map((ranking, at) => orderOf(ranking, `order-${at + 1}`, page));
}

const NONE: Text = { zh: '本期不排名次。', en: 'No order is drawn up for this period.' };

function orderOf(ranking: string, id: string, page: PageLookup): Element {
  const { words, lang } = page;
  const groups = groupsOf(page.standingsOf(ranking), page);
  const standings = groups.flatMap(({ members }) => members);
  const about = words.rankings[ranking];
  const title = about?.title[lang] ?? ranking;
  const { clause, clauseSays } = cited(about?.clause ?? '', words, lang);
  return el(
    'section',
    { class: 'order' },
    el('h3', {}, title),
    clauseLine(clause, clauseSays, page),
    orderTable(title, groups, standings, ranking, id, page),
    standings.some(({ tied }) => tied) ? el('p', { class: 'remark' }, TIED[lang]) : undefined,
    unranked(standings, page),
    groups.map((group) => orderDrawing(bracketed(title, group.title ?? '', lang), group.members, page)),
  );
}

function orderTable(
  title: string,
  groups: ReturnType<typeof groupsOf>,
  standings: readonly Standing[],
  ranking: string,
  id: string,
  page: PageLookup,
): Element {
  const { lang } = page;
  const ids = standings.map(({ subject }) => subject);
  const kind = page.subject(ids[0] ?? '')?.kind ?? '';
  const ladders = laddersOf(kind, page).map(([ladder]) => ladder);
  const isApart = groups.some((group) => group.title !== undefined);
  const groupOf = groups.flatMap((group, at) =>
    group.members.map(() => ({ id: String(at), title: group.title ?? '' })),
  );
  const figures = [
    ...factsAsked(ranking, page).map((fact) => factFigures(fact, ids, page)),
    ...ladders.map((ladder) => gradeFigures(ladder, ids, page)),
  ];
  const follows = ids.some((subject) => page.consequencesOf(subject).length > 0);
  const columns: Column[] = [
    { title: RANK[lang], kind: 'number' },
    { title: page.kind(kind), isName: true },
    ...(isApart ? [{ title: GROUP[lang] }] : []),
    ...figures.map(({ column }) => column),
    ...(follows ? [{ title: FOLLOWS[lang], kind: 'wide' as const }] : []),
  ];
  const rows = standings.map((standing, at): Cell[] => [
    cell(rankText(standing, lang), { key: standing.rank, tone: standing.rank === undefined ? 'open' : undefined }),
    cell(nameLink(standing.subject, page)),
    ...(isApart ? [cell(groupOf[at]?.title ?? '')] : []),
    ...figures.map(({ cells }) => cells[at] ?? cell('')),
    ...(follows ? [consequencesCell(standing.subject, page)] : []),
  ]);
  const facets: Facet[] = [
    ...(isApart ? [{ title: GROUP[lang], of: groupOf }] : []),
    ...ladders.map((ladder) => gradeFacet(ladder, ids, page)),
  ];
  return tableOf({ id, caption: title, isHeaded: true, columns, rows, facets }, page);
}

function consequencesCell(subject: string, page: PageLookup): Cell {
  const lines = page.consequencesOf(subject).map((line) => consequenceText(line, page));
  return cell(list('plain', lines));
}

const RANK: Text = { zh: '名次', en: 'Rank' };
const GROUP: Text = { zh: '组别', en: 'Group' };
const FOLLOWS: Text = { zh: '结果运用', en: 'What follows' };
const TIED: Text = {
  zh: '并列的同一名次，其后名次顺延；并列不按任何次序取舍。',
  en: '= marks equal places; the next place leaves room for them, and nothing breaks a tie.',
};

/** Those without a rank who wait for the same stand together. */
function unranked(standings: readonly Standing[], page: PageLookup): Element | undefined {
  const { result, lang } = page;
  const left = standings.filter(({ rank }) => rank === undefined);
  if (left.length === 0) return undefined;
  const lead = {
    zh: '以下暂不能排定名次，排定后上列名次可能顺延，尚缺：',
    en: 'Not ranked yet; once they are, places above may move down. Owed:',
  };
  const lines = waitingFor(left, result, lang).map(({ waiting, owed }) =>
    labelled(
      listed(
        waiting.map(({ subject }) => page.name(subject)),
        lang,
      ),
      owed,
      lang,
    ),
  );
  return el('div', { class: 'owed' }, el('p', {}, lead[lang]), list('plain', lines));
}
