/**
 * Every code of a finding in order, with its usual severity, its title, what it means and how it is mended: said by the
 * same words as of a real finding, so that the list cannot differ from what a check says.
 */
import { type Lang, type Text, visible } from '../../base/text.js';
import { width } from '../../base/width.js';
import { FINDINGS, type FindingWords } from '../../check/findings.js';
import type { FindingKind, Severity } from '../../model/finding.js';
import { SEVERITIES } from './findings.js';
import type { Paint } from './paint.js';
import { type Sample, samplesIn } from './samples.js';
import { table } from './table.js';

export interface Code {
  readonly code: string;
  readonly kind: FindingKind;
  /** As it is unless a rule or the office says otherwise. */
  readonly severity: Severity;
  readonly title: Text;
  /** Most kinds are worded in one way; some in several, each with its own remedy. */
  readonly wordings: readonly { readonly means: Text; readonly remedy: Text }[];
}

export function listOfCodes(): Code[] {
  const kinds = Object.keys(FINDINGS) as FindingKind[];
  return kinds.map(codeOf).toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

export function codeOf<K extends FindingKind>(kind: K): Code {
  const { code, severity, title, says, remedy } = FINDINGS[kind] as FindingWords<K>;
  const chinese: readonly Sample<K>[] = CHINESE[kind];
  const english: readonly Sample<K>[] = ENGLISH[kind];
  const wordings = chinese.map((zh, at) => {
    const en = english[at] ?? zh;
    return {
      means: { zh: says(zh).zh, en: says(en).en },
      remedy: { zh: remedy(zh).zh, en: remedy(en).en },
    };
  });
  return { code, kind, severity, title, wordings };
}

const CHINESE = samplesIn('zh');
const ENGLISH = samplesIn('en');

/** Columns of a terminal that a title and a wording may take: the whole table fits into eighty. */
const TITLE_WIDTH = 18;
const WORDING_WIDTH = 38;

export function codesText(codes: readonly Code[], lang: Lang, paint: Paint): string {
  const titles: readonly Text[] = [
    { zh: '代码', en: 'Code' },
    { zh: '程度', en: 'Usual' },
    { zh: '名称', en: 'Title' },
    { zh: '说什么 → 怎么改', en: 'What it says → how it is mended' },
  ];
  return table(
    titles.map((title) => ({ title: title[lang] })),
    codes.flatMap((code) => rowsOf(code, lang)),
    paint,
  );
}

/** A code takes as many rows as its texts need; what follows the first begins with empty cells. */
function rowsOf({ code, severity, title, wordings }: Code, lang: Lang): string[][] {
  const named = broken(title[lang], TITLE_WIDTH);
  const said = wordings.flatMap(({ means, remedy }) => [
    ...broken(means[lang], WORDING_WIDTH),
    ...broken(`→ ${remedy[lang]}`, WORDING_WIDTH),
  ]);
  return Array.from({ length: Math.max(named.length, said.length) }, (_, at) => [
    at === 0 ? code : '',
    at === 0 ? SEVERITIES[severity][lang] : '',
    named[at] ?? '',
    said[at] ?? '',
  ]);
}

/** Lines of at most so many columns: English breaks at blanks, Chinese anywhere but before a stop or closing mark. */
export function broken(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of visible(text).matchAll(PIECE)) {
    if (line !== '' && piece !== '' && width(`${line}${piece}`.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return [...lines, line.trimEnd()];
}

/** A Chinese character with the marks that stay beside it, or a word with its blanks. */
const PIECE =
  /[“‘（‹《]*(?:[\p{sc=Han}\p{sc=Hangul}]|[^\s\p{sc=Han}“‘（‹《，。；：、）”’›》]+)?[，。；：、）”’›》]*\s*/gu;
