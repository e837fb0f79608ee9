/**
 * The period in words made from figures: how many are ranked, what they did together, who is first and last and who is
 * left out, group by group where groups are ranked apart, and how many reports came in time.
 */
import { groupedBy } from '../../base/group.js';
import type { Lang } from '../../base/text.js';
import type { Standing } from '../../model/grading.js';
import type { Expected } from '../../model/submission.js';
import { labelled, running, sentence } from '../../words/phrase.js';
import { type Group, groupsOf } from '../groups.js';
import type { Lookup } from '../lookup.js';
import { byKind, reportsOfPeriod, STATES_OF_REPORTS, statusText } from '../reports.js';
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
    const groups = groupsOf(standings, lookup);
    return [
      running([...title, counts(standings, groups, lookup), ...totals(standings, lookup)], lang),
      ...groups.map((group) => inGroup(group, lookup)),
    ];
  });
  return [...ranked, reports(lookup)].filter((text) => text !== '').map(paragraph);
};

function inGroup({ title, members }: Group<Standing>, lookup: Lookup): string {
  const said = running([extremes(members, lookup), leftOut(members, lookup)], lookup.lang);
  return title === undefined || said === '' ? said : labelled(title, said, lookup.lang);
}

function counts(
  standings: readonly Standing[],
  groups: readonly Group<Standing>[],
  { lang, subject, kind }: Lookup,
): string {
  const of = kind(subject(standings[0]?.subject ?? '')?.kind ?? '');
  const all = standings.length;
  const open = standings.filter(({ rank }) => rank === undefined).length;
  const ranked = all - open;
  const apart = groups.some(({ title }) => title !== undefined)
    ? { zh: `，分${groups.length}组`, en: ` in ${groups.length} groups` }[lang]
    : '';
  return {
    zh: `参加排序的${of}共${all}个${apart}，${open === 0 ? `${all === 1 ? '' : '均'}已排定名次` : `已排定名次${ranked}个，暂未排定${open}个`}。`,
    en: `Taking part${apart}: ${all}, ${open === 0 ? 'all of them ranked' : `of whom ${ranked} are ranked and ${open} not yet`}.`,
  }[lang];
}

/** States that are counted even when nobody is in them. */
const ALWAYS: readonly Expected['status'][] = ['on-time', 'late', 'missing'];

function reports({ result, lang }: Lookup): string {
  const said = byKind(reportsOfPeriod(result)).map((own) => counted(own, lang));
  return running(said, lang);
}

function counted(own: readonly Expected[], lang: Lang): string {
  const isDone = own[0]?.isDone === true;
  const states = groupedBy(own, ({ status }) => status);
  const said = STATES_OF_REPORTS.flatMap((status) => {
    const count = states.get(status)?.length ?? 0;
    if (count === 0 && !ALWAYS.includes(status)) return [];
    const state = statusText({ status, ...(isDone ? { isDone } : {}) });
    return [{ zh: `${state.zh}${count}${isDone ? '项' : '份'}`, en: `${state.en} ${count}` }[lang]];
  });
  const [zh, en] = [said.join('，'), said.join(', ')];
  const all = own.length;
  return isDone
    ? { zh: `本期应按期完成的${all}项，其中${zh}。`, en: `Due to be done for the period: ${all}, of these ${en}.` }[
        lang
      ]
    : { zh: `本期应报材料${all}份，其中${zh}。`, en: `Reports owed for the period: ${all}, of these ${en}.` }[lang];
}
