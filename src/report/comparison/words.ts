/** How a comparison is worded: what was and is, in what two runs differ, who came, left or has been moved. */
import { periodText } from '../../base/period.js';
import type { Lang, Text } from '../../base/text.js';
import type { FileState } from '../../compare/files.js';
import type {
  Change,
  Comparison,
  FactChange,
  Moved,
  RuleChange,
  Said,
  Several,
  Side,
  SubjectChange,
} from '../../compare/types.js';
import { bracketed, labelled, listed, phrases } from '../../words/phrase.js';

export const KINDS = {
  grade: { zh: '等次', en: 'grade' },
  score: { zh: '得分', en: 'points' },
  rank: { zh: '名次', en: 'place' },
  consequence: { zh: '奖惩', en: 'consequence' },
  fact: { zh: '数据', en: 'figure' },
} as const satisfies Record<string, Text>;

/** What stands where there was, or is, nothing. */
export const NOTHING: Text = { zh: '无', en: 'none' };

/** What stands before a cell that something no longer rests on, newly rests on, or still rests on in a changed file. */
export const SIGNS = { went: '−', came: '+', rewritten: '≠' } as const satisfies Record<
  keyof FactChange['cells'],
  string
>;

export const LEGEND: Text = {
  zh: '− 原依据的单元格　+ 现依据的单元格　≠ 仍依据的单元格，所在文件有改动，所填内容可能已变',
  en: '− cell it rested on   + cell it rests on now   ≠ cell it still rests on, in a file that has changed: what stands in it may have too',
};

/** 待评定 → 未达标; 无 → 通报批评. */
export function arrow({ before, after }: Change, lang: Lang): string {
  return `${before?.text[lang] ?? NOTHING[lang]} → ${after?.text[lang] ?? NOTHING[lang]}`;
}

export function isSaidAlike(before: Said | undefined, after: Said | undefined): boolean {
  return before?.text.zh === after?.text.zh;
}

export const STATES_OF_FILES: Readonly<Record<FileState, Text>> = {
  unchanged: { zh: '一致', en: 'unchanged' },
  changed: { zh: '有改动', en: 'changed' },
  gone: { zh: '已不存在', en: 'gone' },
  new: { zh: '新增', en: 'new' },
  unreadable: { zh: '不能读取', en: 'unreadable' },
};

export const RULES_OF: Readonly<Record<RuleChange['of'], Text>> = {
  grade: { zh: '等次规则', en: 'rule of a grade' },
  score: { zh: '计分规则', en: 'rule of points' },
  item: { zh: '计分项目', en: 'item of points' },
  order: { zh: '排序', en: 'order' },
  consequence: { zh: '奖惩', en: 'consequence' },
};

export const PARAMETER: Text = { zh: '参数', en: 'parameter' };

/** 云岭州质量技术监督局 2026年第一季度  机关目标管理考核办法 1.0.0 */
export function sideText({ office, period, measures }: Side, lang: Lang): string {
  const who = [office, periodText(period)[lang]].filter((part) => part !== '').join(' ');
  return [who, `${measures.title[lang]} ${measures.version}`].join('  ');
}

/** What must be known before anything else is read. */
export function apartTexts({ apart, before, after, pack }: Comparison, lang: Lang): string[] {
  const texts: Readonly<Record<Comparison['apart'][number], Text>> = {
    office: { zh: '两边不是同一个单位', en: 'they are of two offices' },
    measures: {
      zh: `办法不同：${before.measures.id} ${before.measures.version}，${after.measures.id} ${after.measures.version}`,
      en: `their measures differ: ${before.measures.id} ${before.measures.version}, ${after.measures.id} ${after.measures.version}`,
    },
    period: {
      zh: '期间不同：只列出两期结果的差别，不作为更正，也不说明原因',
      en: 'they are of different periods: outcomes are set side by side, not as a correction and without reasons',
    },
    day: {
      zh: `截至日不同：${before.asOf}，${after.asOf}，到期与否可能因此不同`,
      en: `they are as of different days, ${before.asOf} and ${after.asOf}: what is due may differ for that alone`,
    },
  };
  const files = (pack ?? []).map(({ file, state }) => bracketed(file, STATES_OF_FILES[state][lang], lang));
  const changed = labelled(
    { zh: '办法或设置的文件不同', en: 'files of the measures or settings differ' }[lang],
    listed(files, lang),
    lang,
  );
  return [...apart.map((each) => texts[each][lang]), ...(files.length > 0 ? [changed] : [])];
}

const MOVES: Readonly<Record<Moved['changes'][number]['what'], Text>> = {
  name: { zh: '名称', en: 'name' },
  within: { zh: '所属', en: 'belongs to' },
  group: { zh: '组别', en: 'group' },
  'takes-part': { zh: '参加考核', en: 'taking part' },
};

/** 所属：计量科 → 办公室 */
export function movedText({ changes }: Moved, lang: Lang): string {
  return phrases(
    changes.map((each) => labelled(MOVES[each.what][lang], arrow(each, lang), lang)),
    lang,
  );
}

/** 计量科、办公室等12个 */
export function severalText({ count, first }: Several, lang: Lang): string {
  const names = listed(
    first.map(({ name }) => name[lang]),
    lang,
  );
  const rest = count - first.length;
  return rest > 0 ? `${names}${{ zh: `等${count}个`, en: ` and ${rest} more` }[lang]}` : names;
}

/** For how many which kind of thing has changed, in order of weight. */
export function changeCounts(changed: readonly SubjectChange[]): readonly (readonly [Text, number])[] {
  const having = (of: 'grades' | 'scores' | 'ranks' | 'consequences'): number =>
    changed.filter((each) => each[of].length > 0).length;
  const factsAlone = changed.filter(
    ({ grades, scores, ranks, consequences }) =>
      grades.length + scores.length + ranks.length + consequences.length === 0,
  ).length;
  const all = [
    [KINDS.grade, having('grades')],
    [KINDS.score, having('scores')],
    [KINDS.rank, having('ranks')],
    [KINDS.consequence, having('consequences')],
    [{ zh: '仅数据', en: 'figures alone' }, factsAlone],
  ] as const;
  return all.filter(([, count]) => count > 0);
}

/** How parameters have changed, by id, as reasons name them. */
export function parameterTexts({ parameters }: Comparison): ReadonlyMap<string, Text> {
  const text = (each: Comparison['parameters'][number], lang: Lang): string =>
    labelled(bracketed(each.title[lang], each.clause, lang), arrow(each, lang), lang);
  return new Map(parameters.map((each) => [each.id, { zh: text(each, 'zh'), en: text(each, 'en') }]));
}
