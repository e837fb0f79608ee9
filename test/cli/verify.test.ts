/** assess verify: what has changed since results were written, and that no manifest makes it read elsewhere unsaid. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/hash.js';
import type { Verification } from '../../src/compare/verification.js';
import type { Manifest } from '../../src/model/manifest.js';
import { verificationSchema } from '../../src/report/schema/comparison.js';
import { asPublished, assess, newFolder, OFFICE_YAML, officeFolder, put, remove, type Said } from './shell.js';

let made = '';
let folder = '';
const BAD = 'submissions/办公室/完成月工作目标情况表-办公室-2026年1月.xlsx';

beforeAll(async () => {
  made = await officeFolder([
    { form: 'monthly-completion', unit: '办公室', period: '2026-01', where: { plan_no: '1' }, set: { done: '约四十' } },
  ]);
  put(made, { 'submissions/说明.pdf': '%PDF-1.4', 'submissions/补充.csv/x': 'a folder' });
  symlinkSync(join(made, BAD), join(made, 'submissions/链接.xlsx'));
  await assess(made, ['quarter', '--dir', './submissions', '--quiet']);
});
beforeEach(() => {
  folder = newFolder();
  cpSync(made, folder, { recursive: true, verbatimSymlinks: true });
});
afterAll(() => remove(made));

const verify = (...argv: string[]): Promise<Said> => assess(folder, ['verify', ...argv]);
const found = async (...argv: string[]): Promise<Verification> =>
  asPublished<Verification>(JSON.parse((await verify('--json', ...argv)).out), verificationSchema);
const manifest = (): Manifest => JSON.parse(readFileSync(path('manifest.json'), 'utf8')) as Manifest;
const path = (name: string): string => join(folder, 'results/2026-Q1', name);
const changeManifest = (change: object): void =>
  writeFileSync(path('manifest.json'), JSON.stringify({ ...manifest(), ...change }));

describe('manifest.json', () => {
  it('has every file that was read and written, by its hash, and no path of this machine', () => {
    const { outputs, inputs, settings, pack, refused, submissions, ...about } = manifest();
    expect(about).toEqual({
      format: 1,
      version: '0.1.0',
      measures: { id: 'quality-bureau', version: '1.0.0' },
      period: '2026-Q1',
      asOf: '2026-04-10',
      lang: 'zh',
    });
    for (const { file, sha256: hash } of outputs) expect(sha256(readFileSync(path(file))), file).toBe(hash);
    expect(outputs.map(({ file }) => file)).toEqual([
      'ranking.xlsx',
      'bulletin.pdf',
      'bulletin.docx',
      'report.html',
      'results.json',
      'returned/办公室/完成月工作目标情况表-办公室-2026年1月.xlsx',
    ]);
    const kept = (file: string): string => (file.startsWith('office/') ? file : `submissions/${file}`);
    for (const { file, sha256: hash } of inputs)
      expect(sha256(readFileSync(join(folder, kept(file)))), file).toBe(hash);
    expect(settings).toEqual({ file: 'assess.yaml', sha256: sha256(OFFICE_YAML) });
    expect(pack).toMatchObject([{ file: 'quality-bureau/measures.yaml', isShipped: true }]);
    expect([refused, submissions]).toEqual([['补充.csv', '链接.xlsx'], '../../submissions']);
    expect(readFileSync(path('manifest.json'), 'utf8')).not.toContain(made);
  });

  it('knows no way to submissions that lie elsewhere, nor to packs of the office that lie below it', async () => {
    const out = newFolder();
    await assess(folder, ['quarter', '--dir', './submissions', '--quiet', '--out', out]);
    const { submissions } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
    expect(submissions).toBeUndefined();
    const inside = await assess(out, ['verify', '.']);
    expect([inside.code, inside.err]).toEqual([3, expect.stringContaining('请用 --dir 指明')]);
    expect(inside.out).toContain('结果文件与写出时一致');
    expect(await assess(out, ['verify', '.', '--dir', join(folder, 'submissions')])).toMatchObject({ code: 0 });
    remove(out);
  });

  it('names every file of a pack that extends another', async () => {
    put(folder, {
      'assess.yaml': OFFICE_YAML.replace('quality-bureau', './pack'),
      'pack/measures.yaml':
        'id: local\nversion: "2"\nextends: quality-bureau\ntitle: { zh: 本局办法, en: Local }\nsource: { zh: 本局, en: local }\n',
    });
    await assess(folder, ['quarter', '--dir', './submissions', '--quiet']);
    expect(manifest().pack.map(({ file, isShipped }) => [file, isShipped])).toEqual([
      ['pack/measures.yaml', undefined],
      ['quality-bureau/measures.yaml', true],
    ]);
    writeFileSync(
      join(folder, 'pack/measures.yaml'),
      `${readFileSync(join(folder, 'pack/measures.yaml'), 'utf8')}# 改\n`,
    );
    const { sources } = await found();
    expect(sources?.pack.map(({ file, state }) => [file, state])).toEqual([
      ['pack/measures.yaml', 'changed'],
      ['assess/quality-bureau/measures.yaml', 'unchanged'],
    ]);
  });
});

describe('assess verify', () => {
  it('says that all is as it was, also when graded again', async () => {
    const { code, out, err } = await verify('--again');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('结果文件  一致 6（results/2026-Q1）');
    expect(out).toMatch(/交来材料 {2}一致 \d+（submissions）/);
    expect(out).toContain('results.json 逐字节相同');
    const english = await verify('results/2026-Q1', '--lang', 'en');
    expect([english.code, english.out]).toEqual([0, expect.stringContaining('They match')]);
  });

  it('names each file that is not as it was', async () => {
    writeFileSync(path('ranking.xlsx'), 'changed');
    rmSync(path('bulletin.pdf'));
    put(folder, {
      'results/2026-Q1/扫描件.pdf': 'mine',
      'results/2026-Q1/.~lock.x#': '',
      'results/2026-Q1/returned/某科/x.xlsx': 'mine',
      'submissions/新.csv': 'a,b\n',
    });
    renameSync(join(folder, BAD), join(folder, 'submissions/办公室/一月.xlsx'));
    writeFileSync(join(folder, 'assess.yaml'), `${OFFICE_YAML}# 改\n`);
    const { code, out } = await verify();
    expect(code).toBe(1);
    expect(out).toContain('不一致');
    const { outputs, besides, sources, matches } = await found();
    const states = (files: Verification['outputs'] = []) =>
      files.flatMap(({ file, state, was }) =>
        state === 'unchanged' ? [] : [[state, file, was].filter(Boolean).join(' ')],
      );
    expect([states(outputs), besides, matches]).toEqual([
      ['changed ranking.xlsx', 'gone bulletin.pdf'],
      ['returned/某科/x.xlsx', '扫描件.pdf'],
      false,
    ]);
    expect(states(sources?.inputs)).toEqual([
      'gone 办公室/完成月工作目标情况表-办公室-2026年1月.xlsx',
      'new 办公室/一月.xlsx 办公室/完成月工作目标情况表-办公室-2026年1月.xlsx',
      'new 新.csv',
    ]);
    expect([states(sources?.settings), states(sources?.pack)]).toEqual([['changed assess.yaml'], []]);
  });

  it('does not hold files that the user has put beside the results against them', async () => {
    put(folder, { 'results/2026-Q1/扫描件.pdf': 'mine' });
    expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining('扫描件.pdf') });
  });

  it('says that a file can no longer be read, and that one which could not be now can', async () => {
    rmSync(join(folder, BAD));
    symlinkSync('/etc/hostname', join(folder, BAD));
    rmSync(join(folder, 'submissions/补充.csv'), { recursive: true });
    put(folder, { 'submissions/补充.csv': 'a,b\n' });
    const { sources } = await found();
    const states = sources?.inputs.filter(({ state }) => state !== 'unchanged').map(({ state }) => state);
    expect(states).toEqual(['unreadable', 'changed']);
  });

  it('says where results graded again first differ', async () => {
    const text = readFileSync(path('results.json'), 'utf8');
    writeFileSync(path('results.json'), text.replace('"tied":true', '"tied":false'));
    const { code, out } = await verify('--again');
    expect([code, out]).toEqual([1, expect.stringMatching(/results\.json 不同（首先不同在 standings\[0\]\.tied）/)]);
    expect(out).toContain('→ 谁的结果会变：assess compare results/2026-Q1');
    writeFileSync(path('results.json'), JSON.stringify(JSON.parse(text)));
    expect((await verify('--again', '--lang', 'en')).out).toContain('the content is the same, its writing is not');
    writeFileSync(path('results.json'), 'no json');
    expect((await verify('--again')).code).toBe(1);
  });

  it('still verifies the results where the submissions are gone, and all submissions where the folder is empty', async () => {
    renameSync(join(folder, 'submissions'), join(folder, 'moved'));
    const { code, out, err } = await verify();
    expect([code, err]).toEqual([3, expect.stringContaining('没有找到材料文件夹 submissions')]);
    expect(out).toContain('结果文件与写出时一致');
    expect((await verify('--dir', 'moved')).code).toBe(0);
    mkdirSync(join(folder, 'submissions'));
    const { sources } = await found();
    const kept = sources?.inputs.filter(({ state }) => state === 'unchanged') ?? [];
    expect(kept.every(({ file }) => file.startsWith('office/'))).toBe(true);
    expect(sources?.inputs.some(({ state }) => state === 'gone')).toBe(true);
  });

  it('says that a run did not finish', async () => {
    put(folder, { 'results/2026-Q1/.writing/owner': '1' });
    expect((await verify()).err).toContain('没有写完');
    const asked = await assess(folder, ['explain', '0101', '--results', 'results/2026-Q1']);
    expect([asked.code, asked.err]).toEqual([0, expect.stringContaining('没有写完')]);
  });

  it('needs a manifest, and a sound one', async () => {
    rmSync(path('manifest.json'));
    expect(await verify()).toMatchObject({ code: 3, err: expect.stringContaining('manifest.json') });
    put(folder, { 'results/2026-Q1/manifest.json': '{"format":9}' });
    expect(await verify()).toMatchObject({ code: 2, err: expect.stringContaining('格式是 9') });
    put(folder, { 'results/b/x': '' });
    expect(await verify()).toMatchObject({ code: 2, err: expect.stringContaining('有几份结果') });
  });
});

describe('a hostile manifest', () => {
  it.each(['../secret', '/etc/passwd', 'a/../../b', 'C:/x', 'a\\b', './a', 'a//b', ''])(
    'is refused for the output %j',
    async (file) => {
      changeManifest({ outputs: [{ file, sha256: '0'.repeat(64) }] });
      const { code, out, err } = await verify();
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('outputs[0].file：应为结果文件夹内的路径');
    },
  );

  it.each(['/etc', '\\\\server\\share', 'C:\\x', 'C:/x', ''])(
    'is refused for submissions at %j',
    async (submissions) => {
      changeManifest({ submissions });
      expect(await verify()).toMatchObject({
        code: 2,
        err: expect.stringContaining('submissions：应为用 / 分隔的相对路径'),
      });
    },
  );

  it('leads through no link out of the folder', async () => {
    const hash = sha256(readFileSync('/etc/hostname'));
    rmSync(path('ranking.xlsx'));
    symlinkSync('/etc/hostname', path('ranking.xlsx'));
    symlinkSync('/etc', path('out'));
    changeManifest({
      outputs: ['ranking.xlsx', 'out/hostname', 'bulletin.pdf/x'].map((file) => ({ file, sha256: hash })),
    });
    const { outputs } = await found();
    expect(outputs.map(({ state, after }) => [state, after])).toEqual([
      ['unreadable', undefined],
      ['unreadable', undefined],
      ['unreadable', undefined],
    ]);
  });

  it('makes nothing be read but the folder that is told, inputs least of all', async () => {
    const other = newFolder();
    put(other, { 'submissions/x.csv': 'a,b\n' });
    symlinkSync(join(other, 'submissions'), join(folder, 'led'));
    changeManifest({ submissions: '../../led', inputs: [{ file: '../../../etc/hostname', sha256: '0'.repeat(64) }] });
    const { code, out } = await verify();
    expect([code, out]).toEqual([1, expect.stringContaining(`led → ${join(other, 'submissions')}`)]);
    expect(out).toContain('已不存在  ../../../etc/hostname');
    expect(existsSync(join(other, 'submissions/x.csv'))).toBe(true);
    remove(other);
  });

  it('commands no terminal', async () => {
    changeManifest({ measures: { id: '\u001b[31m', version: '\u202e' }, refused: ['\u009b'] });
    const { out } = await verify();
    for (const mark of ['\u001b', '\u009b', '\u202e']) expect(out).not.toContain(mark);
  });
});
