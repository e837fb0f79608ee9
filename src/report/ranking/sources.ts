/** One row for every fact of every subject: its value, the clause it serves, the cells it rests on and what is owed. */
import type { CellDesign, Rows, SheetDesign } from '../../model/design.js';
import type { Fact } from '../../model/grading.js';
import type { ValueType } from '../../model/value.js';
import { listed } from '../../words/phrase.js';
import { clauseText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { NOTHING_COUNTS, placeLines } from '../places.js';
import { factTitle, owedTexts } from '../titles.js';
import { day, text, valueCell } from './cells.js';
import { type ListColumn, titled } from './columns.js';
import { SOURCES } from './fact-rows.js';
import { type Linking, openCell, openColumn, openingNote } from './file-links.js';
import { madeOf } from './made.js';
import { longSheetOf } from './sheet.js';

export function sourceSheet(lookup: Linking): SheetDesign<Rows> {
  const { result, lang } = lookup;
  const columns = [...titled(COLUMNS, lang), ...openColumn(lookup), ...titled(OWED, lang)];
  const title = { zh: '数据依据', en: 'What every figure rests on' }[lang];
  const about = aboutFacts(lookup);
  const rows = madeOf(result.facts, (fact) => factRow(fact, about(fact.id), lookup));
  const notes = openingNote(lookup);
  return longSheetOf({ name: SOURCES[lang], title, columns, rows, frozen: 3, notes }, lookup);
}

const COLUMNS: readonly ListColumn[] = [
  { zh: '类别', en: 'Kind', width: 10 },
  { zh: '对象', en: 'Subject', width: 14 },
  { zh: '事项', en: 'Fact', width: 22 },
  { zh: '数值', en: 'Value', width: 16 },
  { zh: '单位', en: 'Unit', width: 10 },
  { zh: '起', en: 'From', width: 11 },
  { zh: '止', en: 'To', width: 11 },
  { zh: '条款', en: 'Clause', width: 14 },
  { zh: '条款内容', en: 'What the clause says', width: 34 },
  { zh: '来源（文件 › 工作表 › 单元格）', en: 'Cells (file › sheet › cell)', width: 54 },
];

const OWED: readonly ListColumn[] = [{ zh: '尚缺', en: 'Owed', width: 36 }];

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

function factRow(fact: Fact, { title, unit, clause, says }: AboutFact, lookup: Linking): CellDesign[] {
  const { subject, kind, name } = lookup;
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
    text(restsOn(fact, lookup)),
    ...openCell(fact.cells[0], lookup),
    text(owedTexts(fact.owed, lookup).join('\n')),
  ];
}

/** What comes to nothing where no cell counts to it. */
const COUNTED: ReadonlySet<ValueType> = new Set(['number', 'step', 'yesno']);

/** The cells, or what a figure that no cell counts to rests on; while it is not known, what is owed says it. */
function restsOn({ value, cells, parts }: Fact, lookup: Lookup): string {
  const { lang } = lookup;
  if (cells.length > 0) return placeLines(cells, lang).join('\n');
  if (!value) return '';
  const made = listed(
    parts.map((id) => factTitle(id, lookup)),
    lang,
  );
  if (made !== '') return { zh: `由${made}得出`, en: `made of: ${made}` }[lang];
  return COUNTED.has(value.type) ? NOTHING_COUNTS[lang] : '';
}
