/** Rows of a form as they were handed in, with who wrote them and for which period where the rows say so. */
import { periodText } from '../../base/period.js';
import type { SectionWriter } from './section.js';
import { paragraph, tableOf } from './table.js';

export const writeRows: SectionWriter<'rows'> = ({ none }, { result, lang, name, subject, kind }, at) => {
  const extract = result.extracts.find(({ section }) => section === at);
  const [first] = extract?.rows ?? [];
  if (!extract || !first) return [paragraph(none[lang])];
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
  return [tableOf(headings, texts)];
};

const BY = { zh: '报送单位', en: 'From' } as const;
const PERIOD = { zh: '期间', en: 'Period' } as const;
