/** assess check: what is missing or wrong in single files, cell by cell, as text, JSON or SARIF. */
import { basename, dirname, resolve } from 'node:path';
import type { Lang } from '../../base/text.js';
import type { Finding } from '../../model/finding.js';
import type { Form } from '../../model/form.js';
import type { Measures } from '../../model/measures.js';
import type { Roster, Submission } from '../../model/submission.js';
import { capped } from '../../report/capped.js';
import { checkFiles, type Intake } from '../../take-in.js';
import { findingWords } from '../../words/finding.js';
import { labelled, listed } from '../../words/phrase.js';
import { type ExitCode, wrongCall } from '../failure.js';
import { gather } from '../files.js';
import { clausesOf } from '../packs.js';
import { countsText, findingsText, LISTED_PER_KIND } from '../show/findings.js';
import { jsonText } from '../show/json.js';
import type { System } from '../system.js';
import { takeInGathered } from '../take-in.js';
import { version } from '../version.js';
import { gatherKept, loading, markKept, nothingToRead, openWorkspace, type Workspace } from '../workspace.js';
import { type Common, type Context, contextFor } from './context.js';

export type Format = 'text' | 'json' | 'sarif';

export interface CheckOptions extends Common {
  readonly strict?: boolean;
  readonly format?: Format;
  /** The codes named after --codes; true when none is. */
  readonly codes?: true | readonly string[];
  /** The folder for marked copies. */
  readonly annotate?: string;
}

export async function checkCommand(paths: readonly string[], options: CheckOptions, system: System): Promise<ExitCode> {
  const format = formatOf(options);
  if (options.codes !== undefined) return codesAsked(options.codes, paths, format, options, system);
  if (paths.length === 0 || paths.includes('')) throw wrongCall('请写明要检查的文件', 'name the files to check');
  const workspace = await workspaceOf(paths, options, system);
  const { measures, office, root } = workspace;
  const context = contextFor(system, options, office.lang);
  const asked = await gather(
    paths.map((path) => resolve(system.cwd, path)),
    system.cwd,
    loading(context),
  );
  if (asked.files.length + asked.refused.length === 0) throw nothingToRead(paths.join(' '), asked);
  const kept = await gatherKept(root, office, context);
  const names = new Set([...asked.files, ...asked.refused, ...asked.skipped].map(({ file }) => file));
  const known = new Set(asked.files.map(({ sha256 }) => sha256));
  // The roster is needed to check names; its own faults are not what was asked.
  const { refused, skipped } = asked;
  const files = [
    ...markKept(asked.files, system.cwd, workspace),
    ...kept.files.filter(({ sha256 }) => !known.has(sha256)),
  ];
  const intake = await takeInGathered({ files, refused, skipped }, measures, office.counts, context);
  await context.doing({ zh: '检查', en: 'Checking' });
  const findings = checkFiles(intake, measures, office).filter(({ place }) => names.has(place.file));
  const checked = { intake, findings, measures, files: [...names], base: system.cwd };
  await WRITTEN[format](checked, context);
  if (options.annotate !== undefined) {
    // Loaded only when copies are asked for: it brings all that writes workbooks.
    const { annotate } = await import('./annotate.js');
    await annotate(options.annotate, paths, asked.files, checked, workspace, context);
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** --json is short for --format json, and contradicts any other. */
function formatOf({ json, format }: CheckOptions): Format {
  if (json && format !== undefined && format !== 'json') {
    throw wrongCall(`--json 与 --format ${format} 矛盾`, `--json contradicts --format ${format}`);
  }
  return format ?? (json ? 'json' : 'text');
}

async function codesAsked(
  codes: true | readonly string[],
  paths: readonly string[],
  format: Format,
  options: CheckOptions,
  system: System,
): Promise<ExitCode> {
  if (paths.length > 0) {
    throw wrongCall('--codes 只列出代码，不检查文件', '--codes lists codes and checks no file');
  }
  if (options.annotate !== undefined) {
    throw wrongCall(
      '--codes 不检查文件，不能与 --annotate 同用',
      '--codes checks no file: it does not go with --annotate',
    );
  }
  if (format === 'sarif') throw wrongCall('--codes 没有 sarif 格式', '--codes is not written as sarif');
  const { codesCommand } = await import('./codes.js');
  return codesCommand(codes === true ? [] : codes, { ...options, json: format === 'json' }, system);
}

function workspaceOf(paths: readonly string[], { strict }: CheckOptions, { cwd }: System): Promise<Workspace> {
  return openWorkspace(dirname(resolve(cwd, paths[0] ?? '.')), cwd, strict ?? false);
}

export interface Checked {
  readonly intake: Intake;
  readonly findings: readonly Finding[];
  readonly measures: Measures;
  readonly files: readonly string[];
  /** The folder that the names of files start from. */
  readonly base: string;
}

const WRITTEN: Record<Format, (checked: Checked, context: Context) => Promise<void>> = {
  text: asText,
  json: ({ findings, measures: { id, version: of }, files }, { out }) => {
    const { shown, cut } = capped(findings, LISTED_PER_KIND);
    const said = shown.map((each) => ({ ...each, ...findingWords(each) }));
    return out(jsonText({ measures: id, version: of, files, total: findings.length, findings: said, cut }));
  },
  sarif: async (checked, { out, lang }) => {
    const { sarif } = await import('../show/sarif.js');
    return out(jsonText(sarif({ ...checked, version: version() }, lang)));
  },
};

async function asText({ intake, findings, measures, files }: Checked, context: Context): Promise<void> {
  const { lang, paint } = context;
  for (const { submission, layout } of intake.inspected) {
    if (!files.includes(submission.file)) continue;
    await context.tell(whatItIs(layout.form, submission, intake.roster, lang));
  }
  if (intake.roster.subjects.length === 0) {
    await context.tell({ zh: '没有找到名册，名称未核对。', en: 'No roster was found; names were not checked.' }[lang]);
  }
  if (findings.length === 0) return context.out({ zh: '没有发现问题。', en: 'Nothing found.' }[lang]);
  const clauseAt = clausesOf(measures);
  // Loaded only where there is a row to show: it brings the widths of all characters.
  const { excerptsOf } = await import('../show/excerpt.js');
  const text = findingsText(findings, { lang, paint, clauseAt, excerptAt: excerptsOf(intake.inspected) });
  await context.out(`${text}\n${countsText(findings, lang)}`);
}

/** "3月.xlsx：完成月工作目标情况表 计量科 2026-03，12 行" */
function whatItIs(form: Form, { file, by, period, rows }: Submission, roster: Roster, lang: Lang): string {
  const of = [form.title[lang], by === undefined ? '' : (roster.get(by)?.name ?? ''), period ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const count = { zh: `${rows.length} 行`, en: `${rows.length} row(s)` }[lang];
  return labelled(basename(file), listed([of, count], lang), lang);
}
