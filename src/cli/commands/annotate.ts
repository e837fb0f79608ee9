/** What assess check --annotate adds: copies of the files with their findings marked, and where they went. */
import { resolve } from 'node:path';
import type { SentFile } from '../../assess.js';
import { visible } from '../../base/text.js';
import { writeReturned } from '../returned.js';
import type { Workspace } from '../workspace.js';
import type { Checked } from './check.js';
import type { Context } from './context.js';

export async function annotate(
  dir: string,
  paths: readonly string[],
  files: readonly SentFile[],
  { findings, measures }: Checked,
  { root, office }: Pick<Workspace, 'root' | 'office'>,
  { lang, system, tell }: Context,
): Promise<void> {
  const about = {
    lang,
    office: office.name,
    date: office.asOf ?? system.today(),
    clauseAt: (id: string): string => measures.clauses.get(id)?.at ?? id,
  };
  const folder = resolve(system.cwd, dir);
  const { names, notes } = await writeReturned(files, findings, about, {
    folder,
    asked: paths.map((path) => resolve(system.cwd, path)),
    read: root === undefined ? [] : office.read.map((path) => resolve(root, path)),
    base: system.cwd,
  });
  for (const note of notes) await tell(visible(note[lang]));
  if (names.length === 0) await tell({ zh: '没有需要退回的文件。', en: 'No file needs to go back.' }[lang]);
  else await tell(visible(`${{ zh: '退回件写入', en: 'Files to go back written to' }[lang]} ${folder}:`));
  for (const name of names) await tell(visible(`  ${name}`));
}
