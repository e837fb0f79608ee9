/**
 * The period in words made from figures: how many are ranked, what they did together, who is first and last and who is
 * left out, and how many reports came in time.
 */
import { groupedBy } from '../../base/group.js';
import type { Standing } from '../../model/grading.js';
import type { Expected } from '../../model/submission.js';
import { running, sentence } from '../../words/phrase.js';
import type { Lookup } from '../lookup.js';
import { reportsOfPeriod, STATUS } from '../reports.js';
import { extremes, leftOut } from './extremes.js';
import type { SectionWriter } from './section.js';
import { paragraph } from './table.js';
import { totals } from './totals.js';

export const writeOverview: SectionWriter<'overview'> = (_section, lookup) => {
  const { result, words, lang } = lookup;
  const rankings = [...new Set(result.standings.map(({ ranking }) => ranking))];
  const ranked = rankings.flatMap((ranking) => {
    const standings = lookup.standingsOf(ranking);
    const title = rankings.length > 1 ? [sentence(words.rankings[ranking]?.title[lang] ?? ranking, lang)] : [];
    return [
      running([...title, counts(standings, lookup), ...totals(standings, lookup)], lang),
      running([extremes(standings, lookup), leftOut(standings, lookup)], lang),
    ];
  });
  return [...ranked, reports(lookup)].filter((text) => text !== '').map(paragraph);
};

function counts(standings: readonly Standing[], { lang, subject, kind }: Lookup): string {
  const of = kind(subject(standings[0]?.subject ?? '')?.kind ?? '');
  const all = standings.length;
  const open = standings.filter(({ rank }) => rank === undefined).length;
  const ranked = all - open;
  return {
    zh: `参加排序的${of}共${all}个，${open === 0 ? '均已排定名次' : `已排定名次${ranked}个，暂未排定${open}个`}。`,
    en: `In the order (${of.toLowerCase()}): ${all}; ranked: ${ranked}; not ranked yet: ${open}.`,
  }[lang];
}

/** States that are counted even when nobody is in them. */
const ALWAYS: readonly Expected['status'][] = ['on-time', 'late', 'missing'];

function reports({ result, lang }: Lookup): string {
  const owed = reportsOfPeriod(result);
  if (owed.length === 0) return '';
  const states = groupedBy(owed, ({ status }) => status);
  const said = (Object.keys(STATUS) as Expected['status'][]).flatMap((status) => {
    const count = states.get(status)?.length ?? 0;
    if (count === 0 && !ALWAYS.includes(status)) return [];
    return [{ zh: `${STATUS[status].zh}${count}份`, en: `${STATUS[status].en} ${count}` }[lang]];
  });
  return {
    zh: `本期应报材料${owed.length}份，其中${said.join('，')}。`,
    en: `Reports owed for the period: ${owed.length}; of these ${said.join(', ')}.`,
  }[lang];
}
