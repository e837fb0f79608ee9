/** Random rows of a log, whole or with cells that cannot be read, put to the rules of a score. */
import fc from 'fast-check';
import { type Amount, itemsOf, type Score } from '../../src/model/score.js';
import type { Occurrence } from '../../src/model/scored.js';
import { UNIT } from './reckon.js';

/** A row as a person may have filled it in, whole, and what of it cannot be read. */
export interface RandomRow {
  readonly pick: number;
  readonly times: number;
  readonly level: 'low' | 'high';
  readonly role: 'host' | 'co_host' | undefined;
  /** Between the least and the most that an assessor may set. */
  readonly set: number;
  readonly matter: string | undefined;
  readonly exempt: boolean;
  /** Whether the rule's condition holds for it. */
  readonly met: boolean;
  readonly own: boolean;
  readonly hidden: 'times' | 'level' | 'role' | 'points' | 'exempt' | 'met' | 'own' | undefined;
}

export const rows: fc.Arbitrary<RandomRow[]> = fc.array(
  fc.record({
    pick: fc.nat(),
    times: fc.integer({ min: 1, max: 4 }),
    level: fc.constantFrom('low' as const, 'high' as const),
    role: fc.constantFrom('host' as const, 'co_host' as const, undefined),
    set: fc.integer({ min: 0, max: 4 }),
    matter: fc.constantFrom('a', 'b', undefined),
    exempt: fc.boolean(),
    met: fc.integer({ min: 0, max: 3 }).map((each) => each > 0),
    own: fc.constant(true),
    hidden: fc.constant(undefined),
  }),
  { maxLength: 8 },
);

/** The same with cells that cannot be read; of a row of nobody's only the name. */
export const tornRows: fc.Arbitrary<RandomRow[]> = fc
  .tuple(
    rows,
    fc.array(
      fc.tuple(
        fc.constantFrom(
          'times' as const,
          'level' as const,
          'role' as const,
          'points' as const,
          'exempt' as const,
          'met' as const,
          'own' as const,
          undefined,
        ),
        fc.boolean(),
      ),
      { minLength: 8, maxLength: 8 },
    ),
  )
  .map(([all, torn]) =>
    all.map((row, at) => {
      const [hidden, own] = torn[at] ?? [undefined, true];
      return { ...row, hidden, own: hidden === 'own' ? own : true };
    }),
  );

/** Rows put to rules; what is hidden stays out where `torn`, else it is as it was filled in. */
export function occurrencesOf(of: Score, all: readonly RandomRow[], torn: boolean): Occurrence[] {
  const rules = itemsOf(of).flatMap((each) => each.rules);
  return all.flatMap((row, at): Occurrence[] => {
    const named = rules[row.pick % Math.max(rules.length, 1)];
    if (!named || (!torn && !row.own)) return [];
    const hides = (what: RandomRow['hidden']): boolean => torn && row.hidden === what;
    const tier = named.amount.kind === 'tiers' && !hides('level') ? { level: row.level } : {};
    const share =
      named.basis.kind === 'log' && named.basis.share && row.role && !hides('role') ? { role: row.role } : {};
    const unread = (['times', 'level', 'role', 'points'] as const).filter(hides);
    return [
      {
        score: of.id,
        subject: UNIT.id,
        rule: named.id,
        place: { file: 'log', cell: `D${at + 1}` },
        sure: !hides('own'),
        choices: { ...tier, ...share },
        unread,
        holds: hides('met') ? 'unknown' : row.met ? 'true' : 'false',
        exempt: hides('exempt') ? 'unknown' : row.exempt ? 'true' : 'false',
        evidenced: 'true',
        shown: [],
        owed: row.hidden && torn ? [{ kind: 'cell', place: { file: 'log', cell: `D${at + 1}` } }] : [],
        ...(hides('times') ? {} : { times: String(row.times) }),
        ...(named.amount.kind === 'discretion' && !hides('points') ? { typed: setBetween(named.amount, row.set) } : {}),
        ...(row.matter === undefined ? {} : { matter: row.matter }),
      },
    ];
  });
}

function setBetween({ least, most }: Extract<Amount, { kind: 'discretion' }>, quarters: number): string {
  const [low, high] = [least, most].map((each) => ('number' in each ? Number(each.number) : 0));
  return (((low ?? 0) * (4 - quarters) + (high ?? 0) * quarters) / 4).toFixed(4);
}
