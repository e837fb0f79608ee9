/** The attachment that tells the reader which numbers are not the measures' own, and what was not applied for want of one. */
import type { Attachment } from '../../model/bulletin.js';
import { phrases } from '../../words/phrase.js';
import { clauseText, parameterText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { parameterUses, STATES } from '../parameters.js';
import { paragraph, tableOf } from './table.js';

/** None when every number stands in the measures. */
export function assumptions(lookup: Lookup): Attachment[] {
  const { words, lang } = lookup;
  const rows = parameterUses(lookup).map(({ parameter, about, state, askedBy }) => {
    const value = state === 'unset' ? '—' : parameterText(parameter, words, lang);
    const rules = phrases(askedBy, lang);
    return [about.title[lang], value, clauseText(about.clause, words), STATES[state][lang], rules || '—'];
  });
  if (rows.length === 0) return [];
  return [{ title: TITLE[lang], blocks: [paragraph(LEAD[lang]), tableOf(HEADINGS[lang], rows)] }];
}

const TITLE = {
  zh: '推定和自行设定的数值及未适用的规则',
  en: 'Numbers assumed or set by the office, and rules not applied',
} as const;
const LEAD = {
  zh: '下列数值由推定、由本单位设定或尚未设定；尚未设定的，有关规则未适用。',
  en: 'The following numbers are assumed, set by the office, or not set; where one is not set, the rules that ask for it are not applied.',
} as const;
const HEADINGS = {
  zh: [{ title: '项目' }, { title: '取值' }, { title: '条款' }, { title: '来源' }, { title: '有关规则' }],
  en: [
    { title: 'Item' },
    { title: 'Value' },
    { title: 'Clause' },
    { title: 'Origin' },
    { title: 'Rules that ask for it' },
  ],
} as const;
