/** What assess check --annotate adds: copies of the files with their findings marked, and where they went. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SentFile } from '../../take-in.js';
import { refuseAmongRead } from '../among.js';
import { clausesOf } from '../packs.js';
import { writeReturned } from '../returned.js';
import type { Workspace } from '../workspace.js';
import type { Checked } from './check.js';
import type { Context } from './context.js';

export async function annotate(
  dir: string,
  paths: readonly string[],
  files: readonly SentFile[],
  { findings, measures }: Checked,
  workspace: Pick<Workspace, 'root' | 'office'>,
  { lang, system, tell }: Context,
): Promise<void> {
  const { office } = workspace;
  const about = {
    lang,
    office: office.name,
    date: office.asOf ?? system.today(),
    clauseAt: clausesOf(measures),
  };
  const folder = resolve(system.cwd, dir);
  const asked = paths.map((path) => resolve(system.cwd, path));
  const folders = asked.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  refuseAmongRead('--annotate', join(folder, 'x.xlsx'), folders, workspace, join('results', 'returned'));
  const { names, notes } = await writeReturned(files, findings, about, {
    folder,
    asked,
    folders,
    base: system.cwd,
  });
  for (const note of notes) await tell(note[lang]);
  if (names.length === 0) await tell({ zh: '没有需要退回的文件。', en: 'No file needs to go back.' }[lang]);
  else await tell(`${{ zh: '退回件写入', en: 'Files to go back written to' }[lang]} ${folder}:`);
  for (const name of names) await tell(`  ${name}`);
}
