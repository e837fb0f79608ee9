/**
 * What each subject lost and won, in order of standing: a table for each of rule, clause, what the log says of it,
 * arithmetic, points and cell, and below it what was cut off. What does not count follows for all, with its reason.
 */
import { groupedBy } from '../../base/group.js';
import type { Block } from '../../model/bulletin.js';
import type { ScoreWords } from '../../model/result.js';
import type { Scored } from '../../model/scored.js';
import { labelled, phrases, sentence } from '../../words/phrase.js';
import { cutText, pointsWithUnit, scoreLines } from '../../words/score.js';
import { scoreSum } from '../../words/sum.js';
import { placeText } from '../../words/value.js';
import { counts, countsNot, entriesOf } from '../entries.js';
import { scoredGroups } from '../groups.js';
import type { Lookup } from '../lookup.js';
import { asideTable, countedTable } from './entry-columns.js';
import { type MainSheet, mainSheet } from './entry-places.js';
import { mayGrow, nothingListed } from './open.js';
import type { SectionWriter } from './section.js';
import { paragraph } from './table.js';

export const writeScoreLines: SectionWriter<'score-lines'> = ({ score, none }, lookup) => {
  const { lang, words } = lookup;
  const about = words.scores[score];
  if (!about) return [paragraph(none[lang])];
  const scored = scoredGroups(score, lookup).flatMap(({ members }) => members);
  const entries = scored.flatMap(entriesOf);
  const aside = entries.filter(countsNot);
  const all = entries.filter(counts);
  const counted = groupedBy(all, ({ subject }) => subject);
  const unknown = scored.filter(({ points }) => points === undefined).length;
  const open =
    unknown === 0 ? undefined : { zh: `另有${unknown}个得分未定`, en: `points not known yet: ${unknown}` }[lang];
  const main = mainSheet([...all, ...aside]);
  const found = scored.flatMap((each): Block[] => {
    const own = counted.get(each.subject) ?? [];
    if (own.length === 0) return [];
    const table = countedTable(own, all, main, about, lookup);
    // A caption stays with its table, which a paragraph above it need not.
    return [{ ...table, caption: heading(each, lookup) }, ...cutsOff(each, about, lookup)];
  });
  return [
    ...(found.length === 0 ? [nothingListed(none, open, lookup)] : []),
    ...standsOn(main, lookup),
    ...found,
    ...(aside.length === 0 ? [] : [asideTable(aside, main, about, lookup)]),
    ...(found.length === 0 ? [] : mayGrow(open, lookup)),
  ];
};

/** The subject, and how its points come together. */
function heading(scored: Scored, { lang, name }: Lookup): string {
  const points = pointsWithUnit(scored, lang);
  return labelled(name(scored.subject), (scored.points === undefined ? undefined : scoreSum(scored)) ?? points, lang);
}

/** Where the cells stand that are named without a sheet. */
function standsOn(main: MainSheet, { lang }: Lookup): Block[] {
  if (!main) return [];
  const sheet = placeText(main);
  return [
    paragraph({ zh: `出处未注明工作表的，均在 ${sheet}。`, en: `Cells named without a sheet are on ${sheet}.` }[lang]),
  ];
}

/** What a cap or a bound cut off of the subject's table above. */
function cutsOff(scored: Scored, about: ScoreWords, { lang }: Lookup): Block[] {
  const said = scoreLines(scored, about).flatMap(({ title, cut }) => {
    if (!cut) return [];
    const off = cutText(cut, lang);
    return [{ zh: `“${title.zh}”${off}`, en: labelled(title.en, off, 'en') }[lang]];
  });
  return said.length === 0 ? [] : [paragraph(sentence(phrases(said, lang), lang))];
}
