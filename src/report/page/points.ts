/** Everyone's points item by item, a table for each score, in order of standing; what is open stands between its bounds. */
import { compared } from '../../base/decimal.js';
import type { Text } from '../../base/text.js';
import { cited } from '../../explain/cited.js';
import type { ScoreWords } from '../../model/result.js';
import type { Bounded, Scored } from '../../model/scored.js';
import { pointsText, signedText } from '../../words/score.js';
import { scoredGroups } from '../groups.js';
import { type Contents, type Element, el } from './element.js';
import type { Figures } from './figures.js';
import type { PageLookup } from './lookup.js';
import { clauseLine, nameLink } from './phrases.js';
import { type Cell, type Column, cell, type Facet, keysOf, tableOf } from './table.js';

export function points(page: PageLookup): Contents {
  return Object.entries(page.words.scores).map(([score, about], at) =>
    scoreTable(score, about, `points-${at + 1}`, page),
  );
}

function scoreTable(score: string, about: ScoreWords, id: string, page: PageLookup): Element {
  const { lang, words } = page;
  const groups = scoredGroups(score, page);
  const scored = groups.flatMap(({ members }) => members);
  const isApart = groups.some(({ title }) => title !== undefined);
  const groupOf = groups.flatMap(({ title = '', members }, at) => members.map(() => ({ id: String(at), title })));
  const items = Object.entries(about.items).filter(([item]) =>
    scored.some((each) => each.items.some((own) => own.item === item)),
  );
  const figures: Figures[] = [
    ...items.map(([item, { title, full, outside }]) =>
      pointFigures(
        headed(title[lang], full, page),
        scored.map((each) => each.items.find((own) => own.item === item)),
        outside,
        page,
      ),
    ),
    pointFigures(headed(TOTAL[lang], about.full, page), scored, false, page),
  ];
  const rows = scored.map(({ subject }: Scored, at): Cell[] => [
    cell(nameLink(subject, page)),
    ...(isApart ? [cell(groupOf[at]?.title ?? '')] : []),
    ...figures.map(({ cells }) => cells[at] ?? cell('')),
  ]);
  const columns: Column[] = [
    { title: page.kind(about.subject), isName: true },
    ...(isApart ? [{ title: GROUP[lang], kind: 'term' as const }] : []),
    ...figures.map(({ column }) => column),
  ];
  const facets: Facet[] = isApart ? [{ title: GROUP[lang], of: groupOf }] : [];
  const caption = about.title[lang];
  const { clause, clauseSays } = cited(about.clause, words, lang);
  return el(
    'section',
    {},
    el('h3', {}, caption),
    clauseLine(clause, clauseSays, page),
    tableOf({ id, caption, isHeaded: true, columns, rows, facets }, page),
  );
}

const TOTAL: Text = { zh: '总分', en: 'Total' };
const GROUP: Text = { zh: '组别', en: 'Group' };

export function headed(title: string, full: string | undefined, { lang }: PageLookup): string {
  return full === undefined ? title : `${title}\n${{ zh: `（${full}）`, en: `(${full})` }[lang]}`;
}

/** What stands outside the full points is added or taken: it shows its sign. */
export function pointFigures(
  title: string,
  all: readonly (Bounded | undefined)[],
  isSigned: boolean,
  { lang }: PageLookup,
): Figures {
  const keys = keysOf<string>(
    all.map((each) => each?.points),
    compared,
  );
  const cells = all.map((each, at) => {
    if (!each) return cell('—');
    const text = isSigned && each.points !== undefined ? signedText(each.points) : pointsText(each, lang);
    return cell(text, { key: keys[at], tone: each.points === undefined ? 'open' : undefined });
  });
  return { column: { title, kind: 'number' }, cells };
}
