/** The lines of one subject's score as rows of the workbook: numbers as numbers, items shaded above what stands in them. */
import { canonical, Decimal } from '../../base/decimal.js';
import type { Text } from '../../base/text.js';
import type { CellDesign, CellStyle } from '../../model/design.js';
import type { Owed } from '../../model/grading.js';
import type { ScoreWords } from '../../model/result.js';
import type { Scored } from '../../model/scored.js';
import { phrases } from '../../words/phrase.js';
import { asideText, cutText, pointsText, type ScoreLine, scoreLines } from '../../words/score.js';
import { clauseText, placeText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { NOTHING_COUNTS } from '../places.js';
import { owedTexts } from '../titles.js';
import { number, text } from './cells.js';
import { type Linking, openCell, opening } from './file-links.js';
import { factorCells, placeCells } from './reckoned-cells.js';
import { isLeaf, linkOfLine, type ScoreSheet } from './score-links.js';

/** The sheet's own columns, and those that only some scores need. */
export interface ScoreLayout extends ScoreSheet {
  readonly grouped: boolean;
  readonly selfScored: boolean;
  readonly open: boolean;
}

export interface Line extends Omit<ScoreLine, 'kind'> {
  readonly kind: ScoreLine['kind'] | 'total';
  readonly owed: readonly Owed[];
}

const KINDS: Readonly<Record<Line['kind'], Text>> = {
  total: { zh: '总分', en: 'total' },
  item: { zh: '项目', en: 'item' },
  rule: { zh: '规定', en: 'rule' },
  reckoned: { zh: '记录', en: 'record' },
};

/** The total first, then the tree from above; the first of them stands in this row of the sheet. */
export function scoredRows(
  scored: Scored,
  group: string,
  about: ScoreWords,
  layout: ScoreLayout,
  first: number,
  lookup: Linking,
): CellDesign[][] {
  const { words, lang, name } = lookup;
  const lines = linesOf(scored, about);
  return lines.map((line, at) => {
    const said = (value: string): CellDesign => text(value);
    const shown = Object.keys(about.shown).map(
      (id) => line.reckoned?.shown.find(({ column }) => column === id)?.text[lang] ?? '',
    );
    const row = [
      said(name(scored.subject)),
      ...(layout.grouped ? [said(group)] : []),
      ...[KINDS[line.kind][lang], ...titles(line, about, lookup), clauseText(line.clause, words)].map(said),
      line.full === undefined ? said('') : number(line.full),
      ...factorCells(line.reckoned, said, lookup),
      { ...pointsCell(line, lookup), ...linkOfLine(lines, at, scored.subject, first, layout, lookup) },
      line.cut === undefined || line.cut.points === '' ? said('') : number(line.cut.points),
      said(whyNot(line, about, lookup)),
      ...shown.map(said),
      ...sourceCells(line, isLeaf(lines, at), lookup),
      ...(layout.selfScored ? selfCells(line, lookup) : []),
      ...(layout.open ? [said(owedTexts(line.owed, lookup).join('\n'))] : []),
    ];
    return row.map((cell) => shaded(cell, line.kind));
  });
}

/** What an item or the total says stands out from what it is made of. */
function shaded(cell: CellDesign, kind: Line['kind']): CellDesign {
  const styles = SHADES[kind];
  return styles ? { ...cell, style: cell.style === 'number' ? styles.number : styles.text } : cell;
}

const SHADES: Partial<Record<Line['kind'], { readonly text: CellStyle; readonly number: CellStyle }>> = {
  total: { text: 'total', number: 'totalNumber' },
  item: { text: 'given', number: 'givenNumber' },
};

/** What has a row of its own. */
export function linesOf(scored: Scored, about: ScoreWords): Line[] {
  const { points, least, most, full, sure, owed } = scored;
  const bounded = {
    ...(points === undefined ? {} : { points }),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
  const { clause } = about;
  return [
    { depth: 0, kind: 'total', id: '', title: KINDS.total, clause, full, sure, bounded, owed },
    ...scoreLines(scored, about)
      .filter(hasSomething)
      .map((line) => ({ ...line, owed: line.reckoned?.owed ?? [] })),
  ];
}

/** A group in which nothing was found says nothing. */
function hasSomething({ kind, depth, full, aside }: ScoreLine, at: number, all: readonly ScoreLine[]): boolean {
  return (
    kind !== 'item' || depth === 0 || full !== undefined || aside !== undefined || (all[at + 1]?.depth ?? 0) > depth
  );
}

/** Item, code and rule; what is part of an item is moved in. */
function titles({ kind, id, depth, title, code = '' }: Line, { items, rules }: ScoreWords, { lang }: Lookup): string[] {
  if (kind === 'total') return ['', '', ''];
  if (kind === 'item') return [`${'　'.repeat(depth)}${title[lang]}`, '', ''];
  const item = rules[id]?.item ?? '';
  return [items[item]?.title[lang] ?? item, code, title[lang]];
}

/** A number once it is known; else the bounds, on the side on which numbers stand. */
function pointsCell({ bounded }: Line, { lang }: Lookup): CellDesign {
  return bounded.points === undefined ? text(pointsText(bounded, lang), 'number') : number(bounded.points);
}

function whyNot({ cut, aside }: Line, about: ScoreWords, { words, lang }: Lookup): string {
  return phrases(
    [...(cut ? [cutText(cut, lang)] : []), ...(aside ? [asideText(aside, about, words, lang)] : [])],
    lang,
  );
}

/** Where a record stands; of an item whose points are known and to which nothing was found, that there is nothing. */
function sourceCells({ kind, reckoned, bounded }: Line, isAlone: boolean, lookup: Linking): CellDesign[] {
  if (kind === 'item' && isAlone && bounded.points !== undefined)
    return [text(NOTHING_COUNTS[lookup.lang]), text(''), text(''), ...openCell(undefined, lookup)];
  const cells = reckoned?.cells ?? [];
  return [...placeCells(cells, lookup.lang).map((each) => text(each)), ...openCell(cells[0], lookup)];
}

/** A subject's own score, and by how much it is more or less than what stands. */
function selfCells({ self, bounded }: Line, lookup: Linking): CellDesign[] {
  if (!self) return [text(''), text('')];
  const said = { ...number(self.points), note: placeText(self.place) };
  const own = opening(said, self.place, lookup) ?? said;
  const { points } = bounded;
  return [own, points === undefined ? text('') : number(canonical(new Decimal(self.points).minus(points)))];
}
