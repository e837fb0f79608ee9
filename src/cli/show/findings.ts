/** Findings as a compiler shows faults: place and code, the row with what stands there, what is wrong, how to mend it. */
import { type Lang, type Text, visible } from '../../base/text.js';
import { FINDINGS, type FindingWords } from '../../check/findings.js';
import type { Finding, FindingKind, Severity } from '../../model/finding.js';
import { type CutShort, capped } from '../../report/capped.js';
import { bracketed, labelled } from '../../words/phrase.js';
import { placeText } from '../../words/value.js';
import type { Paint } from './paint.js';

export const SEVERITIES: Record<Severity, Text> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
};

/** The words of a finding: its code, what it says, and the remedy. */
export function findingWords(finding: Finding): { code: string; title: Text; says: Text; remedy: Text } {
  const words = FINDINGS[finding.kind] as FindingWords<FindingKind>;
  const data = finding as never;
  return { code: words.code, title: words.title, says: words.says(data), remedy: words.remedy(data) };
}

export function findingLines(finding: Finding, clauseAt: (id: string) => string, lang: Lang, paint: Paint): string[] {
  const { code, says, remedy } = findingWords(finding);
  const zh = lang === 'zh';
  const clause = finding.clause === undefined ? '' : `  ${clauseAt(finding.clause)}`;
  const head = `${paint.severity(finding.severity, `${code} ${SEVERITIES[finding.severity][lang]}`)}  ${paint.bold(visible(placeText(finding.place)))}${paint.dim(clause)}`;
  const row =
    finding.row === undefined ? [] : [`  │ ${zh ? '行' : 'row'} ${visible(finding.row)}${stands(finding, zh)}`];
  return [head, ...row, `  ${visible(says[lang])}`, `  → ${visible(remedy[lang])}`];
}

function stands({ raw }: Finding, zh: boolean): string {
  if (raw === undefined) return '';
  if (raw === '') return zh ? '：（空）' : ': (empty)';
  return `${zh ? '：' : ': '}${visible(raw)}`;
}

/** At most so many of a kind for each file are written out; the rest are counted. A programme can read more of them. */
const SHOWN_PER_KIND = 20;
export const LISTED_PER_KIND = 1000;

export function findingsText(
  findings: readonly Finding[],
  clauseAt: (id: string) => string,
  lang: Lang,
  paint: Paint,
): string {
  const { shown, cut } = capped(findings, SHOWN_PER_KIND);
  const lines = shown.flatMap((finding) => [...findingLines(finding, clauseAt, lang, paint), '']);
  const rest = cut.flatMap((each) => [visible(cutText(each, lang)), '']);
  return [...lines, ...rest].join('\n');
}

/** "1月.xlsx（A202）：同类问题共 60000 处，只列前 20 处" */
export function cutText({ file, kind, total, shown }: CutShort, lang: Lang): string {
  const { code } = FINDINGS[kind];
  const says = {
    zh: `同类问题共 ${total} 处，只列前 ${shown} 处`,
    en: `${total} of this kind, ${shown} shown`,
  }[lang];
  return labelled(bracketed(file, code, lang), says, lang);
}

/** "错误 2，警告 5" */
export function countsText(findings: readonly Finding[], lang: Lang): string {
  const severities: Severity[] = ['error', 'warning', 'note'];
  return severities
    .map((severity) => `${SEVERITIES[severity][lang]} ${findings.filter((each) => each.severity === severity).length}`)
    .join(lang === 'zh' ? '，' : ', ');
}
