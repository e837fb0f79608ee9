/**
 * Tables of what was found under the rules of a score. No more columns than a page has room for, and none that would
 * stand empty; the sheet on which most of the cells stand is not named with each of them: `main` is told above.
 */
import type { Lang } from '../../base/text.js';
import type { TableBlock } from '../../model/bulletin.js';
import type { ScoreWords } from '../../model/result.js';
import { labelled, phrases } from '../../words/phrase.js';
import { asideText, reckonedText, signedText } from '../../words/score.js';
import type { Entry } from '../entries.js';
import type { Lookup } from '../lookup.js';
import { owedTexts, scoreRuleText } from '../titles.js';
import { cellsText, type MainSheet, shortAside, shortOwed } from './entry-places.js';
import { type Heading, tableOf } from './table.js';

/** In columns of text: what is left is for the rule and for what was entered. */
const WIDEST = { name: 11, place: 13 } as const;

interface EntryColumn extends Heading {
  readonly cell: (entry: Entry) => string;
}

/** What counts of one subject, with its points; `all` is what counts of anyone. */
export function countedTable(
  entries: readonly Entry[],
  all: readonly Entry[],
  main: MainSheet,
  about: ScoreWords,
  lookup: Lookup,
): TableBlock {
  const { lang } = lookup;
  const columns = [
    ...found(all, about, lookup),
    {
      title: { zh: '分值', en: 'Points' }[lang],
      align: 'right' as const,
      cell: ({ points }) => signedText(points),
    },
    placeColumn(main, lang),
  ] satisfies EntryColumn[];
  return tableFrom(entries, columns, all);
}

/** What does not count, or not yet: with the reason. */
export function asideTable(entries: readonly Entry[], main: MainSheet, about: ScoreWords, lookup: Lookup): TableBlock {
  const table = tableFrom(entries, [
    who(about, lookup),
    ...found(entries, about, lookup),
    { title: { zh: '原因', en: 'Why not' }[lookup.lang], cell: (entry) => reason(entry, main, about, lookup) },
    placeColumn(main, lookup.lang),
  ]);
  // A caption stays with its table, which a paragraph above it need not.
  return { ...table, caption: ASIDE[lookup.lang] };
}

const ASIDE = { zh: '不计分和尚未确定的情形', en: 'Found, but not counted or not yet known' } as const;

/** As wide as `all` entries ask for, so that tables of one kind look alike. */
function tableFrom(
  entries: readonly Entry[],
  columns: readonly EntryColumn[],
  all: readonly Entry[] = entries,
): TableBlock {
  const filled = columns.filter(({ cell }) => all.some((entry) => cell(entry) !== ''));
  const headings = filled.map(({ cell: _, ...heading }) => heading);
  const rowsOf = (some: readonly Entry[]): string[][] => some.map((entry) => filled.map(({ cell }) => cell(entry)));
  return { ...tableOf(headings, rowsOf(all)), rows: rowsOf(entries) };
}

function who({ subject: of }: ScoreWords, { name, kind }: Lookup): EntryColumn {
  return { title: kind(of), widest: WIDEST.name, cell: ({ subject }) => name(subject) };
}

/** Under which item and rule, what the log or a fact says of it, and how the points were reckoned from it. */
function found(entries: readonly Entry[], about: ScoreWords, lookup: Lookup): EntryColumn[] {
  const { lang } = lookup;
  const [first, ...more] = Object.values(about.shown);
  // A page has no room for a column each: one that stands alone keeps its title.
  const plainly = (entry: Entry): boolean => foundTexts(entry, about, lookup).length === shownTexts(entry, lang).length;
  const alone = more.length === 0 && entries.every((entry) => !entry.reckoned?.fact && plainly(entry));
  return [
    { title: { zh: '项目和规定', en: 'Item and rule' }[lang], cell: (entry) => ruleUnder(entry, about, lookup) },
    {
      title: (alone && first ? first : FOUND)[lang],
      cell: (entry) => phrases(foundTexts(entry, about, lookup), lang),
    },
  ];
}

const FOUND = { zh: '情况', en: 'What was found' } as const;

/** 公开情况：公开内容不规范（一(3)(2)）. */
function ruleUnder({ score, item, rule }: Entry, { items }: ScoreWords, lookup: Lookup): string {
  const { lang } = lookup;
  return labelled(items[item]?.title[lang] ?? item, scoreRuleText(score, rule, lookup), lang);
}

function shownTexts({ reckoned }: Entry, lang: Lang): string[] {
  return (reckoned?.shown ?? []).map(({ text }) => text[lang]).filter((text) => text !== '');
}

/** The arithmetic is not shown where the points are simply those of the rule, once, or none. */
function foundTexts(entry: Entry, about: ScoreWords, lookup: Lookup): string[] {
  const { times = '1', share, ratio, fact } = entry.reckoned ?? {};
  if (fact) return [product(entry, about, lookup)];
  const isPlain = entry.aside !== undefined || (times === '1' && !share && !ratio);
  return [...shownTexts(entry, lookup.lang), ...(isPlain ? [] : [product(entry, about, lookup)])];
}

/** The points have a column of their own: the product is written as of one that has no result. */
function product({ reckoned, rule }: Entry, { rules }: ScoreWords, { words, lang }: Lookup): string {
  const effect = rules[rule]?.effect ?? 'deduct';
  return reckoned ? reckonedText({ ...reckoned, aside: { kind: 'exempt' } }, effect, words, lang) : '';
}

function reason({ aside, reckoned }: Entry, main: MainSheet, about: ScoreWords, lookup: Lookup): string {
  const owed = (reckoned?.owed ?? []).map((each) => shortOwed(each, main));
  const said = aside ? [asideText(shortAside(aside, main), about, lookup.words, lookup.lang)] : [];
  return phrases([...said, ...owedTexts(owed, lookup)], lookup.lang);
}

function placeColumn(main: MainSheet, lang: Lang): EntryColumn {
  return {
    title: { zh: '出处', en: 'Cell' }[lang],
    widest: WIDEST.place,
    cell: ({ reckoned }) => cellsText(reckoned?.cells ?? [], main, lang),
  };
}
