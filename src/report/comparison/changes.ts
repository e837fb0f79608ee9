/** Every change of an outcome with what did it, and every figure that has changed, one row each, down to the cells. */
import type { FactChange, Person } from '../../compare/types.js';
import type { CellDesign, SheetDesign } from '../../model/design.js';
import { capital } from '../../words/phrase.js';
import { placeLines } from '../places.js';
import { text } from '../ranking/cells.js';
import type { ListColumn } from '../ranking/columns.js';
import { type Cause, cellsOf } from './causes.js';
import { type Outcome, outcomesOf } from './outcomes.js';
import { type About, AFTER, BEFORE, comparedSheet } from './sheet.js';
import { KINDS, LEGEND, NOTHING, parameterTexts, SIGNS } from './words.js';

const WHO: readonly ListColumn[] = [
  { zh: '类别', en: 'Kind', width: 10 },
  { zh: '对象', en: 'Subject', width: 13 },
];
const CELLS: ListColumn = { zh: '单元格', en: 'Cells', width: 42 };

export function changeSheet(about: About): SheetDesign {
  const { found, lookup } = about;
  const { lang } = lookup;
  const parameters = parameterTexts(found);
  const rows = found.changed.flatMap((change) =>
    outcomesOf(change, parameters, lang, 'alone')
      .filter(({ kind }) => kind !== 'fact')
      .map((outcome) => changeRow(change, outcome, about)),
  );
  const columns: ListColumn[] = [
    ...WHO,
    { zh: '变动', en: 'What', width: 12 },
    { zh: '项目', en: 'Item', width: 18 },
    { zh: '条款', en: 'Clause', width: 12 },
    { ...BEFORE, width: 16 },
    { ...AFTER, width: 16 },
    { zh: '原因', en: 'What did it', width: 46 },
    CELLS,
  ];
  const title = { zh: '结果的变动和原因', en: 'Outcomes that have changed, and what did it' }[lang];
  const notes = rows.length > 0 ? [LEGEND[lang]] : [];
  return comparedSheet({ name: { zh: '变动', en: 'Changes' }[lang], title, columns, rows, frozen: 2, notes }, about);
}

function changeRow(
  person: Person,
  { kind, title, clause, before, after, causes }: Outcome,
  about: About,
): CellDesign[] {
  const { lang } = about.lookup;
  return [
    ...whoCells(person, about),
    text(KINDS[kind][lang]),
    text(title),
    text(clause),
    text(before || NOTHING[lang]),
    text(after || NOTHING[lang], 'warn'),
    text(causes.flatMap((cause) => causeTexts(cause)).join('\n')),
    cellText(cellsOf(causes), about),
  ];
}

/** A tree in lines, what is below lying deeper. */
function causeTexts({ text: own, causes = [] }: Cause, indent = ''): string[] {
  const below = causes.flatMap((cause) => causeTexts(cause, own === '' ? indent : `${indent}　`));
  return own === '' ? below : [`${indent}${own}`, ...below];
}

function whoCells({ kind, name }: Person, { lookup }: About): CellDesign[] {
  return [text(lookup.kind(kind)), text(name[lookup.lang])];
}

function cellText(cells: FactChange['cells'], { lookup: { lang } }: About): CellDesign {
  const lines = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).flatMap((of) =>
    placeLines(cells[of], lang).map((line) => `${SIGNS[of]} ${line}`),
  );
  return text(lines.join('\n'));
}

export function factSheet(about: About): SheetDesign {
  const { found, lookup } = about;
  const { lang } = lookup;
  const rows = found.changed.flatMap((change) =>
    change.facts.map(({ title, clause, before, after, cells, owed }) => [
      ...whoCells(change, about),
      text(capital(title[lang])),
      text(clause),
      text(before?.text[lang] ?? NOTHING[lang]),
      text(after?.text[lang] ?? NOTHING[lang], 'warn'),
      cellText(cells, about),
      text(owed.settled.map((each) => each[lang]).join('\n')),
      text(owed.arisen.map((each) => each[lang]).join('\n')),
    ]),
  );
  const columns: ListColumn[] = [
    ...WHO,
    { zh: '事项', en: 'Fact', width: 22 },
    { zh: '条款', en: 'Clause', width: 12 },
    { ...BEFORE, width: 16 },
    { ...AFTER, width: 16 },
    CELLS,
    { zh: '已补齐', en: 'No longer owed', width: 28 },
    { zh: '现缺', en: 'Owed now', width: 28 },
  ];
  const title = { zh: '数据的变动', en: 'Figures that have changed' }[lang];
  const notes = rows.length > 0 ? [LEGEND[lang]] : [];
  return comparedSheet({ name: { zh: '数据', en: 'Figures' }[lang], title, columns, rows, frozen: 3, notes }, about);
}
