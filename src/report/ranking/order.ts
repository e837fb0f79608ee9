/**
 * One sheet for each ranking: rank, name, every fact that the ranking or the bulletin asks for, grade and what follows.
 * Ties stand as ties; those without a rank stand last, each with everything that is owed. Where groups are ranked
 * apart, the group stands beside the rank, and its members together.
 */
import type { CellDesign, Rows, SheetDesign } from '../../model/design.js';
import type { Standing } from '../../model/grading.js';
import { bracketed } from '../../words/phrase.js';
import { clauseText, rankText } from '../../words/value.js';
import { factsAsked } from '../facts.js';
import { groupsOf } from '../groups.js';
import type { Lookup } from '../lookup.js';
import { consequenceText, laddersOf, owedTexts } from '../titles.js';
import { factCell, text } from './cells.js';
import { chartSheets } from './chart.js';
import { factColumn, groupColumn, nameColumn } from './columns.js';
import { gradeCells, gradeColumns } from './grade-cells.js';
import { madeBy } from './made.js';
import { type Column, longSheetOf } from './sheet.js';

export function orderSheets(lookup: Lookup): SheetDesign<Rows>[] {
  const rankings = [...new Set(lookup.result.standings.map(({ ranking }) => ranking))];
  return rankings.flatMap((ranking) => orderSheet(ranking, rankings.length === 1, lookup));
}

function orderSheet(ranking: string, alone: boolean, lookup: Lookup): SheetDesign<Rows>[] {
  const { words, lang } = lookup;
  const groups = groupsOf(lookup.standingsOf(ranking), lookup);
  const standings = groups.flatMap(({ members }) => members);
  const apart = groups.some(({ title }) => title !== undefined);
  const ids = standings.map(({ subject }) => subject);
  const kind = lookup.subject(ids[0] ?? '')?.kind ?? '';
  const facts = factsAsked(ranking, lookup);
  const ladders = laddersOf(kind, lookup).map(([id]) => id);
  const open = standings.some(({ rank }) => rank === undefined);
  const columns: Column[] = [
    ...(apart ? [groupColumn(groups, lookup)] : []),
    { title: { zh: '名次', en: 'Rank' }[lang], width: 9 },
    nameColumn(kind, ids, lookup),
    ...facts.map((id) => factColumn(id, ids, lookup)),
    ...ladders.flatMap((id) => gradeColumns(id, ids, lookup)),
    { title: { zh: '表扬、批评和其他后果', en: 'What follows' }[lang], width: 40 },
    ...(open ? [{ title: { zh: '未排名次，尚缺', en: 'Not ranked: what is owed' }[lang], width: 44 }] : []),
  ];
  const row = ({ subject, rank, tied, owed }: Standing): CellDesign[] => [
    rank === undefined || tied
      ? text(rankText({ tied, ...(rank === undefined ? {} : { rank }) }, lang), 'mark')
      : { value: { number: String(rank) }, style: 'mark' },
    text(lookup.name(subject)),
    ...facts.map((id) => factCell(lookup.fact(subject, id), ids.length, lookup)),
    ...ladders.flatMap((id) => gradeCells(lookup.grade(subject, id), lookup)),
    text(
      lookup
        .consequencesOf(subject)
        .map((line) => consequenceText(line, lookup))
        .join('\n'),
    ),
    ...(open ? [text(rank === undefined ? owedTexts(owed, lookup).join('\n') : '')] : []),
  ];
  const rows = madeBy(standings.length, function* () {
    for (const { title, members } of groups)
      for (const standing of members) yield [...(apart ? [text(title ?? '')] : []), ...row(standing)];
  });
  const about = words.rankings[ranking];
  const title = about?.title[lang] ?? ranking;
  const basis = about ? [bracketed(title, clauseText(about.clause, words), lang)] : [];
  const notes = [...basis, ...(standings.some(({ tied }) => tied) ? [TIED[lang]] : [])];
  const named = (name: string): string => (alone ? name : `${name} ${title}`);
  const name = named({ zh: '排名', en: 'Order' }[lang]);
  const key = standings[0]?.keys[0]?.fact;
  const nameAt = apart ? 3 : 2;
  const chart = key && {
    ...{ name: named({ zh: '图表', en: 'Chart' }[lang]), title, sheet: name, fact: key },
    ...{ groups, nameAt, valueAt: nameAt + 1 + facts.indexOf(key) },
  };
  return [
    longSheetOf({ name, title, columns, rows, frozen: nameAt, notes }, lookup),
    ...(chart ? chartSheets(chart, lookup) : []),
  ];
}

const TIED = {
  zh: '并列的同一名次，其后名次顺延；并列不按任何次序取舍。',
  en: '= marks equal places; the next place leaves room for them, and nothing breaks a tie.',
} as const;
