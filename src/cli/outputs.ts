/** Writes a run's outputs, all of them or none, and last the manifest that tells what they are. What a run could not make does not stay from a former one. */
import { sha256 } from '../base/hash.js';
import type { Lang, Text } from '../base/text.js';
import type { Manifest, Sources } from '../model/manifest.js';
import type { Office } from '../model/office.js';
import type { Result } from '../model/result.js';
import { writeBulletin } from '../report/bulletin/write.js';
import { writeDocx } from '../report/docx/write.js';
import { resultJson } from '../report/json.js';
import { manifestJson } from '../report/manifest.js';
import { writePage } from '../report/page/write.js';
import { designRanking } from '../report/ranking/design.js';
import { writeWorkbook } from '../workbook/write.js';
import { printPdf } from './pdf.js';
import type { Output } from './place.js';
import { MANIFEST, RESULTS } from './results.js';
import { version } from './version.js';
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
  sources: Sources & Pick<Manifest, 'submissions'>,
): Promise<Written> {
  const written = writeBulletin(result, lang);
  const bulletin = await printPdf(written, office.fonts);
  const outputs: Output[] = [
    ['ranking.xlsx', await writeWorkbook(designRanking(result, lang))],
    ['bulletin.pdf', 'bytes' in bulletin ? bulletin.bytes : undefined],
    ['bulletin.docx', await writeDocx(written)],
    ['report.html', writePage(result, lang)],
    [RESULTS, Buffer.from(resultJson(result))],
  ];
  const all = [...outputs, ...[...returned].map(([name, bytes]): Output => [`${RETURNED}/${name}`, bytes])];
  const { measures, period, asOf } = result;
  const manifest = manifestJson({
    ...sources,
    version: version(),
    measures: { id: measures.id, version: measures.version },
    period,
    asOf,
    lang,
    outputs: all.flatMap(([file, content]) => (content === undefined ? [] : [{ file, sha256: sha256(content) }])),
  });
  await replaceWithFolder(folder, outputs, RETURNED, returned, [[MANIFEST, manifest]]);
  const names = [
    ...outputs.flatMap(([name, content]) => (content === undefined ? [] : [name])),
    ...(returned.size > 0 ? [`${RETURNED}/ (${returned.size})`] : []),
    MANIFEST,
  ];
  return 'bytes' in bulletin ? { names, notes: bulletin.notes } : { names, notes: [], unprinted: bulletin.remedy };
}
