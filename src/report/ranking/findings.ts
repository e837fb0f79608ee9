/** Everything that is missing or wrong in what was handed in, where it stands and how to mend it, in reading order. */
import type { Text } from '../../base/text.js';
import { FINDINGS } from '../../check/findings.js';
import type { CellDesign, CellStyle, Rows, SheetDesign } from '../../model/design.js';
import type { Finding, Severity } from '../../model/finding.js';
import { findingWords } from '../../words/finding.js';
import { type CutShort, capped } from '../capped.js';
import type { Lookup } from '../lookup.js';
import { text } from './cells.js';
import { type ListColumn, titled } from './columns.js';
import { type Linking, openCell, openColumn, openingNote } from './file-links.js';
import { madeOf } from './made.js';
import { longSheetOf } from './sheet.js';

export function findingSheet(lookup: Linking): SheetDesign<Rows> {
  const { result, lang } = lookup;
  const columns = [...titled(WHERE, lang), ...openColumn(lookup), ...titled(WHAT, lang)];
  const title = { zh: '问题清单', en: 'What is missing or wrong' }[lang];
  const { shown, cut } = capped(result.findings, LISTED_PER_KIND);
  const rows = madeOf(shown, (finding) => findingRow(finding, lookup));
  const notes = [...cut.map((each) => cutText(each, lookup)), ...openingNote(lookup)];
  return longSheetOf({ name: { zh: '问题', en: 'Findings' }[lang], title, columns, rows, frozen: 2, notes }, lookup);
}

/** More of one kind in one file nobody reads; results.json has them all. */
const LISTED_PER_KIND = 1000;

function cutText({ file, kind, total, shown: most }: CutShort, { lang }: Lookup): string {
  const { code } = FINDINGS[kind];
  return {
    zh: `${file}（${code}）共 ${total} 处，只列前 ${most} 处，全部见 results.json`,
    en: `${file} (${code}): ${total}, of which ${most} are listed; results.json has them all`,
  }[lang];
}

const WHERE: readonly ListColumn[] = [
  { zh: '编号', en: 'Code', width: 8 },
  { zh: '程度', en: 'Severity', width: 9 },
  { zh: '文件', en: 'File', width: 30 },
  { zh: '工作表', en: 'Sheet', width: 18 },
  { zh: '单元格', en: 'Cell', width: 8 },
];

const WHAT: readonly ListColumn[] = [
  { zh: '所在行', en: 'Row', width: 18 },
  { zh: '原填内容', en: 'What stands there', width: 18 },
  { zh: '问题', en: 'What is wrong', width: 48 },
  { zh: '处理办法', en: 'How to mend it', width: 36 },
];

export const SEVERITIES: Readonly<Record<Severity, { readonly said: Text; readonly style: CellStyle }>> = {
  error: { said: { zh: '错误', en: 'error' }, style: 'bad' },
  warning: { said: { zh: '警告', en: 'warning' }, style: 'warn' },
  note: { said: { zh: '提示', en: 'note' }, style: 'text' },
};

function findingRow(finding: Finding, lookup: Linking): CellDesign[] {
  const { lang } = lookup;
  const { code, says, remedy } = findingWords(finding);
  const { said, style } = SEVERITIES[finding.severity];
  const { place, row, raw } = finding;
  return [
    text(code),
    text(said[lang], style),
    text(place.file),
    text(place.sheet ?? ''),
    text(place.cell ?? ''),
    ...openCell(place, lookup),
    text(row ?? ''),
    text(raw ?? ''),
    text(says[lang]),
    text(remedy[lang]),
  ];
}
