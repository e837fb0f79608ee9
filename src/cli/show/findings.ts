/** Findings as a compiler shows faults: place and code, the row with what stands there, what is wrong, how to mend it. */
import { type Lang, type Text, visible } from '../../base/text.js';
import type { Finding, Severity } from '../../model/finding.js';
import { findingWords } from '../../words/finding.js';
import { placeText } from '../../words/value.js';
import type { Paint } from './paint.js';

export const SEVERITIES: Record<Severity, Text> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
};

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

/** At most so many of a kind for each file are written out; the rest are counted. */
const SHOWN_PER_KIND = 20;

export function findingsText(
  findings: readonly Finding[],
  clauseAt: (id: string) => string,
  lang: Lang,
  paint: Paint,
): string {
  const counts = new Map<string, number>();
  const lines: string[] = [];
  for (const finding of findings) {
    const key = `${finding.place.file} ${finding.kind}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= SHOWN_PER_KIND) lines.push(...findingLines(finding, clauseAt, lang, paint), '');
  }
  for (const [key, count] of counts) {
    if (count <= SHOWN_PER_KIND) continue;
    const [file = ''] = key.split(' ');
    lines.push(
      lang === 'zh'
        ? `${visible(file)}：同类问题共 ${count} 处，只列前 ${SHOWN_PER_KIND} 处`
        : `${visible(file)}: ${count} of this kind, ${SHOWN_PER_KIND} shown`,
      '',
    );
  }
  return lines.join('\n');
}

/** "错误 2，警告 5" */
export function countsText(findings: readonly Finding[], lang: Lang): string {
  const severities: Severity[] = ['error', 'warning', 'note'];
  return severities
    .map((severity) => `${SEVERITIES[severity][lang]} ${findings.filter((each) => each.severity === severity).length}`)
    .join(lang === 'zh' ? '，' : ', ');
}
