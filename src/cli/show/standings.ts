/** A ranked quarter on the terminal: order, figures, grade, and under it what still is owed. */
import type { Lang } from '../../base/text.js';
import type { Result } from '../../model/result.js';
import { gradeText, owedText } from '../../words/grade.js';
import { bracketed, labelled, phrases } from '../../words/phrase.js';
import { clauseText, factText, namesOf, rankText } from '../../words/value.js';
import type { Paint } from './paint.js';
import { table } from './table.js';

export function standingsText(result: Result, lang: Lang, paint: Paint): string {
  const name = namesOf(result);
  const rankings = [...new Set(result.standings.map(({ ranking }) => ranking))];
  return rankings
    .map((ranking) => {
      const standings = result.standings.filter((each) => each.ranking === ranking);
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
      const unranked = standings
        .filter(({ rank }) => rank === undefined)
        .map(
          ({ subject: id, owed }) =>
            `  ${labelled(
              name(id, lang),
              phrases(
                owed.map((each) => owedText(each, result, lang, id)),
                lang,
              ),
              lang,
            )}`,
        );
      const note = unranked.length > 0 ? [{ zh: '未排名：', en: 'Not ranked:' }[lang], ...unranked] : [];
      const words = result.words.rankings[ranking];
      const title = bracketed(words?.title[lang] ?? ranking, words ? clauseText(words.clause, result.words) : '', lang);
      return [paint.bold(title), table(columns, rows, paint), ...note].join('\n');
    })
    .join('\n\n');
}

/** The facts that the bulletin shows beside an order. */
function shownFacts(ranking: string, { words }: Result): readonly string[] {
  return words.bulletin.sections.flatMap((section) =>
    section.kind === 'order' && section.ranking === ranking ? section.facts : [],
  );
}
