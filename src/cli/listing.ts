/**
 * Lists what lies in folders in an order that does not depend on the disk, and says of each thing whether it is to be
 * read, passed over or refused, and why. Links are never followed into, so no loop can arise; nothing is opened.
 */
import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Text } from '../base/text.js';
import type { FileFault } from '../model/workbook.js';
import { reasonOf, reasonText, unreadable } from './failure.js';

/** Something that is there: `real` is its one path without links on the way, however it was reached. */
export interface Listed {
  readonly path: string;
  readonly real: string;
  readonly as: Verdict;
}

export type Verdict =
  | { readonly kind: 'read' }
  /** Nothing is lost by it; of a lock, `unsaved` names the workbook beside it. */
  | { readonly kind: 'skip'; readonly reason: Text; readonly unsaved?: string }
  /** It could be a submission and cannot be read. */
  | { readonly kind: 'refuse'; readonly fault: FileFault; readonly detail: string };

/** Endings of files that departments send as tables, and of what they send instead: the reader says what is wrong. */
const TABLES = /\.(xlsx|xlsm|xltx|xltm|xlsb|xls|xlt|et|ett|ods|fods|numbers|csv|tsv|txt|zip|rar|7z)$/i;
/** Folders that hold our own outputs, never submissions. */
const OUTPUTS = new Set(['results', 'node_modules', 'templates']);
/** What systems leave in folders by themselves, also beside each file on foreign disks. */
const LEFT_BEHIND = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i;
const LOCK = /^(?:~\$(.+)|\.~lock\.(.+)#|\.~(.+))$/;
/** Our own settings and packs, which stand beside submissions. */
const SETTINGS = /\.ya?ml$/i;

/** Whether a folder of this name is passed over: it holds our own outputs, or is hidden. */
export function isForOutputs(name: string): boolean {
  return OUTPUTS.has(name) || name.startsWith('.') || name === '__MACOSX';
}

/** Whether a file of this name is a lock, or something that systems leave behind by themselves. */
export function isLeftBehind(name: string): boolean {
  return LEFT_BEHIND.test(name) || LOCK.test(name);
}

/** Everything at or below the paths. A path that is named is read whatever it is called; one that is not there fails. */
export async function list(paths: readonly string[]): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const path of paths) {
    try {
      const entry = await lstat(path);
      if (await isFolder(path, entry)) await listFolder(path, listed);
      else listed.push({ path, real: path, as: verdictOn(basename(path), entry, true) });
    } catch (error) {
      throw unreadable(`无法读取 ${path}：${reasonText(error).zh}`, `cannot read ${path}: ${reasonText(error).en}`);
    }
  }
  return listed;
}

/** Of the paths that are named a link to a folder is one. */
async function isFolder(path: string, entry: Entry): Promise<boolean> {
  return entry.isDirectory() || (entry.isSymbolicLink() && (await leadsToFolder(path)));
}

async function listFolder(path: string, listed: Listed[]): Promise<void> {
  const real = await realpath(path);
  const entries = await readdir(path, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    const inside = join(path, name);
    const add = (as: Verdict): void => void listed.push({ path: inside, real: join(real, name), as });
    if (SETTINGS.test(name) || (isForOutputs(name) && (await isFolder(inside, entry)))) continue;
    if (entry.isDirectory() && !TABLES.test(name)) {
      // A folder that cannot be looked into takes nothing from the others.
      await listFolder(inside, listed).catch((error: unknown) => add(inaccessible(name, error)));
    } else if (entry.isSymbolicLink() && !TABLES.test(name) && (await leadsToFolder(inside))) add(LINK);
    else add(verdictOn(name, entry, TABLES.test(name), names));
  }
}

type Entry = Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

const LINK: Verdict = { kind: 'refuse', fault: 'link', detail: 'symbolic link' };

/** What becomes of a file; `wanted` if it could be a submission. */
function verdictOn(name: string, entry: Entry, wanted: boolean, beside?: ReadonlySet<string>): Verdict {
  const lock = LOCK.exec(name);
  if (lock && !entry.isDirectory()) return lockOf(lock.slice(1).find((part) => part !== undefined) ?? '', beside);
  if (LEFT_BEHIND.test(name)) return skip('系统自动生成的文件', 'left behind by the system');
  if (entry.isSymbolicLink()) return wanted ? LINK : skip('是链接，不是文件', 'a link, not a file');
  if (!wanted) return skip('按名称不是表格', 'no table by its name');
  return entry.isFile() ? { kind: 'read' } : { kind: 'refuse', fault: 'no-file', detail: 'no regular file' };
}

function lockOf(workbook: string, beside: ReadonlySet<string> | undefined): Verdict {
  if (!beside?.has(workbook)) return skip('表格软件的临时文件', 'a lock file of a spreadsheet program');
  const reason = {
    zh: `表格软件的锁文件：${workbook} 正开着，可能还没有保存`,
    en: `a lock file of a spreadsheet program: ${workbook} is open and may be unsaved`,
  };
  return { kind: 'skip', reason, unsaved: workbook };
}

function skip(zh: string, en: string): Verdict {
  return { kind: 'skip', reason: { zh, en } };
}

/** Why the system gives nothing. A name that is no UTF-8 comes to us with marks in it and leads nowhere. */
export function inaccessible(name: string, error: unknown): Verdict & { readonly kind: 'refuse' } {
  const code = reasonOf(error);
  const isMangled = code === 'ENOENT' && name.includes('\ufffd');
  return { kind: 'refuse', fault: isMangled ? 'misnamed' : 'inaccessible', detail: code };
}

async function leadsToFolder(path: string): Promise<boolean> {
  // A link that leads nowhere leads to no folder.
  return stat(path).then(
    (target) => target.isDirectory(),
    () => false,
  );
}
