/** The period at a glance: what came in, what was found, how grades lie, what follows and for whom, how many places there are. */

import { groupedBy } from '../../base/group.js';
import type { Text } from '../../base/text.js';
import { cited } from '../../explain/cited.js';
import type { ConsequenceLine } from '../../model/grading.js';
import { gradeText } from '../../words/grade.js';
import { capital, labelled } from '../../words/phrase.js';
import { writeOverview } from '../bulletin/overview.js';
import { byKind, reportsOfPeriod, STATES_OF_REPORTS, statusText } from '../reports.js';
import { seatsText } from '../seats.js';
import { type Bar, bars } from './bars.js';
import { type Contents, type Element, el } from './element.js';
import { findingCounts } from './findings.js';
import type { PageLookup } from './lookup.js';
import { clauseLink, list, nameLink } from './phrases.js';

export function overview(page: PageLookup): Contents {
  const { lang, result } = page;
  const seats = result.seats.flatMap((each) => seatsText(each, page) ?? []);
  return [
    figures(page),
    said(page),
    el('div', { class: 'drawings' }, reportDrawings(page), gradeDrawings(page)),
    consequences(page),
    seats.length === 0 ? undefined : [el('h3', {}, SEATS[lang]), list('plain', seats)],
  ];
}

const SEATS: Text = { zh: '名额', en: 'Places' };

/** The period in words, as the bulletin has it. */
function said(page: PageLookup): Contents {
  const blocks = writeOverview({ kind: 'overview', title: { zh: '', en: '' } }, page, 0);
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return el(
    'div',
    { class: 'said' },
    texts.map((text) => el('p', {}, text)),
  );
}

/** The figures that one asks for first, each leading to where they come from. */
function figures(page: PageLookup): Element {
  const { result, lang } = page;
  const kinds = [...groupedBy(page.told, ({ kind }) => kind)];
  const ranked = result.standings.filter(({ rank }) => rank !== undefined).length;
  const open = result.standings.length - ranked;
  const tiles: readonly (readonly [href: string, title: string, figure: string])[] = [
    ...kinds.map(([kind, own]) => ['people', page.kind(kind), String(own.length)] as const),
    ...(result.standings.length === 0 ? [] : [['order', RANKED[lang], openText(ranked, open, page)] as const]),
    ...findingCounts(page).map(({ title, count }) => ['findings', capital(title), String(count)] as const),
  ];
  return el(
    'ul',
    { class: 'tiles' },
    tiles.map(([href, title, figure]) =>
      el('li', {}, el('a', { href: `#${href}` }, el('span', {}, title), el('strong', {}, figure))),
    ),
  );
}

const RANKED: Text = { zh: '已排名次', en: 'Ranked' };

function openText(ranked: number, open: number, { lang }: PageLookup): string {
  return open === 0 ? String(ranked) : { zh: `${ranked}，未定 ${open}`, en: `${ranked}, open ${open}` }[lang];
}

/** Bars of counts: the longest is the highest count. */
function countBars(
  title: string,
  counts: readonly (readonly [name: string, count: number])[],
  page: PageLookup,
): Element {
  const most = Math.max(1, ...counts.map(([, count]) => count));
  const all = counts.map(
    ([name, count]): Bar => ({ name, text: String(count), least: count / most, most: count / most }),
  );
  return el('div', { class: 'drawing' }, el('p', { class: 'drawn' }, title), bars(title, all, page));
}

function reportDrawings(page: PageLookup): Element[] {
  const { result, lang } = page;
  return byKind(reportsOfPeriod(result)).map((own) => {
    const isDone = own[0]?.isDone === true;
    const states = groupedBy(own, ({ status }) => status);
    const counts = STATES_OF_REPORTS.flatMap((status) => {
      const count = states.get(status)?.length ?? 0;
      return count === 0 ? [] : [[statusText({ status, ...(isDone ? { isDone } : {}) })[lang], count] as const];
    });
    const title = (isDone ? DONE : REPORTS)[lang];
    return countBars(labelled(title, String(own.length), lang), counts, page);
  });
}

const REPORTS: Text = { zh: '本期应报材料', en: 'Reports owed for the period' };
const DONE: Text = { zh: '本期应按期完成', en: 'To be done for the period' };

function gradeDrawings(page: PageLookup): Element[] {
  const { result, words, lang } = page;
  return Object.entries(words.ladders).flatMap(([ladder, about]) => {
    const own = result.grades.filter((grade) => grade.ladder === ladder);
    if (own.length === 0) return [];
    const place = ({ grade }: (typeof own)[number]): number =>
      grade === undefined ? about.grades.length : about.grades.findIndex(({ id }) => id === grade);
    const sorted = own.toSorted((a, b) => place(a) - place(b));
    const counts = [...groupedBy(sorted, (grade) => gradeText(grade, result, lang))];
    return [
      countBars(
        about.title[lang],
        counts.map(([name, members]) => [name, members.length]),
        page,
      ),
    ];
  });
}

const TONES: Readonly<Record<ConsequenceLine['tone'], Text>> = {
  commend: { zh: '表扬', en: 'Commended' },
  criticise: { zh: '批评', en: 'Criticised' },
  notice: { zh: '告知', en: 'Told' },
};

function consequences(page: PageLookup): Contents {
  const { result, lang, words } = page;
  if (result.consequences.length === 0) return undefined;
  const lines = result.consequences.map(({ subject, tone, text, clause }): Contents => {
    const { clause: at, clauseSays } = cited(clause, words, lang);
    return [
      el('span', { class: `tone ${tone}` }, TONES[tone][lang]),
      ' ',
      nameLink(subject, page),
      { zh: '：', en: ': ' }[lang],
      text[lang],
      '　',
      clauseLink(at, clauseSays, page),
    ];
  });
  return [el('h3', {}, FOLLOWS[lang]), list('plain', lines)];
}

const FOLLOWS: Text = { zh: '结果运用', en: 'What follows' };
