/** Every kind of section with its writer; the table is total: a kind without a writer does not compile. */
import type { Block } from '../../model/bulletin.js';
import type { SectionWords } from '../../model/result.js';
import type { Lookup } from '../lookup.js';
import { writeConsequences } from './consequences.js';
import { writeDue } from './due.js';
import { writeGrades } from './grades.js';
import { numbered } from './numeral.js';
import { writeOrder } from './order.js';
import { writeOverview } from './overview.js';
import { writeRows } from './rows.js';
import { writeScoreLines } from './score-lines.js';
import { writeScores } from './scores.js';
import type { SectionKind, SectionWriter } from './section.js';
import { writeSubmissions } from './submissions.js';
import { paragraph } from './table.js';

const WRITERS: { readonly [K in SectionKind]: SectionWriter<K> } = {
  overview: writeOverview,
  order: writeOrder,
  rows: writeRows,
  consequences: writeConsequences,
  grades: writeGrades,
  scores: writeScores,
  'score-lines': writeScoreLines,
  submissions: writeSubmissions,
  due: writeDue,
  text: ({ text }, { lang }) => [paragraph(text[lang])],
};

/** A section with its numbered heading; `at` counts from 0. */
export function writeSection(section: SectionWords, at: number, lookup: Lookup): Block[] {
  const { lang } = lookup;
  const write = WRITERS[section.kind] as SectionWriter<SectionKind>;
  const heading = { kind: 'heading', level: 1, text: numbered(at + 1, 1, section.title[lang], lang) } as const;
  return [heading, ...write(section, lookup, at)];
}
