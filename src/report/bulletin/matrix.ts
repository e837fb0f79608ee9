/**
 * Points of several subjects, item by item, with the total. Where more items than a page is wide would stand side by
 * side, the items go down the page and the subjects across, in as many tables as it takes.
 */
import type { Block } from '../../model/bulletin.js';
import type { ScoreWords } from '../../model/result.js';
import type { Bounded, Scored } from '../../model/scored.js';
import { bracketed } from '../../words/phrase.js';
import { pointsText, signedText } from '../../words/score.js';
import type { Lookup } from '../lookup.js';
import { type Heading, tableOf } from './table.js';

/** Items side by side; where there are more, so many names. */
const ITEMS = 7;
const NAMES = 6;

export function matrix(scored: readonly Scored[], about: ScoreWords, lookup: Lookup): Block[] {
  const items = itemsHad(scored, about);
  if (items.length <= ITEMS) return [bySubject(scored, items, about, lookup)];
  return parted(scored, NAMES).map((part) => byItem(part, itemsHad(part, about), about, lookup));
}

const TOTAL = { zh: '总分', en: 'Total' } as const;
const ITEM = { zh: '项目', en: 'Item' } as const;

/** Items at the top of the tree that any of these has, in the pack's order. */
function itemsHad(scored: readonly Scored[], { items }: ScoreWords): string[] {
  const had = new Set(scored.flatMap((each) => each.items.map(({ item }) => item)));
  return [...Object.keys(items).filter((id) => had.delete(id)), ...had];
}

function bySubject(scored: readonly Scored[], items: readonly string[], about: ScoreWords, lookup: Lookup): Block {
  const { lang, name, kind } = lookup;
  const headings: Heading[] = [
    { title: kind(about.subject) },
    ...items.map((id): Heading => ({ title: itemTitle(id, about, lookup), align: 'right' })),
    { title: bracketed(TOTAL[lang], about.full, lang), align: 'right' },
  ];
  const rows = scored.map((each) => [
    name(each.subject),
    ...items.map((id) => itemPoints(id, each, about, lookup)),
    pointsText(each, lang),
  ]);
  return tableOf(headings, rows);
}

function byItem(scored: readonly Scored[], items: readonly string[], about: ScoreWords, lookup: Lookup): Block {
  const { lang, name } = lookup;
  const headings: Heading[] = [
    { title: ITEM[lang] },
    ...scored.map(({ subject }): Heading => ({ title: name(subject), align: 'right' })),
  ];
  const rows = items.map((id) => [
    itemTitle(id, about, lookup),
    ...scored.map((each) => itemPoints(id, each, about, lookup)),
  ]);
  const total = [bracketed(TOTAL[lang], about.full, lang), ...scored.map((each) => pointsText(each, lang))];
  return tableOf(headings, [...rows, total]);
}

/** An item as it heads its points, with the full points where it has any. */
function itemTitle(id: string, { items }: ScoreWords, { lang }: Lookup): string {
  return bracketed(items[id]?.title[lang] ?? id, items[id]?.full ?? '', lang);
}

/** What stands outside the full points is added or taken: it shows its sign. */
function itemPoints(id: string, { items }: Scored, about: ScoreWords, { lang }: Lookup): string {
  const found = items.find(({ item }) => item === id);
  if (!found) return '—';
  const { points }: Bounded = found;
  return points !== undefined && about.items[id]?.outside ? signedText(points) : pointsText(found, lang);
}

/** In order, in parts of about the same size, none larger than a size. */
function parted<T>(members: readonly T[], most: number): T[][] {
  const parts = Math.ceil(members.length / most);
  const size = Math.ceil(members.length / parts);
  return Array.from({ length: parts }, (_, at) => members.slice(at * size, (at + 1) * size));
}
