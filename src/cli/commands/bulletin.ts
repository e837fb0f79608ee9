/**
 * assess bulletin: the bulletin again from results already written, with the bytes that the run itself gave. Without
 * more it is the PDF beside the results; --docx adds the Word file, and --out names another folder or one file. Where
 * there are no fonts for the PDF, the Word file is written all the same.
 */
import { dirname, join, relative, resolve } from 'node:path';
import type { Text } from '../../base/text.js';
import type { Bulletin } from '../../model/bulletin.js';
import { writeBulletin } from '../../report/bulletin/write.js';
import { dropHalves, writeWhole } from '../durable.js';
import { type ExitCode, wrongCall } from '../failure.js';
import { type Pdf, printPdf, type Unprinted } from '../pdf.js';
import { readResult, resultsFolder } from '../results.js';
import { jsonText } from '../show/json.js';
import type { System } from '../system.js';
import { officeAbove } from '../workspace.js';
import { type Common, contextFor } from './context.js';

export interface BulletinOptions extends Common {
  readonly results?: string;
  readonly docx?: boolean;
  readonly out?: string;
}

const FORMATS = ['pdf', 'docx'] as const;
type Format = (typeof FORMATS)[number];

export async function bulletinCommand(options: BulletinOptions, system: System): Promise<ExitCode> {
  const folder = resultsFolder(options.results, system);
  const result = readResult(folder, system);
  // Fonts and language are the office's, as in the run: all that is said comes from the results.
  const office = officeAbove([folder, system.cwd], system.cwd);
  const context = contextFor(system, options, office?.lang);
  const { lang } = context;
  const targets = targetsOf(options, folder, system);
  const bulletin = writeBulletin(result, lang);
  const notes: Text[] = [];
  const unprinted: Unprinted[] = [];
  const written: string[] = [];
  await context.doing({ zh: '写通报', en: 'Writing the bulletin' });
  for (const { format, path } of targets) {
    const made = await contentOf(format, bulletin, office?.fonts ?? {});
    if ('remedy' in made) {
      unprinted.push(made);
      continue;
    }
    notes.push(...made.notes);
    dropHalves(dirname(path));
    writeWhole(path, made.bytes, { over: true });
    written.push(relative(system.cwd, path) || path);
  }
  if (options.json) await context.out(jsonText({ written }));
  else if (written.length > 0) await context.out(written.join('\n'));
  for (const note of notes) await context.tell(note[lang]);
  for (const { remedy } of unprinted) await context.complain(remedy[lang]);
  return unprinted[0]?.exitCode ?? 0;
}

interface Target {
  readonly format: Format;
  readonly path: string;
}

/** What is to be written where: a file as its name says, else into a folder. */
function targetsOf({ out, docx }: BulletinOptions, folder: string, { cwd }: System): Target[] {
  const wanted = FORMATS.filter((format) => format === 'pdf' || docx);
  const named = out === undefined ? undefined : /\.([A-Za-z]+)$/.exec(out)?.[1]?.toLowerCase();
  if (out === undefined || named === undefined)
    return wanted.map((format) => ({ format, path: join(resolve(cwd, out ?? folder), `bulletin.${format}`) }));
  const format = FORMATS.find((each) => each === named);
  if (!format)
    throw wrongCall(
      `--out 应为文件夹，或 .pdf、.docx 文件；给的是 ${out}`,
      `--out must be a folder, a .pdf or a .docx file, not ${out}`,
    );
  if (docx && format === 'pdf')
    throw wrongCall('--docx 与 .pdf 文件名不能并用', 'a .pdf file cannot be named together with --docx');
  return [{ format, path: resolve(cwd, out) }];
}

async function contentOf(
  format: Format,
  bulletin: Bulletin,
  fonts: Readonly<Record<string, string>>,
): Promise<Pdf | Unprinted> {
  if (format === 'pdf') return printPdf(bulletin, fonts);
  const { writeDocx } = await import('../../report/docx/write.js');
  return { bytes: writeDocx(bulletin), notes: [] };
}
