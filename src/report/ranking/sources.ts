/** One row for every fact of every subject: its value, the clause it serves, the cells it rests on and what is owed. */
import type { CellDesign, Rows, SheetDesign } from '../../model/design.js';
import type { Fact } from '../../model/grading.js';
import { clauseText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { placeLines } from '../places.js';
import { factTitle, owedTexts } from '../titles.js';
import { day, text, valueCell } from './cells.js';
import { type ListColumn, titled } from './columns.js';
import { SOURCES } from './fact-rows.js';
import { madeOf } from './made.js';
import { longSheetOf } from './sheet.js';

export function sourceSheet(lookup: Lookup): SheetDesign<Rows> {
  const { result, lang } = lookup;
  const columns = titled(COLUMNS, lang);
  const title = { zh: '数据依据', en: 'What every figure rests on' }[lang];
  const about = aboutFacts(lookup);
  const rows = madeOf(result.facts, (fact) => factRow(fact, about(fact.id), lookup));
  return longSheetOf({ name: SOURCES[lang], title, columns, rows, frozen: 3 }, lookup);
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

/** What stands in a row for its fact alone. */
interface AboutFact {
  readonly title: CellDesign;
  readonly unit: CellDesign;
  readonly clause: CellDesign;
  readonly says: CellDesign;
}

/** The same cells for every subject of which a fact is told. */
function aboutFacts(lookup: Lookup): (id: string) => AboutFact {
  const { words, lang } = lookup;
  const known = new Map<string, AboutFact>();
  return (id) => {
    let cells = known.get(id);
    if (!cells) {
      const about = words.facts[id];
      cells = {
        title: text(factTitle(id, lookup)),
        unit: text(about?.unit?.[lang] ?? ''),
        clause: text(about ? clauseText(about.clause, words) : ''),
        says: text((about && words.clauses[about.clause]?.[lang]) ?? ''),
      };
      known.set(id, cells);
    }
    return cells;
  };
}

function factRow(fact: Fact, { title, unit, clause, says }: AboutFact, lookup: Lookup): CellDesign[] {
  const { lang, subject, kind, name } = lookup;
  return [
    text(kind(subject(fact.subject)?.kind ?? '')),
    text(name(fact.subject)),
    title,
    valueCell(fact, lookup),
    unit,
    day(fact.from),
    day(fact.to),
    clause,
    says,
    text(placeLines(fact.cells, lang).join('\n')),
    text(owedTexts(fact.owed, lookup).join('\n')),
  ];
}
