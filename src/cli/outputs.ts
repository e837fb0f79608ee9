/**
 * Writes a run's outputs: all are made whole in a folder beside the old ones before the first is moved into place, so
 * that a run that fails or is killed while making them leaves the former results as they were. What a run could not
 * make does not stay from a former one.
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
  /** Why there is no bulletin, and what to do. */
  readonly unprinted?: Text;
}

/** An output by its name; without content where it could not be made. */
type Output = readonly [name: string, content: Uint8Array | string | undefined];

export async function writeOutputs(
  result: Result,
  folder: string,
  lang: Lang,
  office: Pick<Office, 'fonts'>,
): Promise<Written> {
  const bulletin = await printPdf(writeBulletin(result, lang), office.fonts);
  const outputs: Output[] = [
    ['ranking.xlsx', await writeWorkbook(designRanking(result, lang))],
    ['bulletin.pdf', 'bytes' in bulletin ? bulletin.bytes : undefined],
    ['results.json', resultJson(result)],
  ];
  await replaceOutputs(folder, outputs);
  const names = outputs.flatMap(([name, content]) => (content === undefined ? [] : [name]));
  return 'bytes' in bulletin ? { names, notes: bulletin.notes } : { names, notes: [], unprinted: bulletin.remedy };
}

/** Puts outputs in the place of a folder's own; other files there stay. */
async function replaceOutputs(folder: string, outputs: readonly Output[]): Promise<void> {
  const beside = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  let placed = false;
  try {
    await mkdir(dirname(folder), { recursive: true });
    await rm(beside, { recursive: true, force: true });
    await mkdir(beside);
    for (const [name, content] of outputs) if (content !== undefined) await writeDurably(join(beside, name), content);
    await mkdir(folder, { recursive: true });
    for (const [name, content] of outputs) {
      if (content === undefined) await rm(join(folder, name), { force: true });
      else await rename(join(beside, name), join(folder, name));
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

async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
