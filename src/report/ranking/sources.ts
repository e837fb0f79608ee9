/** One row for every fact of every subject: its value, the clause it serves, the cells it rests on and what is owed. */
import type { CellDesign, SheetDesign } from '../../model/design.js';
import type { Fact } from '../../model/grading.js';
import { clauseText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { placeLines } from '../places.js';
import { factTitle, owedTexts } from '../titles.js';
import { day, text, valueCell } from './cells.js';
import { type ListColumn, titled } from './columns.js';
import { SOURCES } from './fact-rows.js';
import { sheetOf } from './sheet.js';

export function sourceSheet(lookup: Lookup): SheetDesign {
  const { result, lang } = lookup;
  const columns = titled(COLUMNS, lang);
  const title = { zh: '数据依据', en: 'What every figure rests on' }[lang];
  const rows = result.facts.map((fact) => factRow(fact, lookup));
  return sheetOf({ name: SOURCES[lang], title, columns, rows, frozen: 3 }, lookup);
}

const COLUMNS: readonly ListColumn[] = [
  { zh: '类别', en: 'Kind', width: 10 },
  { zh: '对象', en: 'Subject', width: 14 },
  { zh: '事项', en: 'Fact', width: 22 },
  { zh: '数值', en: 'Value', width: 11 },
  { zh: '单位', en: 'Unit', width: 10 },
  { zh: '起', en: 'From', width: 11 },
  { zh: '止', en: 'To', width: 11 },
  { zh: '条款', en: 'Clause', width: 14 },
  { zh: '条款内容', en: 'What the clause says', width: 34 },
  { zh: '来源（文件 › 工作表 › 单元格）', en: 'Cells (file › sheet › cell)', width: 56 },
  { zh: '尚缺', en: 'Owed', width: 38 },
];

function factRow(fact: Fact, lookup: Lookup): CellDesign[] {
  const { words, lang, subject, kind, name } = lookup;
  const about = words.facts[fact.id];
  return [
    text(kind(subject(fact.subject)?.kind ?? '')),
    text(name(fact.subject)),
    text(factTitle(fact.id, lookup)),
    valueCell(fact, lookup),
    text(about?.unit?.[lang] ?? ''),
    day(fact.from),
    day(fact.to),
    text(about ? clauseText(about.clause, words) : ''),
    text((about && words.clauses[about.clause]?.[lang]) ?? ''),
    text(placeLines(fact.cells, lang).join('\n')),
    text(owedTexts(fact.owed, lookup).join('\n')),
  ];
}
