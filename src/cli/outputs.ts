/** Writes a run's outputs, all of them or none. What a run could not make does not stay from a former one. */
import type { Lang, Text } from '../base/text.js';
import type { Office } from '../model/office.js';
import type { Result } from '../model/result.js';
import { writeBulletin } from '../report/bulletin/write.js';
import { resultJson } from '../report/json.js';
import { writePage } from '../report/page/write.js';
import { designRanking } from '../report/ranking/design.js';
import { writeWorkbook } from '../workbook/write.js';
import { printPdf } from './pdf.js';
import type { Output } from './place.js';
import { type Folder, replaceWithFolder } from './whole-folder.js';

export interface Written {
  readonly names: readonly string[];
  /** What the reader of the outputs should know, such as a font that was not found. */
  readonly notes: readonly Text[];
  /** Why there is no bulletin, and what to do. */
  readonly unprinted?: Text;
}

/** The folder of files that go back to their senders. */
const RETURNED = 'returned';

export async function writeOutputs(
  result: Result,
  folder: string,
  lang: Lang,
  office: Pick<Office, 'fonts'>,
  returned: Folder,
): Promise<Written> {
  const bulletin = await printPdf(writeBulletin(result, lang), office.fonts);
  const outputs: Output[] = [
    ['ranking.xlsx', await writeWorkbook(designRanking(result, lang))],
    ['bulletin.pdf', 'bytes' in bulletin ? bulletin.bytes : undefined],
    ['report.html', writePage(result, lang)],
    ['results.json', resultJson(result)],
  ];
  await replaceWithFolder(folder, outputs, RETURNED, returned);
  const names = [
    ...outputs.flatMap(([name, content]) => (content === undefined ? [] : [name])),
    ...(returned.size > 0 ? [`${RETURNED}/ (${returned.size})`] : []),
  ];
  return 'bytes' in bulletin ? { names, notes: bulletin.notes } : { names, notes: [], unprinted: bulletin.remedy };
}
