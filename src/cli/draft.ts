/**
 * Outputs while they are made: each goes piece by piece to a hidden folder within the one that it is meant for, so that it is
 * never whole in memory, and nothing else there is touched. The folder goes away when the work ends, however it ends; only
 * a run that is killed leaves it, to the next.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { hashing } from '../base/hash.js';
import { isAlive } from './alive.js';
import { isOfSystem } from './failure.js';
import { clearBuffers } from './memory.js';
import { type Drafted, dropEmpty, failed } from './place.js';

/** What a file holds: all at once, or piece by piece. */
export type Content = Uint8Array | string | Iterable<Uint8Array | string>;

export interface Draft {
  /** Writes a new file, on the disk when this returns. Signals are heard meanwhile. Throws a Failure that names the folder. */
  write(content: Content): Promise<Drafted>;
}

/** By the number of the run whose it is. */
const DRAFTS = /^\.writing-(\d+)$/;

/** Lets outputs for a folder be drafted; they must be in place when the work is done. */
export async function drafting<T>(folder: string, work: (draft: Draft) => Promise<T>): Promise<T> {
  const drafts = join(folder, `.writing-${process.pid}`);
  let made: string | undefined;
  const drop = (): void => {
    removed(drafts);
    if (made !== undefined) dropEmpty(folder, made);
  };
  // A signal ends the run between two pieces.
  process.once('exit', drop);
  try {
    dropLeft(folder);
    let count = 0;
    return await work({
      write: async (content) => {
        count += 1;
        const path = join(drafts, String(count));
        try {
          made = mkdirSync(folder, { recursive: true }) ?? made;
          // Made recursively, a folder on a read-only disk is said not to be there.
          if (!existsSync(drafts)) mkdirSync(drafts);
          return { path, sha256: await written(path, content) };
        } catch (error) {
          throw isOfSystem(error) ? failed(folder, error, 'untouched') : error;
        }
      },
    });
  } finally {
    process.removeListener('exit', drop);
    drop();
  }
}

/** Texts of so many characters are written at once. */
const PIECE = 65_536;

/** Pieces as they come, short texts joined. */
function* gathered(pieces: Iterable<Uint8Array | string>): Generator<Uint8Array | string> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      if (text.length < PIECE) continue;
      yield text;
    } else {
      if (text !== '') yield text;
      yield piece;
    }
    text = '';
  }
  if (text !== '') yield text;
}

function removed(drafts: string): void {
  try {
    rmSync(drafts, { recursive: true, force: true });
  } catch {
    // It is hidden, and the next run looks for it again; what went wrong before it is what is said.
  }
}

/** Writes a file and answers its hash. */
async function written(path: string, content: Content): Promise<string> {
  const hash = hashing();
  const file = openSync(path, 'wx');
  try {
    for (const piece of typeof content === 'string' || content instanceof Uint8Array ? [content] : gathered(content)) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      writeFileSync(file, bytes);
      hash.add(bytes);
      clearBuffers();
      await setImmediate();
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return hash.sha256();
}

/** Takes away what runs that were killed have left. */
function dropLeft(folder: string): void {
  for (const name of namesIn(folder)) {
    const owner = DRAFTS.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) removed(join(folder, name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing can be left in it; whatever else is wrong, writing will say.
    return [];
  }
}
