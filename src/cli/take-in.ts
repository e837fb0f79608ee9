/** Opens what was gathered, one file after the other, and says so meanwhile; what was refused or passed over is a finding. */

import { finding } from '../check/inspection.js';
import type { Measures } from '../model/measures.js';
import { newContents } from '../rows/contents.js';
import { bringTogether, type Intake, type OpenedFile, openSent, type SentFile } from '../take-in.js';
import { labelled } from '../words/phrase.js';
import type { Context } from './commands/context.js';
import type { Gathered, Refused, Skipped } from './files.js';

export async function takeInSlowly(
  files: readonly SentFile[],
  measures: Measures,
  counts: readonly string[],
  { doing }: Pick<Context, 'doing'>,
): Promise<Intake> {
  const contents = newContents();
  const opened: OpenedFile[] = [];
  for (const [at, sent] of files.entries()) {
    await doing({ zh: '读取', en: 'Reading' }, { number: at + 1, of: files.length, name: sent.file });
    opened.push(openSent(sent, measures, contents));
  }
  return bringTogether(opened, measures, counts);
}

/** Everything gathered, with a finding for each thing that was not read. Where a workbook seems open, that is said at once. */
export async function takeInGathered(
  { files, refused, skipped }: Gathered,
  measures: Measures,
  counts: readonly string[],
  context: Context,
): Promise<Intake> {
  const intake = await takeInSlowly(files, measures, counts, context);
  await tellSkipped(
    skipped.filter(({ unsaved }) => unsaved !== undefined),
    context,
  );
  return withRefused({ ...intake, findings: [...intake.findings, ...skipped.map(passedOver)] }, refused);
}

function withRefused(intake: Intake, refused: readonly Refused[]): Intake {
  const faults = refused.map(({ file, fault, detail }) =>
    finding('file-unreadable', { place: { file } }, { fault, detail }),
  );
  return { ...intake, findings: [...intake.findings, ...faults] };
}

async function tellSkipped(skipped: readonly Skipped[], { lang, tell }: Context): Promise<void> {
  for (const { file, reason } of skipped) await tell(labelled(file, reason[lang], lang));
}

/** What may not be saved is worth a warning: its file is read as it was. */
function passedOver({ file, reason, unsaved }: Skipped): Intake['findings'][number] {
  return unsaved === undefined
    ? finding('file-skipped', { place: { file } }, { reason })
    : finding('file-skipped', { place: { file }, severity: 'warning' }, { reason, unsaved });
}
