/**
 * Replaces files of a folder all together, in the order given: whatever fails, the former ones are as they were. Everything new is made
 * whole in a folder inside, former files are copied there, and only then the first is replaced; what fails after that is
 * taken back. A run that was killed leaves that folder, and the next run finishes what was ready or drops what was not.
 *
 * Between taking the folder for itself and removing it a run waits for nothing, so that no signal is heard in between.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Text } from '../base/text.js';
import { isAlive } from './alive.js';
import { writeDurably } from './durable.js';
import { Failure, reasonOf, reasonText, unreadable } from './failure.js';

/** A file that is made already, and to be moved. */
export interface Drafted {
  readonly path: string;
  readonly sha256: string;
}

/** A file by its name in the folder; without content it is to be removed. */
export type Output = readonly [name: string, content: Uint8Array | string | Drafted | undefined];

/** The folder inside, which only one run at a time can make; hidden, so never read for submissions. */
const WRITING = '.writing';
const OWNER = 'owner';
/** There once everything new is whole; it names what is new in the order in which it is to take its place. */
const READY = 'ready';
const NEW = 'new';
const FORMER = 'former';

/** How often another run is waited for, and how long each time. */
const TRIES = 50;
const PAUSE_MS = 100;
const TRIES_WITHOUT_OWNER = 3;

/** `asked` is asked once no other run is at the folder, and what a killed run had ready is in place. */
export async function replaceTogether(
  folder: string,
  asked: readonly Output[] | (() => readonly Output[]),
): Promise<void> {
  const work = join(folder, WRITING);
  let state: State = 'untouched';
  let made: string | undefined;
  try {
    made = mkdirSync(folder, { recursive: true });
    await claim(work, folder);
    let outputs: readonly Output[] = [];
    try {
      outputs = typeof asked === 'function' ? asked() : asked;
      prepare(work, folder, outputs);
      state = 'mixed';
      replace(work, folder, outputs);
      state = 'replaced';
    } catch (error) {
      if (state === 'mixed') {
        takeBack(work, folder, outputs);
        state = 'untouched';
      }
      throw error;
    } finally {
      // Were the folder taken away while files are mixed, the next run could not finish them.
      if (state !== 'mixed') clearAway(work);
    }
  } catch (error) {
    if (made !== undefined) dropEmpty(folder, made);
    throw failed(folder, error, state);
  }
}

/** Whether a run is writing to a folder, or was killed while it was. */
export function isUnfinished(folder: string): boolean {
  return existsSync(join(folder, WRITING));
}

/** Said to whoever reads such a folder. */
export const UNFINISHED: Text = {
  zh: '这里有一次没有写完的运行；请重新运行，程序会接着写完或恢复原样',
  en: 'a run has not finished writing here: run again, and it will be finished or taken back',
};

type State = 'untouched' | 'mixed' | 'replaced';

/** Makes the folder inside; waits for a run that is at it, and does the rest for one that was killed. */
async function claim(work: string, folder: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      mkdirSync(work);
      return;
    } catch (error) {
      if (reasonOf(error) !== 'EEXIST') throw error;
    }
    if (!isAtWork(work, tries)) {
      if (existsSync(join(work, READY))) moveIn(work, folder);
      unmake(work);
    } else if (tries === TRIES) {
      throw unreadable(
        `另一次运行正在写入 ${folder}，请稍后重试；如果没有，请删去 ${work}`,
        `another run is writing to ${folder}: try again later, or if there is none, remove ${work}`,
      );
    } else await setTimeout(PAUSE_MS);
  }
}

/** The run that made the folder, by its number; it is written at once, so that it is wanting for a moment only. */
function isAtWork(work: string, tries: number): boolean {
  try {
    return isAlive(Number(readFileSync(join(work, OWNER), 'utf8')));
  } catch {
    return tries < TRIES_WITHOUT_OWNER;
  }
}

function prepare(work: string, folder: string, outputs: readonly Output[]): void {
  writeDurably(join(work, OWNER), String(process.pid));
  mkdirSync(join(work, NEW));
  for (const [name, content] of outputs) {
    if (content !== undefined) putNew(withParents(join(work, NEW, name)), content);
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), withParents(join(work, FORMER, name)));
  }
  const names = outputs.flatMap(([name, content]) => (content === undefined ? [] : [name]));
  writeDurably(join(work, READY), names.join('\n'));
}

function putNew(path: string, content: Uint8Array | string | Drafted): void {
  if (typeof content === 'object' && 'path' in content) renameSync(content.path, path);
  else writeDurably(path, content);
}

function replace(work: string, folder: string, outputs: readonly Output[]): void {
  for (const [name, content] of outputs) if (content === undefined) rmSync(join(folder, name), { force: true });
  moveIn(work, folder);
}

function moveIn(work: string, folder: string): void {
  const from = join(work, NEW);
  // A run that was killed while it cleared away has moved all of it.
  if (!existsSync(from)) return;
  const order = readFileSync(join(work, READY), 'utf8').split('\n');
  const place = new Map(order.map((name, at) => [name, at]));
  const at = (name: string): number => place.get(name) ?? 0;
  for (const name of namesIn(from).toSorted((a, b) => at(a) - at(b)))
    renameSync(join(from, name), withParents(join(folder, name)));
}

/** What is still among the new ones has not been replaced; what is not has its former copy, or was not there. */
function takeBack(work: string, folder: string, outputs: readonly Output[]): void {
  for (const [name, content] of outputs) {
    if (content !== undefined && existsSync(join(work, NEW, name))) continue;
    const former = join(work, FORMER, name);
    if (existsSync(former)) renameSync(former, join(folder, name));
    else rmSync(join(folder, name), { force: true });
  }
}

function namesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function withParents(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

/** What says that there is something to move goes first: what is half taken away must not look ready. */
function unmake(work: string): void {
  rmSync(join(work, READY), { force: true });
  rmSync(work, { recursive: true, force: true });
}

function clearAway(work: string): void {
  try {
    unmake(work);
  } catch {
    // The outputs are as they should be; what stays here is hidden, and the next run clears it away.
  }
}

/** Takes away folders that hold nothing, from the lowest up. */
export function dropEmpty(folder: string, highest: string): void {
  try {
    for (let path = folder; path.length >= highest.length; path = dirname(path)) rmdirSync(path);
  } catch {
    // Not empty, or not to be removed: an empty folder does no harm, and what went wrong is said by whoever met it.
  }
}

/** Why a folder could not be written to, and in which state it is. */
export function failed(folder: string, error: unknown, state: State): Error {
  if (error instanceof Failure) return error;
  const [zh, en] =
    state === 'mixed'
      ? [
          '其中新旧结果并存，请排除原因后重新运行',
          'new and former results are mixed there: mend the cause and run again',
        ]
      : ['原有结果未动', 'the former results are untouched'];
  const reason = reasonText(error);
  return unreadable(`无法写入 ${folder}：${reason.zh}；${zh}`, `cannot write to ${folder}: ${reason.en}; ${en}`);
}
