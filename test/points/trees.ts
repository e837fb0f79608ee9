/**
 * Random trees of points for properties: items, groups and what stands outside, with rules of every amount that rest on
 * a log. Plain data, with no pack, form or workbook.
 */
import fc from 'fast-check';
import { type Amount, itemsOf, type Score, type ScoreItem, type ScoreRule, type Step } from '../../src/model/score.js';

const text = { zh: '项', en: 'item' };

/** Hundredths, so that sums have ends. */
const points = fc.integer({ min: 0, max: 500 }).map((cents) => ({ number: String(cents / 100) }));
const cap = fc.option(points, { nil: undefined });

const amount: fc.Arbitrary<Amount> = fc.oneof(
  { weight: 4, arbitrary: points.map((each): Amount => ({ kind: 'fixed', points: each })) },
  {
    weight: 2,
    arbitrary: fc.tuple(points, points).map(
      ([a, b]): Amount => ({
        kind: 'tiers',
        by: 'level',
        points: [
          ['low', a],
          ['high', b],
        ],
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(points, points).map(([a, b]): Amount => {
      const [least, most] = Number(a.number) <= Number(b.number) ? [a, b] : [b, a];
      return { kind: 'discretion', least, most };
    }),
  },
  { weight: 1, arbitrary: fc.constant<Amount>({ kind: 'all' }) },
);

const SHARE = {
  by: 'role',
  of: [
    ['host', { number: '0.8' }],
    ['co_host', { number: '0.2' }],
  ],
} as const;

/** The number of a row counts in steps, where it counts each time. */
const step: fc.Arbitrary<Step | undefined> = fc.option(
  fc
    .record({
      size: fc.integer({ min: 1, max: 2 }).map((each) => ({ number: String(each) })),
      bound: fc.nat(4).map((each) => ({ number: String(each) })),
      way: fc.constantFrom('above' as const, 'below' as const),
      rounding: fc.constantFrom('down' as const, 'up' as const, 'exact' as const),
    })
    .map(({ size, bound, way, rounding }): Step => ({ size, [way]: bound, rounding })),
  { nil: undefined, freq: 2 },
);

const rule = fc
  .record({
    effect: fc.constantFrom('deduct' as const, 'add' as const),
    amount,
    per: fc.constantFrom(
      { kind: 'each' } as const,
      { kind: 'once' } as const,
      { kind: 'reaching', parameter: 'enough' } as const,
    ),
    share: fc.boolean(),
    step,
    cap,
  })
  .map(({ effect, amount: given, per, share, step: steps, cap: most }): ScoreRule => {
    const joint = share && given.kind !== 'all' ? { share: SHARE } : {};
    const stepped = steps && per.kind === 'each' && given.kind !== 'all' ? { step: steps } : {};
    const log = { kind: 'log', per, evidence: [], ...joint, ...stepped } as const;
    const base = { id: '', clause: '1', title: text, code: '', basis: log, amount: given };
    // What takes all the item holds has no cap and is not shared.
    if (given.kind === 'all') return { ...base, effect: 'deduct' };
    return { ...base, effect, ...(most ? { cap: most } : {}) };
  });

const counts = fc.constantFrom('all' as const, 'highest' as const, 'highest-per-matter' as const);
const plain = { id: '', clause: '1', title: text, outside: false, begins: 'full', for: [], items: [] } as const;

const group = fc
  .record({ counts, cap, rules: fc.array(rule, { minLength: 1, maxLength: 3 }) })
  .map(({ cap: most, ...rest }): ScoreItem => {
    const bounded = most && !rest.rules.some(takesAll) ? { cap: most } : {};
    return { ...plain, below: 'ends', above: 'ends', ...rest, ...bounded };
  });

const item = fc
  .record({
    full: fc.integer({ min: 1, max: 20 }).map(String),
    begins: fc.constantFrom('full' as const, 'zero' as const),
    below: fc.constantFrom('ends' as const, 'total' as const),
    above: fc.constantFrom('ends' as const, 'total' as const),
    counts,
    rules: fc.array(rule, { maxLength: 3 }),
    items: fc.array(group, { maxLength: 2 }),
  })
  .map((rest): ScoreItem => {
    // An item cannot both come to nothing and go on below it.
    const all = itemsOf({ items: [{ ...plain, ...rest }] }).some(({ rules }) => rules.some(takesAll));
    return { ...plain, ...rest, ...(all ? { below: 'ends' } : {}) };
  });

/** Outside the full points there is nothing that all could be. */
const outside = group.map((each): ScoreItem => {
  return { ...each, outside: true, rules: each.rules.filter((own) => !takesAll(own)) };
});

function takesAll({ amount: { kind } }: ScoreRule): boolean {
  return kind === 'all';
}

/** Items with points of their own, one of them perhaps of parts, and what stands outside. */
export const score: fc.Arbitrary<Score> = fc
  .record({
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    parts: fc.array(item, { maxLength: 2 }),
    outside: fc.array(outside, { maxLength: 1 }),
  })
  .map(({ items, parts, outside: others }) => {
    const whole: ScoreItem[] =
      parts.length > 0
        ? [{ ...plain, full: sum(parts), below: 'ends', above: 'ends', counts: 'all', rules: [], items: parts }]
        : [];
    const all = named([...items, ...whole, ...others].map((each) => oneWay(plainly(each))));
    const base = { id: 'score', subject: 'unit', clause: '1', title: text, over: 'period' } as const;
    return { ...base, full: sum([...items, ...whole]), log: { form: 'log', rule: 'rule', shown: [] }, items: all };
  });

function sum(items: readonly ScoreItem[]): string {
  return String(items.reduce((total, { full }) => total + Number(full ?? 0), 0));
}

/**
 * Below a choice among the rows of a matter every row counts for itself: what a cap, a single counting or another
 * choice would leave of a rule cannot be known when its rows are weighed against others.
 */
function plainly(each: ScoreItem, chosen = each.counts === 'highest-per-matter'): ScoreItem {
  const items = each.items.map((part) => plainly(part, chosen || part.counts === 'highest-per-matter'));
  if (!chosen) return { ...each, items };
  const bare = items.map(({ cap: _, ...part }): ScoreItem => ({ ...part, counts: 'all' }));
  const rules = each.rules.map(({ cap: _, ...own }): ScoreRule => {
    return own.basis.kind === 'log' ? { ...own, basis: { ...own.basis, per: { kind: 'each' } } } : own;
  });
  return { ...each, rules, items: bare };
}

/** What is chosen among weighs in one direction: that of all an item holds, or of the first rule. */
function oneWay(each: ScoreItem): ScoreItem {
  const items = each.items.map(oneWay);
  const within = itemsOf({ items: [{ ...each, items }] }).flatMap(({ rules }) => rules);
  if (each.counts === 'all' || within.length === 0) return { ...each, items };
  return turned({ ...each, items }, within.some(takesAll) ? 'deduct' : (within[0]?.effect ?? 'deduct'));
}

function turned(each: ScoreItem, effect: ScoreRule['effect']): ScoreItem {
  const rules = each.rules.map((own) => ({ ...own, effect }));
  return { ...each, rules, items: each.items.map((part) => turned(part, effect)) };
}

/** Every item and rule by a name of its own, in order. */
function named(items: readonly ScoreItem[], prefix = 'i'): ScoreItem[] {
  return items.map((each, index) => {
    const id = `${prefix}${index}`;
    const rules = each.rules.map((own, at) => ({ ...own, id: `${id}r${at}`, code: `${id}r${at}` }));
    return { ...each, id, rules, items: named(each.items, id) };
  });
}
