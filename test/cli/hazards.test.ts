/** What lies in folders besides good files: each thing is named with its reason, and takes nothing from the others. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../src/cli/files.js';
import { inaccessible } from '../../src/cli/listing.js';
import type { Result } from '../../src/model/result.js';
import { takeIn } from '../../src/take-in.js';
import { MAX_SENT_BYTES } from '../../src/workbook/limits.js';
import { measuresNamed } from '../office/make.js';
import { assess, newFolder, OFFICE_YAML, officeFolder, put, remove } from './shell.js';

const made: string[] = [];
const newOne = (): string => {
  const path = newFolder();
  made.push(path);
  return path;
};
afterAll(() => {
  for (const path of made) remove(path);
});

const quietly = async (): Promise<void> => undefined;
const PIPES = process.platform !== 'win32';

describe('gather', () => {
  it('refuses links, pipes and folders with the names of tables, and reads the rest', async () => {
    const folder = newOne();
    put(folder, { 'good.xlsx': 'x', 'deep/er/good.csv': 'y', 'elsewhere/z.xlsx': 'z' });
    mkdirSync(join(folder, 'folder.xlsx'));
    symlinkSync(join(folder, 'good.xlsx'), join(folder, 'link.xlsx'));
    symlinkSync(join(folder, 'nowhere.xlsx'), join(folder, 'dangling.xlsx'));
    symlinkSync(folder, join(folder, 'deep/loop'));
    symlinkSync(join(folder, 'good.xlsx'), join(folder, 'notes'));
    if (PIPES) execFileSync('mkfifo', [join(folder, 'pipe.xlsx')]);
    const { files, refused, skipped } = await gather([folder], folder, quietly);
    expect(files.map(({ file }) => file)).toEqual(['deep/er/good.csv', 'elsewhere/z.xlsx', 'good.xlsx']);
    expect(refused.map(({ file, fault }) => `${file} ${fault}`)).toEqual(
      [
        'dangling.xlsx link',
        'deep/loop link',
        'folder.xlsx no-file',
        'link.xlsx link',
        ...(PIPES ? ['pipe.xlsx no-file'] : []),
      ].toSorted(),
    );
    expect(skipped).toMatchObject([{ file: 'notes', reason: { en: 'a link, not a file' } }]);
  });

  it('follows a link to a folder that is named itself, and reads nothing twice', async () => {
    const folder = newOne();
    put(folder, { 'real/a.xlsx': 'x' });
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    const seen = new Set<string>();
    const first = await gather([join(folder, 'link')], join(folder, 'link'), quietly, seen);
    const again = await gather([join(folder, 'real')], folder, quietly, seen);
    expect([first.files.length, again.files.length]).toEqual([1, 0]);
  });

  it('says of locks whether the workbook stands beside them, and of leftovers what they are', async () => {
    const folder = newOne();
    const beside = ['~$open.xlsx', '.~lock.open.xlsx#', '.~open.xlsx', '~$gone.xlsx'];
    const left = ['.DS_Store', 'Thumbs.db', 'desktop.ini', '._open.xlsx'];
    put(folder, Object.fromEntries([...beside, ...left, 'letter.docx', 'assess.yaml'].map((name) => [name, 'x'])));
    put(folder, { 'open.xlsx': 'x', '__MACOSX/open.xlsx': 'x', 'results/r.xlsx': 'x', '.hidden/h.xlsx': 'x' });
    const { files, refused, skipped } = await gather([folder], folder, quietly);
    expect([files.map(({ file }) => file), refused]).toEqual([['open.xlsx'], []]);
    const said = new Map(skipped.map(({ file, reason, unsaved }) => [file, unsaved ?? reason.en]));
    expect(beside.map((file) => said.get(file))).toEqual([
      'open.xlsx',
      'open.xlsx',
      'open.xlsx',
      'a lock file of a spreadsheet program',
    ]);
    expect(left.map((file) => said.get(file))).toEqual(left.map(() => 'left behind by the system'));
    expect(said.get('letter.docx')).toBe('no table by its name');
    expect(skipped).toHaveLength(beside.length + left.length + 1);
  });

  it('refuses what is larger than any workbook without reading it, and what changes while it is read', async () => {
    const folder = newOne();
    put(folder, { 'a.xlsx': 'x' });
    execFileSync('truncate', ['-s', String(MAX_SENT_BYTES + 1), join(folder, 'huge.xlsx')]);
    put(folder, { 'grows.xlsx': Buffer.alloc(64 * 1024 * 1024) });
    const grow = `while :; do printf more >> "$0"; done`;
    const growing = spawn('sh', ['-c', grow, join(folder, 'grows.xlsx')]);
    await setTimeout(100);
    const { files, refused } = await gather([folder], folder, quietly);
    growing.kill('SIGKILL');
    expect(files.map(({ file }) => file)).toEqual(['a.xlsx']);
    expect(refused).toMatchObject([
      { file: 'grows.xlsx', fault: 'changing' },
      { file: 'huge.xlsx', fault: 'too-large' },
    ]);
  });

  it('gives the bytes that were hashed or none, and what has none is named', async () => {
    const folder = newOne();
    put(folder, { 'a.csv': 'a,b\n1,2\n', 'b.csv': 'a,b\n1,2\n', 'c.csv': 'a,b\n1,2\n' });
    const { files } = await gather([folder], folder, quietly);
    put(folder, { 'b.csv': 'a,b\n1,3\n' });
    renameSync(join(folder, 'c.csv'), join(folder, 'd.csv'));
    expect(files.map((each) => each.bytes()?.toString())).toEqual(['a,b\n1,2\n', undefined, undefined]);
    const { findings } = takeIn(files.slice(1), measuresNamed('quality-bureau'));
    expect(findings).toMatchObject([
      { kind: 'file-unreadable', place: { file: 'b.csv' }, fault: 'changing' },
      { kind: 'file-unreadable', place: { file: 'c.csv' }, fault: 'changing' },
    ]);
  });

  it('names a file that vanished, became a link or a pipe since it was listed, and does not wait for it', async () => {
    const folder = newOne();
    put(folder, Object.fromEntries(['a', 'gone', 'link', 'pipe'].map((name) => [`${name}.xlsx`, 'x'])));
    const swap = async (file: string): Promise<void> => {
      if (file !== 'a.xlsx') return;
      for (const name of ['gone', 'link', 'pipe'])
        renameSync(join(folder, `${name}.xlsx`), join(folder, `${name}.old`));
      symlinkSync('/etc/passwd', join(folder, 'link.xlsx'));
      if (PIPES) execFileSync('mkfifo', [join(folder, 'pipe.xlsx')]);
    };
    const { files, refused } = await gather([folder], folder, swap);
    expect(files.map(({ file }) => file)).toEqual(['a.xlsx']);
    expect(refused).toMatchObject([
      { file: 'gone.xlsx', fault: 'inaccessible', detail: 'ENOENT' },
      { file: 'link.xlsx', fault: 'inaccessible', detail: 'ELOOP' },
      { file: 'pipe.xlsx', ...(PIPES ? { fault: 'no-file' } : {}) },
    ]);
  });

  it('names what may not be read', async () => {
    const folder = newOne();
    put(folder, { 'secret.xlsx': 'x', 'closed/a.xlsx': 'x', 'b.xlsx': 'x' });
    chmodSync(join(folder, 'secret.xlsx'), 0);
    chmodSync(join(folder, 'closed'), 0);
    const { files, refused } = await gather([folder], folder, quietly);
    chmodSync(join(folder, 'closed'), 0o755);
    // To whoever may read everything nothing is closed.
    if (process.getuid?.() === 0) expect(files).toHaveLength(3);
    else expect([files.length, refused.map(({ detail }) => detail)]).toEqual([1, ['EACCES', 'EACCES']]);
    expect(inaccessible('x.xlsx', Object.assign(new Error('no'), { code: 'EACCES' }))).toMatchObject({
      fault: 'inaccessible',
      detail: 'EACCES',
    });
  });

  it('names a file whose name is no UTF-8, and keeps apart names that only look alike', async () => {
    const folder = newOne();
    const bad = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xbc, 0xc6, 0xc1, 0xbf]), Buffer.from('.xlsx')]);
    writeFileSync(bad, 'x');
    put(folder, { 'caf\u00e9.xlsx': '1', 'cafe\u0301.xlsx': '2' });
    const { files, refused } = await gather([folder], folder, quietly);
    expect(files.map(({ file }) => file)).toEqual(['cafe\u0301.xlsx', 'caf\u00e9.xlsx']);
    expect(refused).toMatchObject([{ fault: 'misnamed' }]);
  });

  it('goes down as far as paths can, and names what lies deeper', async () => {
    const folder = newOne();
    const name = 'd'.repeat(200);
    put(folder, { 'a.xlsx': 'x' });
    // No path that long can be made at once.
    const dig = `for (let i = 0; i < 30; i++) { fs.mkdirSync('${name}'); process.chdir('${name}'); } fs.writeFileSync('b.xlsx', 'x')`;
    execFileSync(process.execPath, ['-e', dig], { cwd: folder });
    const { files, refused } = await gather([folder], folder, quietly);
    execFileSync('rm', ['-rf', name], { cwd: folder });
    expect(files.map(({ file }) => file)).toEqual(['a.xlsx']);
    expect(refused).toMatchObject([{ fault: 'inaccessible', detail: 'ENAMETOOLONG' }]);
  });

  it('takes very many files', async () => {
    const folder = newOne();
    const many = 1000;
    for (let at = 0; at < many; at++) writeFileSync(join(folder, `${at}.csv`), '');
    expect((await gather([folder], folder, quietly)).files).toHaveLength(many);
  });
});

const EXAMPLE = resolve(import.meta.dirname, '../../examples/bureau');

/** What a folder can hold besides: everything but good files. */
function spoil(submissions: string): void {
  put(submissions, {
    '计量科/坏.xlsx': 'PK\u0003\u0004 cut short',
    '计量科/空.xlsx': '',
    '计量科/别的.csv': 'a,b\n1,2\n',
    '计量科/照片.zip': 'PK',
    '计量科/旧.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    '~$3月.xlsx': 'x',
  });
  mkdirSync(join(submissions, '文件夹.xlsx'));
  symlinkSync('/etc/passwd', join(submissions, '链接.xlsx'));
  symlinkSync('..', join(submissions, '回到上层'));
  if (PIPES) execFileSync('mkfifo', [join(submissions, '管道.xlsx')]);
}

describe('bad files among good ones', () => {
  let folder = '';
  const results = (out: string): Result =>
    JSON.parse(readFileSync(join(folder, out, 'results.json'), 'utf8')) as Result;

  beforeAll(async () => {
    folder = newOne();
    cpSync(EXAMPLE, folder, { recursive: true });
    await assess(folder, ['quarter', '--dir', 'submissions', '--out', 'results/good', '--quiet']);
    spoil(join(folder, 'submissions'));
  }, 60_000);

  it('leave everything as it was that rests on the good ones, are named with a reason, and end with 1', async () => {
    const { code, out } = await assess(folder, ['quarter', '--dir', 'submissions', '--out', 'results/bad']);
    expect(code).toBe(1);
    const [good, bad] = [results('results/good'), results('results/bad')];
    for (const part of ['subjects', 'expected', 'facts', 'scores', 'grades', 'standings', 'consequences'] as const)
      expect(bad[part], part).toEqual(good[part]);
    const names = ['计量科/坏', '计量科/空', '文件夹', '链接', ...(PIPES ? ['管道'] : [])];
    for (const name of names) expect(out).toMatch(new RegExp(`A001 错误  ${name}\\.xlsx\\n  .+\\n  → .+`));
    for (const name of ['计量科/照片.zip', '计量科/旧.xls', '回到上层']) expect(out).toContain(`A001 错误  ${name}`);
    expect(out).toContain('A003 错误  计量科/别的.csv');
  });

  it('are listed by status, which ends with 1 as well', async () => {
    const { code, out } = await assess(folder, ['status', '--dir', 'submissions']);
    expect(code).toBe(1);
    for (const name of ['坏.xlsx', '链接.xlsx', '回到上层']) expect(out).toMatch(new RegExp(`${name}：不能识别`));
  });

  it('are checked one by one, whatever they are called', async () => {
    put(folder, { 'a.docx': 'x', 'b.docx': 'x' });
    const good = 'submissions/计量科/月工作目标计划表-计量科-2026年3月.xlsx';
    const { code, out } = await assess(folder, ['check', 'a.docx', good, 'submissions/链接.xlsx']);
    expect(code).toBe(1);
    expect(out).toMatch(/A001 错误 {2}a\.docx\n {2}是纯文本/);
    expect(out).toContain('A001 错误  submissions/链接.xlsx');
    expect(out).toContain('错误 2');
  });
});

describe('workbooks that are open', () => {
  it('are warned of at once and in the findings', async () => {
    const folder = await officeFolder();
    made.push(folder);
    const name = '完成月工作目标情况表-计量科-2026年1月.xlsx';
    put(folder, { [`submissions/计量科/~$${name}`]: 'x', 'submissions/计量科/~$别的.xlsx': 'x' });
    const { code, err } = await assess(folder, ['quarter', '--dir', 'submissions', '--json']);
    expect(code).toBe(0);
    expect(err).toContain(`计量科/~$${name}：表格软件的锁文件：${name} 正开着，可能还没有保存\n`);
    expect(err).not.toContain('别的');
    const { out } = await assess(folder, ['quarter', '--dir', 'submissions', '--json', '--quiet']);
    const { findings } = JSON.parse(out) as Result;
    expect(findings.filter(({ kind }) => kind === 'file-skipped').map(({ severity }) => severity)).toEqual([
      'note',
      'warning',
    ]);
  });
});

describe('a folder without anything to read', () => {
  it('is refused with what was there instead', async () => {
    const folder = newOne();
    put(folder, { 'sent/letter.docx': 'x' });
    symlinkSync('/etc/passwd', join(folder, 'sent/link.xlsx'));
    const { code, err } = await assess(folder, ['quarter', '--dir', 'sent', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('link.xlsx: it is a link, not a file, and was not followed\n');
    expect(err).toContain('letter.docx: no table by its name\n');
    expect(err).toContain('there are no workbooks in sent\n');
    expect(await assess(folder, ['check', 'sent/~$x.xlsx'])).toMatchObject({ code: 3 });
    put(folder, { 'sent/~$x.xlsx': 'x' });
    expect(await assess(folder, ['check', 'sent/~$x.xlsx'])).toMatchObject({ code: 2 });
  });
});

describe('the file that counts', () => {
  it('is found however its name is composed', async () => {
    const yaml = `${OFFICE_YAML}counts: ["计量科/caf\\u00e9.xlsx"]\n`;
    const folder = await officeFolder([], yaml);
    made.push(folder);
    const sent = readFileSync(join(folder, 'submissions/计量科/月工作目标计划表-计量科-2026年1月.xlsx'));
    put(folder, { 'submissions/计量科/cafe\u0301.xlsx': sent });
    const { code, out } = await assess(folder, ['quarter', '--dir', 'submissions', '--json', '--quiet']);
    const { findings } = JSON.parse(out) as Result;
    expect(findings.filter(({ kind }) => kind === 'submission-repeated')).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('files that lie in two folders that are read', () => {
  it('are read once, and two of one name are kept apart', async () => {
    const folder = await officeFolder();
    made.push(folder);
    const { code, out } = await assess(folder, ['quarter', '--dir', '.', '--period', '2026-Q1', '--json', '--quiet']);
    expect(code).toBe(0);
    const once = (JSON.parse(out) as Result).files.map(({ file }) => file);
    expect(new Set(once).size).toBe(once.length);
    put(folder, { 'submissions/office/科室名册.xlsx': 'not the roster' });
    const apart = await assess(folder, ['quarter', '--dir', 'submissions', '--json', '--quiet']);
    const names = (JSON.parse(apart.out) as Result).files.map(({ file }) => file);
    expect(names).toEqual(expect.arrayContaining(['office/科室名册.xlsx', '../office/科室名册.xlsx']));
    expect(apart.code).toBe(1);
  });
});
