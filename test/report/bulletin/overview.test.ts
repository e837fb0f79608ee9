import { describe, expect, it } from 'vitest';
import type { Expected } from '../../../src/model/submission.js';
import { aResult, day, expected, fact, num, period, ranked, standing, unsent } from '../result.js';
import { section } from './printed.js';
import { WORDS } from './words.js';

describe('the overview', () => {
  it('makes words of figures', () => {
    expect(section(aResult(), 'overview', 'zh')).toEqual([
      '参加排序的班组共4个，已排定名次3个，暂未排定1个。任务合计24件，完成任务合计20件，总体完成率83.3%（不含数据尚不完整的四组）。',
      '名次第一的是一组、三组（并列，完成率100.0%）；名次最后的是二组（完成率50.0%）。暂未排定名次的是四组（材料未报）。',
      '本期应报材料4份，其中按时1份，迟报1份，未报1份，收到日期不明1份。',
    ]);
    expect(section(aResult(), 'overview', 'en')).toEqual([
      'Taking part: 4, of whom 3 are ranked and 1 not yet. In all, tasks given 24; tasks done 20; completion 83.3% (without 四组, whose figures are incomplete).',
      'First: 一组, 三组 (tied, completion 100.0%); last: 二组 (completion 50.0%). Not ranked yet: 四组 (a report is missing).',
      'Reports owed for the period: 4, of these on time 1, late 1, missing 1, day of receipt unknown 1.',
    ]);
  });

  it('sums exactly and names nobody when nobody is left out', () => {
    const facts = ['一', '三'].flatMap((name) => [
      fact(`team:${name}组`, 'given', num('0.3')),
      fact(`team:${name}组`, 'done', num('0.1')),
      fact(`team:${name}组`, 'rate', num('0.3333'), { parts: ['done', 'given'] }),
    ]);
    const standings = [ranked('team:一组', 1, '0.3333', true), ranked('team:三组', 1, '0.3333', true)];
    expect(section(aResult({ facts, standings, expected: [] }), 'overview', 'zh')).toEqual([
      '参加排序的班组共2个，均已排定名次。任务合计0.6件，完成任务合计0.2件，总体完成率33.3%。',
      '名次第一的是一组、三组（并列，完成率33.3%）。',
    ]);
  });

  it('has no overall share where there was nothing to do', () => {
    const facts = [
      fact('team:一组', 'given', num('0')),
      fact('team:一组', 'done', num('0')),
      fact('team:一组', 'rate', { kind: 'nothing-to-share', fact: 'given' }, { parts: ['done', 'given'] }),
    ];
    const standings = [standing('team:一组', { owed: [{ kind: 'nothing-to-share', fact: 'given' }] })];
    expect(section(aResult({ facts, standings, expected: [] }), 'overview', 'zh')).toEqual([
      '参加排序的班组共1个，已排定名次0个，暂未排定1个。任务合计0件，完成任务合计0件。',
      '暂未排定名次的是一组（没有可供计算的基数）。',
    ]);
  });

  it('has no totals where no figure is known, where the key is no share, or where the share has no parts', () => {
    const owed = [fact('team:一组', 'rate', unsent, { parts: ['done', 'given'] })];
    const standings = [standing('team:一组', { owed: [] })];
    expect(section(aResult({ facts: owed, standings, expected: [] }), 'overview', 'zh')[0]).toBe(
      '参加排序的班组共1个，已排定名次0个，暂未排定1个。',
    );
    expect(section(aResult({ facts: owed, standings, expected: [] }), 'overview', 'en')[1]).toBe(
      'Not ranked yet: 一组.',
    );
    expect(section(aResult({ facts: [], standings, expected: [] }), 'overview', 'zh')[0]).not.toContain('合计');
    const byCount = [{ ...ranked('team:一组', 1, '2'), keys: [{ fact: 'tardy', value: num('2') }] }];
    expect(section(aResult({ standings: byCount, expected: [] }), 'overview', 'zh')).toEqual([
      '参加排序的班组共1个，已排定名次。',
      '名次第一的是一组（迟报2次）。',
    ]);
  });

  it('names each of several rankings', () => {
    const standings = [...aResult().standings, { ...ranked('member:甲', 1, '1'), ranking: 'people', keys: [] }];
    const zh = section(aResult({ standings }), 'overview', 'zh');
    expect(zh[0]).toMatch(/^按完成率排序。参加排序的班组共4个/);
    expect(zh[2]).toBe('people。参加排序的组员共1个，已排定名次。');
    expect(zh[3]).toBe('名次第一的是甲。');
    const rankings = { ...WORDS.rankings, people: { title: { zh: '组员排序', en: 'Order of members' }, clause: 'c1' } };
    const en = section(aResult({ standings, words: { ...WORDS, rankings } }), 'overview', 'en');
    expect(en[2]).toBe('Order of members. Taking part: 1, all of them ranked.');
  });

  it('counts the reports of the period, and longer ones once they fell due', () => {
    const yearly = (due: string, more: Partial<Expected> = {}) =>
      expected('team:一组', '2026', 'late', { form: 'plan', due: day(due), ...more });
    const count = (...list: Expected[]) => section(aResult({ expected: list, standings: [] }), 'overview', 'zh')[0];
    expect(count(yearly('2026-02-20'))).toBe('本期应报材料1份，其中按时0份，迟报1份，未报0份。');
    expect(count(yearly('2026-04-01'))).toBeUndefined();
    expect(count(yearly('2025-12-25'))).toContain('迟报1份');
    expect(count(expected('team:一组', '2025-12', 'late'))).toBeUndefined();
    expect(count(yearly('2026-03-20', { period: period('2026-H1') }))).toContain('迟报1份');
    const states: Expected['status'][] = ['not-due', 'ambiguous', 'undated'];
    expect(count(...states.map((status) => expected('team:一组', '2026-03', status)))).toBe(
      '本期应报材料3份，其中按时0份，迟报0份，未报0份，未到期1份，收到日期不明1份，两份并存，待选定1份。',
    );
    const second = {
      ...aResult({ expected: [yearly('2026-02-20'), yearly('2026-06-20', { period: period('2026-H1') })] }),
    };
    const later = { ...second, period: period('2026-Q2'), standings: [] };
    expect(section(later, 'overview', 'zh')[0]).toContain('本期应报材料1份');
  });
});
