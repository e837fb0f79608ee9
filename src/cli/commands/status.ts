/**
 * assess status: who has handed in what, what is missing, late or returned, and what falls due next. Says what a run
 * of the same folder would, and writes nothing unless asked; never over what was handed in.
 */
import { dirname, join, resolve } from 'node:path';
import { assess, periodsReported } from '../../assess.js';
import type { Day } from '../../base/day.js';
import { firstDay, lastDay, type Period, periodAt } from '../../base/period.js';
import type { Measures } from '../../model/measures.js';
import { isAnyReturned, statusOf } from '../../report/status/status.js';
import { designStatus } from '../../report/status/workbook.js';
import type { Intake } from '../../take-in.js';
import { writeWorkbook } from '../../workbook/write.js';
import { refuseAmongRead } from '../among.js';
import { dropHalves, writeWhole } from '../durable.js';
import { type ExitCode, wrongCall } from '../failure.js';
import { jsonText } from '../show/json.js';
import { wrapped } from '../show/line.js';
import { statusText } from '../show/status.js';
import type { System } from '../system.js';
import { takeInGathered } from '../take-in.js';
import { gatherSubmissions, openWorkspace, type Workspace } from '../workspace.js';
import { dayOfRun, periodNamed } from './asked.js';
import { type Common, contextFor } from './context.js';
import { heading, noRoster } from './period.js';

export interface StatusOptions extends Common {
  readonly dir: string;
  readonly period?: string;
  readonly out?: string;
  readonly asOf?: string;
  readonly strict?: boolean;
}

export async function statusCommand(options: StatusOptions, system: System): Promise<ExitCode> {
  const workspace = await openWorkspace(options.dir, system.cwd, options.strict ?? false);
  const { measures, office } = workspace;
  const context = contextFor(system, options, office.lang);
  const out = outFile(options, workspace, system);
  const asOf = dayOfRun(options.asOf, office.asOf, system);
  const asked = options.period === undefined ? undefined : periodNamed(options.period);
  const gathered = await gatherSubmissions(options.dir, system.cwd, workspace, context);

  const intake = await takeInGathered(gathered, measures, office.counts, context);
  if (intake.roster.subjects.length === 0) throw noRoster(measures);
  const period = asked ?? yearReported(intake, measures, asOf);
  await context.doing({ zh: '检查、评定', en: 'Checking and grading' });
  const result = assess(intake, measures, { period, asOf, office });
  const status = statusOf(result, { soFar: asked === undefined });

  if (out !== undefined) {
    await context.doing({ zh: '写结果', en: 'Writing the results' });
    const workbook = await writeWorkbook(designStatus(status, result, context.lang));
    dropHalves(dirname(out));
    writeWhole(out, workbook, { over: true });
  }
  const { lang, paint } = context;
  if (options.json) await context.out(jsonText(status));
  else
    await context.out(
      [...wrapped(heading(result, lang), '').map(paint.bold), '', statusText(status, lang, paint)].join('\n'),
    );
  if (out !== undefined) await context.tell(`${{ zh: '结果写入', en: 'Written to' }[lang]} ${out}`);
  return isAnyReturned(result, status) ? 1 : 0;
}

/** The year of the latest period that was reported and has begun, else the year of the run. */
function yearReported(intake: Intake, measures: Measures, asOf: Day): Period {
  const ends = periodsReported(intake, measures, (period) => (firstDay(period) <= asOf ? period : undefined))
    .map(lastDay)
    .toSorted();
  return periodAt('year', ends.at(-1) ?? asOf);
}

/** Where the workbook goes. */
function outFile({ out, dir }: StatusOptions, workspace: Workspace, { cwd }: System): string | undefined {
  if (out === undefined) return undefined;
  const path = resolve(cwd, out);
  if (!/\.xlsx$/i.test(path))
    throw wrongCall(`--out 应为 .xlsx 文件；给的是 ${out}`, `--out must be a .xlsx file, not ${out}`);
  refuseAmongRead('--out', path, [resolve(cwd, dir)], workspace, join('results', 'status.xlsx'));
  return path;
}
