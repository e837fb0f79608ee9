/** A place is told where it is certain; a tie, or somebody whose place is open, leaves bounds and says who it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeriodKind } from '../../src/base/period.js';
import type { Fact } from '../../src/model/grading.js';
import type { Measures } from '../../src/model/measures.js';
import type { Subject } from '../../src/model/submission.js';
import { withPlaces } from '../../src/rank/places.js';
import { rankSubjects } from '../../src/rank/rank.js';
import { weighRule } from '../../src/rows/weigh.js';
import { tiny } from '../measures/packs.js';
import { type Figures, fact, factsOf, member, subject } from './figures.js';

/** The tiny pack with the place in its order as a fact, and a consequence that asks for it. */
function placing(ranking: string, when = 'place <= 2'): Measures {
  return tiny(`
facts: { place: { zh: 名次, en: Place, clause: "1", subject: unit, place: { ranking: completion } } }
ranking: { completion: { ${ranking} } }
consequences: { late: { when: "${when}" } }`);
}
const PLAIN = placing('periods: []');
const UNVETOED = placing('among: vetoes == 0');
const GROUPED = placing('by_group: true');

/** Every fact, with the places. */
function placed(subjects: readonly Subject[], facts: readonly Fact[], measures: Measures, kind: PeriodKind): Fact[] {
  return withPlaces(subjects, facts, rankSubjects(subjects, facts, measures, kind), measures);
}

function facts(
  figures: Figures,
  measures = PLAIN,
  subjects = Object.keys(figures).map((name) => subject(name)),
): Fact[] {
  return placed(subjects, factsOf(figures), measures, 'quarter');
}

/** 2, or 1..3 with whoever is tied or unplaced: = b, ? c. */
function places(all: readonly Fact[]): Record<string, string> {
  const own = all.filter(({ id }) => id === 'place');
  return Object.fromEntries(own.map((each) => [each.subject.slice(5), placeText(each)]));
}

function placeText({ value, atLeast, atMost, owed }: Fact): string {
  if (value) return String(value.value);
  const said = owed.map((each) => {
    if (each.kind !== 'tie' && each.kind !== 'unplaced') return each.kind;
    return `${each.kind === 'tie' ? '=' : '?'} ${each.subjects.map((id) => id.slice(5)).join(' ')}`;
  });
  return [`${atLeast?.value ?? ''}..${atMost?.value ?? ''}`, ...said].join(' ');
}

describe('a place', () => {
  it.each<[string, Figures, Record<string, string>]>([
    ['of one alone is the first', { a: ['0', '9'] }, { a: '1' }],
    ['is that in the order', { a: ['0.5', '0'], b: ['0.9', '0'], c: ['0.7', '0'] }, { a: '3', b: '1', c: '2' }],
    ['is told by the second fact', { a: ['1', '2'], b: ['1', '0'] }, { a: '2', b: '1' }],
    [
      'that is shared is open among those who share it',
      { a: ['1', '0'], b: ['1', '0'], c: ['0.5', '0'] },
      { a: '1..2 = b', b: '1..2 = a', c: '3' },
    ],
    [
      'shared by three is open among three',
      { a: ['1', '0'], b: ['0.5', '0'], c: ['0.5', '0'], d: ['0.5', '0'] },
      { a: '1', b: '2..4 = c d', c: '2..4 = b d', d: '2..4 = b c' },
    ],
    [
      'beside one whose place is open may be one further down',
      { a: ['1', '0'], b: ['0.5', '0'], c: [undefined, '0'] },
      { a: '1..2 ? c', b: '2..3 ? c', c: '1..3 register' },
    ],
    [
      'is open by each who is open',
      { a: ['1', '0'], b: [undefined, '0'], c: ['1', undefined] },
      { a: '1..3 ? b c', b: '1..3 register', c: '1..3 register' },
    ],
    [
      'is open by a tie and by who is open',
      { a: ['1', '0'], b: ['1', '0'], c: [undefined, '0'] },
      { a: '1..3 = b ? c', b: '1..3 = a ? c', c: '1..3 register' },
    ],
  ])('%s', (_, figures, expected) => {
    expect(places(facts(figures))).toEqual(expected);
  });

  it('is a fact over the days of what the order asks for first, made of what it asks for', () => {
    const place = facts({ a: ['1', '0'] }).find(({ id }) => id === 'place');
    expect(place).toEqual({
      id: 'place',
      subject: 'unit:a',
      from: '2026-01-01',
      to: '2026-03-31',
      value: { type: 'number', value: '1' },
      owed: [],
      cells: [],
      parts: ['completion', 'late_reports'],
    });
  });

  it('names the order in what is owed', () => {
    const [place] = facts({ a: ['1', '0'], b: ['1', '0'] }).filter(({ id }) => id === 'place');
    expect(place?.owed).toEqual([{ kind: 'tie', ranking: 'completion', subjects: ['unit:b'] }]);
  });

  it('stands among the other facts of its subject, in the order of the pack', () => {
    const ids = facts({ a: ['1', '0'], b: ['0', '0'] }).map(({ id, subject: about }) => `${about.slice(5)} ${id}`);
    expect(ids).toEqual(['a completion', 'a late_reports', 'a place', 'b completion', 'b late_reports', 'b place']);
  });

  it('is none in a pack that asks for none', () => {
    const given = factsOf({ a: ['1', '0'] });
    expect(placed([subject('a')], given, tiny(), 'quarter')).toEqual(given);
  });

  it('is none where no such order is made in the period', () => {
    const yearly = placing('periods: [year]');
    const given = factsOf({ a: ['1', '0'] });
    expect(places(placed([subject('a')], given, yearly, 'quarter'))).toEqual({});
    expect(places(placed([subject('a')], given, yearly, 'year'))).toEqual({ a: '1' });
  });

  it('is none for another kind of subject', () => {
    const given = factsOf({ a: ['1', '0'] });
    expect(places(placed([subject('a'), subject('x', 'staff')], given, PLAIN, 'quarter'))).toEqual({ a: '1' });
  });
});

describe('a place among some', () => {
  it.each<[string, Figures, Record<string, string>]>([
    ['is none for the others', { a: ['1', '0', '1'], b: ['0.5', '0', '0'] }, { b: '1' }],
    ['is tied with none of the others', { a: ['1', '0', '0'], b: ['1', '0', '1'] }, { a: '1' }],
    ['is not kept open by them', { a: ['1', '0', '0'], b: [undefined, '0', '1'] }, { a: '1' }],
    ['is kept open by who may be one of them', { a: ['1', '0', '0'], b: ['0', '0', undefined] }, { a: '1..2 ? b' }],
  ])('%s', (_, figures, expected) => {
    expect(places(facts(figures, UNVETOED))).toMatchObject(expected);
    expect(Object.keys(places(facts(figures, UNVETOED)))).toEqual(expect.arrayContaining(Object.keys(expected)));
  });

  it('has no fact about whom the order is not about', () => {
    expect(places(facts({ a: ['1', '0', '1'] }, UNVETOED))).toEqual({});
  });
});

describe('a place within a group', () => {
  const figures: Figures = { a: ['0.5', '0'], b: ['0.9', '0'], c: ['0.9', '0'], d: [undefined, '0'] };

  it('is that of its own group', () => {
    const subjects = [member('a', 'one'), member('b', 'two')];
    expect(places(facts({ a: ['0.5', '0'], b: ['0.9', '0'] }, GROUPED, subjects))).toEqual({ a: '1', b: '1' });
  });

  it('is tied with nobody and kept open by nobody of another', () => {
    const subjects = [member('a', 'one'), member('b', 'one'), member('c', 'two'), member('d', 'three')];
    expect(places(facts(figures, GROUPED, subjects))).toEqual({ a: '2', b: '1', c: '1', d: '1..1 register' });
  });

  it('is tied and kept open within it', () => {
    const subjects = ['a', 'b', 'c', 'd'].map((name) => member(name, 'one'));
    expect(places(facts(figures, GROUPED, subjects))).toEqual({
      a: '3..4 ? d',
      b: '1..3 = c ? d',
      c: '1..3 = b ? d',
      d: '1..4 register',
    });
  });
});

describe('a condition on a place', () => {
  /** What it comes to for each unit. */
  function weighed(figures: Figures, when: string, ranking = 'periods: []'): Record<string, string> {
    const measures = placing(ranking, when);
    const all = facts(figures, measures);
    const condition = measures.consequences.find(({ id }) => id === 'late')?.when;
    return Object.fromEntries(
      Object.keys(figures).map((name) => {
        const own = new Map(all.filter((each) => each.subject === `unit:${name}`).map((each) => [each.id, each]));
        return [name, condition ? weighRule(condition, own, measures).outcome : ''];
      }),
    );
  }
  // a is first; b and c share the second place; d is fourth.
  const figures: Figures = { a: ['1', '0', '0'], b: ['0.9', '0', '0'], c: ['0.9', '0', '0'], d: ['0.5', '0', '0'] };

  it.each([
    ['place <= 1', { a: 'true', b: 'false', c: 'false', d: 'false' }],
    ['place <= 2', { a: 'true', b: 'unknown', c: 'unknown', d: 'false' }],
    ['place <= 3', { a: 'true', b: 'true', c: 'true', d: 'false' }],
    ['place < 3', { a: 'true', b: 'unknown', c: 'unknown', d: 'false' }],
    ['place == 1', { a: 'true', b: 'false', c: 'false', d: 'false' }],
    ['place == 3', { a: 'false', b: 'unknown', c: 'unknown', d: 'false' }],
    ['place != 4', { a: 'true', b: 'true', c: 'true', d: 'false' }],
    ['place >= 2 && place <= 3', { a: 'false', b: 'true', c: 'true', d: 'false' }],
    ['place > 2', { a: 'false', b: 'unknown', c: 'unknown', d: 'true' }],
    ['place > 1', { a: 'false', b: 'true', c: 'true', d: 'true' }],
  ])('%s', (when, expected) => {
    expect(weighed(figures, when)).toEqual(expected);
  });

  it.each(['place <= 9', 'place >= 1', 'place != 1'])(
    'does not hold for who stands in no order, and waits for nothing: %s',
    (when) => {
      expect(weighed({ a: ['1', '0', '1'], b: ['1', '0', '0'] }, when, 'among: vetoes == 0').a).toBe('false');
    },
  );

  it('is open for who may stand in no order, however many there are', () => {
    const open = weighed({ a: ['1', '0', undefined], b: ['0.5', '0', '0'] }, 'place <= 2', 'among: vetoes == 0');
    expect(open).toEqual({ a: 'unknown', b: 'true' });
  });
});

describe('a place that is open', () => {
  it('is not kept so by who has no such fact and is not waiting for one', () => {
    const measures = tiny(`
facts:
  place: { zh: 名次, en: Place, clause: "1", subject: unit, place: { ranking: completion } }
  own: { zh: 个性得分, en: Own points, clause: "1", subject: unit, points: { score: points, of: order } }
forms:
  units: { columns: { series: { zh: 组, en: Group, type: choice, choices: { x: { zh: 甲, en: x }, y: { zh: 乙, en: y } } } } }
subjects: { unit: { group: series } }
ranking: { completion: { by: [own] } }
score:
  points:
    zh: 计分
    en: Points
    clause: "1"
    subject: unit
    full: 10
    items:
      order: { zh: 甲, en: x, clause: "1", full: 10, for: [x] }
      other: { zh: 乙, en: y, clause: "1", full: 10, for: [y] }`);
    const given = [fact('a', 'own', '9'), fact('b', 'own', '8')];
    const subjects = [member('a', 'x'), member('b', 'x'), member('c', 'y')];
    expect(places(placed(subjects, given, measures, 'quarter'))).toEqual({ a: '1', b: '2' });
  });

  it('is open by who may be of the group: one whose group cannot be read', () => {
    const adrift: Subject = { ...subject('b'), ungrouped: { file: '名册', cell: 'C6' } };
    const figures: Figures = { a: ['0.5', '0'], b: ['0.9', '0'] };
    expect(places(facts(figures, GROUPED, [member('a', 'one'), adrift]))).toMatchObject({ a: '1..2 ? b' });
  });
});

describe('whatever is still open', () => {
  const number = fc.integer({ min: 0, max: 3 }).map(String);

  it('everyone ends up within the bounds, once it is known and ties are broken', () => {
    const units = fc.array(fc.tuple(number, fc.boolean(), fc.nat()), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(units, (rows) => {
        const named = rows.map(([completion, isOpen, lot], index) => ({ name: `u${index}`, completion, isOpen, lot }));
        const open = named.map(({ name, completion, isOpen }) => [name, [isOpen ? undefined : completion, '0']]);
        const told = facts(Object.fromEntries(open) as Figures).filter(({ id }) => id === 'place');
        const order = named.toSorted((a, b) => Number(b.completion) - Number(a.completion) || a.lot - b.lot);
        for (const { subject: about, value, atLeast = value, atMost = value } of told) {
          const place = order.findIndex(({ name }) => `unit:${name}` === about) + 1;
          expect(Number(atLeast?.value)).toBeLessThanOrEqual(place);
          expect(Number(atMost?.value)).toBeGreaterThanOrEqual(place);
        }
      }),
    );
  });
});
