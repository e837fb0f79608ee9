/** Orders by exact facts: the same whatever comes first, equal ranks for equals, none for what is not known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, Decimal } from '../../src/base/decimal.js';
import type { PeriodKind } from '../../src/base/period.js';
import type { Standing } from '../../src/model/grading.js';
import type { Subject } from '../../src/model/submission.js';
import { rankSubjects } from '../../src/rank/rank.js';
import { tiny } from '../measures/packs.js';
import { type Figures, fact, factsOf, member, subject } from './figures.js';

const TINY = tiny();

function ranked(figures: Figures, measures = TINY, kind: PeriodKind = 'quarter'): Standing[] {
  return rankSubjects(
    Object.keys(figures).map((name) => subject(name)),
    factsOf(figures),
    measures,
    kind,
  );
}

/** Rank by unit, = where tied. */
const ranks = (standings: readonly Standing[]): Record<string, string> =>
  Object.fromEntries(
    standings.map(({ subject: id, rank, tied }) => [
      id.slice(5),
      rank === undefined ? '—' : `${rank}${tied ? '=' : ''}`,
    ]),
  );

describe('an order', () => {
  it.each<[string, Figures, Record<string, string>]>([
    ['puts the greater first', { a: ['0.5', '0'], b: ['0.9', '0'] }, { b: '1', a: '2' }],
    ['asks the second fact where the first is equal', { a: ['1', '2'], b: ['1', '0'] }, { b: '1', a: '2' }],
    ['asks the second fact only then', { a: ['0.9', '0'], b: ['1', '9'] }, { b: '1', a: '2' }],
    [
      'gives equals one rank, and leaves room',
      { a: ['1', '0'], b: ['0.5', '0'], c: ['1', '0'] },
      { a: '1=', c: '1=', b: '3' },
    ],
    [
      'leaves room for each',
      { a: ['1', '0'], b: ['1', '0'], c: ['1', '0'], d: ['0', '0'] },
      { a: '1=', b: '1=', c: '1=', d: '4' },
    ],
    ['knows 1 and 1.0 for equal', { a: ['1', '0'], b: ['1.0', '0.00'] }, { a: '1=', b: '1=' }],
    ['knows by numbers, not by letters', { a: ['9', '0'], b: ['10', '0'] }, { b: '1', a: '2' }],
    [
      'knows the least difference',
      { a: ['0.3333333333333333', '0'], b: ['0.3333333333333334', '0'] },
      { b: '1', a: '2' },
    ],
    [
      'gives no rank to what is not known',
      { a: ['1', '0'], b: [undefined, '0'], c: ['0', '0'] },
      { a: '1', c: '2', b: '—' },
    ],
    ['gives no rank where only the second is not known', { a: ['1', undefined], b: ['0', '0'] }, { b: '1', a: '—' }],
    ['of nobody is empty', {}, {}],
  ])('%s', (_, figures, expected) => {
    expect(ranks(ranked(figures))).toEqual(expected);
  });

  it('stands best first, what has no rank last', () => {
    const order = ranked({ a: [undefined, '0'], b: ['0.1', '0'], c: ['0.9', '0'] }).map(({ subject: id }) => id);
    expect(order).toEqual(['unit:c', 'unit:b', 'unit:a']);
  });

  it('keeps the facts it asked for', () => {
    const [first, second] = ranked({ a: ['1', '0'], b: [undefined, '0'] });
    expect(first).toMatchObject({
      ranking: 'completion',
      keys: [
        { fact: 'completion', value: { type: 'number', value: '1' } },
        { fact: 'late_reports', value: { type: 'number', value: '0' } },
      ],
      owed: [],
    });
    expect(second?.keys[0]).toEqual({ fact: 'completion' });
    expect(second?.owed).toEqual([{ kind: 'register', form: 'b completion' }]);
  });

  it('is of one kind of subject', () => {
    const standings = rankSubjects([subject('a'), subject('x', 'staff')], [fact('a', 'completion', '1')], TINY, 'year');
    expect(standings.map(({ subject: id }) => id)).toEqual(['unit:a']);
  });

  it('has no rank for whoever has no facts at all', () => {
    const [only] = rankSubjects([subject('a')], [], TINY, 'year');
    expect(only).toMatchObject({ tied: false, owed: [], keys: [{ fact: 'completion' }, { fact: 'late_reports' }] });
    expect(only).not.toHaveProperty('rank');
  });

  it('is made in the periods the measures say', () => {
    const yearly = tiny('ranking: { completion: { periods: [half, year] } }');
    const count = (kind: PeriodKind): number => ranked({ a: ['1', '0'] }, yearly, kind).length;
    expect((['month', 'quarter', 'half', 'year'] as const).map(count)).toEqual([0, 0, 1, 1]);
    expect(ranked({ a: ['1', '0'] }, TINY, 'month')).toHaveLength(1);
  });

  it('may be one of several', () => {
    const late = 'late: { zh: 甲, en: A, clause: "1", subject: unit, by: [{ fact: late_reports, ascending: true }] }';
    const standings = ranked({ a: ['1', '2'], b: ['0', '1'] }, tiny(`ranking: { ${late} }`));
    expect(standings.map(({ ranking, subject: id, rank }) => [ranking, id, rank])).toEqual([
      ['completion', 'unit:a', 1],
      ['completion', 'unit:b', 2],
      ['late', 'unit:b', 1],
      ['late', 'unit:a', 2],
    ]);
  });
});

describe('an order within groups', () => {
  const grouped = tiny('ranking: { completion: { by_group: true } }');
  const figures: Figures = { a: ['0.5', '0'], b: ['0.9', '0'], c: ['0.7', '0'], d: ['0.7', '0'], e: ['1', '0'] };
  const facts = factsOf(figures);
  const placed = (members: Subject[], measures = grouped) =>
    rankSubjects(members, facts, measures, 'quarter').map(({ subject: id, rank, tied, group }) => [
      group,
      id.slice(5),
      tied ? `${rank}=` : rank,
    ]);

  it('ranks each group on its own, in the order of the roster, with ties as ties', () => {
    expect(placed([member('a', 'one'), member('b', 'two'), member('c', 'two'), member('d', 'two')])).toEqual([
      ['one', 'a', 1],
      ['two', 'b', 1],
      ['two', 'c', '2='],
      ['two', 'd', '2='],
    ]);
  });

  it('does not tie equals of different groups', () => {
    expect(placed([member('c', 'one'), member('d', 'two')])).toEqual([
      ['one', 'c', 1],
      ['two', 'd', 1],
    ]);
  });

  it('puts those without a group last, as a group of their own', () => {
    expect(placed([member('e'), member('a', 'one'), member('b')])).toEqual([
      ['one', 'a', 1],
      [undefined, 'e', 1],
      [undefined, 'b', 2],
    ]);
  });

  it('is one order where nobody has a group, or the measures ask for one order', () => {
    expect(placed([member('a'), member('b')])).toEqual([
      [undefined, 'b', 1],
      [undefined, 'a', 2],
    ]);
    expect(placed([member('a', 'one'), member('b', 'two')], TINY)).toEqual([
      [undefined, 'b', 1],
      [undefined, 'a', 2],
    ]);
  });
});

describe('an order among some', () => {
  const unvetoed = tiny('ranking: { completion: { among: vetoes == 0 } }');

  it.each<[string, Figures, Record<string, string>]>([
    ['leaves out for whom it does not hold', { a: ['1', '0', '1'], b: ['0.5', '0', '0'] }, { b: '1' }],
    ['leaves no room for them', { a: ['1', '0', '0'], b: ['0.9', '0', '2'], c: ['0.8', '0', '0'] }, { a: '1', c: '2' }],
    ['ties nobody with them', { a: ['1', '0', '0'], b: ['1', '0', '1'] }, { a: '1' }],
    [
      'gives no rank to whom it may not be about',
      { a: ['1', '0', undefined], b: ['0.5', '0', '0'] },
      { b: '1', a: '—' },
    ],
    [
      'leaves out who is vetoed, whatever else is not known',
      { a: [undefined, '0', '1'], b: ['1', '0', '0'] },
      { b: '1' },
    ],
    ['is empty where it holds for nobody', { a: ['1', '0', '1'] }, {}],
  ])('%s', (_, figures, expected) => {
    expect(ranks(ranked(figures, unvetoed))).toEqual(expected);
  });

  it('says what is owed before it is known whom it is about', () => {
    const [, open] = ranked({ a: ['1', '0', undefined], b: ['1', '0', '0'] }, unvetoed);
    expect(open).toMatchObject({ subject: 'unit:a', tied: false, owed: [{ kind: 'register', form: 'a vetoes' }] });
    expect(open?.keys[0]).toEqual({ fact: 'completion', value: { type: 'number', value: '1' } });
  });

  it('leaves out by bounds as well', () => {
    const least = { ...fact('a', 'vetoes', undefined), atLeast: { type: 'number' as const, value: '1' } };
    const facts = [...factsOf({ a: ['1', '0'], b: ['0.5', '0', '0'] }), least];
    const standings = rankSubjects([subject('a'), subject('b')], facts, unvetoed, 'quarter');
    expect(ranks(standings)).toEqual({ b: '1' });
  });

  it('may ask for several facts and parameters', () => {
    const measures = tiny('ranking: { completion: { among: "vetoes == 0 && !reaches(late_reports, late_at)" } }');
    const figures: Figures = { a: ['1', '2', '0'], b: ['0.9', '1', '0'], c: ['0.8', '0', '1'], d: ['0.7', '0', '0'] };
    expect(ranks(ranked(figures, measures))).toEqual({ b: '1', d: '2' });
  });

  it('is of each group on its own', () => {
    const measures = tiny('ranking: { completion: { among: vetoes == 0, by_group: true } }');
    const figures: Figures = { a: ['1', '0', '1'], b: ['0.9', '0', '0'], c: ['0.8', '0', '0'] };
    const standings = rankSubjects(
      [member('a', 'one'), member('b', 'one'), member('c', 'two')],
      factsOf(figures),
      measures,
      'quarter',
    );
    expect(standings.map(({ group, subject: id, rank }) => [group, id, rank])).toEqual([
      ['one', 'unit:b', 1],
      ['two', 'unit:c', 1],
    ]);
  });

  it('gives no rank to who has no such fact at all', () => {
    expect(ranks(ranked({ a: ['1', '0'], b: ['0.5', '0', '0'] }, unvetoed))).toEqual({ b: '1', a: '—' });
  });

  it('names what is owed once, though both the condition and the order ask for it', () => {
    const measures = tiny('ranking: { completion: { among: completion >= 0.5 } }');
    const [open] = ranked({ a: [undefined, '0'] }, measures);
    expect(open?.owed).toEqual([{ kind: 'register', form: 'a completion' }]);
  });
});

describe('whatever comes first', () => {
  const share = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .map(([part, whole]) => canonical(new Decimal(part).div(whole)));
  const figures = fc
    .array(fc.tuple(fc.option(share, { nil: undefined, freq: 6 }), fc.nat({ max: 2 }).map(String)), { maxLength: 12 })
    .map((rows): Figures => Object.fromEntries(rows.map((row, index) => [`u${index}`, row])));

  it('everyone has the same rank', () => {
    fc.assert(
      fc.property(
        figures.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(Object.entries(all), { minLength: Object.keys(all).length })),
        ),
        ([all, shuffled]) => {
          expect(ranks(ranked(Object.fromEntries(shuffled)))).toEqual(ranks(ranked(all)));
        },
      ),
    );
  });

  it('a rank is one more than how many are better', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const better = ([a = '', b = '']: Figures[string], [c = '', d = '']: Figures[string]): boolean =>
          new Decimal(a).gt(c) || (new Decimal(a).eq(c) && new Decimal(b).lt(d));
        const known = Object.values(all).filter(([completion]) => completion !== undefined);
        for (const { subject: id, rank, tied } of ranked(all)) {
          const own = all[id.slice(5)] ?? [undefined, undefined];
          if (own[0] === undefined) expect(rank).toBeUndefined();
          else {
            expect(rank).toBe(known.filter((other) => better(other, own)).length + 1);
            expect(tied).toBe(known.filter((other) => !better(other, own) && !better(own, other)).length > 1);
          }
        }
      }),
    );
  });

  it('everybody stands once', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const ids = ranked(all).map(({ subject: id }) => id.slice(5));
        expect(ids.toSorted()).toEqual(Object.keys(all).toSorted());
      }),
    );
  });
});
