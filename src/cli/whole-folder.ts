/** A folder among the outputs that is ours alone: what a former run left in it and this one does not make is taken away. */
import { readdirSync, rmdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Output, replaceTogether } from './place.js';

/** Files by their path within the folder, with slashes; empty where there is to be none. */
export type Folder = ReadonlyMap<string, Uint8Array>;

/** Replaces outputs and the folder `name` beside them, all together; what is `last` takes its place after all others. */
export async function replaceWithFolder(
  folder: string,
  outputs: readonly Output[],
  name: string,
  files: Folder,
  last: readonly Output[] = [],
): Promise<void> {
  const place = join(folder, name);
  const former = namesIn(place).filter((each) => !files.has(each));
  await replaceTogether(folder, [
    ...outputs,
    ...[...files].map(([each, content]): Output => [join(name, each), content]),
    ...former.map((each): Output => [join(name, each), undefined]),
    ...last,
  ]);
  dropEmpty(place);
}

function namesIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );
}

/** Takes away folders that hold nothing any more, the deepest first. */
function dropEmpty(folder: string): void {
  const folders = entriesOf(folder).filter((entry) => entry.isDirectory());
  const paths = [folder, ...folders.map(({ parentPath, name }) => join(parentPath, name))];
  for (const path of paths.toSorted((a, b) => b.length - a.length)) {
    try {
      rmdirSync(path);
    } catch {
      // Not empty, or not to be removed: an empty folder that stays does no harm.
    }
  }
}

function entriesOf(folder: string): ReturnType<typeof readAll> {
  try {
    return readAll(folder);
  } catch {
    // It is not there, or cannot be looked into; then replacing says what is wrong.
    return [];
  }
}

function readAll(folder: string) {
  return readdirSync(folder, { withFileTypes: true, recursive: true });
}
