import { describe, expect, it } from 'vitest';
import type { Owed } from '../../../src/model/grading.js';
import type { Result } from '../../../src/model/result.js';
import { writeBulletin } from '../../../src/report/bulletin/write.js';
import { aResult, atom, day, expected, extract, fact, grade, line, num, ranked, standing, subject } from '../result.js';
import { section } from './printed.js';
import { WORDS } from './words.js';

describe('the order', () => {
  it('shows ties as ties and who has no rank last, with what is owed', () => {
    const result = aResult({ standings: aResult().standings.toReversed() });
    const [basis, ...zh] = section(result, 'order', 'zh');
    expect(basis).toBe('按完成率排序（甲(一)）。');
    expect(zh).toEqual([
      '名次 | 班组 | 任务 | 完成任务 | 完成率 | 迟报 | 等次',
      '1（并列） | 三组 | 6 | 6 | 100.0% | 1 | 先进',
      '1（并列） | 一组 | 10 | 10 | 100.0% | 0 | 待评定',
      '3 | 二组 | 8 | 4 | 50.0% | 3 | 不合格',
      '— | 四组 | 5 | 待定 | 待定 | 1 | 无法认定',
      '三组、一组并列第1名。',
      '以下暂不能排定名次，排定后上列名次可能顺延，尚缺：',
      '四组：未报2026年2月“月报”（应于2026年3月5日前）。',
    ]);
    expect(section(result, 'order', 'en').slice(-3)).toEqual([
      '三组, 一组 share place 1.',
      'Not ranked yet; once they are, places above may move down. Owed:',
      '四组: "Monthly report" for February 2026 has not come (due 2026-03-05).',
    ]);
  });

  it('puts figures to the right and names to the left', () => {
    const table = writeBulletin(aResult(), 'zh').blocks.find((block) => block.kind === 'table');
    expect(table?.columns.map(({ align }) => align)).toEqual([
      'center',
      'left',
      'right',
      'right',
      'right',
      'right',
      'center',
    ]);
    expect(table?.columns.every(({ width }) => width >= 4 && width <= 30)).toBe(true);
  });

  it('has neither notes nor grades where there are none', () => {
    const standings = [ranked('team:一组', 1, '1'), ranked('team:外组', 2, '0.5')];
    const text = section(aResult({ standings, grades: [], words: { ...WORDS, rankings: {} } }), 'order', 'zh');
    expect(text).toHaveLength(3);
    expect(text[1]).toBe('1 | 一组 | 10 | 10 | 100.0% | 0 | —');
    const nobody = section(aResult({ standings: [standing('team:一组')] }), 'order', 'zh');
    expect(nobody.at(-1)).toBe('一组。');
    const unknown = section(aResult({ standings: [ranked('ghost:x', 1, '1')] }), 'order', 'en');
    expect(unknown[1]).toBe('Rank |  | Tasks given | Tasks done | Completion | Late reports');
  });

  it('heads the grades of several ladders by their titles', () => {
    const { team } = WORDS.ladders;
    const ladders = team ? { team, second: { ...team, title: { zh: '另一等次', en: 'Another grade' } } } : {};
    const [, heading] = section(aResult({ words: { ...WORDS, ladders } }), 'order', 'zh');
    expect(heading).toMatch(/班组等次 \| 另一等次$/);
  });
});

describe('consequences', () => {
  it('stand by tone, one paragraph a subject, each with its clause', () => {
    const more = [...aResult().consequences, line('scolded', 'team:二组', 'criticise', '限期整改。')];
    expect(section(aResult({ consequences: more }), 'consequences', 'zh')).toEqual([
      '（一）表扬',
      '一组：全部完成（依据甲(二)）。',
      '三组：全部完成（依据甲(二)）。',
      '（二）批评',
      '二组：迟报3次（依据甲(二)）；限期整改（依据甲(二)）。',
    ]);
    expect(section(aResult(), 'consequences', 'en').slice(-2)).toEqual([
      '(2) Criticised',
      '二组: scolded indeed (clause 甲(二)).',
    ]);
  });

  it('leave out a tone without anybody and one that is not asked for', () => {
    const only = [line('praised', 'team:一组', 'commend', '好'), line('told', 'team:二组', 'notice', '知')];
    expect(section(aResult({ consequences: only }), 'consequences', 'zh')).toEqual([
      '（一）表扬',
      '一组：好（依据甲(二)）。',
    ]);
    const settled = { consequences: only.slice(1), facts: [], grades: [] };
    expect(section(aResult(settled), 'consequences', 'zh')).toEqual(['无表扬和批评。']);
    // While something is not known, nobody can say that there is nothing.
    expect(section(aResult({ consequences: [] }), 'consequences', 'zh')).toEqual([
      '截至2026年4月8日的材料中没有应列的内容。',
    ]);
  });

  it('need no heading of their own when one tone is asked for', () => {
    const sections = WORDS.bulletin.sections.map((each) =>
      each.kind === 'consequences' ? { ...each, tones: ['criticise'] as const } : each,
    );
    const words = { ...WORDS, bulletin: { ...WORDS.bulletin, sections } };
    expect(section(aResult({ words }), 'consequences', 'zh')).toEqual(['二组：迟报3次（依据甲(二)）。']);
  });
});

describe('rows', () => {
  const rows = (more: Partial<Result>, lang: 'zh' | 'en' = 'zh') => section(aResult(more), 'rows', lang);

  it('begin with who wrote them and for when', () => {
    expect(rows({})).toEqual(['班组 | 期间 | 序号 | 原因', '二组 | 2026年2月 | 7 | =停电']);
    expect(rows({}, 'en')).toEqual(['Team | Period | No. | Reason', '二组 | February 2026 | 7 | =停电']);
  });

  it('leave out what no row has, and leave blank what one row lacks', () => {
    const bare = extract.rows.map(({ cells }) => ({ cells }));
    expect(rows({ extracts: [{ ...extract, rows: bare }] })).toEqual(['序号 | 原因', '7 | =停电']);
    const mixed = [{ ...extract, rows: [...bare, ...extract.rows] }];
    expect(rows({ extracts: mixed })[1]).toBe(' |  | 7 | =停电');
    const stranger = extract.rows.map((row) => ({ ...row, by: 'x:y' }));
    expect(rows({ extracts: [{ ...extract, rows: stranger }] })[0]).toBe('报送单位 | 期间 | 序号 | 原因');
    expect(rows({ extracts: [{ ...extract, rows: [] }] })).toEqual(['均已完成。']);
    expect(rows({ extracts: [{ ...extract, section: 0 }] }, 'en')).toEqual(['All were done.']);
  });
});

describe('a list that is not whole', () => {
  const owed = [
    { kind: 'submission', form: 'monthly', by: 'team:四组', period: '2026-02', due: '2026-03-05' },
    { kind: 'submission', form: 'monthly', by: 'team:一组', period: '2026-02', due: '2026-03-05' },
    { kind: 'later', form: 'monthly', by: 'team:一组', period: '2026-03', due: '2026-04-15' },
  ] as Owed[];

  it('says what is not there, and not that there is nothing', () => {
    const none = { extracts: [{ ...extract, rows: [], owed }] };
    expect(section(aResult(none), 'rows', 'zh')).toEqual([
      '截至2026年4月8日的材料中没有应列的内容；另有2处材料未报、1处材料未到期。',
    ]);
    expect(section(aResult(none), 'rows', 'en')).toEqual([
      'Nothing to list in what is at hand on 2026-04-08; still open: a report is missing (2), a report is not due yet (1).',
    ]);
  });

  it('says below what may be added', () => {
    const some = { extracts: [{ ...extract, owed }] };
    expect(section(aResult(some), 'rows', 'zh').at(-1)).toBe('另有2处材料未报、1处材料未到期，补齐后可能增列。');
    expect(section(aResult(some), 'rows', 'en').at(-1)).toBe(
      'still open: a report is missing (2), a report is not due yet (1). More may have to be listed.',
    );
  });

  it('of grades says how many are awaited', () => {
    const awaiting = [grade('member:丁', 'member', { state: 'awaiting' })];
    expect(section(aResult({ grades: awaiting }), 'grades', 'zh')).toEqual([
      '截至2026年4月8日的材料中没有应列的内容；另有1个组员待评定。',
    ]);
  });

  it('of reports says how many are not due', () => {
    const list = [expected('team:一组', '2026-03', 'on-time'), expected('team:二组', '2026-03', 'not-due')];
    expect(section(aResult({ expected: list }), 'submissions', 'zh')).toEqual([
      '截至2026年4月8日的材料中没有应列的内容；另有1份未到期。',
    ]);
  });

  it('says of what came without a file that it came', () => {
    const received = day('2026-03-04');
    const unread = { kind: 'submission', form: 'monthly', by: 'team:四组', period: '2026-02', due: received, received };
    const [text] = section(aResult({ extracts: [{ ...extract, rows: [], owed: [unread as Owed] }] }), 'rows', 'zh');
    expect(text).toContain('1处材料已收到，没有能读取的文件');
  });
});

describe('grades', () => {
  it('stand with ground and figures against the boundary', () => {
    expect(section(aResult(), 'grades', 'zh')).toEqual([
      '组员 | 班组 | 等次 | 依据 | 认定的情况',
      '乙 | 二组 | 不称职（建议） | 多次离岗（乙(一)）；组长意见为差（乙(一)） | 离岗：3次（办法规定：超过2次）；组长意见：差',
      '另有1个组员待评定，补齐后可能增列。',
    ]);
    expect(section(aResult(), 'grades', 'en')[1]).toBe(
      '乙 | 二组 | unable (proposed) | Away too often (乙(一)); Head says poor (乙(一)) | Left the post: 3 times (the measures say: more than 2 times); Opinion of the head: poor',
    );
  });

  it('tell namesakes apart by number, and say each figure once', () => {
    const asked = [atom('away >= 1', ['away']), atom('away < 9', ['away'])];
    const considered = [{ rule: 'away', clause: 'c3', outcome: 'true', atoms: asked, owed: [] }] as const;
    const determined = { state: 'determined', grade: 'unable', decidedBy: ['away', 'lost'], considered } as const;
    const grades = [
      grade('member:09', 'member', determined),
      grade('member:丁', 'member', determined),
      grade('team:一组', 'team', { state: 'determined', grade: 'fine' }),
    ];
    const facts = [fact('member:09', 'away', num('4')), fact('member:丁', 'away', num('1'))];
    expect(section(aResult({ grades, facts }), 'grades', 'zh').slice(1)).toEqual([
      '丙（09） | 二组 | 不称职 | 多次离岗（乙(一)）；lost | 离岗：4次',
      '丁 |  | 不称职 | 多次离岗（乙(一)）；lost | 离岗：1次',
    ]);
  });

  it('have no column for the group where nobody is in one', () => {
    const grades = [grade('member:丁', 'member', { state: 'determined', grade: 'able' })];
    expect(section(aResult({ grades }), 'grades', 'zh')).toEqual([
      '组员 | 等次 | 依据 | 认定的情况',
      '丁 | 称职 |  | ',
    ]);
    const lost = [subject('member:丁', { within: 'team:没有' })];
    expect(section(aResult({ grades, subjects: lost }), 'grades', 'en')[0]).toBe(
      'Member |  | Grade | Ground | Figures',
    );
    expect(section(aResult({ grades, subjects: [] }), 'grades', 'en')[0]).toBe(' | Grade | Ground | Figures');
  });
});

describe('reports', () => {
  it('that are late or missing stand in a table', () => {
    const list = [
      ...aResult().expected,
      expected('office', '2026-03', 'late', { form: 'unheard', received: day('2026-04-07'), daysLate: 2 }),
    ];
    expect(section(aResult({ expected: list }), 'submissions', 'zh')).toEqual([
      '未按时报送和情况待核实的材料共4份，具体如下。',
      '报送单位 | 材料名称 | 所属期间 | 应报日期 | 收到日期 | 迟报天数',
      '二组 | 月报 | 2026年2月 | 2026年3月5日 | 2026年3月9日 | 4',
      '四组 | 月报 | 2026年2月 | 2026年3月5日 | 未报 | —',
      '三组 | 月报 | 2026年3月 | 2026年3月5日 | 收到日期不明 | —',
      '考评办公室 | unheard | 2026年3月 | 2026年3月5日 | 2026年4月7日 | 2',
    ]);
    const keepers = { unheard: { zh: '办公室', en: 'the general office' } };
    const kept = section(aResult({ expected: list, words: { ...WORDS, keepers } }), 'submissions', 'zh');
    expect(kept.at(-1)).toMatch(/^办公室 \| unheard/);
    expect(section(aResult(), 'submissions', 'en')).toEqual([
      'Late, missing or still in doubt: 3, as follows.',
      'From | Report | For period | Due | Received | Days late',
      '二组 | Monthly report | February 2026 | 2026-03-05 | 2026-03-09 | 4',
      '四组 | Monthly report | February 2026 | 2026-03-05 | missing | —',
      '三组 | Monthly report | March 2026 | 2026-03-05 | day of receipt unknown | —',
    ]);
  });

  it('of what was to be done by a day are led up to in their own words', () => {
    const done = expected('team:一组', '2026-03', 'late', { isDone: true, daysLate: 2 });
    expect(section(aResult({ expected: [done] }), 'submissions', 'zh')[0]).toBe(
      '未按期完成和情况待核实的事项共1项，具体如下。',
    );
    expect(section(aResult({ expected: [done] }), 'submissions', 'en')[0]).toBe(
      'Done late, not done or still in doubt: 1, as follows.',
    );
  });

  it('that fall due next stand with how many owe them', () => {
    expect(section(aResult(), 'due', 'zh')).toEqual([
      '下列材料即将到期，请各应报单位在应报日期前报送。',
      '材料名称 | 所属期间 | 应报日期 | 应报单位数',
      '月报 | 2026年4月 | 2026年5月5日 | 4',
    ]);
    expect(section(aResult(), 'due', 'en')[2]).toBe('Monthly report | April 2026 | 2026-05-05 | 4');
  });
});
