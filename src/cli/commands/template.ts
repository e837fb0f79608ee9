/** assess template: blank workbooks made from the measures, prefilled for whom and when they are asked for. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { lastDay, type Period, parsePeriod, periodAt, periodsWithin, periodText } from '../../base/period.js';
import { folded } from '../../base/text.js';
import { periodIn } from '../../forms/convert.js';
import { designForm, type Issue } from '../../forms/template.js';
import { type Form, OFFICE } from '../../model/form.js';
import type { Measures } from '../../model/measures.js';
import type { Roster, Subject } from '../../model/submission.js';
import { takeIn } from '../../take-in.js';
import { writeWorkbook } from '../../workbook/write.js';
import { type ExitCode, reasonOf, unreadable, wrongCall } from '../failure.js';
import type { System } from '../system.js';
import { gatherKept, openWorkspace } from '../workspace.js';
import { type Common, contextFor } from './context.js';

export interface TemplateOptions extends Common {
  readonly out: string;
  readonly unit?: string;
  readonly period?: string;
  readonly all?: boolean;
}

export async function templateCommand(
  forms: readonly string[],
  options: TemplateOptions,
  system: System,
): Promise<ExitCode> {
  const workspace = await openWorkspace(system.cwd, system.cwd, false);
  const { measures, office, root } = workspace;
  const context = contextFor(system, options, office.lang);
  const kept = await gatherKept(root, office);
  const { roster } = takeIn(kept.files, measures);
  const prefilled = options.all === true || options.unit !== undefined;
  const all = [...measures.forms.values()].filter(({ from }) => !prefilled || from !== OFFICE);
  const chosen = forms.length > 0 ? forms.map((name) => formNamed(name, measures)) : all;
  const period = options.period === undefined ? undefined : periodNamed(options.period);
  const subjects = submitters(options, chosen, measures, roster);
  const issue = { measures, roster, office: office.name, date: system.today() };
  const folder = resolve(system.cwd, options.out);
  const names: string[] = [];
  for (const form of chosen) {
    const own = subjects.filter(({ kind }) => kind === form.from);
    for (const by of own.length > 0 ? own : [undefined]) {
      for (const at of periodsFor(form, period)) {
        names.push(
          await writeTemplate(folder, form, { ...issue, ...(by ? { by } : {}), ...(at ? { period: at } : {}) }),
        );
      }
    }
  }
  await context.tell(`${{ zh: '模板写入', en: 'Templates written to' }[context.lang]} ${folder}:`);
  await context.out(names.join('\n'));
  return 0;
}

function formNamed(name: string, measures: Measures): Form {
  const wanted = folded(name);
  const form = [...measures.forms.values()].find(({ id, title }) =>
    [id, title.zh, title.en].some((each) => folded(each) === wanted),
  );
  if (form) return form;
  const known = [...measures.forms.values()].map(({ id, title }) => `${id}（${title.zh}）`).join(', ');
  throw wrongCall(`没有名为“${name}”的表；有：${known}`, `no form is named "${name}"; there are: ${known}`);
}

function periodNamed(text: string): Period {
  const period = parsePeriod(text.toUpperCase()) ?? periodIn(folded(text))?.period;
  if (!period) throw wrongCall(`--period 不是期间：${text}`, `--period is no period: ${text}`);
  return period;
}

/** The periods of a form that a period asks for: the year that holds it, or the months it is made of. */
function periodsFor({ every }: Form, period: Period | undefined): (Period | undefined)[] {
  if (!period || every === 'standing') return [undefined];
  const inside = periodsWithin(period, every);
  return inside.length > 0 ? inside : [periodAt(every, lastDay(period))];
}

/** The submitters to prefill for: the one named, or all of the roster. */
function submitters(
  { unit, all }: TemplateOptions,
  forms: readonly Form[],
  measures: Measures,
  roster: Roster,
): Subject[] {
  const kinds = [...new Set(forms.map(({ from }) => from))].filter((kind) => measures.subjects.has(kind));
  if (all) {
    const found = kinds.flatMap((kind) => roster.ofKind(kind));
    if (found.length > 0) return found;
    throw wrongCall('名册中还没有填写任何对象，请先填写名册', 'the roster lists nobody yet: fill it in first');
  }
  if (unit === undefined) return [];
  const found = kinds.flatMap((kind) => roster.find(kind, unit));
  if (found.length > 0) return found;
  const similar = kinds.flatMap((kind) => roster.similar(kind, unit)).join(', ');
  throw wrongCall(
    `名册中没有“${unit}”${similar ? `；相近的有：${similar}` : ''}`,
    `"${unit}" is not on the roster${similar ? `; similar: ${similar}` : ''}`,
  );
}

export async function writeTemplate(folder: string, form: Form, issue: Issue): Promise<string> {
  const parts = [form.title.zh, issue.by?.name, issue.period && periodText(issue.period).zh].filter(
    (part) => part !== undefined,
  );
  const name = `${parts.join('-').replace(/[\\/:*?"<>|]/g, '_')}.xlsx`;
  await writeNew(join(folder, name), await writeWorkbook(designForm(form, issue)));
  return name;
}

export async function writeNew(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch (error) {
    throw unreadable(`无法写入 ${path}：${reasonOf(error)}`, `cannot write ${path}: ${reasonOf(error)}`);
  }
}
