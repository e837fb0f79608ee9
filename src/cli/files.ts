/**
 * Reads the files that were handed in: regular files only, each once, in an order that does not depend on the disk.
 * What is passed over is said, with the reason; nothing is ever written here.
 */
import { createHash } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Text } from '../base/text.js';
import type { SentFile } from '../take-in.js';
import { reasonOf, unreadable } from './failure.js';

export interface Gathered {
  readonly files: readonly SentFile[];
  readonly skipped: readonly { readonly file: string; readonly reason: Text }[];
}

/** Endings of files that departments send as tables. */
const TABLES = /\.(xlsx|xlsm|xls|et|csv|txt)$/i;
/** Folders that hold our own outputs, never submissions. */
const OUTPUTS = new Set(['results', 'node_modules', 'templates']);

/** Whether a folder of this name is passed over: it holds our own outputs, or is hidden. */
export function isForOutputs(name: string): boolean {
  return OUTPUTS.has(name) || name.startsWith('.');
}

/** Everything that could be a submission below the paths given; names are relative to the base, with forward slashes. */
export async function gather(paths: readonly string[], base: string): Promise<Gathered> {
  const files: SentFile[] = [];
  const skipped: { file: string; reason: Text }[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const found of await walk(path)) {
      const name = relative(base, found).split(sep).join('/') || basename(found);
      if (seen.has(found)) continue;
      seen.add(found);
      const reason = await reasonToSkip(found);
      if (reason === 'silently') continue;
      if (reason) skipped.push({ file: name, reason });
      else files.push(await readSent(found, name));
    }
  }
  return { files, skipped };
}

async function walk(path: string): Promise<string[]> {
  const stat = await lstat(path).catch((error: unknown) => {
    throw unreadable(`无法读取 ${path}：${reasonOf(error)}`, `cannot read ${path}: ${reasonOf(error)}`);
  });
  if (!stat.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
    throw unreadable(
      `无法读取文件夹 ${path}：${reasonOf(error)}`,
      `cannot read the folder ${path}: ${reasonOf(error)}`,
    );
  });
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && isForOutputs(entry.name)) continue;
    const inside = join(path, entry.name);
    found.push(...(entry.isDirectory() && !TABLES.test(entry.name) ? await walk(inside) : [inside]));
  }
  return found;
}

async function reasonToSkip(path: string): Promise<Text | 'silently' | undefined> {
  const name = basename(path);
  if (!TABLES.test(name) || name === '.DS_Store') return 'silently';
  if (name.startsWith('~$') || name.startsWith('.~')) {
    return {
      zh: '表格软件的临时文件；原文件可能还没有保存',
      en: 'a lock file of a spreadsheet program: the workbook beside it may be unsaved',
    };
  }
  const stat = await lstat(path);
  if (stat.isSymbolicLink()) return { zh: '是链接，不是文件', en: 'a link, not a file' };
  if (!stat.isFile()) return { zh: '不是普通文件', en: 'no regular file' };
  return undefined;
}

async function readSent(path: string, file: string): Promise<SentFile> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const bytes = await handle.readFile();
      return { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(`无法读取 ${file}：${reasonOf(error)}`, `cannot read ${file}: ${reasonOf(error)}`);
  }
}
