/** Files that go back: from assess check --annotate, and from every run over a period. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isList } from '../../src/model/returned.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { partsOf, rewritten } from '../workbook/marked.js';
import { assess, newFolder, officeFolder, put, remove } from './shell.js';

const bad = 'submissions/计量科/完成月工作目标情况表-计量科-2026年2月.xlsx';
const good = bad.replace('2月', '1月');
const other = 'submissions/办公室/完成月工作目标情况表-办公室-2026年1月.xlsx';
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
  ]);
  empty = newFolder();
});
afterAll(() => {
  remove(folder);
  remove(empty);
});

const filesIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(path, name)).isFile())
        .toSorted()
    : [];
const sheetsOf = (path: string) => {
  const opened = openWorkbook(path, readFileSync(path));
  if (!opened.ok) throw new Error(opened.detail);
  return opened.workbook.sheets;
};

describe('assess check --annotate', () => {
  it('writes a marked copy of what has findings, by its own name, and says where', async () => {
    const before = readFileSync(join(folder, bad));
    const { code, out, err } = await assess(folder, ['check', bad, good, '--annotate', 'back']);
    expect(code).toBe(1);
    expect(out).toContain('A204 错误');
    const name = bad.split('/').at(-1) ?? '';
    expect(err).toContain(`退回件写入 ${join(folder, 'back')}:\n  ${name}\n`);
    expect(filesIn(join(folder, 'back'))).toEqual([name]);
    expect(readFileSync(join(folder, bad)).equals(before)).toBe(true);
    const copy = join(folder, 'back', name);
    expect(sheetsOf(copy).filter((sheet) => !isList(sheet))).toEqual(sheetsOf(join(folder, bad)));
    const comments = partsOf(readFileSync(copy))['xl/comments1.xml'] ?? '';
    expect(comments).toMatch(
      /ref="H8".*A204 错误：“改进措施”没有填写.*原填：（空）\n→ 补填“改进措施”\n条款：四\(二\)1/s,
    );
  });

  it('keeps units apart, and takes a copy away when nothing is found any more', async () => {
    await assess(folder, ['check', bad, other, '--annotate', 'both', '--lang', 'en', '--quiet']);
    expect(filesIn(join(folder, 'both'))).toEqual(
      [bad, other].map((path) => path.replace('submissions/', '')).toSorted(),
    );
    const mended = readFileSync(join(folder, good));
    const kept = readFileSync(join(folder, bad));
    put(folder, { [bad]: mended, 'both/计量科/note.txt': 'mine', 'both/办公室/x.xlsx': mended });
    const { err } = await assess(folder, ['check', 'submissions', '--annotate', 'both']);
    put(folder, { [bad]: kept });
    expect(err).toContain('退回件写入');
    expect(filesIn(join(folder, 'both'))).toContain('计量科/note.txt');
    expect(filesIn(join(folder, 'both'))).toContain('办公室/x.xlsx');
    expect(filesIn(join(folder, 'both'))).not.toContain(bad.replace('submissions/', ''));
    expect(filesIn(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('reads a copy that comes back as if it had never gone, and finds the same in it', async () => {
    const copy = join('back', bad.split('/').at(-1) ?? '');
    const found = async (path: string) =>
      (await assess(folder, ['check', path, '--json', '--quiet'])).out.replaceAll(path, '');
    expect(await found(copy)).toBe(await found(bad));
    await assess(folder, ['check', copy, '--annotate', 'twice', '--quiet']);
    expect(filesIn(join(folder, 'twice'))).toEqual([bad.split('/').at(-1)]);
    const again = readFileSync(join(folder, 'twice', bad.split('/').at(-1) ?? ''));
    expect(again.equals(readFileSync(join(folder, copy)))).toBe(true);
  });

  it('says when nothing needs to go back, and writes nothing', async () => {
    const { code, err } = await assess(folder, ['check', good, '--annotate', 'none']);
    expect(code).toBe(0);
    expect(err).toContain('没有需要退回的文件。');
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('lists what cannot be marked in a workbook beside, with the reason', async () => {
    const linked = rewritten(readFileSync(join(folder, bad)), (parts) => ({
      'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        '</Relationships>',
        '<Relationship Id="x" Type="x/externalLink" Target="externalLinks/e.xml"/></Relationships>',
      ),
      'xl/externalLinks/e.xml': '<externalLink/>',
    }));
    put(empty, {
      'sent/a.xlsx': 'no workbook',
      'sent/b.csv': '姓名,部门\n甲,乙\n',
      'sent/c.xlsx': linked,
      'sent/d.xlsx': readFileSync(join(folder, bad)),
    });
    const { code, err } = await assess(empty, ['check', 'sent', '--annotate', 'back', '--lang', 'en']);
    expect(code).toBe(1);
    expect(err).toContain(
      'listed but not marked (it is no .xlsx file that marks could be put into): sent/a.xlsx, sent/b.csv',
    );
    expect(err).toContain('which is not copied): sent/c.xlsx');
    expect(filesIn(join(empty, 'back'))).toEqual([
      'a.xlsx.findings.xlsx',
      'b.csv.findings.xlsx',
      'c.xlsx.findings.xlsx',
      'd.xlsx',
    ]);
    expect(sheetsOf(join(empty, 'back/c.xlsx.findings.xlsx')).every(isList)).toBe(true);
    const list = await assess(empty, ['check', 'back/a.xlsx.findings.xlsx']);
    expect(list.code).toBe(0);
    expect(list.out).toContain('A002 提示');
    expect(list.out).toContain('是退回时附的问题清单，不是报表');
  });

  it('refuses to write over what was sent, or where it would be read again', async () => {
    const before = readFileSync(join(folder, bad));
    const over = await assess(folder, ['check', bad, '--annotate', 'submissions/计量科']);
    expect([over.code, over.err]).toEqual([2, expect.stringContaining('会覆盖交来的')]);
    symlinkSync('submissions/计量科', join(folder, 'linked'));
    const linked = await assess(folder, ['check', bad, '--annotate', 'linked']);
    expect([linked.code, linked.err]).toEqual([2, expect.stringContaining('会覆盖交来的')]);
    rmSync(join(folder, 'linked'));
    expect(readFileSync(join(folder, bad)).equals(before)).toBe(true);
    for (const dir of ['submissions', 'submissions/计量科/back', 'office/back']) {
      const { code, err } = await assess(folder, ['check', 'submissions', '--annotate', dir]);
      expect([code, err], dir).toEqual([2, expect.stringContaining('--annotate 不能写在')]);
      expect(existsSync(join(folder, 'submissions/计量科/back'))).toBe(false);
    }
    const inside = await assess(folder, ['check', 'submissions', '--annotate', 'submissions/results/back', '--quiet']);
    expect(inside.code).toBe(1);
    rmSync(join(folder, 'submissions/results'), { recursive: true });
    const codes = await assess(folder, ['check', '--codes', '--annotate', 'x']);
    expect([codes.code, codes.err]).toEqual([2, expect.stringContaining('不能与 --annotate 同用')]);
  });

  it('says when it cannot write', async () => {
    writeFileSync(join(folder, 'taken'), 'a file');
    const { code, err } = await assess(folder, ['check', bad, '--annotate', 'taken']);
    expect([code, err]).toEqual([3, expect.stringContaining('无法写入')]);
  });
});

describe('a run over a period', () => {
  const run = (out = 'out') => assess(folder, ['quarter', '--dir', './submissions', '--out', out]);
  const returned = (out = 'out') => filesIn(join(folder, out, 'returned'));

  it('writes returned/ with a copy for every file that has errors or warnings, and none for registers', async () => {
    const { err } = await run();
    expect(err).toMatch(/results\.json, returned\/ \(\d\)/);
    expect(returned()).toContain(bad.replace('submissions/', ''));
    expect(returned()).toContain(other.replace('submissions/', ''));
    expect(returned().filter((name) => /名册|登记表/.test(name))).toEqual([]);
  });

  it('gives the same bytes again', async () => {
    const read = () => returned().map((name) => readFileSync(join(folder, 'out/returned', name)).toString('base64'));
    const before = read();
    await run();
    expect(read()).toEqual(before);
  });

  it('replaces the folder as a whole: what is mended does not stay', async () => {
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, bad), readFileSync(join(copy, 'out/returned', bad.replace('submissions/', ''))));
    rmSync(join(copy, other));
    const { err } = await assess(copy, ['quarter', '--dir', './submissions', '--out', 'out']);
    expect(err).toContain('returned/');
    const names = filesIn(join(copy, 'out/returned'));
    expect(names).toContain(bad.replace('submissions/', ''));
    expect(names).not.toContain(other.replace('submissions/', ''));
    // Nothing else was left of its folder, which is gone with it.
    expect(readdirSync(join(copy, 'out/returned'))).toEqual(['计量科']);
    expect(readdirSync(join(copy, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
    remove(copy);
  });

  it('leaves none behind when all is mended', async () => {
    const clean = await officeFolder();
    const ill = await officeFolder([
      {
        form: 'monthly-completion',
        unit: '办公室',
        period: '2026-01',
        where: { plan_no: '1' },
        set: { done: '约四十' },
      },
    ]);
    await assess(ill, ['quarter', '--dir', './submissions', '--out', 'out', '--quiet']);
    expect(filesIn(join(ill, 'out/returned'))).toEqual([other.replace('submissions/', '')]);
    cpSync(join(ill, 'out'), join(clean, 'out'), { recursive: true });
    remove(ill);
    const { code } = await assess(clean, ['quarter', '--dir', './submissions', '--out', 'out', '--quiet']);
    expect(code).toBe(0);
    expect(readdirSync(join(clean, 'out')).toSorted()).toEqual([
      'bulletin.docx',
      'bulletin.pdf',
      'manifest.json',
      'ranking.xlsx',
      'report.html',
      'results.json',
    ]);
    remove(clean);
  });

  it('tells a file from a register of the same name beside the folder', async () => {
    const twin = await officeFolder();
    put(twin, { 'submissions/office/甲.csv': '姓名\n甲\n', 'office/甲.csv': '姓名\n乙\n' });
    await assess(twin, ['quarter', '--dir', './submissions', '--out', 'out', '--quiet']);
    expect(filesIn(join(twin, 'out/returned'))).toEqual(['office/甲.csv.问题清单.xlsx']);
    remove(twin);
  });
});
