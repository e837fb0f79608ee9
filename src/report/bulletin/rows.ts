/** Rows of a form as they were handed in, with who wrote them and for which period where the rows say so, and what is not in yet. */
import { periodText } from '../../base/period.js';
import { mayGrow, nothingListed, openText } from './open.js';
import type { SectionWriter } from './section.js';
import { tableOf } from './table.js';

export const writeRows: SectionWriter<'rows'> = ({ none }, lookup, at) => {
  const { result, lang, name, subject, kind } = lookup;
  const extract = result.extracts.find(({ section }) => section === at);
  const [first] = extract?.rows ?? [];
  const open = openText(extract?.owed ?? [], lookup);
  if (!extract || !first) return [nothingListed(none, open, lookup)];
  const { columns, rows } = extract;
  const submitter = rows.find(({ by }) => by !== undefined)?.by;
  const dated = rows.some(({ period }) => period !== undefined);
  const headings = [
    ...(submitter === undefined ? [] : [{ title: kind(subject(submitter)?.kind ?? '') || BY[lang] }]),
    ...(dated ? [{ title: PERIOD[lang] }] : []),
    ...columns.map(({ title }) => ({ title: title[lang] })),
  ];
  const texts = rows.map(({ by, period, cells }) => [
    ...(submitter === undefined ? [] : [by === undefined ? '' : name(by)]),
    ...(dated ? [period === undefined ? '' : periodText(period)[lang]] : []),
    ...cells.map(({ text }) => text[lang]),
  ]);
  return [tableOf(headings, texts), ...mayGrow(open, lookup)];
};

const BY = { zh: '报送单位', en: 'From' } as const;
const PERIOD = { zh: '期间', en: 'Period' } as const;
