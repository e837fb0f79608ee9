/**
 * The order of a ranking: rank, name, the facts asked for and the grade. Ties stand as ties and are named, and who has
 * no rank is named with everything that is owed before there can be one. Groups ranked apart have a table each.
 */
import { groupedBy } from '../../base/group.js';
import type { Block } from '../../model/bulletin.js';
import type { Standing } from '../../model/grading.js';
import { gradeText } from '../../words/grade.js';
import { waitingFor } from '../../words/owed.js';
import { bracketed, labelled, listed, phrases, sentence, someOf } from '../../words/phrase.js';
import { clauseText, factText, rankText } from '../../words/value.js';
import { type Group, groupsOf } from '../groups.js';
import type { Lookup } from '../lookup.js';
import { factTitle, gradeHeading, laddersOf } from '../titles.js';
import { chartOf } from './chart.js';
import { underGroups } from './groups.js';
import type { SectionWriter } from './section.js';
import { type Heading, paragraph, tableOf } from './table.js';

export const writeOrder: SectionWriter<'order'> = ({ ranking, facts, chart }, lookup) => {
  const groups = groupsOf(lookup.standingsOf(ranking), lookup);
  if (groups.length === 0) return [paragraph(NO_ORDER[lookup.lang])];
  const inGroup = ({ title, members }: Group<Standing>): Block[] => [
    orderTable(members, facts, lookup),
    ...(chart === undefined ? [] : chartOf(chart, members, title, lookup)),
    ...tiedNote(members, lookup),
    ...unranked(members, lookup),
  ];
  return [...basis(ranking, lookup), ...underGroups(groups, inGroup, lookup)];
};

function orderTable(standings: readonly Standing[], facts: readonly string[], lookup: Lookup): Block {
  const { result, words, lang, name, subject, fact } = lookup;
  const kind = subject(standings[0]?.subject ?? '')?.kind ?? '';
  const ladders = laddersOf(kind, lookup).map(([id]) => id);
  const headings: Heading[] = [
    { title: RANK[lang], align: 'center' },
    { title: lookup.kind(kind) },
    ...facts.map((id): Heading => ({ title: factTitle(id, lookup), align: 'right' })),
    ...ladders.map((id): Heading => ({ title: gradeHeading(id, lookup), align: 'center' })),
  ];
  const rows = standings.map((standing) => [
    rankText(standing, lang),
    name(standing.subject),
    ...facts.map((id) => factText(fact(standing.subject, id), words, lang)),
    ...ladders.map((id) => gradeText(lookup.grade(standing.subject, id), result, lang) || '—'),
  ]);
  return tableOf(headings, rows);
}

const RANK = { zh: '名次', en: 'Rank' } as const;
const NO_ORDER = { zh: '本期不排名次。', en: 'No order is drawn up for this period.' } as const;

function basis(ranking: string, { words, lang }: Lookup): Block[] {
  const about = words.rankings[ranking];
  return about ? [paragraph(sentence(bracketed(about.title[lang], clauseText(about.clause, words), lang), lang))] : [];
}

function tiedNote(standings: readonly Standing[], { lang, name }: Lookup): Block[] {
  const tied = standings.filter((standing) => standing.tied && standing.rank !== undefined);
  if (tied.length === 0) return [];
  const groups = [...groupedBy(tied, ({ rank }) => rank)].map(([rank, own]) => {
    const names = someOf(
      own.map(({ subject }) => name(subject)),
      lang,
    );
    return { zh: `${names}并列第${rank}名`, en: `${names} share place ${rank}` }[lang];
  });
  return [paragraph(sentence(phrases(groups, lang), lang))];
}

const SOME_UNRANKED = {
  zh: '以下暂不能排定名次，排定后上列名次可能顺延，尚缺：',
  en: 'Not ranked yet; once they are, places above may move down. Owed:',
} as const;
const NONE_RANKED = { zh: '暂不能排定名次，尚缺：', en: 'Nobody is ranked yet. Owed:' } as const;

/** One paragraph for all without a rank who wait for the same. */
function unranked(standings: readonly Standing[], { result, lang, name }: Lookup): Block[] {
  const left = standings.filter(({ rank }) => rank === undefined);
  if (left.length === 0) return [];
  const lead = left.length < standings.length ? SOME_UNRANKED : NONE_RANKED;
  return [
    paragraph(lead[lang]),
    ...waitingFor(left, result, lang).map(({ waiting, owed }) => {
      const names = listed(
        waiting.map(({ subject }) => name(subject)),
        lang,
      );
      return paragraph(sentence(labelled(names, owed, lang), lang));
    }),
  ];
}
