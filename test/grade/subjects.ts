/** Subjects and facts for tests of grading, without any file behind them. */
import type { Day } from '../../src/base/day.js';
import type { Fact, Owed } from '../../src/model/grading.js';
import type { Subject } from '../../src/model/submission.js';
import type { Value } from '../../src/model/value.js';

export function subject(id: string, more: Partial<Subject> = {}): Subject {
  const [kind = '', name = ''] = id.split(':');
  return { id, kind, name, aliases: [], takesPart: true, ...more };
}

/** What is owed for a fact that is not known. */
export const lacking = (id: string): Owed => ({ kind: 'register', form: id });

/** A fact is told by its value: text and numbers as they are, undefined where it is owed, at least so much. */
export type Told = string | number | boolean | undefined | Value | { readonly atLeast: number };

export function fact(about: string, id: string, told: Told): Fact {
  const base = { id, subject: about, from: '2026-01-01' as Day, to: '2026-03-31' as Day, cells: [], parts: [] };
  if (told === undefined) return { ...base, owed: [lacking(id)] };
  if (typeof told === 'object') {
    if ('atLeast' in told) {
      return { ...base, atLeast: { type: 'number', value: String(told.atLeast) }, owed: [lacking(id)] };
    }
    return { ...base, value: told, owed: [] };
  }
  if (typeof told === 'boolean') return { ...base, value: { type: 'yesno', value: told }, owed: [] };
  return { ...base, value: { type: 'number', value: String(told) }, owed: [] };
}

export function facts(about: string, told: Readonly<Record<string, Told>>): Fact[] {
  return Object.entries(told).map(([id, value]) => fact(about, id, value));
}
