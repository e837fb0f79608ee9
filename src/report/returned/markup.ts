/** What is put into the marked copy of a file: a mark for every error and warning on a cell, and the list of all findings. */
import type { Finding } from '../../model/finding.js';
import type { Mark, Markup } from '../../model/returned.js';
import { labelled } from '../../words/phrase.js';
import { SEVERITIES } from '../ranking/findings.js';
import { type About, said } from './about.js';
import { listIn } from './list.js';

/** The markup for the findings of one file, in their order. */
export function markupFor(file: string, findings: readonly Finding[], about: About): Markup {
  return { marks: findings.flatMap((finding) => markOf(finding, about)), list: listIn(file, findings, about) };
}

function markOf(finding: Finding, about: About): Mark[] {
  const {
    place: { sheet, cell },
    severity,
  } = finding;
  if (severity === 'note' || sheet === undefined || !cell) return [];
  return [{ sheet, cell, severity, text: commentText(finding, about) }];
}

/** Code and what is wrong, what stands there, what to do, and by which clause. */
function commentText(finding: Finding, about: About): string {
  const { lang } = about;
  const { code, says, remedy, raw, clause } = said(finding, about);
  return [
    labelled(`${code} ${SEVERITIES[finding.severity].said[lang]}`, says, lang),
    ...(raw === undefined ? [] : [labelled({ zh: '原填', en: 'Stands there' }[lang], raw, lang)]),
    `→ ${remedy}`,
    ...(clause === '' ? [] : [labelled({ zh: '条款', en: 'Clause' }[lang], clause, lang)]),
  ].join('\n');
}
