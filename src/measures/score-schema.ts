/**
 * The language of points as a pack writes it: items, rules, amounts and what bounds them. One word a mechanism; each
 * is told with an example in docs/points.md and has a case of its own.
 */
import { z } from 'zod';
import { clause, condition, identifier, number, slug, titled } from './words-schema.js';

/** A number of points, or the parameter that gives it. */
const points = z.union([number, identifier]).describe('A number or the parameter that gives it');

const amount = z.union([
  points,
  z.literal('all').describe('Whatever the item holds: it comes to nothing'),
  z
    .strictObject({ by: identifier.describe('A choice column of the log'), points: z.record(z.string(), points) })
    .describe('Tiers: so many points for each choice'),
  z.strictObject({ least: points, most: points }).describe("An assessor's points, within these bounds"),
]);

const step = z
  .strictObject({
    size: points,
    above: points.optional().describe('Steps are counted from here upwards'),
    below: points.optional().describe('Steps are counted from here downwards: a shortfall'),
    rounding: z.enum(['down', 'up', 'exact']).describe('Whether a step begun counts not at all, whole, or in part'),
  })
  .refine(({ above, below }) => above === undefined || below === undefined, { message: 'give above or below' });

const BASES = ['fact', 'when', 'pro_rata'] as const;
const IN_LOG = ['times', 'where', 'exempt', 'evidence', 'share'] as const;

const rule = z
  .strictObject({
    ...titled,
    clause,
    code: z.string().min(1).optional().describe('What a clerk types in the log; the heading of its clause when absent'),
    deduct: amount.optional(),
    add: amount.optional(),
    per: z.enum(['occurrence', 'once']).optional().describe('every time when absent'),
    reaching: identifier.optional().describe('A threshold parameter: counts once, as soon as that many are reached'),
    cap: points.optional().describe('The most that the rule comes to'),
    applies: condition.optional().describe('Over facts: the subjects for whom it holds'),
    fact: identifier.optional().describe('Counts as often as this fact says, instead of rows of the log'),
    step: step.optional().describe('Counts the steps of the fact, or of the number of a row, not the number itself'),
    when: condition.optional().describe('Over facts: counts once when it holds, instead of rows of the log'),
    pro_rata: z
      .strictObject({ fact: identifier, of: points })
      .optional()
      .describe('In proportion: the fact divided by this quota, no more than in full'),
    times: identifier.optional().describe('Column of the log that counts here, e.g. persons'),
    where: condition.optional().describe('Over the row: only what it holds for counts'),
    exempt: condition.optional().describe('Over the row: what is exempt counts for nothing'),
    evidence: z.array(z.string()).min(1).optional().describe('The only sources that are evidence for it'),
    share: z
      .strictObject({ by: identifier, of: z.record(z.string(), points) })
      .optional()
      .describe('Of joint work each takes a share, by a choice column of the log'),
  })
  .refine((entry) => (entry.deduct === undefined) !== (entry.add === undefined), { message: 'give deduct or add' })
  .refine((entry) => BASES.filter((key) => entry[key] !== undefined).length <= 1, {
    message: `give at most one of ${BASES.join(', ')}; none of them means the log`,
  })
  .refine((entry) => entry.step === undefined || (entry.when === undefined && entry.pro_rata === undefined), {
    message: 'step goes with fact or with the numbers of the log',
  })
  .refine((entry) => entry.per === undefined || entry.reaching === undefined, { message: 'give per or reaching' })
  .refine(
    (entry) => !BASES.some((key) => entry[key] !== undefined) || !IN_LOG.some((key) => entry[key] !== undefined),
    { message: `${IN_LOG.join(', ')} are for rules that rest on the log` },
  )
  .refine(
    (entry) =>
      (entry.when === undefined && entry.pro_rata === undefined) ||
      (entry.per === undefined && entry.reaching === undefined),
    { message: 'what rests on when or pro_rata counts once in any case' },
  );

/** An item as written, with its parts as deep as the measures go. */
export interface ItemEntry extends z.infer<typeof itemAlone> {
  items?: Record<string, ItemEntry> | undefined;
}

const itemAlone = z.strictObject({
  ...titled,
  clause,
  full: number.optional().describe('Its full points; a group within an item has none'),
  outside: z.boolean().optional().describe('Bonus and penalty outside the full points of the score'),
  begins: z.enum(['full', 'zero']).optional().describe('Points are taken from the full, or gathered from zero'),
  below: z.enum(['ends', 'total']).optional().describe('What goes below zero ends there, or comes off the total'),
  above: z.enum(['ends', 'total']).optional().describe('What goes above the full ends there, or counts to the total'),
  cap: points.optional().describe('The most that a group, or what stands outside, comes to'),
  counts: z
    .enum(['all', 'highest', 'highest-per-matter'])
    .optional()
    .describe('Of its parts all, the one that weighs most, or for each matter the one that weighs most'),
  for: z.array(z.string()).min(1).optional().describe('Groups of subjects that it is for'),
  rules: z.record(slug, rule).optional(),
});

const item: z.ZodType<ItemEntry> = itemAlone.extend({
  get items() {
    return z.record(slug, item).optional().describe('Its parts');
  },
});

export type RuleEntry = z.infer<typeof rule>;

export const score = z.strictObject({
  ...titled,
  clause,
  subject: slug,
  over: z.enum(['period', 'year']).optional(),
  full: number.describe('What the items come to together, for every group of subjects'),
  log: z
    .strictObject({
      form: slug,
      rule: identifier.describe('Column with the rule; a choice column with choices_from'),
      times: identifier.optional(),
      matter: identifier.optional(),
      points: identifier.optional().describe('Column with points typed by hand'),
      assessor: identifier.optional().describe('Column with who set points that a rule leaves open'),
      source: identifier.optional().describe('Choice column: where it is known from'),
      shown: z.array(identifier).optional().describe('Columns carried into every report'),
    })
    .optional(),
  self: z
    .strictObject({ form: slug, item: identifier, points: identifier })
    .optional()
    .describe('The form in which subjects score themselves'),
  items: z.record(slug, item),
});
