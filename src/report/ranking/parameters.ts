/** Numbers that are unset, assumed or set by the office, and the rules that were not applied for want of one. */
import type { SheetDesign } from '../../model/design.js';
import { clauseText, parameterText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { parameterUses, STATES } from '../parameters.js';
import { text } from './cells.js';
import { type ListColumn, titled } from './columns.js';
import { sheetOf } from './sheet.js';

export function parameterSheet(lookup: Lookup): SheetDesign {
  const { words, lang } = lookup;
  const columns = titled(COLUMNS, lang);
  const title = {
    zh: '推定和自行设定的数值及未适用的规则',
    en: 'Numbers not given by the measures, and rules not applied',
  }[lang];
  const rows = parameterUses(lookup).map(({ parameter, about, state, askedBy }) => [
    text(STATES[state][lang]),
    text(about.title[lang]),
    text(state === 'unset' ? '' : parameterText(parameter, words, lang)),
    text(clauseText(about.clause, words)),
    text(words.clauses[about.clause]?.[lang] ?? ''),
    text(askedBy.join('\n')),
  ]);
  return sheetOf({ name: { zh: '未适用', en: 'Not applied' }[lang], title, columns, rows, frozen: 2 }, lookup);
}

const COLUMNS: readonly ListColumn[] = [
  { zh: '来源', en: 'Origin', width: 20 },
  { zh: '项目', en: 'Item', width: 36 },
  { zh: '取值', en: 'Value', width: 20 },
  { zh: '条款', en: 'Clause', width: 14 },
  { zh: '条款内容', en: 'What the clause says', width: 40 },
  { zh: '有关规则和事项', en: 'Rules and facts that ask for it', width: 40 },
];
