/**
 * Puts outputs in the place of former ones: all are made whole in a folder beside them before the first is moved into
 * place, so that a run that fails or is killed while making them leaves the former results as they were.
 */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { reasonOf, unreadable } from './failure.js';

/** Files by their path within a folder that is replaced as a whole; empty where there is to be none. */
export type Folder = ReadonlyMap<string, Uint8Array>;

/** An output by its path; without content where it could not be made or is to go. */
export type Output = readonly [name: string, content: Uint8Array | string | Folder | undefined];

/** Puts outputs in the place of a folder's own; other files there stay. */
export async function replaceOutputs(folder: string, outputs: readonly Output[]): Promise<void> {
  const beside = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  let placed = false;
  try {
    await mkdir(dirname(folder), { recursive: true });
    await rm(beside, { recursive: true, force: true });
    await mkdir(beside);
    for (const [name, content] of outputs) await make(join(beside, name), content);
    await mkdir(folder, { recursive: true });
    for (const [name, content] of outputs) {
      const place = join(folder, name);
      if (content === undefined) await rm(place, { force: true });
      else if (isFolder(content)) await replaceFolder(place, join(beside, name), content.size > 0);
      else {
        await mkdir(dirname(place), { recursive: true });
        await rename(join(beside, name), place);
      }
      placed = true;
    }
  } catch (error) {
    throw unreadable(
      `无法写入 ${folder}：${reasonOf(error)}；${placed ? '其中新旧结果并存，请排除原因后重新运行' : '原有结果未动'}`,
      `cannot write to ${folder}: ${reasonOf(error)}; ${placed ? 'new and former results are mixed there: mend the cause and run again' : 'the former results are untouched'}`,
    );
  } finally {
    // What went wrong has been said; a folder that cannot be cleared away after it must not hide that.
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isFolder(content: Output[1]): content is Folder {
  return content instanceof Map;
}

async function make(path: string, content: Output[1]): Promise<void> {
  if (content === undefined) return;
  if (!isFolder(content)) await writeDurably(path, content);
  else for (const [name, each] of content) await writeDurably(join(path, name), each);
}

/** The former folder is set aside first, for a folder takes no other's place; it comes back if the new one cannot come. */
async function replaceFolder(place: string, made: string, isMade: boolean): Promise<void> {
  const former = `${made}.former`;
  await mkdir(dirname(former), { recursive: true });
  const wasThere = await rename(place, former).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  if (!isMade) return;
  try {
    await rename(made, place);
  } catch (error) {
    if (wasThere) await rename(former, place);
    throw error;
  }
}

async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
