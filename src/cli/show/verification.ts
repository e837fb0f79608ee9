/** On the terminal: of the results and of what they were made from, how many files are as they were, and which are not. */
import { periodText } from '../../base/period.js';
import { type Lang, type Text, visible } from '../../base/text.js';
import { width } from '../../base/width.js';
import { differing, type FileChange, type FileState } from '../../compare/files.js';
import type { Again, Verification } from '../../compare/verification.js';
import { STATES_OF_FILES } from '../../report/comparison/words.js';
import { bracketed } from '../../words/phrase.js';
import { padded } from './line.js';
import type { Paint } from './paint.js';

/** Where the results and the submissions lie, as the call says it. */
export interface Where {
  readonly results: string;
  readonly submissions?: string;
}

const GROUPS = {
  outputs: { zh: '结果文件', en: 'Results' },
  inputs: { zh: '交来材料', en: 'Submissions' },
  settings: { zh: '单位设置', en: 'Settings' },
  pack: { zh: '考核办法', en: 'Measures' },
  again: { zh: '重新计算', en: 'Graded again' },
} satisfies Record<string, Text>;

/** Of more files that differ the rest are counted; --json has them all. */
const SHOWN = 50;

export function verificationText(found: Verification, where: Where, lang: Lang, paint: Paint): string {
  const { outputs, sources, besides, again } = found;
  return [
    paint.bold(visible(headText(found, lang))),
    '',
    ...groupLines('outputs', outputs, where.results, lang, paint),
    ...(sources
      ? [
          ...groupLines('inputs', sources.inputs, where.submissions ?? '', lang, paint),
          ...groupLines('settings', sources.settings, '', lang, paint),
          ...groupLines('pack', sources.pack, '', lang, paint),
        ]
      : []),
    ...(again ? [`${label('again', lang)}${againText(again, lang, paint)}`] : []),
    ...besidesLines(besides, lang, paint),
    '',
    verdictText(found, lang, paint),
    ...(again?.same === false ? [visible(hintText(where, lang))] : []),
  ].join('\n');
}

function headText({ period, asOf, measures, version }: Verification, lang: Lang): string {
  const { made, now } = version;
  const by =
    made === now
      ? ''
      : {
          zh: `由 ${made} 版程序写成，现为 ${now} 版`,
          en: `made by version ${made} of the programme, this is ${now}`,
        }[lang];
  const when = { zh: `截至 ${asOf}`, en: `as of ${asOf}` }[lang];
  return [periodText(period)[lang], `${measures.id} ${measures.version}`, when, by].filter(Boolean).join('  ');
}

function label(group: keyof typeof GROUPS, lang: Lang): string {
  const widest = Math.max(...Object.values(GROUPS).map((text) => width(text[lang])));
  return `${padded(GROUPS[group][lang], widest)}  `;
}

function groupLines(
  group: keyof typeof GROUPS,
  files: readonly FileChange[],
  at: string,
  lang: Lang,
  paint: Paint,
): string[] {
  const others = differing(files);
  const states = (Object.keys(STATES_OF_FILES) as FileState[]).filter((state) =>
    files.some((each) => each.state === state),
  );
  const counts = states.map(
    (state) => `${STATES_OF_FILES[state][lang]} ${files.filter((each) => each.state === state).length}`,
  );
  const none = { zh: '无', en: 'none' }[lang];
  const says = files.length === 0 ? none : counts.join({ zh: '，', en: ', ' }[lang]);
  const line = `${label(group, lang)}${visible(bracketed(says, at, lang))}`;
  const shown = others.slice(0, SHOWN).map((each) => fileLine(each, lang, paint));
  const rest = others.length - SHOWN;
  const more = rest > 0 ? [`    ${{ zh: `另有 ${rest} 个`, en: `${rest} more` }[lang]}`] : [];
  return [others.length === 0 ? line : paint.severity('error', line), ...shown, ...more];
}

function fileLine({ file, state, was }: FileChange, lang: Lang, paint: Paint): string {
  const widest = Math.max(...Object.values(STATES_OF_FILES).map((text) => width(text[lang])));
  const from = was === undefined ? '' : { zh: `原名 ${was}`, en: `called ${was} before` }[lang];
  return `    ${paint.severity('warning', padded(STATES_OF_FILES[state][lang], widest))}  ${visible(bracketed(file, from, lang))}`;
}

function againText({ same, at }: Again, lang: Lang, paint: Paint): string {
  if (same) return { zh: 'results.json 逐字节相同', en: 'results.json comes out the same, byte for byte' }[lang];
  const where =
    at === undefined
      ? { zh: '内容相同，写法不同', en: 'the content is the same, its writing is not' }[lang]
      : { zh: `首先不同在 ${at || '开头'}`, en: `first at ${at || 'its beginning'}` }[lang];
  const says = { zh: 'results.json 不同', en: 'results.json comes out differently' }[lang];
  return paint.severity('error', visible(bracketed(says, where, lang)));
}

function besidesLines(besides: readonly string[], lang: Lang, paint: Paint): string[] {
  if (besides.length === 0) return [];
  const says = {
    zh: `另有 ${besides.length} 个文件不是这次运行写的，不在核对之列：`,
    en: `${besides.length} file(s) beside the results were not written by the run, and are not verified:`,
  }[lang];
  return [says, ...besides.slice(0, SHOWN).map((file) => `    ${paint.dim(visible(file))}`)];
}

/** What has changed the clerk will want to see before writing it. */
function hintText({ results }: Where, lang: Lang): string {
  return {
    zh: `→ 谁的结果会变：assess compare ${results}`,
    en: `→ whose results would change: assess compare ${results}`,
  }[lang];
}

function verdictText({ matches, sources, again }: Verification, lang: Lang, paint: Paint): string {
  if (!matches)
    return paint.bold(
      {
        zh: '不一致：现有的结果不能代表现有的材料、设置和办法，或结果文件被改动过。',
        en: 'They do not match: the results are not those of what is there now, or were changed since.',
      }[lang],
    );
  if (!sources) return { zh: '结果文件与写出时一致。', en: 'The results are as they were written.' }[lang];
  const graded = again ? { zh: '，重新计算结果相同', en: ', and come out the same when graded again' }[lang] : '';
  return {
    zh: `一致：结果文件与写出时相同，所依据的材料、设置和办法也没有变${graded}。`,
    en: `They match: the results are as they were written, from what is there now${graded}.`,
  }[lang];
}
