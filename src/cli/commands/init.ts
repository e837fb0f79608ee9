/** assess init: a workspace to work in, with the registers and blank forms of the measures chosen. Nothing is written over. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { yearOf } from '../../base/day.js';
import { OFFICE } from '../../model/form.js';
import type { Measures } from '../../model/measures.js';
import { listed } from '../../words/phrase.js';
import { type ExitCode, wrongCall } from '../failure.js';
import { measuresOf, readPack } from '../packs.js';
import type { System } from '../system.js';
import { OFFICE_FILE } from '../workspace.js';
import { type Common, contextFor } from './context.js';
import { writeNew, writeTemplate } from './template.js';

export interface InitOptions extends Common {
  readonly measures: string;
  readonly name?: string;
}

export async function initCommand(dir: string, options: InitOptions, system: System): Promise<ExitCode> {
  const folder = resolve(system.cwd, dir);
  const context = contextFor(system, options);
  const { lang } = context;
  const measures = measuresOf(await readPack(options.measures, system.cwd, system.cwd));
  const file = join(folder, OFFICE_FILE);
  if (existsSync(file)) throw wrongCall(`${file} 已存在，未作改动`, `${file} exists already; nothing was changed`);
  const name = options.name ?? { zh: '某某局', en: 'Our Bureau' }[lang];
  const issue = { measures, office: name, date: system.today() };
  await writeNew(file, officeText(options.measures, name, measures));
  for (const form of measures.forms.values()) {
    await writeTemplate(join(folder, form.from === OFFICE ? 'office' : 'templates'), form, issue);
  }
  await mkdir(join(folder, 'submissions'), { recursive: true });
  const shown = relative(system.cwd, folder) || '.';
  const rosters = [...measures.subjects.values()].flatMap(
    ({ roster }) => measures.forms.get(roster)?.title[lang] ?? [],
  );
  const period = samplePeriod(measures, yearOf(system.today()));
  const next = {
    zh: [
      `已建立工作文件夹 ${folder}：`,
      '  assess.yaml   本单位的设置',
      `  office/       名册和登记表，请先填写${listed(rosters, lang)}`,
      '  templates/    需要报送的空白表',
      '  submissions/  收到的表放在这里',
      '然后：',
      `  cd ${shown}`,
      `  assess template --all --period ${period} --out templates   # 按名册预填`,
      '  assess quarter --dir ./submissions',
    ],
    en: [
      `Made a workspace in ${folder}:`,
      '  assess.yaml   settings of the office',
      `  office/       roster and registers: fill in first ${listed(rosters, lang)}`,
      '  templates/    blank forms to be handed in',
      '  submissions/  put what comes in here',
      'Then:',
      `  cd ${shown}`,
      `  assess template --all --period ${period} --out templates   # prefilled from the roster`,
      '  assess quarter --dir ./submissions',
    ],
  }[lang];
  await context.out(next.join('\n'));
  return 0;
}

/** A period as the forms that are handed in most often are for. */
function samplePeriod({ forms }: Measures, year: number): string {
  const kinds = new Set([...forms.values()].filter(({ from }) => from !== OFFICE).map(({ every }) => every));
  if (kinds.has('month')) return `${year}-03`;
  if (kinds.has('quarter')) return `${year}-Q1`;
  return kinds.has('half') ? `${year}-H1` : String(year);
}

/** What a new assess.yaml says; each line is there to be changed. */
function officeText(pack: string, name: string, measures: Measures): string {
  return `# 本单位的设置 / Settings of this office
measures: ${pack}
name: ${name}
# issuer: ${name}                # 通报的发文机关 / issuing body of the bulletin
# number: 〔2026〕1号             # 发文字号 / document number
# addressees: 机关各单位           # 主送 / main addressees
# copies: 局领导                   # 抄送 / copies to
lang: zh
read: [office]                     # 名册和登记表所在的文件夹 / the roster and registers
# counts: [某单位-3月-更正.xlsx]   # 同一材料有两份时，以哪份为准 / of two files, the one that counts
# parameters:                      # 本单位另定的数字 / the office's own numbers
${parameterLines(measures).join('\n')}
`;
}

/** Numbers that only the office can give, each to be filled in; where there is none, one that it may change. */
function parameterLines({ parameters }: Measures): string[] {
  const all = [...parameters.values()];
  const required = all.filter(({ origin, value }) => origin === 'required' && value === undefined);
  if (required.length > 0)
    return required.map(({ id, title }) => `#   ${id}:   # ${title.zh}，办法未写明，须填写 / ${title.en}, to be given`);
  return all.slice(0, 1).flatMap(({ id, title, value }) => {
    const plain = value && 'type' in value ? (value.type === 'threshold' ? value.bound.value : value.value) : undefined;
    return plain === undefined ? [] : [`#   ${id}: ${plain}   # ${title.zh} / ${title.en}`];
  });
}
