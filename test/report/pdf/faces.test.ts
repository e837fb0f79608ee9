import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontFolders, PACKAGED } from '../../../src/report/pdf/candidates.js';
import { type Faces, findFaces, type NoFaces } from '../../../src/report/pdf/faces.js';

const resolve = createRequire(import.meta.url).resolve;
const SONG = resolve(PACKAGED.song ?? '');
const KAI = resolve(PACKAGED.kai ?? '');
const nothing = { folders: [], packaged: () => undefined };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faces-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function machine(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(folder, 'machine-'));
  for (const [name, target] of Object.entries(files)) {
    await mkdir(join(root, name, '..'), { recursive: true });
    await symlink(target, join(root, name));
  }
  return root;
}

function found(faces: Faces | NoFaces): Faces {
  if ('problem' in faces) throw new Error(faces.remedy.en);
  return faces;
}

function failed(faces: Faces | NoFaces): NoFaces {
  if (!('problem' in faces)) throw new Error('faces were found');
  return faces;
}

describe('faces', () => {
  it('come from the npm packages, 宋 standing in for 仿宋', async () => {
    const faces = found(await findFaces({}, { folders: [] }));
    expect(faces.substituted).toEqual(['fang']);
    expect(faces.fang).toBe(faces.song);
    expect([faces.song, faces.heading, faces.hei, faces.kai].map(({ name }) => name)).toEqual([
      'NotoSerifSC_400Regular.ttf',
      'NotoSerifSC_700Bold.ttf',
      'NotoSansSC_500Medium.ttf',
      'lxgw-wenkai-latin-500-normal.woff',
    ]);
  });

  it('are first of all the configured ones', async () => {
    const path = await machine({ 'mine.woff': KAI });
    const faces = found(await findFaces({ fang: join(path, 'mine.woff') }, { folders: [] }));
    expect(faces.fang.name).toBe('mine.woff');
    expect(faces.substituted).toEqual([]);
  });

  it('are then those of the machine, in any folder and letter case', async () => {
    const root = await machine({ 'deep/er/SimFang.TTF': SONG, 'z/simfang.ttf': KAI });
    const faces = found(await findFaces({}, { folders: [join(root, 'absent'), root] }));
    expect(faces.fang).toMatchObject({ name: 'SimFang.TTF', source: join(root, 'deep/er/SimFang.TTF') });
    expect(faces.substituted).toEqual([]);
  });

  it('pass over damaged files and fonts without Chinese', async () => {
    const root = await machine({});
    await writeFile(join(root, 'simfang.ttf'), 'no font');
    const faces = found(await findFaces({}, { folders: [root] }));
    expect(faces.substituted).toEqual(['fang']);
  });

  it('are stood in for by what there is', async () => {
    const root = await machine({ 'FandolKai-Regular.otf': SONG });
    const faces = found(await findFaces({}, { ...nothing, folders: [root] }));
    expect(faces.substituted).toEqual(['song', 'heading', 'hei', 'fang']);
    expect(faces.song).toBe(faces.kai);
  });

  it('are a failure with a remedy where there are none', async () => {
    const { problem, remedy } = failed(await findFaces({}, nothing));
    expect(problem).toBe('none');
    expect(remedy.zh).toContain('npm install');
    expect(remedy.en).toContain('noto-serif-sc');
  });

  it('are a failure where a configured file cannot be used', async () => {
    const bad = join(folder, 'bad.ttf');
    await writeFile(bad, 'no font');
    const woff2 = join(folder, 'bad.woff2');
    await copyFile(KAI.replace(/woff$/, 'woff2'), woff2);
    for (const path of [bad, woff2, join(folder, 'absent.ttf')]) {
      const failure = failed(await findFaces({ kai: path }));
      expect(failure).toMatchObject({ problem: 'unusable', face: 'kai', path });
      expect(failure.remedy.en).toContain(path);
      expect(failure.remedy.zh).toContain(path);
    }
  });
});

describe('font folders', () => {
  it('are those of the system', () => {
    expect(fontFolders('win32', 'C:/Users/li')).toContain('C:/Windows/Fonts');
    expect(fontFolders('darwin', '/Users/li')).toContain('/System/Library/Fonts');
    expect(fontFolders('linux', '/home/li')).toEqual(expect.arrayContaining(['/home/li/.fonts', '/usr/share/fonts']));
  });
});
