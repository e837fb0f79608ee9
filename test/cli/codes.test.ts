/** assess check --codes: every code with what it means and how it is mended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { width } from '../../src/base/width.js';
import { broken } from '../../src/cli/show/codes.js';
import { jsonText } from '../../src/cli/show/json.js';
import { FINDINGS } from '../../src/index.js';
import { assess, newFolder, officeFolder, put, remove } from './shell.js';

let empty = '';
let folder = '';
beforeAll(async () => {
  empty = newFolder();
  folder = await officeFolder();
});
afterAll(() => {
  remove(empty);
  remove(folder);
});

describe('assess check --codes', () => {
  it.each(['zh', 'en'] as const)('lists every code in %s, within eighty columns', async (lang) => {
    const { code, out, err } = await assess(empty, ['check', '--codes', '--lang', lang]);
    expect([code, err]).toEqual([0, '']);
    const rows = out.trim().split('\n');
    const first = rows.map((row) => row.split('│')[1]?.trim() ?? '');
    const codes = Object.values(FINDINGS).map((each) => each.code);
    expect(first.filter((text) => /^A\d/.test(text))).toEqual(codes.toSorted());
    expect(Math.max(...rows.map(width))).toBeLessThanOrEqual(80);
    expect(out).not.toContain('undefined');
  });

  it('says what a code means and how it is mended', async () => {
    const { out } = await assess(empty, ['check', '--codes', 'a202', '--lang', 'en']);
    expect(out).toContain('│ A202 │ error │ cell not   │ "‹column›" says "‹what stands there›"; │');
    expect(out).toContain('"‹column›" is a formula without a');
    expect(out).toContain('→ put ‹what is asked for›');
    expect(out).not.toContain('A203');
  });

  it('gives those asked for as data, in order', async () => {
    for (const json of [['--json'], ['--format', 'json']]) {
      const { out } = await assess(empty, ['check', ...json, '--codes', 'A503', 'A104']);
      expect(JSON.parse(out)).toMatchObject([
        {
          code: 'A104',
          kind: 'field-missing',
          severity: 'error',
          title: { zh: '表头栏目未填', en: 'field missing' },
          wordings: [
            { means: { zh: '没有填写“‹栏目›”' }, remedy: { en: 'fill it in after "‹栏目›" above the table' } },
          ],
        },
        { code: 'A503', severity: 'warning', wordings: [{}, {}] },
      ]);
    }
  });

  it.each([
    [['--codes', 'A104', 'A999', 'B\u001b'], '没有代码 A999、B\\u{1b}；现有：A001、A002'],
    [['--codes', '--lang', 'zh', 'x.xlsx'], '--codes 只列出代码'],
    [['--codes', '--format', 'sarif'], '--codes 没有 sarif 格式'],
    [['--json', '--format', 'sarif', 'x.xlsx'], '--json 与 --format sarif 矛盾'],
    [['--format', 'xml', 'x.xlsx'], 'text, json, sarif'],
    [[], '请写明要检查的文件'],
    [[''], '请写明要检查的文件'],
    [['x.xlsx', ''], '请写明要检查的文件'],
  ])('refuses %j and says why', async (argv, why) => {
    const { code, out, err } = await assess(empty, ['check', ...argv]);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(why)]);
  });
});

describe('what a code without a case looks like', () => {
  const codesFound = async (): Promise<string[]> => {
    const { out } = await assess(folder, ['month', '--period', '2026-03', '--dir', 'submissions', '--json', '--quiet']);
    return (JSON.parse(out) as { findings: { kind: keyof typeof FINDINGS }[] }).findings.map(
      ({ kind }) => FINDINGS[kind].code,
    );
  };

  it('finds none where there is none (A002)', async () => {
    expect(await codesFound()).not.toContain('A002');
  });

  it('finds a lock file (A002)', async () => {
    put(folder, { 'submissions/~$3月.xlsx': 'x' });
    expect(await codesFound()).toContain('A002');
  });
});

describe('lines of a column', () => {
  it.each([
    ['a word, another', 8, ['a word,', 'another']],
    ['核对两处，更正有误的一处', 8, ['核对两', '处，更正', '有误的一', '处']],
    ['填“甲乙”', 4, ['填', '“甲', '乙”']],
    ['unbreakable', 4, ['unbreakable']],
    ['', 4, ['']],
  ])('breaks %j at %d', (text, most, lines) => {
    expect(broken(text, most)).toEqual(lines);
  });
});

describe('jsonText', () => {
  it('lets no character through that could command a terminal, and loses none', () => {
    const text = '\u001b[31m\u009b\u007f\u202e\u2028\u{e0001}红';
    const json = jsonText({ text });
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
    expect(JSON.parse(json)).toEqual({ text });
  });
});
