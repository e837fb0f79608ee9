/**
 * A comparison on the terminal: what the two are and in what they differ, whose outcomes have changed in one table, and below
 * it what did it, down to clause and cell. Long lists are cut and counted; --out and --json have all of it.
 */
import { type Lang, type Text, visible } from '../../base/text.js';
import { isOutcomeChanged } from '../../compare/compare.js';
import type { Comparison, Person, SubjectChange } from '../../compare/types.js';
import { type Cause, cellsOf } from '../../report/comparison/causes.js';
import { type Outcome, outcomesOf } from '../../report/comparison/outcomes.js';
import {
  apartTexts,
  changeCounts,
  LEGEND,
  movedText,
  parameterTexts,
  severalText,
  sideText,
} from '../../report/comparison/words.js';
import { bracketed, labelled, listed } from '../../words/phrase.js';
import { causeLines } from './causes.js';
import { aboutLines, moreText } from './comparison-lists.js';
import { cut, wrapped } from './line.js';
import type { Paint } from './paint.js';
import { table } from './table.js';

/** Rows of the table, and subjects whose reasons are written out. */
const SHOWN_ROWS = 60;
const SHOWN_SUBJECTS = 20;

/** Where each of the two comes from, as the call says it. */
export interface Named {
  readonly before: Text;
  readonly after: Text;
}

export function comparisonText(found: Comparison, named: Named, lang: Lang, paint: Paint): string {
  const parameters = parameterTexts(found);
  const told = found.changed.map((change) => ({ change, outcomes: outcomesOf(change, parameters, lang) }));
  const outcomes = told.filter(({ change }) => isOutcomeChanged(change));
  const figures = told.filter(({ change }) => !isOutcomeChanged(change));
  return [
    ...headLines(found, named, lang, paint),
    '',
    ...countLines(found, lang),
    ...peopleLines(found, lang),
    ...(isSame(found) ? ['', { zh: '两边的结果相同。', en: 'Both are the same.' }[lang]] : []),
    ...(outcomes.length > 0 ? ['', tableOf(outcomes, lang, paint)] : []),
    ...reasonLines(outcomes, { zh: '原因', en: 'What did it' }[lang], lang, paint),
    ...reasonLines(figures, { zh: '结果未变、数据有变的', en: 'Figures that change no outcome' }[lang], lang, paint),
    ...(told.some(({ outcomes: own }) => own.some(({ causes }) => hasCells(causes)))
      ? ['', ...wrapped(LEGEND[lang], '  ').map((line, at) => paint.dim(at === 0 ? line.trimStart() : line))]
      : []),
    ...aboutLines(found, lang, paint),
  ].join('\n');
}

function headLines(found: Comparison, named: Named, lang: Lang, paint: Paint): string[] {
  const labels = { zh: { before: '变动前  ', after: '变动后  ' }, en: { before: 'Before  ', after: 'After   ' } }[lang];
  const side = (of: 'before' | 'after'): string[] => {
    const { asOf } = found[of];
    const when = { zh: `截至 ${asOf}`, en: `as of ${asOf}` }[lang];
    const lines = [sideText(found[of], lang), `${when}  ${named[of][lang]}`].flatMap((text) =>
      wrapped(visible(text), ' '.repeat(8)),
    );
    return lines.map((line, at) => (at === 0 ? paint.bold(`${labels[of]}${line.trimStart()}`) : line));
  };
  return [
    ...side('before'),
    ...side('after'),
    ...apartTexts(found, lang).flatMap((text) => {
      const [first = '', ...rest] = wrapped(visible(text), '  ');
      return [paint.severity('warning', `! ${first.trimStart()}`), ...rest];
    }),
  ];
}

/** 有变动 3（等次 1，名次 2）；没有变动：科室 9，工作人员 55 */
function countLines({ changed, unchanged, after }: Comparison, lang: Lang): string[] {
  const of = changeCounts(changed).map(([kind, count]) => `${kind[lang]} ${count}`);
  const still = Object.entries(unchanged).map(([kind, count]) => `${after.kinds[kind]?.[lang] ?? kind} ${count}`);
  const says = bracketed(`${{ zh: '有变动', en: 'Changed' }[lang]} ${changed.length}`, listed(of, lang), lang);
  return wrapped(
    visible(`${says}${{ zh: '；没有变动：', en: '; unchanged: ' }[lang]}${listed(still, lang) || '0'}`),
    '',
  );
}

/** Not one outcome or figure, nobody on the roster, nothing of the measures and no file is another. */
function isSame({ changed, people, parameters, rules, seats, files, pack, findings, apart }: Comparison): boolean {
  const lists = [
    changed,
    ...Object.values(people),
    parameters,
    rules,
    seats,
    files,
    pack,
    ...Object.values(findings ?? {}),
    apart,
  ];
  return lists.every((list = []) => list.length === 0);
}

/** So many are named; the rest stand in the workbook. */
const SHOWN_PEOPLE = 20;

function peopleLines({ people }: Comparison, lang: Lang): string[] {
  const { came, left, moved } = people;
  const say = (title: string, all: readonly Person[]): string[] => {
    if (all.length === 0) return [];
    const names = severalText({ count: all.length, first: all.slice(0, SHOWN_PEOPLE) }, lang);
    return wrapped(visible(labelled(`${title} ${all.length}`, names, lang)), '');
  };
  const told = moved.map((each) => {
    const name = bracketed(each.name[lang], movedText(each, lang), lang);
    return { ...each, name: { zh: name, en: name } };
  });
  return [
    ...say({ zh: '只在后者中（不作比较）', en: 'In the latter alone, not compared' }[lang], came),
    ...say({ zh: '只在前者中（不作比较）', en: 'In the former alone, not compared' }[lang], left),
    ...say({ zh: '名册有变动', en: 'Moved on the roster' }[lang], told),
  ];
}

interface Told {
  readonly change: SubjectChange;
  readonly outcomes: readonly Outcome[];
}

/** Columns of the table at the most, as a terminal counts them. */
const WIDTHS = { name: 18, title: 24, value: 26 } as const;

function tableOf(told: readonly Told[], lang: Lang, paint: Paint): string {
  const columns = {
    zh: ['对象', '项目', '变动前', '变动后'],
    en: ['Subject', 'What', 'Before', 'After'],
  }[lang];
  const rows = told.flatMap(({ change, outcomes }) =>
    outcomes
      .filter(({ kind }) => kind !== 'fact')
      .map(({ title, before, after }, at) => [
        at === 0 ? cut(change.name[lang], WIDTHS.name) : '',
        cut(title, WIDTHS.title),
        cut(before || '—', WIDTHS.value),
        cut(after || '—', WIDTHS.value),
      ]),
  );
  const shown = table(
    columns.map((title) => ({ title })),
    rows.slice(0, SHOWN_ROWS),
    paint,
  );
  const rest = rows.length - SHOWN_ROWS;
  return rest > 0 ? `${shown}\n${moreText(rest, lang)}` : shown;
}

function reasonLines(told: readonly Told[], title: string, lang: Lang, paint: Paint): string[] {
  if (told.every(({ outcomes }) => outcomes.every(({ causes, kind }) => causes.length === 0 && kind !== 'fact')))
    return [];
  const lines = told
    .slice(0, SHOWN_SUBJECTS)
    .flatMap(({ change, outcomes }) => [
      `  ${paint.bold(visible(change.name[lang]))}`,
      ...outcomes.flatMap((outcome) => outcomeLines(outcome, lang, paint)),
    ]);
  const rest = told.length - SHOWN_SUBJECTS;
  return ['', paint.bold(title), ...lines, ...(rest > 0 ? [`  ${moreText(rest, lang)}`] : [])];
}

function hasCells(causes: readonly Cause[]): boolean {
  return Object.values(cellsOf(causes)).some((places) => places.length > 0);
}

function outcomeLines({ title, clause, before, after, causes }: Outcome, lang: Lang, paint: Paint): string[] {
  const nothing = { zh: '无', en: 'none' }[lang];
  const says = `${before || nothing} → ${after || nothing}`;
  const head = wrapped(visible(labelled(bracketed(title, clause, lang), says, lang)), '    ');
  return [...head, ...causes.flatMap((cause) => causeLines(cause, '      ', lang, paint))];
}
