/** A ranked quarter on the terminal: order, figures, grade, and under it what still is owed. Groups stand apart. */
import { groupedBy } from '../../base/group.js';
import { type Lang, visible } from '../../base/text.js';
import type { Standing } from '../../model/grading.js';
import type { Result } from '../../model/result.js';
import { gradeText } from '../../words/grade.js';
import { waitingFor } from '../../words/owed.js';
import { bracketed, labelled, listed } from '../../words/phrase.js';
import { clauseText, factText, namesOf, rankText } from '../../words/value.js';
import type { Paint } from './paint.js';
import { table } from './table.js';

export function standingsText(result: Result, lang: Lang, paint: Paint): string {
  return [...groupedBy(result.standings, ({ ranking }) => ranking)]
    .map(([ranking, standings]) => {
      const words = result.words.rankings[ranking];
      const title = bracketed(words?.title[lang] ?? ranking, words ? clauseText(words.clause, result.words) : '', lang);
      const apart = [...groupedBy(standings, ({ group }) => group ?? '')];
      const parts = apart.flatMap(([group, own]) => [
        ...(apart.length > 1 || group !== '' ? [paint.bold(visible(groupTitle(own, result, lang)))] : []),
        ...orderLines(own, ranking, result, lang, paint),
      ]);
      return [paint.bold(visible(title)), ...parts].join('\n');
    })
    .join('\n\n');
}

/** The group's title; those whom the roster puts into none are ranked among themselves. */
function groupTitle([first]: readonly Standing[], { subjects }: Result, lang: Lang): string {
  if (first?.group === undefined) return { zh: '未分组', en: 'in no group' }[lang];
  return subjects.find(({ id }) => id === first.subject)?.group?.title[lang] ?? first.group;
}

/** One order as a table, and under it who has no rank and why. */
function orderLines(
  standings: readonly Standing[],
  ranking: string,
  result: Result,
  lang: Lang,
  paint: Paint,
): string[] {
  const name = namesOf(result);
  const facts = shownFacts(ranking, result);
  const subject = result.subjects.find(({ id }) => id === standings[0]?.subject);
  const ladder = Object.entries(result.words.ladders).find(([, words]) => words.subject === subject?.kind);
  const columns = [
    { title: { zh: '名次', en: 'Rank' }[lang], right: true },
    { title: result.words.subjects[subject?.kind ?? '']?.[lang] ?? '' },
    ...facts.map((id) => ({ title: result.words.facts[id]?.title[lang] ?? id, right: true })),
    ...(ladder ? [{ title: ladder[1].title[lang] }] : []),
  ];
  const rows = standings.map((standing) => {
    const own = facts.map((id) => result.facts.find((fact) => fact.subject === standing.subject && fact.id === id));
    const grade = result.grades.find((each) => each.subject === standing.subject && each.ladder === ladder?.[0]);
    return [
      rankText(standing, lang),
      name(standing.subject, lang),
      ...own.map((fact) => factText(fact, result.words, lang)),
      ...(ladder ? [gradeText(grade, result, lang)] : []),
    ];
  });
  return [table(columns, rows, paint), ...unrankedLines(standings, result, lang)];
}

function unrankedLines(standings: readonly Standing[], result: Result, lang: Lang): string[] {
  const name = namesOf(result);
  const left = standings.filter(({ rank }) => rank === undefined);
  const lines = waitingFor(left, result, lang).map(({ waiting, owed }) => {
    const names = waiting.map(({ subject }) => name(subject, lang));
    return `  ${visible(labelled(listed(names, lang), owed, lang))}`;
  });
  return lines.length > 0
    ? [
        { zh: '未排名（排定后以上名次可能顺延）：', en: 'Not ranked (once they are, places above may move down):' }[
          lang
        ],
        ...lines,
      ]
    : [];
}

/** The facts that the bulletin shows beside an order. */
function shownFacts(ranking: string, { words }: Result): readonly string[] {
  return words.bulletin.sections.flatMap((section) =>
    section.kind === 'order' && section.ranking === ranking ? section.facts : [],
  );
}
