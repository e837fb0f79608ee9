/** The quarter in a few lines: what came in, what follows, whose points are open, how many places there are. */

import { groupedBy } from '../../base/group.js';
import { countsTo, firstDay, lastDay } from '../../base/period.js';
import { type Lang, visible } from '../../base/text.js';
import type { Result } from '../../model/result.js';
import { gradeText } from '../../words/grade.js';
import { bracketed, labelled, listed } from '../../words/phrase.js';
import { pointsWithUnit } from '../../words/score.js';
import { clauseText, namesOf } from '../../words/value.js';

export function summaryText(result: Result, lang: Lang): string {
  return [
    submissionsLine(result, lang),
    ...consequenceLines(result, lang),
    ...groundLines(result, lang),
    ...openScoreLines(result, lang),
    ...seatLines(result, lang),
  ]
    .map(visible)
    .join('\n');
}

function submissionsLine(result: Result, lang: Lang): string {
  const [from, to] = [firstDay(result.period), lastDay(result.period)];
  const own = result.expected.filter(
    ({ period, due, status }) => status !== 'not-due' && countsTo(period, due, from, to),
  );
  const count = (status: string): number => own.filter((each) => each.status === status).length;
  const forms = result.files.flatMap(({ forms }) => forms);
  const returned = forms.filter(({ status }) => status === 'returned').length;
  return lang === 'zh'
    ? `本期应报 ${own.length} 份：按时 ${count('on-time')}，迟报 ${count('late')}，未报 ${count('missing')}，日期不明 ${count('undated')}；收到 ${forms.length} 份表，退回 ${returned} 份`
    : `Due in the period: ${own.length} (on time ${count('on-time')}, late ${count('late')}, missing ${count('missing')}, undated ${count('undated')}); ${forms.length} forms came in, ${returned} returned`;
}

function consequenceLines(result: Result, lang: Lang): string[] {
  const name = namesOf(result);
  return result.consequences.map(({ subject, text, clause }) => {
    const said = bracketed(text[lang], clauseText(clause, result.words), lang);
    return `· ${labelled(name(subject, lang), said, lang)}`;
  });
}

/** Grades that already stand or are proposed, with the rules that give them. */
function groundLines(result: Result, lang: Lang): string[] {
  const name = namesOf(result);
  return result.grades
    .filter(({ state }) => state === 'determined' || state === 'proposed')
    .map((grade) => {
      const rules = result.words.ladders[grade.ladder]?.rules ?? {};
      const why = grade.decidedBy.map((id) =>
        bracketed(rules[id]?.title[lang] ?? id, clauseText(rules[id]?.clause ?? '', result.words), lang),
      );
      return `· ${labelled(name(grade.subject, lang), gradeText(grade, result, lang), lang)} — ${listed(why, lang)}`;
    });
}

/** So many are named whose points are open; the rest are counted. */
const SHOWN_OPEN = 8;

/** Whose points are not known yet, and within which bounds they lie. */
function openScoreLines(result: Result, lang: Lang): string[] {
  const name = namesOf(result);
  return [...groupedBy(result.scores, ({ score }) => score)].flatMap(([score, scored]) => {
    const open = scored.filter(({ points }) => points === undefined);
    if (open.length === 0) return [];
    const title = result.words.scores[score]?.title[lang] ?? score;
    const shown = open
      .slice(0, SHOWN_OPEN)
      .map((each) => bracketed(name(each.subject, lang), pointsWithUnit(each, lang), lang));
    const rest = open.length > SHOWN_OPEN ? { zh: '等', en: ' and others' }[lang] : '';
    return lang === 'zh'
      ? `· ${title}：${scored.length} 个得分中 ${open.length} 个尚未确定：${listed(shown, lang)}${rest}`
      : `· ${title}: ${open.length} of ${scored.length} not known yet: ${listed(shown, lang)}${rest}`;
  });
}

function seatLines(result: Result, lang: Lang): string[] {
  const name = namesOf(result);
  return result.seats.map(({ limit, seats, takingPart, clause, within }) => {
    const about = result.words.limits[limit]?.title[lang] ?? limit;
    const title = within === undefined ? about : `${about} ${name(within, lang)}`;
    const at = clauseText(clause, result.words);
    if (seats === undefined)
      return lang === 'zh'
        ? `· ${title}：${takingPart} 人参加考核，名额待定（${at}）`
        : `· ${title}: ${takingPart} taking part, places not known yet (${at})`;
    return lang === 'zh'
      ? `· ${title}：${takingPart} 人参加考核，至多 ${seats} 人（${at}）`
      : `· ${title}: at most ${seats} of ${takingPart} taking part (${at})`;
  });
}
