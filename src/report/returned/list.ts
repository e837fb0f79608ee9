/**
 * The sheet that lists all findings of one file, as part of its marked copy with links to the cells, or alone where the
 * file cannot be marked. Findings without a cell stand here and nowhere else.
 */
import { cellAddress, columnLetters } from '../../base/address.js';
import type { Text } from '../../base/text.js';
import type { CellDesign, RowDesign, SheetDesign, WorkbookDesign } from '../../model/design.js';
import type { Finding, Severity } from '../../model/finding.js';
import { LIST_MARK } from '../../model/returned.js';
import { labelled, listed, running } from '../../words/phrase.js';
import { text } from '../ranking/cells.js';
import { type ListColumn, titled } from '../ranking/columns.js';
import { SEVERITIES } from '../ranking/findings.js';
import { type About, said } from './about.js';

const COLUMNS: readonly ListColumn[] = [
  { zh: '编号', en: 'Code', width: 8 },
  { zh: '程度', en: 'Severity', width: 9 },
  { zh: '工作表', en: 'Sheet', width: 20 },
  { zh: '单元格', en: 'Cell', width: 9 },
  { zh: '所在行', en: 'Row', width: 16 },
  { zh: '原填内容', en: 'What stands there', width: 18 },
  { zh: '问题', en: 'What is wrong', width: 46 },
  { zh: '处理办法', en: 'How to mend it', width: 36 },
  { zh: '条款', en: 'Clause', width: 12 },
];
const TITLE: Text = { zh: '问题清单', en: 'Findings' };
const HEADING_ROW = 5;

/** The list within the marked copy. */
export function listIn(file: string, findings: readonly Finding[], about: About): SheetDesign {
  const how = {
    zh: '标红的单元格有错误，标黄的请核对，批注写明问题和改法。请直接在本文件中改正后重新报送；标色、批注和本页不必删除，再次检查时自动去掉。',
    en: 'Cells marked red are wrong, those marked yellow are to be looked into; their comments say what and how. Mend them in this file and send it again. Colours, comments and this sheet need not be removed: that is done when the file is read anew.',
  };
  return sheet(file, findings, how[about.lang], about, true);
}

/** The list as a workbook of its own, with the reason why there is no marked copy. */
export function listAlone(file: string, findings: readonly Finding[], reason: Text, about: About): WorkbookDesign {
  const { lang, office, date } = about;
  const how = {
    zh: `原文件没有加标记：${reason.zh}。请对照下表在原文件中改正后重新报送，不要报送本清单。`,
    en: `The file itself is not marked: ${reason.en}. Mend the file by this list and send it again, not the list.`,
  };
  return {
    title: labelled(TITLE[lang], nameOf(file), lang),
    author: office,
    date,
    sheets: [sheet(file, findings, how[lang], about, false)],
  };
}

function sheet(file: string, findings: readonly Finding[], how: string, about: About, isLinked: boolean): SheetDesign {
  const { lang, office } = about;
  const columns = titled(COLUMNS, lang);
  const last = columnLetters(columns.length);
  const lines: RowDesign[] = [
    { hidden: true, cells: [{ value: LIST_MARK, style: 'note' }] },
    { cells: [{ value: TITLE[lang], style: 'title' }] },
    {
      cells: [
        {
          value: [office, nameOf(file), countsText(findings, about)].filter((part) => part !== '').join('　'),
          style: 'subtitle',
        },
      ],
    },
    { cells: [{ value: how, style: 'note' }] },
    { cells: columns.map(({ title }) => ({ value: title, style: 'heading' })) },
  ];
  return {
    name: TITLE[lang],
    widths: columns.map(({ width }) => width),
    rows: [...lines, ...findings.map((finding) => ({ cells: cellsOf(finding, about, isLinked) }))],
    merges: [2, 3, 4].map((row) => `A${row}:${last}${row}`),
    freeze: { rows: HEADING_ROW, columns: 0 },
    filter: `A${HEADING_ROW}:${cellAddress(HEADING_ROW + findings.length, columns.length)}`,
    print: { landscape: true, repeat: [HEADING_ROW, HEADING_ROW] },
  };
}

function cellsOf(finding: Finding, about: About, isLinked: boolean): CellDesign[] {
  const { place, row, severity } = finding;
  const { code, says, remedy, raw, clause } = said(finding, about);
  const { said: words, style } = SEVERITIES[severity];
  const cell = text(place.cell ?? '');
  const link =
    isLinked && place.sheet !== undefined && place.cell ? `#${quoted(place.sheet)}!${place.cell}` : undefined;
  return [
    text(code),
    text(words[about.lang], style),
    text(place.sheet ?? ''),
    link === undefined ? cell : { ...cell, link },
    text(row ?? ''),
    text(raw ?? ''),
    text(says),
    text(remedy),
    text(clause),
  ];
}

/** Its sender knows a file by its name; the folders it lay in are ours. */
function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** 错误 2，警告 1: severities that occur. */
function countsText(findings: readonly Finding[], { lang }: About): string {
  const counts = ORDER.flatMap((each) => {
    const count = findings.filter(({ severity }) => severity === each).length;
    return count > 0 ? [running([SEVERITIES[each].said[lang], ` ${count}`], 'zh')] : [];
  });
  return listed(counts, lang);
}
