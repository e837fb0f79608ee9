/** assess check: what is missing or wrong in single files, cell by cell. */
import { basename, dirname, resolve } from 'node:path';
import { checkFiles, takeIn } from '../../assess.js';
import { type Lang, visible } from '../../base/text.js';
import type { Form } from '../../model/form.js';
import type { Roster, Submission } from '../../model/submission.js';
import { labelled, listed } from '../../words/phrase.js';
import type { ExitCode } from '../failure.js';
import { gather } from '../files.js';
import { countsText, findingsText, findingWords } from '../show/findings.js';
import type { System } from '../system.js';
import { gatherKept, openWorkspace } from '../workspace.js';
import { type Common, contextFor } from './context.js';

export interface CheckOptions extends Common {
  readonly strict?: boolean;
}

export async function checkCommand(paths: readonly string[], options: CheckOptions, system: System): Promise<ExitCode> {
  const [first = '.'] = paths;
  const workspace = openWorkspace(dirname(resolve(system.cwd, first)), system.cwd, options.strict ?? false);
  const { measures, office, root } = workspace;
  const context = contextFor(system, options, office.lang);
  const asked = await gather(
    paths.map((path) => resolve(system.cwd, path)),
    system.cwd,
  );
  const kept = await gatherKept(root, office);
  const names = new Set(asked.files.map(({ file }) => file));
  const known = new Set(asked.files.map(({ sha256 }) => sha256));
  // The roster is needed to check names; its own faults are not what was asked.
  const intake = takeIn(
    [...asked.files, ...kept.files.filter(({ sha256 }) => !known.has(sha256))],
    measures,
    office.counts,
  );
  const findings = checkFiles(intake, measures, office).filter(({ place }) => names.has(place.file));
  const clauseAt = (id: string): string => measures.clauses.get(id)?.at ?? id;

  if (options.json) {
    const listed = findings.map((each) => ({ ...each, ...findingWords(each) }));
    await context.out(
      JSON.stringify(
        { measures: measures.id, version: measures.version, files: [...names], findings: listed },
        null,
        2,
      ),
    );
  } else {
    for (const { submission, layout } of intake.inspected) {
      if (!names.has(submission.file)) continue;
      await context.tell(visible(whatItIs(layout.form, submission, intake.roster, context.lang)));
    }
    if (intake.roster.subjects.length === 0) {
      await context.tell(
        { zh: '没有找到名册，名称未核对。', en: 'No roster was found; names were not checked.' }[context.lang],
      );
    }
    const text = findingsText(findings, clauseAt, context.lang, context.paint);
    const summary =
      findings.length === 0
        ? { zh: '没有发现问题。', en: 'Nothing found.' }[context.lang]
        : countsText(findings, context.lang);
    await context.out(text === '' ? summary : `${text}\n${summary}`);
  }
  for (const { file, reason } of asked.skipped) await context.tell(labelled(file, reason[context.lang], context.lang));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** "3月.xlsx：完成月工作目标情况表 计量科 2026-03，12 行" */
function whatItIs(form: Form, { file, by, period, rows }: Submission, roster: Roster, lang: Lang): string {
  const of = [form.title[lang], by === undefined ? '' : (roster.get(by)?.name ?? ''), period ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const count = { zh: `${rows.length} 行`, en: `${rows.length} row(s)` }[lang];
  return labelled(basename(file), listed([of, count], lang), lang);
}
