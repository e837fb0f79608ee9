/** Points on the terminal: the tree with its arithmetic and cells, orders by group, and whose points are open. */
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/base/text.js';
import { explanationText } from '../../src/cli/show/explanation.js';
import type { Paint } from '../../src/cli/show/paint.js';
import { standingsText } from '../../src/cli/show/standings.js';
import { summaryText } from '../../src/cli/show/summary.js';
import { explain } from '../../src/explain/explain.js';
import type { Standing } from '../../src/model/grading.js';
import type { Result } from '../../src/model/result.js';
import { CELL, item, OTHER, open, reckoned, resultWith, rule, scored, UNITS } from '../words/scores.js';

const PLAIN: Paint = { isColoured: false, bold: (text) => text, dim: (text) => text, severity: (_, text) => text };

function lines(result: Result, lang: Lang = 'zh'): string[] {
  const [first] = UNITS;
  if (!first) throw new Error('no units');
  return explanationText(explain(result, first, lang), lang, PLAIN).split('\n');
}

const standing = (subject: string, rank: number | undefined, group?: string): Standing => ({
  ranking: 'points',
  subject,
  tied: false,
  keys: [],
  owed: rank === undefined ? [{ kind: 'register', form: 'log' }] : [],
  ...(rank === undefined ? {} : { rank }),
  ...(group === undefined ? {} : { group }),
});

describe('an explanation on the terminal', () => {
  const shown = [{ column: 'what', text: { zh: '信息过期', en: 'stale' } }];
  const work = item('work', '47', {
    rules: [
      rule('unpublished', '-10', {
        reckoned: [
          reckoned('-10', '5', { times: '2', shown }),
          reckoned('0', '5', { times: '1', cells: [OTHER], aside: { kind: 'exempt' } }),
        ],
      }),
      rule('fault', '0', {
        reckoned: [reckoned('0', '5', { cells: [], aside: { kind: 'open' }, owed: [{ kind: 'cell', place: OTHER }] })],
      }),
    ],
    items: [
      item('late', '0'),
      item('late', '-3', { rules: [rule('fault', '-3', { reckoned: [reckoned('-3', '3', { shown })] })] }),
    ],
    self: { points: '55', place: CELL },
  });
  const bonus = item('bonus', '10', { cut: { by: 'cap', points: '5', at: '10' } });
  const result = resultWith([scored('57', [work, bonus])]);

  it('shows the tree with its arithmetic, what does not count, and the cells', () => {
    expect(lines(result)).toEqual([
      '办公室',
      '',
      '综合考评（一）：57分，满分100分 2026-01-01…2026-03-31',
      '  47 + 10 = 57',
      '  工作实绩（二）：47分，满分60分',
      '    扣13分：60 − 10 − 3 = 47',
      '    自评55分，比考评多8分',
      '      ← 扣分登记表.xlsx › 登记 › C5',
      '    1(2) 未按时公开（二）：-10分',
      '      2次×5分＝-10分',
      '        事由：信息过期',
      '        ← 扣分登记表.xlsx › 登记 › C5',
      '      1次×5分（不计：按规定免予计分）',
      '        ← 扣分登记表.xlsx › 登记 › C9',
      '    差错（二）：0分',
      '      -5分（尚不能确定）',
      '        ? 扣分登记表.xlsx › 登记 › C9 无法读取',
      '    时限（二）：-3分',
      '      差错（二）：-3分',
      '        事由：信息过期',
      '        ← 扣分登记表.xlsx › 登记 › C5',
      '  加分（四）：+10分',
      '    最多计10分，超出的5分不计',
      '',
      '事实',
    ]);
  });

  it('shows it in English', () => {
    expect(lines(result, 'en')).toEqual(
      expect.arrayContaining([
        'Assessment (一): 57 points out of 100 2026-01-01…2026-03-31',
        '    13 points taken: 60 − 10 − 3 = 47',
        '      1 time × 5 points (does not count: exempt under the rule)',
      ]),
    );
  });

  it('ends with what is still owed', () => {
    const waiting = { ...open(scored('50', [work], { owed: [{ kind: 'register', form: 'log' }] })), most: '60' };
    const text = lines(resultWith([waiting]));
    expect(text).toContain('综合考评（一）：至多60分，满分100分 2026-01-01…2026-03-31');
    expect(text.slice(text.indexOf('  尚缺：'), -2)).toEqual(['  尚缺：', '    ? 缺少“扣分登记表”']);
  });

  it('lets no text of a log command the terminal', () => {
    const evil = reckoned('-5', '5', { shown: [{ column: 'what', text: { zh: '\u001b[2J', en: '\u001b[2J' } }] });
    const text = lines(
      resultWith([scored('55', [item('work', '55', { rules: [rule('fault', '-5', { reckoned: [evil] })] })])]),
    );
    expect(text.join('\n')).not.toContain('\u001b');
  });

  it('counts the cells beyond a handful', () => {
    const many = reckoned('-5', '5', { cells: Array.from({ length: 8 }, () => CELL) });
    const text = (lang: Lang): string[] =>
      lines(
        resultWith([scored('55', [item('work', '55', { rules: [rule('fault', '-5', { reckoned: [many] })] })])]),
        lang,
      );
    expect(text('zh')).toContain('      ← 另有 2 处');
    expect(text('en')).toContain('      ← 2 more');
  });

  it('names the group within which a rank is held', () => {
    const ranked = resultWith([], { standings: [standing('unit:01', 1, 'a')] });
    expect(lines(ranked)[1]).toBe('得分次序（一）：甲类中第1名，共1个');
    expect(lines(ranked, 'en')[1]).toBe('Order by points (一): rank 1 of 1 in Class A');
  });
});

describe('orders on the terminal', () => {
  const text = (standings: readonly Standing[], lang: Lang = 'zh'): string[] =>
    standingsText(resultWith([], { standings }), lang, PLAIN).split('\n');
  const grouped = [standing('unit:01', 1, 'a'), standing('unit:03', undefined, 'a'), standing('unit:02', 1, 'b')];

  it('have one table for each group, under its title', () => {
    const said = text(grouped);
    const headings = said.filter((line) => !/[│┌├└]/.test(line));
    expect(headings).toEqual([
      '得分次序（一）',
      '甲类',
      '未排名（排定后以上名次可能顺延）：',
      '  标准科：缺少“扣分登记表”',
      '乙类',
    ]);
    expect(said.filter((line) => line.startsWith('┌'))).toHaveLength(2);
    expect(text(grouped, 'en')).toContain('Class B');
  });

  it('keep those in no group together', () => {
    const said = [...grouped, standing('unit:09', 1)];
    expect(text(said)).toContain('未分组');
    expect(text(said, 'en')).toContain('in no group');
  });

  it('name a group without a title by its id', () => {
    expect(text([standing('unit:09', 1, 'z')])[1]).toBe('z');
  });

  it('have one table and no title more where there are no groups', () => {
    const said = text([standing('unit:01', 1), standing('unit:02', 2)]);
    expect(said.filter((line) => !/[│┌├└]/.test(line))).toEqual(['得分次序（一）']);
    expect(said[1]).toMatch(/^┌/);
  });
});

describe('a summary', () => {
  const waiting = (subject: string) => ({ ...open(scored('50', [], { subject })), least: '50', most: '60' });
  const text = (scores: Result['scores'], lang: Lang = 'zh'): string[] =>
    summaryText(resultWith(scores), lang).split('\n').slice(1);

  it('names whose points are open, within which bounds', () => {
    const scores = [scored('60', []), waiting('unit:02')];
    expect(text(scores)).toEqual(['· 综合考评：2 个得分中 1 个尚未确定：计量科（50–60分）']);
    expect(text(scores, 'en')).toEqual(['· Assessment: 1 of 2 not known yet: 计量科 (50–60 points)']);
  });

  it('names only so many', () => {
    const scores = Array.from({ length: 9 }, () => waiting('unit:02'));
    expect(text(scores)[0]).toMatch(/等$/);
    expect(text(scores, 'en')[0]).toMatch(/ and others$/);
  });

  it('says nothing of points that are all known, or of none', () => {
    expect(text([scored('60', [])])).toEqual([]);
    expect(text([])).toEqual([]);
  });
});
