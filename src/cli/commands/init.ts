/** assess init: a workspace to work in, with the registers and blank forms of the measures chosen. Nothing is written over. */
import { existsSync, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { yearOf } from '../../base/day.js';
import { visible } from '../../base/text.js';
import { OFFICE } from '../../model/form.js';
import type { Measures } from '../../model/measures.js';
import { listed } from '../../words/phrase.js';
import { writeWhole } from '../durable.js';
import { type ExitCode, type Failure, reasonText, unreadable, wrongCall } from '../failure.js';
import { measuresOf, packNamedFrom, readPack } from '../packs.js';
import { jsonText } from '../show/json.js';
import type { System } from '../system.js';
import { OFFICE_FILE } from '../workspace.js';
import { type Common, contextFor } from './context.js';
import { namedBlanks, writeBlanks } from './template.js';

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
  if (existsSync(file)) throw alreadyThere(file);
  const name = options.name ?? { zh: '某某局', en: 'Our Bureau' }[lang];
  const issue = { measures, office: name, date: system.today() };
  const blanks = namedBlanks([...measures.forms.values()].map((form) => ({ form, issue })));
  for (const [inside, isKept] of FOLDERS) {
    const own = blanks.filter(({ form }) => (form.from === OFFICE) === isKept);
    const there = await writeBlanks(join(folder, inside), own, { over: false }, context);
    for (const each of there)
      await context.tell(`${{ zh: '原有，未改动', en: 'Left as it was' }[lang]}: ${inside}/${each}`);
  }
  makeFolder(join(folder, 'submissions'));
  // Last, so that what was broken off half-way can be done again.
  const pack = packNamedFrom(folder, options.measures, system.cwd);
  if (!writeWhole(file, officeText(pack, name, measures), { over: false })) throw alreadyThere(file);
  const shown = visible(relative(system.cwd, folder) || '.');
  const rosters = [...measures.subjects.values()].flatMap(
    ({ roster }) => measures.forms.get(roster)?.title[lang] ?? [],
  );
  const period = samplePeriod(measures, yearOf(system.today()));
  const next = {
    zh: [
      `已建立工作文件夹 ${visible(folder)}：`,
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
      `Made a workspace in ${visible(folder)}:`,
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

/** Where blank forms go: those that the office keeps, and those that are handed in. */
const FOLDERS = [
  ['office', true],
  ['templates', false],
] as const;

function alreadyThere(file: string): Failure {
  return wrongCall(`${file} 已存在，未作改动`, `${file} exists already; nothing was changed`);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw unreadable(`无法建立 ${path}：${reasonText(error).zh}`, `cannot make ${path}: ${reasonText(error).en}`);
  }
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
  const office = yamlText(name);
  return `# 本单位的设置 / Settings of this office
measures: ${yamlText(pack)}
name: ${office}
# issuer: ${office}                # 通报的发文机关 / issuing body of the bulletin
# number: 〔2026〕1号             # 发文字号 / document number
# addressees: 机关各单位           # 主送 / main addressees
# copies: 局领导                   # 抄送 / copies to
# contact: 某某，电话：            # 联系人 / whom to ask about the bulletin
# issued: "2026-04-12"             # 成文日期，缺省为运行当天 / date of the bulletin, else the day of the run
# seal: true                       # 加盖印章，署名居中排在日期之上 / it gets a seal: the name is centred over the date
lang: zh
read: [office]                     # 名册和登记表所在的文件夹 / the roster and registers
# counts: [某单位-3月-更正.xlsx]   # 同一材料有两份时，以哪份为准 / of two files, the one that counts
# parameters:                      # 本单位另定的数字 / the office's own numbers
${parameterLines(measures).join('\n')}
`;
}

/** A text as YAML: plain where nothing in it could be taken for anything else. */
function yamlText(text: string): string {
  return /^(\p{sc=Han}[\p{L}\p{N}]*|[a-z]+-[a-z-]+)$/u.test(text) ? text : jsonText(text);
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
