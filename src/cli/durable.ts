/**
 * Writes files so that each is there whole or not at all, whatever fails and whenever the run is killed. Nothing is
 * waited for on the way, so that no signal is heard before what is half written is whole or gone.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isAlive } from './alive.js';
import { reasonOf, reasonText, unreadable } from './failure.js';

/** A new file, on the disk when this returns. */
export function writeDurably(path: string, content: Uint8Array | string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What is half written, by the number of the run that writes it. */
const HALF = /^\.assess-(\d+)$/;

/**
 * Writes one file, in a folder that is made if need be. Unless `over` is said, a file that is there stays as it is and
 * the answer is false. Throws a Failure that names the file.
 */
export function writeWhole(path: string, content: Uint8Array | string, { over }: { readonly over: boolean }): boolean {
  const folder = dirname(path);
  const half = join(folder, `.assess-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    if (!over && existsSync(path)) return false;
    try {
      writeDurably(half, content);
      if (!over) return settle(half, path);
      renameSync(half, path);
      return true;
    } finally {
      rmSync(half, { force: true });
    }
  } catch (error) {
    throw unreadable(`无法写入 ${path}：${reasonText(error).zh}`, `cannot write ${path}: ${reasonText(error).en}`);
  }
}

/** Gives what is written its name, unless another has it. */
function settle(half: string, path: string): boolean {
  try {
    linkSync(half, path);
    return true;
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false;
  }
  // Some disks know no second name for a file; there the look before must do.
  if (existsSync(path)) return false;
  renameSync(half, path);
  return true;
}

/** Takes away what runs that were killed have left half written in a folder. */
export function dropHalves(folder: string): void {
  for (const name of namesIn(folder)) {
    const owner = HALF.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(folder, name), { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing can be half written in it; whatever else is wrong, writing will say.
    return [];
  }
}
