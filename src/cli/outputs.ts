/**
 * Writes a run's outputs: all are made in a folder beside the old ones and moved into place when whole, so that a run
 * that fails or is killed leaves the former results as they were.
 */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Lang, Text } from '../base/text.js';
import type { Office } from '../model/office.js';
import type { Result } from '../model/result.js';
import { writeBulletin } from '../report/bulletin/write.js';
import { resultJson } from '../report/json.js';
import { designRanking } from '../report/ranking/design.js';
import { writeWorkbook } from '../workbook/write.js';
import { reasonOf, unreadable } from './failure.js';
import { printPdf } from './pdf.js';

export interface Written {
  readonly names: readonly string[];
  /** What the reader of the outputs should know, such as a font that was not found. */
  readonly notes: readonly Text[];
}

export async function writeOutputs(
  result: Result,
  folder: string,
  lang: Lang,
  office: Pick<Office, 'fonts'>,
): Promise<Written> {
  const bulletin = await printPdf(writeBulletin(result, lang), office.fonts);
  const files: [string, Uint8Array | string][] = [
    ['ranking.xlsx', await writeWorkbook(designRanking(result, lang))],
    ...(bulletin.bytes ? [['bulletin.pdf', bulletin.bytes] satisfies [string, Uint8Array]] : []),
    ['results.json', resultJson(result)],
  ];
  await replaceFolder(folder, files);
  return { names: files.map(([name]) => name), notes: bulletin.notes };
}

/** Puts files in the place of a folder's own; other files there stay. */
export async function replaceFolder(
  folder: string,
  files: readonly (readonly [string, Uint8Array | string])[],
): Promise<void> {
  const beside = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  try {
    await mkdir(dirname(folder), { recursive: true });
    await rm(beside, { recursive: true, force: true });
    await mkdir(beside);
    for (const [name, content] of files) await writeDurably(join(beside, name), content);
    await mkdir(folder, { recursive: true });
    for (const [name] of files) await rename(join(beside, name), join(folder, name));
  } catch (error) {
    throw unreadable(
      `无法写入 ${folder}：${reasonOf(error)}；原有结果未动`,
      `cannot write to ${folder}: ${reasonOf(error)}; the former results are untouched`,
    );
  } finally {
    // What went wrong has been said; a folder that cannot be cleared away after it must not hide that.
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
