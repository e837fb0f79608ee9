/** Keeps outputs from among what is read, where the next run would take them for submissions or they replaced one. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { wrongCall } from './failure.js';
import { isForOutputs } from './listing.js';
import type { Workspace } from './workspace.js';

/** Fails if a file that an option asks for would lie in the folders given or in those that the office keeps. */
export function refuseAmongRead(
  option: string,
  path: string,
  folders: readonly string[],
  { root, office }: Pick<Workspace, 'root' | 'office'>,
  instead: string,
): void {
  const kept = root === undefined ? [] : office.read.map((each) => resolve(root, each));
  if ([...folders, ...kept].some((each) => isAmong(real(path), real(each))))
    throw wrongCall(
      `${option} 不能写在交来的表或登记表所在的文件夹中；可写到 ${instead}`,
      `${option} cannot go where submissions and registers are read; ${instead} can take it`,
    );
}

function isAmong(path: string, folder: string): boolean {
  const to = relative(folder, path);
  if (isAbsolute(to)) return false;
  const inside = to.split(sep);
  return inside[0] !== '..' && !inside.slice(0, -1).some(isForOutputs);
}

/** The path without links, as far as it is there. */
export function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(real(above), path.slice(above.length));
}
