import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/model/result.js';
import { writeBulletin } from '../../../src/report/bulletin/write.js';
import { at } from '../result.js';
import { byPoints, DUTY, LOG, reckoned, SCORE_WORDS, scored, scoredItem, scoredResult, scoredRule } from '../scores.js';
import { lines, section } from './printed.js';
import { said } from './words.js';

/** Headings too, where groups are parted by them. */
const blocks = (result: Result, kind: 'order' | 'scores' | 'score-lines', lang: 'zh' | 'en' = 'zh') =>
  section(result, kind, lang);

describe('the order by points', () => {
  it('has a table and its notes for each group that is ranked apart', () => {
    expect(blocks(scoredResult(), 'order')).toEqual([
      '按完成率排序（甲(一)）。',
      '（一）一线',
      '名次 | 班组 | 得分 | 等次',
      '1 | 二组 | 100 | —',
      '2 | 一组 | 79 | —',
      '（二）后勤',
      '名次 | 班组 | 得分 | 等次',
      '1 | 三组 | 40 | —',
      '— | 四组 | 至少90 | —',
      '以下暂不能排定名次，排定后上列名次可能顺延，尚缺：',
      '四组：考评办/扣分登记.xlsx › 扣分登记 › F12 无法读取。',
    ]);
    expect(blocks(scoredResult(), 'order', 'en')[1]).toBe('(1) Front line');
    const headings = writeBulletin(scoredResult(), 'zh').blocks.filter((block) => block.kind === 'heading');
    expect(headings.filter(({ level }) => level === 2).map(({ text }) => text)).toContain('（二）后勤');
  });

  it('keeps ties within their group, and names groups that the roster does not know', () => {
    const standings = [
      { ...byPoints('team:一组', 'front', 1, '90'), tied: true },
      { ...byPoints('team:二组', 'front', 1, '90'), tied: true },
      { ...byPoints('team:三组', 'lost', 1, '90'), tied: false },
      byPoints('team:四组', undefined, 1, '80'),
    ];
    const text = blocks(scoredResult({ standings }), 'order');
    expect(text).toContain('一组、二组并列第1名。');
    expect(text.filter((line) => line.startsWith('（'))).toEqual(['（一）一线', '（二）Lost', '（三）未分组']);
  });

  it('names the first and last of each group with their points', () => {
    expect(section(scoredResult(), 'overview', 'zh')).toEqual([
      '参加排序的班组共4个，分2组，已排定名次3个，暂未排定1个。',
      '一线：名次第一的是二组（得分100分）；名次最后的是一组（得分79分）。',
      '后勤：名次第一的是三组（得分40分）。暂未排定名次的是四组（有单元格无法读取）。',
    ]);
    expect(section(scoredResult({}, false), 'overview', 'en')).toEqual([
      'Taking part: 4, of whom 3 are ranked and 1 not yet.',
      'First: 二组 (points 100); last: 三组 (points 40). Not ranked yet: 四组 (a cell could not be read).',
    ]);
    expect(section(scoredResult(), 'overview', 'en')[0]).toContain('Taking part in 2 groups: 4, of whom 3');
  });
});

describe('points item by item', () => {
  it('stand in order of standing, group by group, with bounds where they are open', () => {
    expect(blocks(scoredResult(), 'scores')).toEqual([
      '班组百分考核（甲(一)）满分100分，计分期间为2026年1月1日至2026年3月31日。共评定班组4个，其中1个得分尚未确定。',
      '（一）一线',
      '班组 | 现场秩序（60） | 台账（40） | 加减分 | 总分（100）',
      '二组 | 60 | 40 | 0 | 100',
      '一组 | 40 | 35 | +4 | 79',
      '（二）后勤',
      '班组 | 现场秩序（60） | 台账（40） | 加减分 | 总分（100）',
      '三组 | 0 | 40 | 0 | 40',
      '四组 | 50–60 | 40 | 0 | 90–100',
      '以下得分尚未确定，尚缺：',
      '四组（90–100分）：考评办/扣分登记.xlsx › 扣分登记 › F12 无法读取。',
    ]);
    expect(blocks(scoredResult({}, false), 'scores', 'en')).toEqual([
      'Score of the teams (甲(一)): full 100 points, from 2026-01-01 to 2026-03-31. Scored (team): 4; still open: 1.',
      'Team | Order (60) | Files (40) | Extra | Total (100)',
      '二组 | 60 | 40 | 0 | 100',
      '一组 | 40 | 35 | +4 | 79',
      '三组 | 0 | 40 | 0 | 40',
      '四组 | 50–60 | 40 | 0 | 90–100',
      'Points not known yet, and what is owed:',
      '四组 (90–100 points): 考评办/扣分登记.xlsx › 扣分登记 › F12 could not be read.',
    ]);
  });

  it('stand in the order of the roster without a ranking, those outside it last', () => {
    const text = blocks(scoredResult({ standings: [] }), 'scores');
    expect(text.slice(2, 6).map((line) => line.slice(0, 2))).toEqual(['一组', '二组', '三组', '四组']);
    const some = blocks(scoredResult({ standings: [byPoints('team:三组', undefined, 1, '40')] }), 'scores');
    expect(some.slice(2, 6).map((line) => line.slice(0, 2))).toEqual(['三组', '一组', '二组', '四组']);
    const apart = blocks(scoredResult({ standings: [byPoints('team:三组', 'rear', 1, '40')] }), 'scores');
    expect(apart.filter((line) => line.startsWith('（'))).toEqual(['（一）后勤', '（二）未参加排序']);
  });

  it('say when nobody is scored', () => {
    expect(blocks(scoredResult({ scores: [] }), 'scores')).toEqual(['本期没有评分对象。']);
    const words = { ...SCORE_WORDS, scores: {} };
    expect(blocks(scoredResult({ words }), 'scores', 'en')).toEqual(['Nobody is scored in this period.']);
  });

  it('put items down the page and subjects across when there are many items, and leave out what nobody has', () => {
    const ids = Array.from({ length: 9 }, (_, index) => `part${index}`);
    const items = Object.fromEntries(
      ids.map((id, index) => [
        id,
        {
          title: said(`第${index}项`, `Part ${index}`),
          clause: 'c1',
          full: '10',
          outside: false,
          begins: 'full' as const,
        },
      ]),
    );
    const names = Array.from({ length: 8 }, (_, index) => `team:${index}队`);
    const scores = names.map((name, index) =>
      scored(
        name,
        '90',
        // The first has an item that nobody else has.
        ids.slice(index === 0 ? 0 : 1).map((id) => scoredItem(id, '10', { full: '10' })),
      ),
    );
    const words = { ...SCORE_WORDS, scores: { duty: { ...DUTY, items } } };
    const tables = writeBulletin(scoredResult({ scores, standings: [], words }), 'zh').blocks.filter(
      (block) => block.kind === 'table',
    );
    expect(tables).toHaveLength(2);
    expect(tables.map(({ columns }) => columns.length)).toEqual([5, 5]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([10, 9]);
    expect(lines(tables.slice(0, 1))[1]).toBe('第0项（10） | 10 | — | — | —');
    expect(lines(tables.slice(1))[1]).toBe('第1项（10） | 10 | 10 | 10 | 10');
    expect(lines(tables).at(-1)).toBe('总分（100） | 90 | 90 | 90 | 90');
  });
});

describe('what was lost and won', () => {
  it('stands with rule, record, arithmetic, points and cell; what does not count after it, with the reason', () => {
    expect(blocks(scoredResult(), 'score-lines')).toEqual([
      '出处未注明工作表的，均在 考评办/扣分登记.xlsx › 扣分登记。',
      '项目和规定 | 情况 | 分值 | 出处',
      '现场秩序：现场不整洁（甲(二)） | 2026年2月3日；=通道堆物；2次×10分 | -20 | D4',
      '台账：没有台账（甲(二)） | 2026年2月3日；=通道堆物 | -5 | D8',
      '加减分：作典型推广（甲(二)） | 2026年2月3日；=通道堆物；1次×5分×80% | +4 | D9',
      '项目和规定 | 情况 | 分值 | 出处',
      '现场秩序：未按时交班（甲(二)） | 迟报 7次×10分 | -70 | 交班 › B2、B3、B4等4处',
      '“现场秩序”扣完本项为止，多扣的10分不计。',
      '班组 | 项目和规定 | 情况 | 原因 | 出处',
      '一组 | 现场秩序：现场不整洁（甲(二)） | 2026年2月3日；=通道堆物 | 同一事项只计最高的一次，见 D4 | D6',
      '一组 | 台账：台账不全（甲(二)） | 2026年2月3日；=通道堆物 | 同组取其重者，按“没有台账”计 | D7',
      '四组 | 现场秩序：现场不整洁（甲(二)） | 2026年2月3日；=通道堆物 | 尚不能确定；F12 无法读取 | D12',
      '另有1个得分未定，补齐后可能增列。',
    ]);
    const tables = writeBulletin(scoredResult(), 'zh').blocks.filter((block) => block.kind === 'table');
    expect(tables.slice(-3).map(({ caption }) => caption)).toEqual([
      '一组：40 + 35 + 4 = 79',
      '三组：0 + 40 = 40',
      '不计分和尚未确定的情形',
    ]);
    const en = blocks(scoredResult(), 'score-lines', 'en');
    expect(en[0]).toBe('Cells named without a sheet are on 考评办/扣分登记.xlsx › 扣分登记.');
    expect(en.slice(1, 3)).toEqual([
      'Item and rule | What was found | Points | Cell',
      'Order: Untidy (甲(二)) | 2026-02-03; =通道堆物; 2 times × 10 points | -20 | D4',
    ]);
    expect(en[6]).toMatch(/\| -70 \| 交班 › B2, B3, B4 and 1 more$/);
    expect(en[7]).toMatch(/^Order: no more comes off than the item holds/);
  });

  it('is said to be nothing where it is, though something was found that does not count', () => {
    const clean = [scored('team:二组', '100', [scoredItem('order', '60')])];
    expect(blocks(scoredResult({ scores: clean }), 'score-lines')).toEqual(['没有加扣分。']);
    const exempt = [reckoned('D4', '10', '0', { aside: { kind: 'exempt' } })];
    const spared = scored('team:二组', '100', [
      scoredItem('order', '60', { rules: [scoredRule('untidy', '0', exempt)] }),
    ]);
    expect(blocks(scoredResult({ scores: [spared] }), 'score-lines', 'en')).toEqual([
      'None.',
      'Cells named without a sheet are on 考评办/扣分登记.xlsx › 扣分登记.',
      'Team | Item and rule | What was found | Why not | Cell',
      '二组 | Order: Untidy (甲(二)) | 2026-02-03; =通道堆物 | exempt under the rule | D4',
    ]);
    const words = { ...SCORE_WORDS, scores: {} };
    expect(blocks(scoredResult({ words }), 'score-lines')).toEqual(['没有加扣分。']);
  });

  it('leaves out columns that would stand empty, and heads a single column of the log by its title', () => {
    const bare = { cells: [], shown: [] };
    const one = scored('team:二组', '50', [
      scoredItem('order', '50', { rules: [scoredRule('untidy', '-10', [reckoned('', '10', '-10', bare)])] }),
    ]);
    expect(blocks(scoredResult({ scores: [one] }), 'score-lines')).toEqual([
      '项目和规定 | 分值',
      '现场秩序：现场不整洁（甲(二)） | -10',
    ]);
    const what = { shown: [{ column: 'what', text: said('漏油', 'oil') }] };
    const told = scored('team:二组', '50', [
      scoredItem('order', '50', { rules: [scoredRule('untidy', '-10', [reckoned('D4', '10', '-10', what)])] }),
    ]);
    const words = { ...SCORE_WORDS, scores: { duty: { ...DUTY, shown: { what: said('情况', 'What') } } } };
    expect(blocks(scoredResult({ scores: [told], words }), 'score-lines').slice(1)).toEqual([
      '项目和规定 | 情况 | 分值 | 出处',
      '现场秩序：现场不整洁（甲(二)） | 漏油 | -10 | D4',
    ]);
    const twice = { ...what, times: '2' };
    const again = scored('team:二组', '40', [
      scoredItem('order', '50', { rules: [scoredRule('untidy', '-20', [reckoned('D4', '10', '-20', twice)])] }),
    ]);
    const log = { ...SCORE_WORDS, scores: { duty: { ...DUTY, shown: { what: said('事由', 'What') } } } };
    expect(blocks(scoredResult({ scores: [again], words: log }), 'score-lines').slice(1)).toEqual([
      '项目和规定 | 情况 | 分值 | 出处',
      '现场秩序：现场不整洁（甲(二)） | 漏油；2次×10分 | -20 | D4',
    ]);
  });

  it('bears rules without records, ids without words and reports that never came', () => {
    const strange = scored('team:二组', '50', [
      scoredItem('lost', '50', {
        rules: [
          scoredRule('gone', '-3', []),
          scoredRule('gone', '-2', [reckoned('', '2', '-2', { cells: [at('', '')] })]),
        ],
      }),
    ]);
    expect(blocks(scoredResult({ scores: [strange] }), 'score-lines').slice(-2)).toEqual([
      'lost：gone |  | -3 | ',
      'lost：gone | 2026年2月3日；=通道堆物 | -2 | （没有收到文件）',
    ]);
  });

  it('passes on what sets a whole group aside, and leaves out what happened no time at all', () => {
    const none = reckoned('D5', '5', '0', { times: '0', aside: { kind: 'not-reached', parameter: 'tardy_at' } });
    const kept = scoredItem('kept', '0', {
      aside: { kind: 'alternative', of: 'untidy' },
      rules: [scoredRule('poor', '-5', [reckoned('D4', '5', '-5')]), scoredRule('none', '0', [none])],
    });
    const one = scored('team:二组', '50', [scoredItem('files', '40', { items: [kept] })]);
    expect(blocks(scoredResult({ scores: [one] }), 'score-lines').slice(-1)).toEqual([
      '二组 | 台账：台账不全（甲(二)） | 2026年2月3日；=通道堆物 | 同组取其重者，按“现场不整洁”计 | D4',
    ]);
  });

  it('names cells as shortly as can be told apart', () => {
    const owed = [{ kind: 'repeated', form: 'log', places: [LOG('D4'), at('A1')] } as const];
    const open = reckoned('D4', '5', '0', { aside: { kind: 'open' }, owed });
    const one = scored('team:二组', '50', [scoredItem('order', '50', { rules: [scoredRule('untidy', '0', [open])] })]);
    expect(blocks(scoredResult({ scores: [one] }), 'score-lines').at(-1)).toBe(
      '二组 | 现场秩序：现场不整洁（甲(二)） | 2026年2月3日；=通道堆物 | 尚不能确定；“离岗登记”中同一事项有几行，内容不同：D4；月报 › A1 | D4',
    );
  });
});
