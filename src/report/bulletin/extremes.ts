/** Who is first and last in an order, ties all named, with the figures that put them there; and who has no rank and why. */
import { groupedBy } from '../../base/group.js';
import type { Standing } from '../../model/grading.js';
import { bracketed, listed, phrases, sentence, small, someOf } from '../../words/phrase.js';
import { factText, factWithUnit } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { factTitle } from '../titles.js';
import { reasonText } from './reasons.js';

/** Empty while nobody is ranked; the last are not named when all share one rank. */
export function extremes(standings: readonly Standing[], lookup: Lookup): string {
  const { lang } = lookup;
  const ranked = standings.filter(({ rank }) => rank !== undefined);
  const groups = [...groupedBy(ranked, ({ rank }) => rank).values()];
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last) return '';
  const said = [{ zh: `名次第一的是${placed(first, lookup)}`, en: `First: ${placed(first, lookup)}` }[lang]];
  if (last !== first)
    said.push({ zh: `名次最后的是${placed(last, lookup)}`, en: `last: ${placed(last, lookup)}` }[lang]);
  return sentence(phrases(said, lang), lang);
}

function placed(standings: readonly Standing[], lookup: Lookup): string {
  const { words, lang, name } = lookup;
  const names = someOf(
    standings.map(({ subject }) => name(subject)),
    lang,
  );
  const figures = (standings[0]?.keys ?? []).map(({ fact, value }) => {
    const shown = { id: fact, ...(value ? { value } : {}) };
    const title = factTitle(fact, lookup);
    return {
      zh: `${title}${factWithUnit(shown, words, lang)}`,
      // The title says in English what is counted.
      en: `${small(title)} ${factText(shown, words, lang)}`,
    }[lang];
  });
  const said = [...(standings.length > 1 ? [{ zh: '并列', en: 'tied' }[lang]] : []), ...figures];
  return bracketed(names, said.join({ zh: '，', en: ', ' }[lang]), lang);
}

export function leftOut(standings: readonly Standing[], { lang, name }: Lookup): string {
  const open = standings.filter(({ rank }) => rank === undefined);
  if (open.length === 0) return '';
  const said = open.map(({ subject, owed }) => {
    const reasons = [...new Set(owed.map((each) => reasonText(each)[lang]))];
    return bracketed(name(subject), listed(reasons, lang), lang);
  });
  return sentence(
    { zh: `暂未排定名次的是${someOf(said, lang)}`, en: `Not ranked yet: ${someOf(said, lang)}` }[lang],
    lang,
  );
}
