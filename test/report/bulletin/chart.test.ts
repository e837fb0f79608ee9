import { describe, expect, it } from 'vitest';
import type { ChartBlock } from '../../../src/model/bulletin.js';
import type { Result } from '../../../src/model/result.js';
import { writeBulletin } from '../../../src/report/bulletin/write.js';
import { aResult, fact, num, unsent } from '../result.js';
import { scoredResult } from '../scores.js';
import { WORDS } from './words.js';

const charted = (result: Result, chart: string): Result => {
  const sections = result.words.bulletin.sections.map((each) => (each.kind === 'order' ? { ...each, chart } : each));
  return { ...result, words: { ...result.words, bulletin: { ...result.words.bulletin, sections } } };
};
const chartsOf = (result: Result, lang: 'zh' | 'en' = 'zh'): ChartBlock[] =>
  writeBulletin(result, lang).blocks.filter((block) => block.kind === 'chart');

describe('the chart of an order', () => {
  it('shows a fact of everyone in order of standing, with its figure as the table has it', () => {
    const [chart, ...more] = chartsOf(charted(aResult(), 'rate'));
    expect(more).toEqual([]);
    expect(chart?.caption).toBe('各班组完成率');
    expect(chart?.isShare).toBe(true);
    expect(chart?.bars.slice(0, 3)).toEqual([
      { name: '一组', text: '100.0%', least: '1', most: '1' },
      { name: '三组', text: '100.0%', least: '1', most: '1' },
      { name: '二组', text: '50.0%', least: '0.5', most: '0.5' },
    ]);
    expect(chart?.bars[3]).toMatchObject({ name: '四组', text: '待定' });
  });

  it('says the same in words, in both languages', () => {
    expect(chartsOf(charted(aResult(), 'rate'))[0]?.alt).toBe(
      '条形图，各班组完成率：一组100.0%；三组100.0%；二组50.0%；四组待定。',
    );
    const [en] = chartsOf(charted(aResult(), 'rate'), 'en');
    expect(en?.caption).toBe('Completion by team');
    expect(en?.alt).toBe('Bar chart, Completion by team: 一组 100.0%; 三组 100.0%; 二组 50.0%; 四组 pending.');
  });

  it('stands below the table, before what is said of ties', () => {
    const { blocks } = writeBulletin(charted(aResult(), 'rate'), 'zh');
    const at = blocks.findIndex(({ kind }) => kind === 'chart');
    expect(blocks[at - 1]?.kind).toBe('table');
    expect(blocks[at + 1]).toEqual({ kind: 'paragraph', text: '一组、三组并列第1名。' });
  });

  it('keeps the bounds of what is not known', () => {
    const open = fact('team:四组', 'given', unsent, { atLeast: num('3'), atMost: num('9') });
    const facts = [...aResult().facts.filter(({ subject, id }) => subject !== 'team:四组' || id !== 'given'), open];
    const [chart] = chartsOf(charted(aResult({ facts }), 'given'));
    expect(chart?.isShare).toBe(false);
    expect(chart?.bars[3]).toEqual({ name: '四组', text: '3–9', least: '3', most: '9' });
  });

  it('is drawn for each group that is ranked apart, under its title', () => {
    const charts = chartsOf(charted(scoredResult(), 'total'));
    expect(charts.map(({ caption, bars }) => [caption, bars.map(({ name }) => name)])).toEqual([
      ['一线得分', ['二组', '一组']],
      ['后勤得分', ['三组', '四组']],
    ]);
    expect(chartsOf(charted(scoredResult(), 'total'), 'en').map(({ caption }) => caption)).toEqual([
      expect.stringMatching(/^Points, /),
      expect.stringMatching(/^Points, /),
    ]);
  });

  it('is left out where it is not asked for, where nothing is known, and where there is one figure alone', () => {
    expect(chartsOf(aResult())).toEqual([]);
    expect(chartsOf(charted(aResult({ facts: [] }), 'rate'))).toEqual([]);
    const one = aResult().facts.filter(({ subject }) => subject === 'team:一组');
    expect(chartsOf(charted(aResult({ facts: one }), 'rate'))).toEqual([]);
    expect(chartsOf(charted(aResult(), 'founded'))).toEqual([]);
  });

  it('needs no words of the pack', () => {
    const bare = charted(aResult({ words: { ...WORDS, facts: {}, subjects: {} } }), 'rate');
    expect(chartsOf(bare)[0]?.caption).toBe('各teamrate');
  });
});
