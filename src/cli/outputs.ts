/** Writes a run's outputs, all of them or none, and last the manifest that tells what they are. What a run could not make does not stay from a former one. */
import { sha256 } from '../base/hash.js';
import type { Lang, Text } from '../base/text.js';
import type { Manifest, Sources } from '../model/manifest.js';
import type { Office } from '../model/office.js';
import type { Result } from '../model/result.js';
import { writeBulletin } from '../report/bulletin/write.js';
import { docxChunks } from '../report/docx/write.js';
import { resultJsonPieces } from '../report/json.js';
import { manifestJson } from '../report/manifest.js';
import { pageChunks } from '../report/page/write.js';
import { designRanking } from '../report/ranking/design.js';
import type { WayTo } from '../report/ranking/file-links.js';
import { workbookChunks } from '../workbook/write.js';
import { type Content, drafting } from './draft.js';
import { formerOutputs } from './former.js';
import { clearHeap } from './memory.js';
import { printPdf, type Unprinted } from './pdf.js';
import type { Drafted } from './place.js';
import { MANIFEST, RESULTS } from './results.js';
import { version } from './version.js';
import { type Folder, replaceWithFolder } from './whole-folder.js';

export interface Written {
  readonly names: readonly string[];
  /** What the reader of the outputs should know, such as a font that was not found. */
  readonly notes: readonly Text[];
  /** Why there is no bulletin, and what to do. */
  readonly unprinted?: Unprinted;
}

/** The folder of files that go back to their senders. */
const RETURNED = 'returned';

export function writeOutputs(
  result: Result,
  folder: string,
  lang: Lang,
  office: Pick<Office, 'fonts'>,
  returned: Folder,
  sources: Sources & Pick<Manifest, 'submissions'>,
  wayTo: WayTo,
): Promise<Written> {
  return drafting(folder, async (draft) => {
    const made = new Map<string, Drafted | undefined>();
    // One after the other, so that each lets go of what it took.
    const make = async (name: OutputName, content: Content | undefined): Promise<void> => {
      made.set(name, content === undefined ? undefined : await draft.write(content));
      clearHeap();
    };
    await make('report.html', pageChunks(result, lang));
    const bulletin = writeBulletin(result, lang);
    const printed = await printPdf(bulletin, office.fonts);
    await make('bulletin.pdf', 'bytes' in printed ? printed.bytes : undefined);
    await make('bulletin.docx', docxChunks(bulletin));
    await make('ranking.xlsx', workbookChunks(designRanking(result, lang, wayTo)));
    await make(RESULTS, resultJsonPieces(result));
    const outputs = OUTPUTS.map((name): Made => [name, made.get(name)]);

    const manifest = manifestOf(result, lang, [...outputs.flatMap(hashOf), ...hashesOf(returned)], sources);
    await replaceWithFolder(folder, outputs, RETURNED, returned, [[MANIFEST, manifest]], () => formerOutputs(folder));
    const names = [
      ...outputs.flatMap(([name, drafted]) => (drafted ? [name] : [])),
      ...(returned.size > 0 ? [`${RETURNED}/ (${returned.size})`] : []),
      MANIFEST,
    ];
    return 'bytes' in printed ? { names, notes: printed.notes } : { names, notes: [], unprinted: printed };
  });
}

/** In the order in which they take their place. */
const OUTPUTS = ['ranking.xlsx', 'bulletin.pdf', 'bulletin.docx', 'report.html', RESULTS] as const;
type OutputName = (typeof OUTPUTS)[number];

type Made = readonly [name: OutputName, drafted: Drafted | undefined];

type Hashed = Manifest['outputs'][number];

function hashOf([file, drafted]: Made): Hashed[] {
  return drafted ? [{ file, sha256: drafted.sha256 }] : [];
}

function hashesOf(returned: Folder): Hashed[] {
  return [...returned].map(([name, bytes]) => ({ file: `${RETURNED}/${name}`, sha256: sha256(bytes) }));
}

function manifestOf(
  { measures, period, asOf }: Result,
  lang: Lang,
  outputs: readonly Hashed[],
  sources: Sources & Pick<Manifest, 'submissions'>,
): string {
  const { id, version: of } = measures;
  return manifestJson({
    ...sources,
    version: version(),
    measures: { id, version: of },
    period,
    asOf,
    lang,
    outputs,
  });
}
