import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeIn } from '../../src/take-in.js';
import { measuresNamed } from '../office/make.js';
import { assess, newFolder, officeFolder, put, remove } from './shell.js';

let folder = '';
let empty = '';

beforeAll(async () => {
  folder = await officeFolder([
    {
      form: 'monthly-completion',
      unit: '计量科',
      period: '2026-02',
      where: { plan_no: '2' },
      set: { done: 10, status: '未完成', cause: '客观', reason: '停电' },
    },
    { form: 'monthly-completion', unit: '办公室', period: '2026-01', where: { plan_no: '1' }, set: { done: '约四十' } },
    { form: 'attendance', unit: '计量科', period: '2026-02', where: { person: '李敏' }, set: { missed_meetings: 2 } },
    {
      form: 'incidents',
      add: {
        occurred: '2026-02-11',
        unit: '办公室',
        kind: '保密',
        description: '文件外传',
        confirmed: '是',
        confirmed_on: '2026-02-20',
      },
    },
  ]);
  empty = newFolder();
  await assess(folder, ['quarter', '--dir', './submissions', '--quiet']);
});
afterAll(() => {
  remove(folder);
  remove(empty);
});

const completion = 'submissions/计量科/完成月工作目标情况表-计量科-2026年2月.xlsx';

describe('assess check', () => {
  it('shows what is missing in a file, with cell, clause and remedy', async () => {
    const { code, out, err } = await assess(folder, ['check', completion]);
    expect(code).toBe(1);
    expect(out).toContain(`A204 错误  ${completion} › 完成月工作目标情况表 › H8  四(二)1`);
    const [headings, row, mark] = out.split('\n').slice(1, 4);
    expect(headings).toMatch(/^ {6}│ 目标序号 │ .* │ 改进措施$/);
    expect(row).toMatch(/^ {4}8 │ 2 {8}│ .* │ 未完成/);
    expect(mark?.trim()).toBe('^');
    expect(out).toContain('→ 补填“改进措施”');
    expect(out).toContain('错误 1，警告 0，提示 0');
    expect(err).toContain('计量科 2026-02、2 行');
  });

  it('says so when nothing is wrong', async () => {
    const { code, out } = await assess(folder, ['check', completion.replace('2月', '1月')]);
    expect([code, out]).toEqual([0, '没有发现问题。\n']);
  });

  it('gives its findings as JSON and in English', async () => {
    const { out } = await assess(folder, [
      'check',
      '--json',
      'submissions/办公室/完成月工作目标情况表-办公室-2026年1月.xlsx',
    ]);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ code: 'A202', raw: '约四十', place: { cell: 'D7' } }] });
    const english = await assess(folder, ['check', '--lang', 'en', completion]);
    expect(english.out).toContain('"Improvement" is empty');
  });

  it('checks a file where there is no office at all', async () => {
    writeFileSync(join(empty, 'plan.xlsx'), readFileSync(join(folder, completion)));
    const { code, out, err } = await assess(empty, ['check', 'plan.xlsx']);
    expect(code).toBe(1);
    expect(err).toContain('没有找到名册');
    expect(out).toContain('A204');
  });

  it('names files that are no workbooks, whatever their endings, and links', async () => {
    put(empty, { 'a.xlsx': '', 'b.csv': 'x,y\n1,2\n', 'c.xlsx': '<html></html>', 'd.pdf': '%PDF-1.4' });
    symlinkSync(join(empty, 'a.xlsx'), join(empty, 'link.xlsx'));
    mkdirSync(join(empty, 'folder.xlsx'), { recursive: true });
    const { code, out } = await assess(empty, ['check', 'a.xlsx', 'b.csv', 'c.xlsx', 'd.pdf', 'link.xlsx']);
    expect(code).toBe(1);
    expect(out).toContain('文件是空的');
    expect(out).toContain('是网页，不是工作簿');
    expect(out).toContain('A003');
    expect(out).toContain('A001 错误  d.pdf');
    expect(out).toMatch(/A001 错误 {2}link\.xlsx\n {2}是链接，不是文件/);
  });

  it('writes out at most 20 of a kind for each file, and counts the rest', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => `${index + 1},任务,完成,多`).join('\n');
    put(empty, {
      '完成.csv': `完成月工作目标情况表\n填报科室：办公室,月份：2026年1月\n目标序号,工作内容,完成情况,完成数量,计划数量\n${rows}\n`,
    });
    const { out } = await assess(empty, ['check', '完成.csv']);
    expect(out.match(/A202 错误/g)).toHaveLength(20);
    expect(out).toContain('同类问题共 25 处');
  });

  it('lists a thousand of a kind for each file to programmes, and tells the true number', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => `${index + 1},任务,完成,多,1`).join('\n');
    put(empty, {
      '很多.csv': `完成月工作目标情况表\n填报科室：办公室,月份：2026年1月\n目标序号,工作内容,完成情况,完成数量,计划数量\n${rows}\n`,
    });
    const json = JSON.parse((await assess(empty, ['check', '很多.csv', '--json'])).out) as {
      total: number;
      findings: { code: string }[];
      cut: object[];
    };
    const listed = json.findings.filter(({ code }) => code === 'A202').length;
    expect([listed, json.total - json.findings.length]).toEqual([1000, 200]);
    expect(json.cut).toEqual([{ file: '很多.csv', kind: 'cell-unreadable', total: 1200, shown: 1000 }]);
    const { runs } = JSON.parse((await assess(empty, ['check', '很多.csv', '--format', 'sarif'])).out) as {
      runs: { results: object[]; invocations: { toolExecutionNotifications: { message: object }[] }[] }[];
    };
    expect(runs[0]?.results).toHaveLength(json.findings.length);
    expect(runs[0]?.invocations[0]?.toolExecutionNotifications.map(({ message }) => message)).toEqual([
      { text: '很多.csv（A202）：同类问题共 1200 处，只列前 1000 处' },
    ]);
  });

  it('shows control characters of cells instead of obeying them', async () => {
    put(empty, {
      'evil.csv':
        '完成月工作目标情况表\n填报科室：办公室,月份：2026年1月\n目标序号,工作内容,完成情况,完成数量,计划数量\n1,任务,\u001b[31m红,1,1\n',
    });
    const { out } = await assess(empty, ['check', 'evil.csv']);
    expect(out).toContain('\\u{1b}[31m');
    expect(out).not.toContain('\u001b');
  });
});

describe('assess explain', () => {
  it('says why a person has a grade, by which cells, and what else was considered', async () => {
    const { code, out } = await assess(folder, ['explain', '李敏']);
    expect(code).toBe(0);
    expect(out).toContain('个人等次：不称职（建议）');
    expect(out).toContain('✓ 五(一)不称职8 无故缺会（建议评为不称职，据此）');
    expect(out).toContain('本年无故缺会 2次（2次以上）');
    expect(out).toMatch(/← 计量科\/出勤和纪律情况月报表-计量科-2026年2月\.xlsx › 出勤和纪律情况月报表 › G8/);
    expect(out).toContain('✗ 五(一)不称职6 一年累计病假');
  });

  it('says why a unit is vetoed', async () => {
    const { out } = await assess(folder, ['explain', '局办', '--results', 'results/2026-Q1']);
    expect(out).toContain('科室等次：未达标');
    expect(out).toContain('✓ 三(三)6 被一票否决');
  });

  it('gives the same as JSON', async () => {
    const { out } = await assess(folder, ['explain', '0202', '--json', '--lang', 'en']);
    expect(JSON.parse(out)).toMatchObject({
      name: '李敏',
      grades: [{ state: 'proposed', grade: 'incompetent (proposed)' }],
    });
  });

  it('lists those a name may mean, and says when it is nobody', async () => {
    const { code, err } = await assess(folder, ['explain', '科']);
    expect(code).toBe(0);
    expect(err).toBe('');
    const nobody = await assess(folder, ['explain', '诸葛亮']);
    expect([nobody.code, nobody.err]).toEqual([2, '结果中没有“诸葛亮”\n']);
    const several = await assess(folder, ['explain', '020']);
    expect(several.code).toBe(2);
  });

  it('heads an explanation with whom it is about', async () => {
    const { out } = await assess(folder, ['explain', '0202']);
    expect(out).toMatch(/^李敏（0202） 计量科\n/);
  });

  it('lists those a name may mean as JSON too, where that is asked for', async () => {
    const written = readFileSync(join(folder, 'results/2026-Q1/results.json'), 'utf8');
    put(folder, { 'namesakes/results.json': written.replace(/"name": ?"陈立"/, '"name":"李敏"') });
    const several = await assess(folder, ['explain', '李敏', '--json', '--results', 'namesakes']);
    expect([several.code, JSON.parse(several.out)]).toEqual([
      2,
      {
        typed: '李敏',
        candidates: [
          { subject: 'staff:0102', name: '李敏', number: '0102', within: '办公室' },
          { subject: 'staff:0202', name: '李敏', number: '0202', within: '计量科' },
        ],
      },
    ]);
    expect(several.err).toContain('李敏 0102 办公室；李敏 0202 计量科');
    const nobody = await assess(folder, ['explain', '诸葛亮', '--json']);
    expect([nobody.code, JSON.parse(nobody.out)]).toEqual([2, { typed: '诸葛亮', candidates: [] }]);
  });

  it('says where results are to be found when there are none, several, or something else', async () => {
    const none = await assess(empty, ['explain', '李敏']);
    expect([none.code, none.err.includes('assess quarter')]).toEqual([2, true]);
    put(empty, { 'results/a/results.json': 'not json', 'results/b/results.json': '{"format":99}' });
    const several = await assess(empty, ['explain', '李敏']);
    expect(several.err).toContain('results/a, results/b');
    for (const name of ['a', 'b']) {
      const other = await assess(empty, ['explain', '李敏', '--results', `results/${name}`]);
      expect([other.code, other.err.includes('请重新计算')]).toEqual([2, true]);
    }
    const missing = await assess(empty, ['explain', '李敏', '--results', 'results/c']);
    expect([missing.code, missing.err.includes('ENOENT')]).toEqual([3, true]);
  });
});

describe('assess init and template', () => {
  it('makes a workspace whose forms are recognised, and does not touch one that is there', async () => {
    const path = join(empty, 'new');
    const { code, out } = await assess(empty, ['init', 'new', '--name', '某局']);
    expect(code).toBe(0);
    expect(out).toContain('assess quarter --dir ./submissions');
    expect(readFileSync(join(path, 'assess.yaml'), 'utf8')).toContain('name: 某局');
    expect(existsSync(join(path, 'office/人员名册.xlsx'))).toBe(true);
    expect(existsSync(join(path, 'submissions'))).toBe(true);
    const measures = measuresNamed('quality-bureau');
    const files = readdirSync(join(path, 'templates')).map((file) => ({
      file,
      bytes: () => readFileSync(join(path, 'templates', file)),
      sha256: file,
    }));
    const { inspected, findings } = takeIn(files, measures);
    expect(inspected).toHaveLength(files.length);
    expect(findings).toEqual([]);
    const again = await assess(empty, ['init', 'new', '--lang', 'en']);
    expect([again.code, again.err.includes('nothing was changed')]).toEqual([2, true]);
    const english = await assess(empty, ['init', 'english', '--lang', 'en']);
    expect(english.out).toContain('Made a workspace');
  });

  it('prefills for every unit of the roster', async () => {
    const { code, out } = await assess(folder, [
      'template',
      'attendance',
      'monthly-plan',
      '--all',
      '--period',
      '2026年4月',
      '--out',
      'blank',
    ]);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual([
      '出勤和纪律情况月报表-办公室-2026年4月.xlsx',
      '出勤和纪律情况月报表-计量科-2026年4月.xlsx',
      '月工作目标计划表-办公室-2026年4月.xlsx',
      '月工作目标计划表-计量科-2026年4月.xlsx',
    ]);
    const file = '出勤和纪律情况月报表-计量科-2026年4月.xlsx';
    const office = readdirSync(join(folder, 'office')).map((name) => ({
      file: name,
      bytes: () => readFileSync(join(folder, 'office', name)),
      sha256: name,
    }));
    const { inspected } = takeIn(
      [{ file, bytes: () => readFileSync(join(folder, 'blank', file)), sha256: file }, ...office],
      measuresNamed('quality-bureau'),
    );
    const submission = inspected.find((each) => each.submission.file === file)?.submission;
    expect(submission).toMatchObject({ by: 'unit:02', period: '2026-04' });
    expect(submission?.rows.map(({ readings }) => readings.get('person')?.value?.value)).toEqual([
      'staff:0201',
      'staff:0202',
      'staff:0203',
    ]);
  });

  it('fits the period to the form: its year, or the months of a quarter', async () => {
    const argv = [
      'template',
      'annual-targets',
      'monthly-plan',
      '--unit',
      '计量科',
      '--period',
      '2026-Q2',
      '--out',
      'fit',
    ];
    expect((await assess(folder, argv)).out.trim().split('\n')).toEqual([
      '年度工作目标-计量科-2026年度.xlsx',
      '月工作目标计划表-计量科-2026年4月.xlsx',
      '月工作目标计划表-计量科-2026年5月.xlsx',
      '月工作目标计划表-计量科-2026年6月.xlsx',
    ]);
  });

  it('makes only what units hand in when it prefills, and needs a roster for it', async () => {
    const { out } = await assess(folder, ['template', '--unit', '计量科', '--out', 'own']);
    expect(out).not.toContain('名册');
    expect(out).toContain('月工作目标计划表-计量科.xlsx');
    const { code, err } = await assess(empty, ['template', '--all', '--out', 'own']);
    expect([code, err]).toEqual([2, expect.stringContaining('名册中还没有填写任何对象')]);
  });

  it.each([
    [
      ['template', '--out', 'x', '--unit', '计量', '--period', '四月'],
      '--period 应为期间，如 2026-Q1、2026年3月；给的是 四月',
    ],
    [['template', 'nothing', '--out', 'x'], '没有名为“nothing”的表'],
    [['template', 'attendance', '--out', 'x', '--unit', '办公'], '相近的有：办公室'],
  ])('refuses %j and says why', async (argv, why) => {
    const { code, err } = await assess(folder, argv);
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
  });

  it('says when it cannot write', async () => {
    put(empty, { taken: 'a file' });
    const { code, err } = await assess(empty, ['template', 'units', '--out', 'taken']);
    expect([code, err.includes('无法写入')]).toEqual([3, true]);
  });
});

describe('assess measures', () => {
  it('lists the packs', async () => {
    const { out } = await assess(empty, ['measures', 'list']);
    expect(out).toContain('quality-bureau');
    const json = await assess(empty, ['measures', 'list', '--json']);
    expect(JSON.parse(json.out)).toContainEqual(expect.objectContaining({ id: 'quality-bureau' }));
  });

  it('shows parameters and forms', async () => {
    const { out } = await assess(empty, ['measures', 'show', 'quality-bureau']);
    expect(out).toMatch(/五\(一\)不称职5\s+│ absent_year_over .* 超过4个工作日/);
    expect(out).toContain('monthly-completion — 完成月工作目标情况表');
    const json = await assess(empty, ['measures', 'show', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({
      id: 'quality-bureau',
      parameters: { plan_due_day: { value: { value: '28' } } },
    });
  });

  it('shows clause by clause what serves it, and what is left', async () => {
    const { out } = await assess(empty, ['measures', 'show', 'quality-bureau', '--coverage']);
    expect(out).toMatch(/三\(三\)6 3\.3\.6 .*\n {4}事实 vetoes — 一票否决\n {4}等次规则 unit\/veto/);
    expect(out).toContain('[留待以后：');
    const json = await assess(empty, ['measures', 'show', '--coverage', '--json']);
    expect(JSON.parse(json.out)).toContainEqual(expect.objectContaining({ id: '4.1.3', asks: 'software' }));
  });

  it('finds what is wrong with a pack, with file, line and caret', async () => {
    for (const pack of ['quality-bureau', 'sunshine-affairs']) {
      const clean = await assess(empty, ['measures', 'lint', pack]);
      expect([clean.code, clean.out.includes('错误 0，警告 0')], pack).toEqual([0, true]);
    }
    put(empty, {
      'bad/measures.yaml':
        'id: bad\nversion: "1"\nextends: quality-bureau\nconsequences:\n  vetoed: { when: vetos >= 1 }\n',
    });
    const bad = await assess(empty, ['measures', 'lint', './bad']);
    expect(bad.code).toBe(2);
    expect(bad.out).toContain('bad/measures.yaml:5:19');
    expect(bad.out).toContain('vetos >= 1');
    expect(bad.out).toMatch(/\n\s+\|\s+\^\^\^\^\^\n/);
    const json = await assess(empty, ['measures', 'lint', './bad', '--json']);
    expect(JSON.parse(json.out)[0]).toMatchObject({ kind: 'expression', spot: { line: 5 } });
    const used = await assess(empty, ['measures', 'show', './bad']);
    expect([used.code, used.err.includes('考核办法有 1 处错误')]).toEqual([2, true]);
  });

  it('prints the schema', async () => {
    const { out } = await assess(empty, ['measures', 'schema']);
    expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: { parameters: {}, grades: {} } });
  });
});

describe('the command line itself', () => {
  it('shows its help and version', async () => {
    expect((await assess(empty, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = await assess(empty, ['quarter', '--help']);
    expect([help.code, help.out.includes('--period')]).toEqual([0, true]);
  });
});
