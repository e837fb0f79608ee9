/** How many may hold a grade, in words. */
import { percent } from '../base/decimal.js';
import type { Seats } from '../model/grading.js';
import { bracketed, labelled } from '../words/phrase.js';
import { clauseText } from '../words/value.js';
import type { Lookup } from './lookup.js';

/** Absent where the measures that the limit stands in are no longer at hand. */
export function seatsText(
  { limit, clause, within, takingPart, share, seats }: Seats,
  lookup: Lookup,
): string | undefined {
  const { words, lang, name } = lookup;
  const about = words.limits[limit];
  if (!about) return undefined;
  const named = bracketed(about.title[lang], clauseText(clause, words), lang);
  const title = within === undefined ? named : labelled(named, name(within), lang);
  if (seats === undefined || share === undefined) {
    const open = {
      zh: `${title}：参加考核${takingPart}人，名额待定`,
      en: `${title}: taking part ${takingPart}, places not known yet`,
    };
    return open[lang];
  }
  const text = {
    zh: `${title}：参加考核${takingPart}人，比例${percent(share)}，名额${seats}`,
    en: `${title}: taking part ${takingPart}, share ${percent(share)}, places ${seats}`,
  };
  return text[lang];
}
