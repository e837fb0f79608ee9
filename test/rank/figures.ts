/** Units and their figures over the tiny pack: plain facts as an order sees them. */
import type { Day } from '../../src/base/day.js';
import type { Fact } from '../../src/model/grading.js';
import type { Subject } from '../../src/model/submission.js';

export const subject = (name: string, kind = 'unit'): Subject => ({
  id: `${kind}:${name}`,
  kind,
  name,
  aliases: [],
  takesPart: true,
});

export function member(name: string, group?: string): Subject {
  return { ...subject(name), ...(group ? { group: { id: group, title: { zh: group, en: group } } } : {}) };
}

export function fact(about: string, id: string, value: string | undefined): Fact {
  const span = { from: '2026-01-01' as Day, to: '2026-03-31' as Day };
  const known = value === undefined ? {} : { value: { type: 'number' as const, value } };
  const owed = value === undefined ? [{ kind: 'register' as const, form: `${about} ${id}` }] : [];
  return { id, subject: `unit:${about}`, ...span, ...known, owed, cells: [], parts: [] };
}

/** Completion, late reports and, where an order asks for them, vetoes of each unit. */
export type Figures = Readonly<
  Record<string, readonly [completion: string | undefined, late: string | undefined, vetoes?: string | undefined]>
>;

/** Vetoes only where a unit has a third figure: known, or undefined for not known. */
export function factsOf(figures: Figures): Fact[] {
  return Object.entries(figures).flatMap(([name, own]) => [
    fact(name, 'completion', own[0]),
    fact(name, 'late_reports', own[1]),
    ...(own.length > 2 ? [fact(name, 'vetoes', own[2])] : []),
  ]);
}
