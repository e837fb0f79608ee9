/**
 * Everyone's points item by item in order of standing, after what the full points are and how many were scored. Who is
 * still open follows, with the points that are possible and everything that is owed.
 */
import { dayText } from '../../base/day.js';
import type { Block } from '../../model/bulletin.js';
import type { ScoreWords } from '../../model/result.js';
import type { Scored } from '../../model/scored.js';
import { waitingFor } from '../../words/owed.js';
import { bracketed, labelled, listed, sentence } from '../../words/phrase.js';
import { pointsWithUnit } from '../../words/score.js';
import { clauseText } from '../../words/value.js';
import { scoredGroups } from '../groups.js';
import type { Lookup } from '../lookup.js';
import { underGroups } from './groups.js';
import { matrix } from './matrix.js';
import type { SectionWriter } from './section.js';
import { paragraph } from './table.js';

export const writeScores: SectionWriter<'scores'> = ({ score }, lookup) => {
  const groups = scoredGroups(score, lookup);
  const all = groups.flatMap(({ members }) => members);
  const about = lookup.words.scores[score];
  const [first] = all;
  if (!first || !about) return [paragraph(NOBODY[lookup.lang])];
  return [
    paragraph(lead(first, all, about, lookup)),
    ...underGroups(groups, ({ members }) => matrix(members, about, lookup), lookup),
    ...stillOpen(all, lookup),
  ];
};

const NOBODY = { zh: '本期没有评分对象。', en: 'Nobody is scored in this period.' } as const;

/** Of what, out of how many points, over which days, and how many were scored. */
function lead({ from, to }: Scored, all: readonly Scored[], about: ScoreWords, { words, lang, kind }: Lookup): string {
  const title = bracketed(about.title[lang], clauseText(about.clause, words), lang);
  const full = pointsWithUnit({ points: about.full }, lang);
  const [since, until] = [dayText(from)[lang], dayText(to)[lang]];
  const of = kind(about.subject);
  const open = all.filter(({ points }) => points === undefined).length;
  return {
    zh: `${title}满分${full}，计分期间为${since}至${until}。共评定${of}${all.length}个，${open === 0 ? '得分均已确定' : `其中${open}个得分尚未确定`}。`,
    en: `${title}: full ${full}, from ${since} to ${until}. Scored (${of.toLowerCase()}): ${all.length}; still open: ${open}.`,
  }[lang];
}

/** One paragraph for all whose points are not known yet and who wait for the same. */
function stillOpen(all: readonly Scored[], { result, lang, name }: Lookup): Block[] {
  const open = all.filter(({ points }) => points === undefined);
  if (open.length === 0) return [];
  return [
    paragraph({ zh: '以下得分尚未确定，尚缺：', en: 'Points not known yet, and what is owed:' }[lang]),
    ...waitingFor(open, result, lang).map(({ waiting, owed }) => {
      const names = waiting.map(({ subject, ...bounded }) =>
        bracketed(name(subject), pointsWithUnit(bounded, lang), lang),
      );
      return paragraph(sentence(labelled(listed(names, lang), owed, lang), lang));
    }),
  ];
}
