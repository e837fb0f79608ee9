/**
 * What the shares by which subjects are ranked come to for all together: both counts summed exactly, then divided. A
 * total leaves out nobody in silence: those whose figures are not known are named.
 */
import { canonical, Decimal, percent } from '../../base/decimal.js';
import type { Fact, Standing } from '../../model/grading.js';
import { bracketed, listed, sentence, small } from '../../words/phrase.js';
import { factText, factWithUnit } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { factTitle } from '../titles.js';

/** One sentence for each share among the keys of an order. */
export function totals(standings: readonly Standing[], lookup: Lookup): string[] {
  const keys = new Set(standings.flatMap((standing) => standing.keys.map(({ fact }) => fact)));
  return [...keys].flatMap((key) => {
    const parts = partsOf(key, standings, lookup);
    return parts ? total(key, parts, standings, lookup) : [];
  });
}

interface Parts {
  readonly some: string;
  readonly all: string;
}

/** The two facts that make a share; undefined for a fact that is none. */
function partsOf(share: string, standings: readonly Standing[], { words, fact }: Lookup): Parts | undefined {
  if (words.facts[share]?.show !== 'share') return undefined;
  const made = standings.map(({ subject }) => fact(subject, share)).find((each) => each?.parts.length === 2);
  const [some, all] = made?.parts ?? [];
  return some === undefined || all === undefined ? undefined : { some, all };
}

function total(share: string, { some, all }: Parts, standings: readonly Standing[], lookup: Lookup): string[] {
  const { lang, name, fact } = lookup;
  const known: { all: Decimal; some: Decimal }[] = [];
  const open: string[] = [];
  for (const { subject } of standings) {
    const [whole, done] = [all, some].map((part) => numberOf(fact(subject, part)));
    if (whole && done) known.push({ all: whole, some: done });
    else open.push(name(subject));
  }
  if (known.length === 0) return [];
  const whole = Decimal.sum(0, ...known.map((each) => each.all));
  const done = Decimal.sum(0, ...known.map((each) => each.some));
  const said = [summed(all, whole, lookup), summed(some, done, lookup)];
  if (!whole.isZero()) {
    const [title, overall] = [factTitle(share, lookup), percent(done.div(whole))];
    said.push({ zh: `总体${title}${overall}`, en: `${small(title)} ${overall}` }[lang]);
  }
  const text = { zh: said.join('，'), en: `In all, ${said.join('; ')}` }[lang];
  if (open.length === 0) return [sentence(text, lang)];
  const names = listed(open, lang);
  const without = { zh: `不含数据尚不完整的${names}`, en: `without ${names}, whose figures are incomplete` }[lang];
  return [sentence(bracketed(text, without, lang), lang)];
}

function summed(id: string, sum: Decimal, lookup: Lookup): string {
  const { words, lang } = lookup;
  const fact = { id, value: { type: 'number', value: canonical(sum) } } as const;
  const title = factTitle(id, lookup);
  return {
    zh: `${title}合计${factWithUnit(fact, words, lang)}`,
    // The title says in English what is counted.
    en: `${small(title)} ${factText(fact, words, lang)}`,
  }[lang];
}

function numberOf(fact: Fact | undefined): Decimal | undefined {
  return fact?.value?.type === 'number' ? new Decimal(fact.value.value) : undefined;
}
