import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/model/result.js';
import { WORDS } from '../bulletin/words.js';
import { aResult, at, fact, grade, line, num, ranked, standing, subject, unsent } from '../result.js';
import { cell, lines, sheet, shown } from './sheets.js';

describe('the order', () => {
  it('shows ties as ties, everyone’s figures, and last who has no rank with what is owed', () => {
    expect(lines(sheet(aResult(), 'zh', '排名'))).toEqual([
      '按完成率排序',
      '考核办　2026年第一季度　截至2026年4月8日',
      '名次 | 班组 | 任务\n（件） | 完成任务\n（件） | 完成率 | 迟报\n（次） | 等次 | 认定依据 | 表扬、批评和其他后果 | 未排名次，尚缺',
      '1（并列） | 一组 | #10 | #10 | %1 | #0 | 待评定 |  | 全部完成（依据甲(二)） | ',
      '1（并列） | 三组 | #6 | #6 | %1 | #1 | 先进 | 名额之内（乙(二)） | 全部完成（依据甲(二)） | ',
      '#3 | 二组 | #8 | #4 | %0.5 | #3 | 不合格 | 多次迟报（甲(二)） | 迟报3次（依据甲(二)） | ',
      '— | 四组 | #5 | 待定 | 待定 | #1 | 无法认定 |  |  | 四组未报2026年2月“月报”（应于2026年3月5日前）',
      '按完成率排序（甲(一)）',
      '并列的同一名次，其后名次顺延；并列不按任何次序取舍。',
    ]);
    expect(lines(sheet(aResult(), 'en', 'Order'))[2]).toBe(
      'Rank | Team | Tasks given\n(pieces) | Tasks done\n(pieces) | Completion | Late reports\n(times) | Grade | Decided by | What follows | Not ranked: what is owed',
    );
  });

  it('does without what nobody needs', () => {
    const plain = aResult({ standings: [ranked('team:一组', 1, '1')] });
    expect(lines(sheet(plain, 'zh', '排名')).slice(3)).toEqual([
      '#1 | 一组 | #10 | #10 | %1 | #0 | 待评定 |  | 全部完成（依据甲(二)）',
      '按完成率排序（甲(一)）',
    ]);
  });

  it('has a sheet for each ranking, also of one that no table of the bulletin shows', () => {
    const standings = [
      ranked('team:一组', 1, '1'),
      standing('ghost:x', { ranking: 'other', keys: [{ fact: 'tardy' }] }),
    ];
    const other = sheet(aResult({ standings }), 'en', 'Order other');
    expect(lines(other).slice(2)).toEqual([
      'Rank |  | Late reports\n(times) | What follows | Not ranked: what is owed',
      '— | the assessment office |  |  | ',
    ]);
    expect(sheet(aResult({ standings }), 'en', 'Order Order by completion').widths).toHaveLength(9);
  });

  it('gives every consequence a line', () => {
    const consequences = [line('praised', 'team:一组', 'commend', '好。'), line('told', 'team:一组', 'notice', '知。')];
    expect(cell(sheet(aResult({ consequences }), 'zh', '排名'), '一组', '表扬')?.value).toBe(
      '好（依据甲(二)）\n知（依据甲(二)）',
    );
  });
});

describe('the sheet of a kind of subject', () => {
  it('has every fact, the grade and the rules that decided', () => {
    expect(lines(sheet(aResult(), 'zh', '组员')).slice(2)).toEqual([
      '编号 | 组员 | 班组 | 离岗\n（次） | 组长意见 | 等次 | 认定依据',
      '01 | 甲 | 一组 | #0 |  | 待评定 | ',
      '02 | 乙 | 二组 | #3 | 差 | 不称职（建议） | 多次离岗（乙(一)）\n组长意见为差（乙(一)）',
      '09 | 丙（09） | 二组 | 待定 |  | 无法认定 | ',
      '10 | 丙（10） | 三组 |  |  |  | ',
    ]);
    expect(lines(sheet(aResult(), 'en', 'Team')).slice(2, 5)).toEqual([
      'Team | Tasks given\n(pieces) | Tasks done\n(pieces) | Completion | Late reports\n(times) | Founded on | Grade | Decided by',
      '一组 | #10 | #10 | %1 | #0 | 2010-05-01 | awaited | ',
      '二组 | #8 | #4 | %0.5 | #3 |  | poor | Late too often (甲(二))',
    ]);
  });

  it('says below it how many may hold a grade', () => {
    expect(lines(sheet(aResult(), 'zh', '班组')).at(-1)).toBe('先进名额（乙(二)）：参加考核4人，比例30.0%，名额1');
    expect(lines(sheet(aResult(), 'en', 'Team')).at(-1)).toBe(
      'Places for fine (乙(二)): taking part 4, share 30.0%, places 1',
    );
    const apart = { limit: 'best', clause: 'c4', within: 'team:二组', takingPart: 4 };
    const own = aResult({ seats: [{ ...apart, share: '0.3', seats: 1 }, apart] });
    expect(lines(sheet(own, 'zh', '班组')).slice(-2)).toEqual([
      '先进名额（乙(二)）：二组：参加考核4人，比例30.0%，名额1',
      '先进名额（乙(二)）：二组：参加考核4人，名额待定',
    ]);
    const strange = aResult({ seats: [{ limit: 'x', clause: 'c4', takingPart: 4, share: '0.3', seats: 1 }] });
    expect(lines(sheet(strange, 'zh', '班组'))).toHaveLength(7);
  });

  it('colours the ends of the ladder and nothing between', () => {
    const of = (team: string, result: Result = aResult()) => cell(sheet(result, 'zh', '班组'), team, '等次')?.style;
    expect(['一组', '二组', '三组', '四组'].map((team) => of(team))).toEqual(['text', 'bad', 'good', 'text']);
    const middle = [grade('team:一组', 'team', { state: 'determined', grade: 'fair' })];
    expect(of('一组', aResult({ grades: middle }))).toBe('text');
    const alone = [grade('team:一组', 'lost', { state: 'determined', grade: 'fair' })];
    const { team } = WORDS.ladders;
    const ladders = team ? { lost: { ...team, grades: team.grades.slice(1, 2) } } : {};
    expect(of('一组', aResult({ grades: alone, words: { ...WORDS, ladders } }))).toBe('text');
  });

  it('notes where a figure comes from, a few places and the count', () => {
    const teams = sheet(aResult(), 'zh', '班组');
    expect(cell(teams, '一组', '任务')?.note).toBe(
      '来源（3处）：\n二组-2月.xlsx › 月报 › B2、B3\n一组.xlsx › 月报 › C3',
    );
    expect(cell(teams, '一组', '迟报')?.note).toBeUndefined();
    const many = Array.from({ length: 7 }, (_, index) => at('A1', `${index}.xlsx`));
    const facts = [fact('team:一组', 'given', num('7'), { cells: [...many, { file: '' }] })];
    const note = cell(sheet(aResult({ facts }), 'en', 'Team'), '一组', 'Tasks given')?.note;
    expect(note?.split('\n')).toEqual([
      'From 8 cell(s):',
      ...['0', '1', '2', '3', '4'].map((name) => `${name}.xlsx › 月报 › A1`),
      '… and 3 more',
    ]);
  });

  it('notes what is owed for a figure and for a grade', () => {
    const zh = sheet(aResult(), 'zh', '班组');
    const owed = '尚缺：\n四组未报2026年2月“月报”（应于2026年3月5日前）';
    expect(cell(zh, '四组', '完成率')).toEqual({ value: '待定', style: 'number', note: owed, link: "#'依据'!D18" });
    expect(cell(zh, '一组', '等次')?.note).toBe(`可能的等次：先进、合格\n${owed}`);
    const en = sheet(aResult(), 'en', 'Member');
    expect(cell(en, '甲', 'Grade')?.note).toBe('Still possible: able');
    expect(cell(en, '丙 (09)', 'Left the post')?.note).toBe('Owed:\nparameter "Share of the best" is not set');
    const silent = sheet(aResult({ facts: [fact('team:一组', 'founded', unsent, { owed: [] })] }), 'en', 'Team');
    expect(cell(silent, '一组', 'Founded on')).toEqual({ value: 'pending', style: 'text', link: "#'Sources'!D4" });
  });

  it('leads from every figure to the row of what it rests on, and notes nothing where there are too many', () => {
    const sources = sheet(aResult(), 'zh', '依据');
    const link = cell(sheet(aResult(), 'zh', '班组'), '一组', '任务')?.link ?? '';
    const row = sources.rows[Number(/D(\d+)$/.exec(link)?.[1]) - 1]?.cells ?? [];
    expect(row.slice(1, 4).map(shown)).toEqual(['一组', '任务', '#10']);
    const many = Array.from({ length: 101 }, (_, index) => subject(`team:${index}`));
    const facts = many.map(({ id }) => fact(id, 'given', num('7'), { cells: [at('A1')] }));
    const crowd = sheet(aResult({ subjects: many, facts }), 'zh', '班组');
    const figures = crowd.rows.flatMap(({ cells }) => cells.filter((each) => each?.link));
    expect(figures).toHaveLength(101);
    expect(figures.some((each) => each?.note)).toBe(false);
  });

  it('needs neither number nor group', () => {
    const subjects = aResult().subjects.map(({ id, kind, name, aliases }) => ({
      id,
      kind,
      name,
      aliases,
      takesPart: true,
    }));
    expect(lines(sheet(aResult({ subjects }), 'zh', '组员')).slice(2)[0]).toMatch(/^组员 \| 离岗/);
    const mixed = subjects.map((each) => (each.id === 'member:甲' ? { ...each, within: 'team:一组' } : each));
    expect(lines(sheet(aResult({ subjects: mixed }), 'zh', '组员')).slice(3, 5)).toEqual([
      '甲 | 一组 | #0 |  | 待评定 | ',
      '乙 |  | #3 | 差 | 不称职（建议） | 多次离岗（乙(一)）\n组长意见为差（乙(一)）',
    ]);
  });

  it('is printed on as many pages side by side as it takes to be read, each with the names', () => {
    expect(sheet(aResult(), 'zh', '班组').print?.wide).toBe(1);
    const ids = Array.from({ length: 40 }, (_, index) => `fact${index}`);
    const about = { ...WORDS.facts.given, title: { zh: '很长的事项名称', en: 'A fact with a long name' } };
    const words = { ...WORDS, facts: Object.fromEntries(ids.map((id) => [id, about])) } as Result['words'];
    const facts = ids.map((id) => fact('team:一组', id, num('1')));
    expect(sheet(aResult({ facts, words }), 'zh', '班组').print?.wide).toBeGreaterThan(1);
  });

  it('centres its title over no more than a screen', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `fact${index}`);
    const title = { zh: '很长的事项名称很长的事项名称', en: 'A fact' };
    const facts = Object.fromEntries(ids.map((id) => [id, { title, clause: 'c1', show: 'number' } as const]));
    const wide = aResult({ facts: ids.map((id) => fact('team:一组', id, num('1'))), words: { ...WORDS, facts } });
    const { merges, widths } = sheet(wide, 'zh', '班组');
    expect(widths).toHaveLength(43);
    expect(merges?.[0]).toMatch(/^A1:[T-Z]1$/);
  });
});
