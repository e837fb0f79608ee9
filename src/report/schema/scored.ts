/** The schema of points: the tree of a score for one subject, down to the rows that it rests on. */
import type { Cut, Reckoned, Scored, ScoredItem, ScoredRule, SetAside } from '../../model/scored.js';
import { list, named, object, oneOf, optional, type Schema, text, variants, within } from './exact.js';
import { day, decimal, owed, place, value, words } from './values.js';

const bounded = { points: optional(decimal), least: optional(decimal), most: optional(decimal) };

const cut = named(
  'cut',
  'A part cut off, by a bound',
  object<Cut>({
    by: oneOf<Cut['by']>({ cap: true, zero: true, full: true, nothing: true }),
    points: decimal,
    at: decimal,
  }),
);

const aside = named(
  'aside',
  'Why something that was found does not count',
  variants<SetAside, 'kind'>('kind', {
    alternative: { of: text },
    matter: { of: text, place },
    once: { place },
    exempt: {},
    unmet: {},
    evidence: {},
    'not-applicable': {},
    'not-reached': { parameter: text },
    unset: { parameter: text },
    open: {},
  }),
);

const reckoned = named(
  'reckoned',
  'One product of the arithmetic, with its cells',
  object<Reckoned>({
    cells: list(place),
    times: optional(decimal),
    number: optional(decimal),
    each: decimal,
    share: optional(decimal),
    ratio: optional(object<NonNullable<Reckoned['ratio']>>({ part: decimal, of: decimal })),
    fact: optional(object<NonNullable<Reckoned['fact']>>({ fact: text, value: optional(value) })),
    points: decimal,
    aside: optional(aside),
    matter: optional(text),
    shown: list(object<Reckoned['shown'][number]>({ column: text, text: words })),
    owed: list(owed),
  }),
);

const rule = object<ScoredRule>({
  ...bounded,
  rule: text,
  sure: decimal,
  aside: optional(aside),
  cut: optional(cut),
  reckoned: list(reckoned),
});

const item: Schema<ScoredItem> = named(
  'item',
  'An item of a score with its rules and parts',
  object<ScoredItem>({
    ...bounded,
    item: text,
    full: optional(decimal),
    sure: decimal,
    cut: optional(cut),
    aside: optional(aside),
    rules: list(rule),
    items: list(within(() => item)),
    self: optional(object<NonNullable<ScoredItem['self']>>({ points: decimal, place })),
  }),
);

export const scored = object<Scored>({
  ...bounded,
  score: text,
  subject: text,
  from: day,
  to: day,
  sure: decimal,
  full: decimal,
  items: list(item),
  owed: list(owed),
});
