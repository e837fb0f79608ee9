/** Writes a run's outputs, all of them or none. What a run could not make does not stay from a former one. */
import type { Lang, Text } from '../base/text.js';
import type { Office } from '../model/office.js';
import type { Result } from '../model/result.js';
import { writeBulletin } from '../report/bulletin/write.js';
import { resultJson } from '../report/json.js';
import { designRanking } from '../report/ranking/design.js';
import { writeWorkbook } from '../workbook/write.js';
import { printPdf } from './pdf.js';
import { type Output, replaceTogether } from './place.js';

export interface Written {
  readonly names: readonly string[];
  /** What the reader of the outputs should know, such as a font that was not found. */
  readonly notes: readonly Text[];
  /** Why there is no bulletin, and what to do. */
  readonly unprinted?: Text;
}

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
  await replaceTogether(folder, outputs);
  const names = outputs.flatMap(([name, content]) => (content === undefined ? [] : [name]));
  return 'bytes' in bulletin ? { names, notes: bulletin.notes } : { names, notes: [], unprinted: bulletin.remedy };
}
