/** Findings as a compiler shows faults: place and code, the row with what stands there, what is wrong, how to mend it. */
import { type Lang, type Text, visible } from '../../base/text.js';
import { FINDINGS } from '../../check/findings.js';
import type { Finding, Severity } from '../../model/finding.js';
import { type CutShort, capped } from '../../report/capped.js';
import { findingWords, relatedTo } from '../../words/finding.js';
import { bracketed, labelled } from '../../words/phrase.js';
import { placeText } from '../../words/value.js';
import type { Excerpt, Excerpts } from './excerpt.js';
import type { Paint } from './paint.js';

export const SEVERITIES: Record<Severity, Text> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
};

/** How findings are shown: in which language and colours, with what heading of a clause and which row of a sheet. */
export interface Manner {
  readonly lang: Lang;
  readonly paint: Paint;
  clauseAt(id: string): string;
  readonly excerptAt: Excerpts;
}

export function findingLines(finding: Finding, manner: Manner): string[] {
  const { lang, paint, clauseAt, excerptAt } = manner;
  const { code, says, remedy } = findingWords(finding);
  const { severity, place, clause } = finding;
  const at = clause === undefined ? '' : `  ${clauseAt(clause)}`;
  const head = `${paint.severity(severity, `${code} ${SEVERITIES[severity][lang]}`)}  ${paint.bold(visible(placeText(place)))}${paint.dim(at)}`;
  const shown = excerptAt(place, lang);
  const row = shown ? excerptLines(shown, (mark) => paint.severity(severity, mark), manner) : labelLines(finding, lang);
  return [head, ...row, `  ${visible(says[lang])}`, ...relatedLines(finding, manner), `  → ${visible(remedy[lang])}`];
}

function excerptLines({ row, mark }: Excerpt, coloured: (mark: string) => string, { paint }: Manner): string[] {
  const [headings = '', ...cells] = row;
  return [paint.dim(headings), ...cells, coloured(mark)];
}

/** The row's own label, where the row itself is not at hand. */
function labelLines({ row, raw }: Finding, lang: Lang): string[] {
  if (row === undefined) return [];
  const empty = { zh: '（空）', en: '(empty)' }[lang];
  const label = `${{ zh: '行', en: 'row' }[lang]} ${row}`;
  return [`  │ ${visible(labelled(label, raw === '' ? empty : (raw ?? ''), lang))}`];
}

/** More cells than these are only counted. */
const RELATED_SHOWN = 3;

/** The other cells of a disagreement, each with its row. */
function relatedLines(finding: Finding, manner: Manner): string[] {
  const { lang, paint, excerptAt } = manner;
  return relatedTo(finding)
    .slice(0, RELATED_SHOWN)
    .flatMap((place) => {
      const shown = excerptAt(place, lang);
      if (!shown) return [];
      const head = `  = ${{ zh: '另见', en: 'see' }[lang]} ${visible(placeText(place))}`;
      return [head, ...excerptLines(shown, (mark) => paint.dim(mark), manner)];
    });
}

/** At most so many of a kind for each file are written out; the rest are counted. A programme can read more of them. */
const SHOWN_PER_KIND = 20;
export const LISTED_PER_KIND = 1000;

export function findingsText(findings: readonly Finding[], manner: Manner): string {
  const { shown, cut } = capped(findings, SHOWN_PER_KIND);
  const lines = shown.flatMap((finding) => [...findingLines(finding, manner), '']);
  const rest = cut.flatMap((each) => [visible(cutText(each, manner.lang)), '']);
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
