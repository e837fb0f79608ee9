/** The quarter in a few lines: what came in, what follows, whose points are open, how many places there are. */

import { groupedBy } from '../../base/group.js';
import { type Lang, visible } from '../../base/text.js';
import type { Result } from '../../model/result.js';
import type { Expected } from '../../model/submission.js';
import { byKind, reportsOfPeriod, STATES_OF_REPORTS, statusText } from '../../report/reports.js';
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
  const own = reportsOfPeriod(result).filter(({ status }) => status !== 'not-due');
  const owed = byKind(own).map((reports) => countsOf(reports, lang));
  const forms = result.files.flatMap(({ forms }) => forms);
  const returned = forms.filter(({ status }) => status === 'returned').length;
  const came = {
    zh: `收到 ${forms.length} 份表，退回 ${returned} 份`,
    en: `${forms.length} forms came in, ${returned} returned`,
  }[lang];
  return [...owed, came].join({ zh: '；', en: '; ' }[lang]);
}

/** States that are counted even when nothing is in them. */
const ALWAYS: readonly Expected['status'][] = ['on-time', 'late', 'missing'];

/** Of reports that were to come, or of what was to be done, how many are in each state. */
function countsOf(own: readonly Expected[], lang: Lang): string {
  const isDone = own[0]?.isDone === true;
  const states = groupedBy(own, ({ status }) => status);
  const said = STATES_OF_REPORTS.flatMap((status) => {
    const count = states.get(status)?.length ?? 0;
    if (count === 0 && !ALWAYS.includes(status)) return [];
    return [`${statusText({ status, ...(isDone ? { isDone } : {}) })[lang]} ${count}`];
  });
  const all = own.length;
  if (lang === 'zh') return `${isDone ? `本期应按期完成 ${all} 项` : `本期应报 ${all} 份`}：${said.join('，')}`;
  return `${isDone ? 'To be done' : 'Due'} in the period: ${all} (${said.join(', ')})`;
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
