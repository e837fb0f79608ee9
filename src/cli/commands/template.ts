/** assess template: blank workbooks made from the measures, prefilled for whom and when they are asked for. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lastDay, type Period, periodAt, periodsWithin, periodText } from '../../base/period.js';
import { folded } from '../../base/text.js';
import { designForm, type Issue } from '../../forms/template.js';
import { type Form, OFFICE } from '../../model/form.js';
import type { Measures } from '../../model/measures.js';
import type { Roster, Subject } from '../../model/submission.js';
import { writeWorkbook } from '../../workbook/write.js';
import { dropHalves, writeWhole } from '../durable.js';
import { type ExitCode, type Failure, wrongCall } from '../failure.js';
import { namer } from '../file-name.js';
import type { System } from '../system.js';
import { takeInSlowly } from '../take-in.js';
import { gatherKept, openWorkspace } from '../workspace.js';
import { periodNamed } from './asked.js';
import { type Common, type Context, contextFor } from './context.js';

export interface TemplateOptions extends Common {
  readonly out: string;
  readonly unit?: string;
  readonly period?: string;
  readonly all?: boolean;
  readonly force?: boolean;
}

export async function templateCommand(
  forms: readonly string[],
  options: TemplateOptions,
  system: System,
): Promise<ExitCode> {
  const workspace = await openWorkspace(system.cwd, system.cwd, false);
  const { measures, office, root } = workspace;
  const context = contextFor(system, options, office.lang);
  const kept = await gatherKept(root, office, context);
  const { roster } = await takeInSlowly(kept.files, measures, [], context);
  const prefilled = options.all === true || options.unit !== undefined;
  const all = [...measures.forms.values()].filter(({ from }) => !prefilled || from !== OFFICE);
  const chosen = forms.length > 0 ? forms.map((name) => formNamed(name, measures)) : all;
  const period = options.period === undefined ? undefined : periodNamed(options.period);
  const subjects = submitters(options, chosen, measures, roster);
  const issue = { measures, roster, office: office.name, date: system.today() };
  const folder = resolve(system.cwd, options.out);
  const blanks = namedBlanks(
    chosen.flatMap((form) => {
      const own = subjects.filter(({ kind }) => kind === form.from);
      return (own.length > 0 ? own : [undefined]).flatMap((by) =>
        periodsFor(form, period).map((at) => ({
          form,
          issue: { ...issue, ...(by ? { by } : {}), ...(at ? { period: at } : {}) },
        })),
      );
    }),
  );
  const there = options.force ? [] : blanks.filter(({ name }) => existsSync(join(folder, name)));
  if (there.length > 0) throw alreadyThere(there, folder);
  await writeBlanks(folder, blanks, { over: options.force ?? false }, context);
  await context.tell(`${{ zh: '模板写入', en: 'Templates written to' }[context.lang]} ${folder}:`);
  await context.out(blanks.map(({ name }) => name).join('\n'));
  return 0;
}

/** What was filled in would be lost if a blank form were written over it. */
function alreadyThere([first]: readonly Blank[], folder: string): Failure {
  const path = join(folder, first?.name ?? '');
  return wrongCall(
    `${path} 已存在，一份也没有写；请写到别的文件夹，或用 --force 覆盖`,
    `${path} is there already and nothing was written: name another folder, or write over with --force`,
  );
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

/** A blank workbook to be made, with its own name among those made with it. */
export interface Blank {
  readonly name: string;
  readonly form: Form;
  readonly issue: Issue;
}

export function namedBlanks(wanted: readonly Omit<Blank, 'name'>[]): Blank[] {
  const name = namer('.xlsx');
  return wanted.map(({ form, issue }) => {
    const period = issue.period && periodText(issue.period).zh;
    const parts = [form.title.zh, issue.by?.name, period].filter((part) => part !== undefined);
    return { name: name(parts, issue.by?.id ?? form.id), form, issue };
  });
}

/** Writes blanks into a folder; the names of those that were there already, and stay as they are, come back. */
export async function writeBlanks(
  folder: string,
  blanks: readonly Blank[],
  how: { readonly over: boolean },
  { doing }: Context,
): Promise<string[]> {
  dropHalves(folder);
  const kept: string[] = [];
  for (const [at, { name, form, issue }] of blanks.entries()) {
    await doing({ zh: '写模板', en: 'Writing templates' }, { number: at + 1, of: blanks.length, name });
    if (!writeWhole(join(folder, name), await writeWorkbook(designForm(form, issue)), how)) kept.push(name);
  }
  return kept;
}
