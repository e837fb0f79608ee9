/** Everyone who is assessed, a table for each kind: place, points, grades with the rules behind them, what follows. */

import { groupedBy } from '../../base/group.js';
import type { Text } from '../../base/text.js';
import type { Subject } from '../../model/submission.js';
import { listed } from '../../words/phrase.js';
import { rankText } from '../../words/value.js';
import { consequenceText, laddersOf, ruleText } from '../titles.js';
import { type Contents, el } from './element.js';
import { byText, type Figures, gradeFacet, gradeFigures } from './figures.js';
import type { PageLookup } from './lookup.js';
import { list, nameLink } from './phrases.js';
import { headed, pointFigures } from './points.js';
import { type Cell, cell, type Facet, keysOf, tableOf } from './table.js';

export function people(page: PageLookup): Contents {
  const kinds = groupedBy(page.told, ({ kind }) => kind);
  return [...kinds].map(([kind, members], at) => kindTable(kind, members, `kind-${at + 1}`, page));
}

function kindTable(kind: string, members: readonly Subject[], id: string, page: PageLookup): Contents {
  const { lang } = page;
  const ids = members.map((member) => member.id);
  const ladders = laddersOf(kind, page).map(([ladder]) => ladder);
  const figures: Figures[] = [
    ...(members.some(({ number }) => number !== undefined) ? [numbers(members, page)] : []),
    ...belonging(members, page),
    ...ranks(ids, page),
    ...points(kind, ids, page),
    ...ladders.flatMap((ladder) => [gradeFigures(ladder, ids, page), grounds(ladder, ids, page)]),
    ...(ids.some((member) => page.consequencesOf(member).length > 0) ? [follows(ids, page)] : []),
  ];
  const rows = ids.map((subject, at): Cell[] => [
    cell(nameLink(subject, page)),
    ...figures.map(({ cells }) => cells[at] ?? cell('')),
  ]);
  const facets: Facet[] = [
    ...ladders.map((ladder) => gradeFacet(ladder, ids, page)),
    ...belongingFacet(members, page),
    ...groupFacet(members, page),
  ];
  const caption = { zh: `${page.kind(kind)}（${members.length}）`, en: `${page.kind(kind)} (${members.length})` }[lang];
  const columns = [{ title: page.kind(kind), isName: true as const }, ...figures.map(({ column }) => column)];
  return [el('h3', {}, caption), tableOf({ id, caption, isHeaded: true, columns, rows, facets }, page)];
}

function numbers(members: readonly Subject[], { lang }: PageLookup): Figures {
  const keys = keysOf(
    members.map(({ number }) => number),
    byText,
  );
  return {
    column: { title: NUMBER[lang] },
    cells: members.map(({ number = '' }, at) => cell(number, { key: keys[at] })),
  };
}

const NUMBER: Text = { zh: '编号', en: 'No.' };
const GROUP: Text = { zh: '组别', en: 'Group' };

/** What they belong to, and the group in which they are assessed. */
function belonging(members: readonly Subject[], page: PageLookup): Figures[] {
  const { lang } = page;
  const [above] = members.flatMap(({ within }) => within ?? []);
  const isGrouped = members.some(({ group }) => group !== undefined);
  return [
    ...(above === undefined
      ? []
      : [
          {
            column: { title: page.kind(page.subject(above)?.kind ?? '') },
            cells: members.map(({ within }) => cell(within === undefined ? '' : nameLink(within, page))),
          },
        ]),
    ...(isGrouped
      ? [{ column: { title: GROUP[lang] }, cells: members.map(({ group }) => cell(group?.title[lang] ?? '')) }]
      : []),
  ];
}

function belongingFacet(members: readonly Subject[], page: PageLookup): Facet[] {
  const [above] = members.flatMap(({ within }) => within ?? []);
  if (above === undefined) return [];
  const of = members.map(({ within = '' }) => ({ id: within, title: within === '' ? '—' : page.name(within) }));
  return [{ title: page.kind(page.subject(above)?.kind ?? ''), of }];
}

function groupFacet(members: readonly Subject[], { lang }: PageLookup): Facet[] {
  if (members.every(({ group }) => group === undefined)) return [];
  const of = members.map(({ group }) => ({ id: group?.id ?? '', title: group?.title[lang] ?? '—' }));
  return [{ title: GROUP[lang], of }];
}

function ranks(ids: readonly string[], page: PageLookup): Figures[] {
  const { result, words, lang } = page;
  const own = new Set(ids);
  const rankings = [...groupedBy(result.standings, ({ ranking }) => ranking)].filter(([, standings]) =>
    standings.some(({ subject }) => own.has(subject)),
  );
  return rankings.map(([ranking, standings]) => {
    const of = new Map(standings.map((standing) => [standing.subject, standing]));
    const title = { zh: '名次', en: 'Rank' }[lang];
    return {
      column: {
        title: rankings.length > 1 ? (words.rankings[ranking]?.title[lang] ?? ranking) : title,
        kind: 'number',
      },
      cells: ids.map((id) => {
        const standing = of.get(id);
        return cell(standing ? rankText(standing, lang) : '', { key: standing?.rank });
      }),
    };
  });
}

function points(kind: string, ids: readonly string[], page: PageLookup): Figures[] {
  const { result, words, lang } = page;
  return Object.entries(words.scores).flatMap(([score, { subject, title, full }]) => {
    if (subject !== kind) return [];
    const of = new Map(result.scores.flatMap((each) => (each.score === score ? [[each.subject, each] as const] : [])));
    const scored = ids.map((id) => of.get(id));
    return [pointFigures(headed(title[lang], full, page), scored, false, page)];
  });
}

function grounds(ladder: string, ids: readonly string[], page: PageLookup): Figures {
  const { lang } = page;
  return {
    column: { title: { zh: '认定依据', en: 'Decided by' }[lang], kind: 'wide' },
    cells: ids.map((id) => {
      const rules = page.grade(id, ladder)?.decidedBy ?? [];
      return cell(
        listed(
          rules.map((rule) => ruleText(ladder, rule, page)),
          lang,
        ),
      );
    }),
  };
}

function follows(ids: readonly string[], page: PageLookup): Figures {
  return {
    column: { title: { zh: '结果运用', en: 'What follows' }[page.lang], kind: 'wide' },
    cells: ids.map((id) =>
      cell(
        list(
          'plain',
          page.consequencesOf(id).map((line) => consequenceText(line, page)),
        ),
      ),
    ),
  };
}
