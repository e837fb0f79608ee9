/** What lies behind a comparison, on the terminal: parameters, rules, seats, files and findings that are not the same. */
import { groupedBy } from '../../base/group.js';
import { type Lang, type Text, visible } from '../../base/text.js';
import type { About, Change, Comparison, FoundChange } from '../../compare/types.js';
import { arrow, RULES_OF, STATES_OF_FILES } from '../../report/comparison/words.js';
import { bracketed, labelled } from '../../words/phrase.js';
import { placeText } from '../../words/value.js';
import { SEVERITIES } from './findings.js';
import { wrapped } from './line.js';
import type { Paint } from './paint.js';

/** Of each list; the rest are counted. */
const SHOWN = 12;

export function aboutLines(found: Comparison, lang: Lang, paint: Paint): string[] {
  const { parameters, rules, seats, files = [], findings } = found;
  const section = (title: Text, lines: readonly string[], count = lines.length): string[] =>
    lines.length === 0
      ? []
      : [
          '',
          paint.bold(bracketed(title[lang], String(count), lang)),
          ...lines.slice(0, SHOWN).flatMap((line) => hanging(visible(line))),
          ...(lines.length > SHOWN ? [`    ${moreText(lines.length - SHOWN, lang)}`] : []),
        ];
  return [
    ...section(
      { zh: '参数', en: 'Parameters' },
      parameters.map((each) => changeText(each, lang)),
    ),
    ...section(
      { zh: '办法的规定', en: 'What the measures say' },
      rules.map((each) => `${RULES_OF[each.of][lang]}  ${changeText(each, lang)}`),
    ),
    ...section(
      { zh: '名额', en: 'Places' },
      seats.map(({ within, ...each }) => `${within ? `${within.name[lang]}  ` : ''}${changeText(each, lang)}`),
    ),
    ...section(
      { zh: '材料文件', en: 'Files' },
      files.map(({ file, state, was }) => {
        const from = was === undefined ? '' : { zh: `原名 ${was}`, en: `called ${was} before` }[lang];
        return `${STATES_OF_FILES[state][lang]}  ${bracketed(file, from, lang)}`;
      }),
    ),
    ...section(
      { zh: '新出现的问题', en: 'Findings that came' },
      foundTexts(findings?.came ?? [], lang),
      findings?.came.length,
    ),
    ...section(
      { zh: '已消除的问题', en: 'Findings that went' },
      foundTexts(findings?.went ?? [], lang),
      findings?.went.length,
    ),
  ];
}

function changeText(each: About & Change, lang: Lang): string {
  return labelled(bracketed(each.title[lang], each.clause, lang), arrow(each, lang), lang);
}

/** So many of each code; the rest of a code are counted in one line. */
const SHOWN_OF_CODE = 3;

function foundTexts(found: readonly FoundChange[], lang: Lang): string[] {
  return [...groupedBy(found, ({ code }) => code)].flatMap(([code, own]) => {
    const rest = own.length - SHOWN_OF_CODE;
    const more = { zh: `${code} 另有 ${rest} 处`, en: `${code}: ${rest} more` }[lang];
    return [...own.slice(0, SHOWN_OF_CODE).map((each) => foundText(each, lang)), ...(rest > 0 ? [more] : [])];
  });
}

function foundText({ code, severity, place, row, says }: FoundChange, lang: Lang): string {
  const at = bracketed(placeText(place), row ?? '', lang);
  return `${code} ${SEVERITIES[severity][lang]}  ${at}  ${says[lang]}`;
}

/** Lines that belong together: those after the first lie deeper. */
function hanging(text: string): string[] {
  const [first = '', ...rest] = wrapped(text, '      ');
  return [`    ${first.trimStart()}`, ...rest];
}

/** What is cut stands where everything does. */
export function moreText(count: number, lang: Lang): string {
  return { zh: `另有 ${count} 项，见 --out 的工作簿或 --json`, en: `${count} more: see --out or --json` }[lang];
}
