/**
 * One sheet for each score: everyone's tree line by line in order of standing — the total, every item, the rules that
 * something was found under and every record, whether it counts or not. What kind a line is stands beside it, so that
 * the lines of one kind can be filtered and added up.
 */
import type { Rows, SheetDesign } from '../../model/design.js';
import type { ScoreWords } from '../../model/result.js';
import type { Scored } from '../../model/scored.js';
import { bracketed } from '../../words/phrase.js';
import { clauseText } from '../../words/value.js';
import { type Group, scoredGroups } from '../groups.js';
import type { Lookup } from '../lookup.js';
import { groupColumn, nameColumn, titled } from './columns.js';
import { madeBy } from './made.js';
import { linesOf, type ScoreLayout, scoredRows } from './score-rows.js';
import { type Column, longSheetOf } from './sheet.js';

export function scoreSheets(lookup: Lookup): SheetDesign<Rows>[] {
  return Object.entries(lookup.words.scores).map(([id, about]) => scoreSheet(id, about, lookup));
}

function scoreSheet(id: string, about: ScoreWords, lookup: Lookup): SheetDesign<Rows> {
  const { lang, words } = lookup;
  const groups = scoredGroups(id, lookup);
  const scored = groups.flatMap(({ members }) => members);
  const layout = {
    grouped: groups.some(({ title }) => title !== undefined),
    selfScored: scored.some(({ items }) => hasSelf(items)),
    open: scored.some(({ points }) => points === undefined),
  };
  const length = scored.reduce((sum, each) => sum + linesOf(each, about).length, 0);
  const rows = madeBy(length, function* () {
    for (const { title, members } of groups)
      for (const each of members) yield* scoredRows(each, title ?? '', about, layout, lookup);
  });
  const title = about.title[lang];
  const basis = bracketed(title, clauseText(about.clause, words), lang);
  const frozen = layout.grouped ? 4 : 3;
  return longSheetOf(
    { name: title, title, columns: columnsOf(groups, about, layout, lookup), rows, frozen, notes: [basis] },
    lookup,
  );
}

function columnsOf(groups: readonly Group<Scored>[], about: ScoreWords, layout: ScoreLayout, lookup: Lookup): Column[] {
  const { lang } = lookup;
  const ids = groups.flatMap(({ members }) => members.map(({ subject }) => subject));
  return [
    nameColumn(about.subject, ids, lookup),
    ...(layout.grouped ? [groupColumn(groups, lookup)] : []),
    ...titled(RULE, lang),
    ...titled(POINTS, lang),
    ...Object.values(about.shown).map((title) => ({ title: title[lang], width: 16 })),
    ...titled(PLACE, lang),
    ...(layout.selfScored ? titled(SELF, lang) : []),
    ...(layout.open ? titled([{ zh: '尚缺', en: 'Owed', width: 34 }], lang) : []),
  ];
}

const RULE = [
  { zh: '行别', en: 'Line', width: 7 },
  { zh: '项目', en: 'Item', width: 20 },
  { zh: '编号', en: 'Code', width: 10 },
  { zh: '规定', en: 'Rule', width: 28 },
  { zh: '条款', en: 'Clause', width: 12 },
] as const;

const POINTS = [
  { zh: '满分', en: 'Full', width: 7 },
  { zh: '次数', en: 'Times', width: 7 },
  { zh: '每次分值', en: 'Points each', width: 9 },
  { zh: '比例', en: 'Share', width: 8 },
  { zh: '得分', en: 'Points', width: 9 },
  { zh: '未计分值', en: 'Cut off', width: 9 },
  { zh: '未计原因', en: 'Why not counted', width: 26 },
] as const;

const PLACE = [
  { zh: '文件', en: 'File', width: 24 },
  { zh: '工作表', en: 'Sheet', width: 12 },
  { zh: '单元格', en: 'Cell', width: 9 },
] as const;

const SELF = [
  { zh: '自评', en: 'Own score', width: 8 },
  { zh: '自评差额', en: 'Own score: more or less', width: 9 },
] as const;

function hasSelf(items: Scored['items']): boolean {
  return items.some(({ self, items: parts }) => self !== undefined || hasSelf(parts));
}
