/** assess month, assess quarter: everything that was handed in, checked, graded, ranked and written out. */
import { join, resolve } from 'node:path';
import { type Collected, collect, conclude, type Run } from '../../assess.js';
import { groupedBy } from '../../base/group.js';
import { type PeriodKind, periodText } from '../../base/period.js';
import { visible } from '../../base/text.js';
import { OFFICE } from '../../model/form.js';
import type { Manifest, Sources } from '../../model/manifest.js';
import type { Measures } from '../../model/measures.js';
import type { Result } from '../../model/result.js';
import type { WayTo } from '../../report/ranking/file-links.js';
import type { SentFile } from '../../take-in.js';
import { refuseAmongRead } from '../among.js';
import { type ExitCode, type Failure, wrongCall } from '../failure.js';
import { clearHeap, spareForReports } from '../memory.js';
import { writeOutputs } from '../outputs.js';
import { clausesOf } from '../packs.js';
import { type Outgoing, type Returned, returnFiles } from '../returned.js';
import { excerptsOf } from '../show/excerpt.js';
import { countsText, findingsText } from '../show/findings.js';
import { jsonText } from '../show/json.js';
import { standingsText } from '../show/standings.js';
import { summaryText } from '../show/summary.js';
import { sourcesOf, wayBetween, waysTo } from '../sources.js';
import type { System } from '../system.js';
import { takeInGathered } from '../take-in.js';
import { gatherSubmissions, openWorkspace, type Workspace } from '../workspace.js';
import { dayOfRun } from './asked.js';
import { chosenPeriod } from './chosen-period.js';
import { type Common, type Context, contextFor } from './context.js';

export interface PeriodOptions extends Common {
  readonly dir: string;
  readonly period?: string;
  readonly out?: string;
  readonly asOf?: string;
  readonly strict?: boolean;
}

export async function periodCommand(kind: PeriodKind, options: PeriodOptions, system: System): Promise<ExitCode> {
  spareForReports();
  const workspace = await openWorkspace(options.dir, system.cwd, options.strict ?? false);
  const { office } = workspace;
  const context = contextFor(system, options, office.lang);
  const { lang } = context;
  const { result, folder, returned, sources, wayTo, told } = await graded(kind, options, system, workspace, context);
  const written = await writeOutputs(result, folder, lang, office, returned.files, sources, wayTo);

  await context.out(options.json ? jsonText(result) : told);
  for (const note of [...returned.notes, ...written.notes]) await context.tell(note[lang]);
  await context.tell(`${{ zh: '结果写入', en: 'Written to' }[lang]} ${folder}: ${written.names.join(', ')}`);
  if (written.unprinted) {
    await context.complain(written.unprinted.remedy[lang]);
    return written.unprinted.exitCode;
  }
  return result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

interface Graded {
  readonly result: Result;
  readonly folder: string;
  readonly returned: Returned;
  readonly sources: Sources & Pick<Manifest, 'submissions'>;
  readonly wayTo: WayTo;
  /** What is shown of it. */
  readonly told: string;
}

/** From the files to the result, and what goes back. */
async function graded(
  kind: PeriodKind,
  options: PeriodOptions,
  system: System,
  workspace: Workspace,
  context: Context,
): Promise<Graded> {
  const { measures, office } = workspace;
  const { lang, paint } = context;
  const { gathered, collected, run, folder, sent, problems } = await takenIn(kind, options, system, workspace, context);
  clearHeap();
  const result = conclude(collected, measures, run);
  clearHeap();

  await context.doing({ zh: '写结果', en: 'Writing the results' });
  const about = { lang, office: office.name, date: run.asOf, clauseAt: clausesOf(measures) };
  const returned = await returnFiles(toReturn(gathered, result, measures), result.findings, about);
  const roots = [system.cwd, ...(workspace.root === undefined ? [] : [workspace.root])];
  const way = wayBetween(folder, sent, roots);
  const wayTo = waysTo(folder, gathered.files, roots);
  const sources = {
    ...sourcesOf(workspace, gathered, system.cwd),
    ...(way === undefined ? {} : { submissions: way }),
  };
  const told = [
    paint.bold(heading(result, lang)),
    '',
    standingsText(result, lang, paint),
    '',
    summaryText(result, lang),
    countsText(result.findings, lang),
    ...problems,
  ].join('\n');
  return { result, folder, returned, sources, wayTo, told };
}

interface TakenIn {
  readonly gathered: Awaited<ReturnType<typeof gatherSubmissions>>;
  readonly collected: Collected;
  readonly run: Run;
  readonly folder: string;
  /** The folder of submissions. */
  readonly sent: string;
  /** Errors, with the rows that they are about. */
  readonly problems: readonly string[];
}

/** From the files to what they come to. What was read ends with this, so that grading and writing have its room. */
async function takenIn(
  kind: PeriodKind,
  options: PeriodOptions,
  system: System,
  workspace: Workspace,
  context: Context,
): Promise<TakenIn> {
  const { measures, office } = workspace;
  const { lang, paint } = context;
  const gathered = await gatherSubmissions(options.dir, system.cwd, workspace, context);
  const intake = await takeInGathered(gathered, measures, office.counts, context);
  if (intake.roster.subjects.length === 0) throw noRoster(measures);
  const period = chosenPeriod(kind, options.period, intake, measures);
  const run = { period, asOf: dayOfRun(options.asOf, office.asOf, system), office };
  const folder = resolve(system.cwd, options.out ?? join('results', period));
  const sent = resolve(system.cwd, options.dir);
  refuseAmongRead('--out', join(folder, 'results.json'), [sent], workspace, join('results', period));
  await context.doing({ zh: '检查、评定', en: 'Checking and grading' });
  const collected = collect(intake, measures, run);

  const errors = collected.findings.filter(({ severity }) => severity === 'error');
  const manner = { lang, paint, clauseAt: clausesOf(measures), excerptAt: excerptsOf(intake.inspected) };
  const problems = errors.length > 0 ? ['', findingsText(errors, manner)] : [];
  return { gathered, collected, run, folder, sent, problems };
}

/** What departments sent, but not the registers that the office itself keeps among it. */
function toReturn(
  { sent, files }: { readonly sent: readonly SentFile[]; readonly files: readonly SentFile[] },
  result: Result,
  { forms }: Measures,
): Outgoing[] {
  const own = new Set(
    result.files.flatMap((report) =>
      report.forms.length > 0 && report.forms.every(({ form }) => forms.get(form)?.from === OFFICE)
        ? [report.file]
        : [],
    ),
  );
  // Of two files with one name, in the folder and beside it, nobody could tell whose a finding is.
  const named = groupedBy(files, ({ file }) => file);
  return sent.flatMap((each) =>
    own.has(each.file) || named.get(each.file)?.length !== 1 ? [] : [{ ...each, path: each.file }],
  );
}

/** Without a roster nobody can say who is missing, or whom a name means. */
export function noRoster({ subjects, forms }: Measures): Failure {
  const titles = [...subjects.values()].flatMap(({ roster }) => forms.get(roster)?.title ?? []);
  return wrongCall(
    `没有找到名册（${titles.map(({ zh }) => zh).join('、')}）；请填写后放入文件夹，或在 assess.yaml 的 read 中写明所在文件夹`,
    `no roster was found (${titles.map(({ en }) => en).join(', ')}): fill it in and put it into the folder, or name its folder under "read" in assess.yaml`,
  );
}

export function heading({ office, period, asOf, measures }: Result, lang: 'zh' | 'en'): string {
  const of = office.name === '' ? '' : `${office.name} `;
  const when = { zh: `截至 ${asOf}`, en: `as of ${asOf}` }[lang];
  return visible(`${of}${periodText(period)[lang]}  ${measures.title[lang]} ${measures.version}  ${when}`);
}
