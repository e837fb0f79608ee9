/** assess template, assess init: blank workbooks made from the measures, and a workspace to work in. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { takeIn } from '../../assess.js';
import type { Day } from '../../base/day.js';
import { lastDay, type Period, parsePeriod, periodAt, periodsWithin, periodText } from '../../base/period.js';
import { folded } from '../../base/text.js';
import { periodIn } from '../../forms/convert.js';
import { designForm, type Issue } from '../../forms/template.js';
import { type Form, OFFICE } from '../../model/form.js';
import type { Measures } from '../../model/measures.js';
import type { Roster, Subject } from '../../model/submission.js';
import { writeWorkbook } from '../../workbook/write.js';
import { type ExitCode, reasonOf, unreadable, wrongCall } from '../failure.js';
import { measuresOf, readPack } from '../packs.js';
import type { System } from '../system.js';
import { gatherKept, OFFICE_FILE, openWorkspace } from '../workspace.js';
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
  const workspace = openWorkspace(system.cwd, system.cwd, false);
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
    throw wrongCall('名册中还没有科室，请先填写名册', 'the roster has no units yet: fill it in first');
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

async function writeTemplate(folder: string, form: Form, issue: Issue): Promise<string> {
  const parts = [form.title.zh, issue.by?.name, issue.period && periodText(issue.period).zh].filter(
    (part) => part !== undefined,
  );
  const name = `${parts.join('-').replace(/[\\/:*?"<>|]/g, '_')}.xlsx`;
  await writeNew(join(folder, name), await writeWorkbook(designForm(form, issue)));
  return name;
}

async function writeNew(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch (error) {
    throw unreadable(`无法写入 ${path}：${reasonOf(error)}`, `cannot write ${path}: ${reasonOf(error)}`);
  }
}

export interface InitOptions extends Common {
  readonly measures: string;
  readonly name?: string;
}

/** What a new assess.yaml says; each line is there to be changed. */
function officeText(measures: string, name: string): string {
  return `# 本单位的设置 / Settings of this office
measures: ${measures}
name: ${name}
# issuer: ${name}                # 通报的发文机关 / issuing body of the bulletin
# number: 〔2026〕1号             # 发文字号 / document number
# addressees: 机关各科室           # 主送 / main addressees
# copies: 局领导                   # 抄送 / copies to
lang: zh
read: [office]                     # 名册和登记表所在的文件夹 / the roster and registers
# counts: [某科室-3月-更正.xlsx]   # 同一材料有两份时，以哪份为准 / of two files, the one that counts
# parameters: { plan_due_day: 28 } # 本单位另定的数字 / the office's own numbers
`;
}

export async function initCommand(dir: string, options: InitOptions, system: System): Promise<ExitCode> {
  const folder = resolve(system.cwd, dir);
  const context = contextFor(system, options);
  const measures = measuresOf(readPack(options.measures, system.cwd, system.cwd));
  const file = join(folder, OFFICE_FILE);
  if (existsSync(file)) throw wrongCall(`${file} 已存在，未作改动`, `${file} exists already; nothing was changed`);
  const name = options.name ?? { zh: '某某局', en: 'Our Bureau' }[context.lang];
  const issue = { measures, office: name, date: system.today() satisfies Day };
  await writeNew(file, officeText(options.measures, name));
  for (const form of measures.forms.values()) {
    await writeTemplate(join(folder, form.from === 'office' ? 'office' : 'templates'), form, issue);
  }
  await mkdir(join(folder, 'submissions'), { recursive: true });
  const shown = relative(system.cwd, folder) || '.';
  const next = {
    zh: [
      `已建立工作文件夹 ${folder}：`,
      '  assess.yaml   本单位的设置',
      '  office/       名册和登记表，请先填写科室名册和人员名册',
      '  templates/    发给各科室的空白表',
      '  submissions/  各科室交来的表放在这里',
      '然后：',
      `  cd ${shown}`,
      '  assess template --all --period 2026-03 --out templates   # 按名册预填',
      '  assess quarter --dir ./submissions',
    ],
    en: [
      `Made a workspace in ${folder}:`,
      '  assess.yaml   settings of the office',
      '  office/       roster and registers: fill in the units and staff first',
      '  templates/    blank forms for the departments',
      '  submissions/  put what they send here',
      'Then:',
      `  cd ${shown}`,
      '  assess template --all --period 2026-03 --out templates   # prefilled from the roster',
      '  assess quarter --dir ./submissions',
    ],
  }[context.lang];
  await context.out(next.join('\n'));
  return 0;
}
