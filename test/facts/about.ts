/** Facts about the people of a small office, from what they handed in. */
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import { collectFacts } from '../../src/facts/collect.js';
import { recordsOf } from '../../src/facts/records.js';
import type { Fact } from '../../src/model/grading.js';
import type { Measures } from '../../src/model/measures.js';
import { type Handed, owed, type People, takenIn, type When } from '../intake/handed.js';
import { tiny } from '../measures/packs.js';

export const TINY = tiny();
export const PEOPLE: People = { '01 办公室': ['0101 何静', '0102 陈立'], '02 计量科': ['0201 李敏'] };

export interface Told {
  readonly measures?: Measures;
  readonly when?: When;
  readonly chosen?: string[];
}

/** Every fact about everyone. */
export function facts(handed: readonly Handed[], { measures = TINY, when, chosen = [] }: Told = {}): Fact[] {
  const asked = { period: '2026-01', asOf: '2026-04-30', ...when };
  const taken = takenIn(measures, PEOPLE, handed, chosen);
  const { roster, settled } = taken;
  const subjects = roster.subjects.filter(({ takesPart }) => takesPart);
  const expected = owed(measures, taken, asked);
  const handedIn = { measures, submissions: settled.counted, expected, asOf: asked.asOf as Day };
  return collectFacts(subjects, asked.period as Period, recordsOf(handedIn, roster.subjects));
}

/** One fact about one subject: about the office and He Jing unless another is named. */
export function fact(id: string, handed: readonly Handed[], told: Told = {}, about?: string): Fact {
  const subject = about ?? ((told.measures ?? TINY).facts.get(id)?.subject === 'staff' ? 'staff:0101' : 'unit:01');
  const found = facts(handed, told).find((each) => each.id === id && each.subject === subject);
  if (!found) throw new Error(`no fact ${id} about ${subject}`);
  return found;
}

/** The tiny pack with one fact more, named mine. */
export function withFact(subject: 'unit' | 'staff', derivation: string): { measures: Measures } {
  return { measures: tiny(`facts:\n  mine: { zh: 我, en: mine, clause: "1", subject: ${subject}, ${derivation} }`) };
}

/** A form of the office for January. */
export function january(form: string, rows: Handed['rows'] = [], more: Partial<Handed> = {}): Handed {
  return { form, by: '办公室', period: '2026年1月', rows, ...more };
}

export const cellsOf = ({ cells }: Fact): string[] => cells.map(({ file, cell }) => `${file} ${cell}`);
