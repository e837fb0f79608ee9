import { describe, expect, it } from 'vitest';
import type { Period } from '../../../src/base/period.js';
import { OFFICE } from '../../../src/model/form.js';
import type { FileReport } from '../../../src/model/result.js';
import { WORDS } from '../bulletin/words.js';
import { aResult, at, day, expected, fact, num, unsent } from '../result.js';
import { lines, sheet } from './sheets.js';

describe('sources', () => {
  it('walk every figure back to its clause and its cells', () => {
    const zh = lines(sheet(aResult(), 'zh', '依据')).slice(2);
    expect(zh).toHaveLength(1 + aResult().facts.length);
    expect(zh[0]).toBe(
      '类别 | 对象 | 事项 | 数值 | 单位 | 起 | 止 | 条款 | 条款内容 | 来源（文件 › 工作表 › 单元格） | 尚缺',
    );
    expect(zh[1]).toBe(
      '班组 | 一组 | 任务 | #10 | 件 | 2026-01-01 | 2026-03-31 | 甲(一) | 完成任务的次序 | 二组-2月.xlsx › 月报 › B2、B3\n一组.xlsx › 月报 › C3 | ',
    );
    expect(zh[15]).toBe(
      '班组 | 四组 | 完成率 | 待定 |  | 2026-01-01 | 2026-03-31 | 甲(一) | 完成任务的次序 |  | 四组未报2026年2月“月报”（应于2026年3月5日前）',
    );
    const en = lines(sheet(aResult(), 'en', 'Sources'));
    expect(en[22]).toBe(
      'Member | 乙 | Opinion of the head | poor |  | 2026-01-01 | 2026-03-31 | 乙(一) | Left the post more than twice |  | ',
    );
  });

  it('say where no file came, and bear what has no words', () => {
    const facts = [
      fact('ghost', 'tardy', num('1'), { cells: [{ file: '' }] }),
      fact('team:一组', 'orphan', num('1'), { cells: [at('')] }),
      fact('team:一组', 'strange', num('1')),
    ];
    expect(lines(sheet(aResult({ facts }), 'en', 'Sources')).slice(3)).toEqual([
      ' | the assessment office | Late reports | #1 | times | 2026-01-01 | 2026-03-31 | 甲(二) | Late twice: criticism | (no file came) | ',
      'Team | 一组 | Old fact | #1 |  | 2026-01-01 | 2026-03-31 | gone |  | 二组-2月.xlsx › 月报 | ',
      'Team | 一组 | strange | #1 |  | 2026-01-01 | 2026-03-31 |  |  | nothing handed in counts to it | ',
    ]);
  });
});

describe('figures that are not known', () => {
  it('stand with their bounds, as everywhere else', () => {
    const open = { kind: 'cell', place: at('B9') } as const;
    const facts = [
      fact('team:一组', 'done', open, { atLeast: num('7') }),
      fact('team:一组', 'tardy', open, { atLeast: num('0'), atMost: num('1') }),
      fact('team:一组', 'rate', open, { atLeast: num('0') }),
    ];
    const zh = aResult({ facts });
    expect(
      lines(sheet(zh, 'zh', '依据'))
        .slice(3)
        .map((line) => line.split(' | ')[3]),
    ).toEqual(['至少7', '0–1', '待定']);
    expect(lines(sheet(zh, 'zh', '排名'))[3]).toContain('| 至少7 | 待定 | 0–1 |');
    expect(lines(sheet(zh, 'en', 'Sources'))[3]).toContain('| at least 7 |');
  });
});

describe('figures to which no cell counts', () => {
  it('say so, or what they are made of', () => {
    const facts = [
      fact('team:一组', 'tardy', num('0')),
      fact('team:一组', 'rate', num('1'), { parts: ['done', 'given'] }),
      fact('team:一组', 'done', unsent),
    ];
    const says = (lang: 'zh' | 'en', name: string) =>
      lines(sheet(aResult({ facts }), lang, name))
        .slice(3)
        .map((line) => line.split(' | ')[9]);
    expect(says('zh', '依据')).toEqual(['材料中没有应计入的记载', '由完成任务、任务得出', '']);
    expect(says('en', 'Sources')).toEqual(['nothing handed in counts to it', 'made of: Tasks done, Tasks given', '']);
  });
});

describe('submissions', () => {
  it('list every file that came for the same, and mark the others', () => {
    const period = '2026-01' as Period;
    const form = { sheet: '月报', form: 'report', by: 'team:一组', period, rows: 1, status: 'returned' as const };
    const files = ['甲.xlsx', '乙.xlsx'].map((file) => ({ file, sha256: '', forms: [form] }));
    const owed = [
      expected('team:一组', '2026-01', 'on-time', { file: '甲.xlsx', sheet: '月报', received: day('2026-02-03') }),
    ];
    const result = aResult({ files, expected: owed });
    expect(lines(sheet(result, 'zh', '材料')).slice(3)).toEqual([
      '一组 | 月报 | 2026年1月 | 2026-03-05 | 2026-02-03 | 按时 |  | 退回 | 甲.xlsx',
      '一组 | 月报 | 2026年1月 | 2026-03-05 |  | 同一材料的另一份 |  | 退回 | 乙.xlsx',
    ]);
    expect(lines(sheet(result, 'en', 'Submissions'))[4]).toContain('| another of the same |');
  });

  it('name whoever keeps a form for the office', () => {
    const keepers = { report: { zh: '领导小组', en: 'the leading group' } };
    const owed = [expected(OFFICE, '2026-01', 'not-due'), expected(OFFICE, '2026-01', 'not-due', { form: 'other' })];
    const result = aResult({ expected: owed, words: { ...WORDS, keepers } });
    const from = (lang: 'zh' | 'en', name: string) =>
      lines(sheet(result, lang, name))
        .slice(3)
        .map((line) => line.split(' | ')[0]);
    expect(from('zh', '材料')).toEqual(['领导小组', '考评办公室']);
    expect(from('en', 'Submissions')).toEqual(['the leading group', 'the assessment office']);
  });

  it('are all there, with what became of each file', () => {
    expect(lines(sheet(aResult(), 'zh', '材料')).slice(2)).toEqual([
      '报送单位 | 材料名称 | 所属期间 | 应报日期 | 收到日期 | 状态 | 迟报天数 | 审核 | 文件',
      '一组 | 月报 | 2026年1月 | 2026-03-05 | 2026-02-03 | 按时 |  | 通过 | 一组.xlsx',
      '二组 | 月报 | 2026年2月 | 2026-03-05 | 2026-03-09 | 迟报 | #4 |  | ',
      '四组 | 月报 | 2026年2月 | 2026-03-05 |  | 未报 |  |  | ',
      '三组 | 月报 | 2026年3月 | 2026-03-05 |  | 收到日期不明 |  |  | ',
    ]);
  });

  it('say in English what became of them', () => {
    const form = { sheet: '月报', form: 'report', rows: 1 };
    const statuses = ['accepted-with-warnings', 'returned', 'not-counted'] as const;
    const files: FileReport[] = statuses.map((status, index) => ({
      file: `${index}.xlsx`,
      sha256: '',
      forms: [{ ...form, status }],
    }));
    const owed = files.map(({ file }) => expected('team:一组', '2026-03', 'not-due', { file, sheet: '月报' }));
    expect(lines(sheet(aResult({ files, expected: owed }), 'en', 'Submissions')).slice(3)).toEqual([
      '一组 | Monthly report | March 2026 | 2026-03-05 |  | not due yet |  | accepted with warnings | 0.xlsx',
      '一组 | Monthly report | March 2026 | 2026-03-05 |  | not due yet |  | returned | 1.xlsx',
      '一组 | Monthly report | March 2026 | 2026-03-05 |  | not due yet |  | not counted | 2.xlsx',
    ]);
  });
});

describe('findings', () => {
  it('say where, what and how to mend it', () => {
    expect(lines(sheet(aResult(), 'zh', '问题')).slice(2)).toEqual([
      '编号 | 程度 | 文件 | 工作表 | 单元格 | 所在行 | 原填内容 | 问题 | 处理办法',
      'A201 | 错误 | 二组-2月.xlsx | 月报 | C5 | 7 巡查 | =1+1 | “原因”填的是“=1+1”，等于没有填写 | 补填',
      'A503 | 警告 |  |  |  |  |  | 四组2026年2月的“月报”应于2026年3月5日前报送，至今未报 | 催报；计入未按时上报次数',
      'A103 | 提示 | 二组-2月.xlsx | 月报 | G1 |  |  | “备注2”不是本表的列，未采用 | 无须处理；如是必需的列，请按模板改表头',
    ]);
    expect(lines(sheet(aResult(), 'en', 'Findings'))[3]).toBe(
      'A201 | error | 二组-2月.xlsx | 月报 | C5 | 7 巡查 | =1+1 | "Reason" says "=1+1", which stands for nothing | fill it in',
    );
  });

  it('carry a colour by severity, and text only as a value', () => {
    const { rows } = sheet(aResult(), 'zh', '问题');
    expect(rows.slice(3).map(({ cells }) => cells[1]?.style)).toEqual(['bad', 'warn', 'text']);
    expect(rows[3]?.cells[6]).toEqual({ value: '=1+1', style: 'text' });
  });
});

describe('findings by the thousand', () => {
  it('are listed up to a thousand of a kind in a file, and told with their true number', () => {
    const [first] = aResult().findings;
    if (!first) throw new Error('no finding');
    const result = aResult({ findings: Array.from({ length: 1001 }, () => first) });
    const zh = lines(sheet(result, 'zh', '问题'));
    expect(zh.filter((line) => line.startsWith('A201 |'))).toHaveLength(1000);
    expect(zh.at(-1)).toContain('二组-2月.xlsx（A201）共 1001 处，只列前 1000 处，全部见 results.json');
    expect(lines(sheet(result, 'en', 'Findings')).at(-1)).toContain('1001, of which 1000 are listed');
  });
});

describe('what was not applied', () => {
  it('stands with what asks for it', () => {
    expect(lines(sheet(aResult(), 'zh', '未适用')).slice(2)).toEqual([
      '来源 | 项目 | 取值 | 条款 | 条款内容 | 有关规则和事项',
      '未设定，有关规则未适用 | 优秀比例 |  | 乙(二) | 优秀名额 | 名额之内（乙(二)）\n离岗',
      '未设定，有关规则未适用 | 备用天数 |  | gone |  | ',
      '办法未写明，推定 | 离岗上限 | 超过2次 | 乙(一) | 离岗超过两次 | 多次离岗（乙(一)）',
      '本单位设定 | 迟报批评次数 | 2次以上 | 甲(二) | 迟报两次给予批评 | 全部完成（甲(二)）\n迟报批评（甲(二)）',
    ]);
    expect(lines(sheet(aResult(), 'en', 'Not applied'))[5]).toBe(
      'assumed: the measures do not give it | Times away, more than | more than 2 times | 乙(一) | Left the post more than twice | Away too often (乙(一))',
    );
    expect(WORDS.parameters.bar?.title.en).toBe('Bar');
  });
});
