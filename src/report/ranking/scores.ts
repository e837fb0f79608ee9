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
import { groupColumn, nameColumn, titled } from './columns.js';
import { FIRST_ROW } from './fact-rows.js';
import { type Linking, openColumn, openingNote } from './file-links.js';
import { madeBy } from './made.js';
import { linesOf, type ScoreLayout, scoredRows } from './score-rows.js';
import { type Column, longSheetOf } from './sheet.js';

export function scoreSheets(lookup: Linking): SheetDesign<Rows>[] {
  return Object.entries(lookup.words.scores).map(([id, about]) => scoreSheet(id, about, lookup));
}

function scoreSheet(id: string, about: ScoreWords, lookup: Linking): SheetDesign<Rows> {
  const { lang, words } = lookup;
  const groups = scoredGroups(id, lookup);
  const scored = groups.flatMap(({ members }) => members);
  const title = about.title[lang];
  const grouped = groups.some(({ title: of }) => of !== undefined);
  const before = 1 + (grouped ? 1 : 0) + RULE.length;
  const layout = {
    name: title,
    pointsAt: before + FACTORS.length + 1,
    fileAt: before + FACTORS.length + POINTS.length + Object.keys(about.shown).length + 1,
    grouped,
    selfScored: scored.some(({ items }) => hasSelf(items)),
    open: scored.some(({ points }) => points === undefined),
  };
  const length = scored.reduce((sum, each) => sum + linesOf(each, about).length, 0);
  const rows = madeBy(length, function* () {
    let next = FIRST_ROW;
    for (const { title: group = '', members } of groups)
      for (const each of members) {
        const own = scoredRows(each, group, about, layout, next, lookup);
        next += own.length;
        yield* own;
      }
  });
  const basis = bracketed(title, clauseText(about.clause, words), lang);
  const frozen = layout.grouped ? 4 : 3;
  return longSheetOf(
    {
      name: title,
      title,
      columns: columnsOf(groups, about, layout, lookup),
      rows,
      frozen,
      notes: [basis, ...openingNote(lookup)],
    },
    lookup,
  );
}

function columnsOf(
  groups: readonly Group<Scored>[],
  about: ScoreWords,
  layout: ScoreLayout,
  lookup: Linking,
): Column[] {
  const { lang } = lookup;
  const ids = groups.flatMap(({ members }) => members.map(({ subject }) => subject));
  return [
    nameColumn(about.subject, ids, lookup),
    ...(layout.grouped ? [groupColumn(groups, lookup)] : []),
    ...titled(RULE, lang),
    ...titled(FACTORS, lang),
    ...titled(POINTS, lang),
    ...Object.values(about.shown).map((title) => ({ title: title[lang], width: 16 })),
    ...titled(PLACE, lang),
    ...openColumn(lookup),
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

const FACTORS = [
  { zh: '满分', en: 'Full', width: 7 },
  { zh: '次数', en: 'Times', width: 7 },
  { zh: '每次分值', en: 'Points each', width: 9 },
  { zh: '比例', en: 'Share', width: 8 },
] as const;

const POINTS = [
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
