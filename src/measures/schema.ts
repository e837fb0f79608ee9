/**
 * The one schema of a pack as it is written. The JSON Schema for editors is exported from it, and the loader checks
 * nothing about shape that does not stand here. Unknown keys are refused: a misspelt key is never ignored.
 */
import { z } from 'zod';
import { DERIVATIONS } from './derivations.js';
import { score } from './score-schema.js';
import { clause, condition, identifier, number, slug, titled } from './words-schema.js';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).describe('A wording in both languages');
const severity = z.enum(['error', 'warning', 'note']);
const periodKind = z.enum(['month', 'quarter', 'half', 'year']);
const quantity = z.union([z.number().int(), identifier]).describe('A whole number or the parameter that gives it');

const named = z.strictObject({ ...titled, aliases: z.array(z.string()).optional() });

const parameter = z.strictObject({
  ...titled,
  clause,
  origin: z.enum(['source', 'assumed', 'required']),
  value: z.union([number, z.boolean(), z.string(), z.array(z.string())]).optional(),
  type: z.enum(['integer', 'decimal', 'text', 'yesno', 'list', 'step']).optional().describe('By its value when absent'),
  inclusive: z
    .boolean()
    .optional()
    .describe('Makes it a threshold: true when the number itself counts (以上), false when not (超过)'),
  scale: identifier.optional().describe('For a threshold on a scale: the scale its value is a step of'),
  min: number.optional().describe('The least an office may set'),
  max: number.optional().describe('The most an office may set'),
  unit: text.optional(),
  show: z.enum(['number', 'share']).optional().describe('A share is written as a percentage'),
});

const clauseEntry = z.strictObject({
  at: z.string().min(1).describe('Its heading in the source'),
  ...titled,
  asks: z
    .enum(['software', 'people', 'later'])
    .optional()
    .describe('software when absent: something here must cite it'),
  why: text.optional().describe('Why nothing is computed, or what is left for later'),
});

const column = z.strictObject({
  ...titled,
  type: z.enum(['text', 'integer', 'decimal', 'date', 'yesno', 'choice', 'step', 'subject', 'period', 'form']),
  required: z.boolean().optional(),
  key: z.boolean().optional().describe('Together with the other key columns it tells rows apart'),
  aliases: z.array(z.string()).optional(),
  choices: z.record(z.string(), named).optional(),
  choices_from: z
    .strictObject({ score: slug, of: z.enum(['rules', 'items']) })
    .optional()
    .describe('The rules of a score that rest on its log, or its items'),
  scale: identifier.optional(),
  subject: slug.optional(),
  period: periodKind.or(z.literal('any')).optional(),
  min: number.optional(),
  max: number.optional(),
  blank: z.union([number, z.boolean(), z.string()]).optional().describe('What an empty cell stands for'),
  hint: text.optional(),
  width: z.number().positive().optional(),
});

const rowRule = z.strictObject({
  ...titled,
  clause,
  when: condition.optional(),
  needs: z.array(identifier).optional(),
  must: condition
    .optional()
    .describe(
      'May name columns and fields, parameters, as_of, and where the form is for a period, period_start and period_end',
    ),
  at: identifier.optional(),
  severity: severity.optional(),
  remedy: text.optional(),
});

const pairs = z.record(identifier, identifier);
const rowSource = z.strictObject({
  form: slug,
  where: condition.optional(),
  also_in: z
    .strictObject({ form: slug, on: pairs })
    .optional()
    .describe('Only rows that have a counterpart in this form of the same submitter and period'),
});

const due = z.union([
  z.strictObject({ anchor: z.enum(['start', 'end']), months: z.number().int(), day: quantity }),
  z.strictObject({ workdays_after_end: quantity }),
]);

const form = z.strictObject({
  ...titled,
  clause,
  from: slug.describe('A kind of subject, or office'),
  every: z.union([periodKind, z.literal('standing')]),
  due: due.optional(),
  required: z.boolean().optional(),
  min_rows: z.number().int().nonnegative().optional(),
  open_rows: z.number().int().positive().optional(),
  covers: identifier.optional(),
  dated: identifier.optional(),
  done: z
    .array(identifier)
    .min(1)
    .optional()
    .describe('Date fields: the last of these days, not the day of receipt, is held against the due day'),
  stretches: z
    .strictObject({ from: identifier, to: identifier, per: z.array(identifier).min(1) })
    .optional()
    .describe('Columns with the first and last day of a stretch; those of the same subject and kind may not overlap'),
  kept_by: text.optional().describe('Who fills in a form of the office, e.g. the leading group'),
  fields: z.record(identifier, column).optional(),
  columns: z.record(identifier, column),
  rules: z.record(slug, rowRule).optional(),
  note: text.optional(),
});

const crossCheck = z.strictObject({
  ...titled,
  clause,
  each: rowSource,
  in: rowSource,
  on: pairs,
  missing: z.boolean().optional(),
  agree: pairs.optional(),
  totals: pairs.optional(),
  severity: severity.optional(),
});

const derivation = {
  count: rowSource.optional(),
  sum: rowSource.extend({ column: identifier }).optional(),
  most: rowSource.extend({ column: identifier }).optional(),
  highest: rowSource.extend({ column: identifier }).optional(),
  longest: rowSource
    .extend({
      from: identifier,
      to: identifier,
      amount: identifier.describe('Column with the length of one stretch'),
      gap: z.enum(['workdays', 'days']).describe('Stretches are one when no such day lies between them'),
      accounts_for: identifier.optional().describe('A fact that the amounts must add up to, else they are incomplete'),
    })
    .optional(),
  find: rowSource.extend({ column: identifier }).optional(),
  share: z.strictObject({ of: identifier, in: identifier }).optional(),
  total: z.array(identifier).min(1).optional(),
  points: z
    .strictObject({ score: slug, of: slug.optional() })
    .optional()
    .describe('What a score, or one of its items, comes to'),
  converted: z
    .strictObject({ fact: identifier, from: number, into: identifier, places: z.number().int().min(0).max(10) })
    .optional()
    .describe('Points out of one full number, in proportion as points out of another; rounded half up'),
  place: z.strictObject({ ranking: slug }).optional().describe('The place in an order: 1 is first'),
} satisfies Record<(typeof DERIVATIONS)[number], z.ZodType>;

const fact = z
  .strictObject({
    ...titled,
    clause,
    subject: slug,
    over: z.enum(['period', 'year']).optional(),
    ...derivation,
    owed_by: text.optional(),
    unit: text.optional(),
    show: z.enum(['number', 'share', 'text']).optional(),
  })
  .refine((entry) => DERIVATIONS.filter((key) => entry[key] !== undefined).length === 1, {
    message: `give exactly one of ${DERIVATIONS.join(', ')}`,
  });

const rule = { ...titled, clause, when: condition, periods: z.array(periodKind).optional() };

const ladder = z.strictObject({
  ...titled,
  clause,
  subject: slug,
  grades: z.record(identifier, z.strictObject(titled)).describe('Best first'),
  rules: z
    .record(
      slug,
      z.strictObject({
        ...rule,
        grade: identifier,
        effect: z.enum(['decides', 'veto', 'proposes', 'caps']).optional(),
      }),
    )
    .describe('In order: the first that holds decides'),
});

const ranking = z.strictObject({
  ...titled,
  clause,
  subject: slug,
  by: z.array(z.union([identifier, z.strictObject({ fact: identifier, ascending: z.boolean() })])).min(1),
  periods: z.array(periodKind).optional(),
  among: condition.optional().describe('Over facts: those who are ranked; everyone when absent'),
  by_group: z.boolean().optional().describe('Each group of subjects is ranked on its own'),
});

const limit = z.strictObject({
  ...titled,
  clause,
  ladder: slug,
  grade: identifier,
  share: z
    .union([identifier, z.strictObject({ by: slug, of: z.record(identifier, identifier) })])
    .describe(
      'The parameter that gives the share; or one for each grade, by this ladder, of what the subjects belong to',
    ),
  rounding: z.enum(['down', 'up', 'half-up']),
});

const tone = z.enum(['commend', 'criticise', 'notice']);
const consequence = z.strictObject({ ...rule, subject: slug, tone, text });

const section = { title: text, none: text };
const sections = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('overview'), title: text }),
  z.strictObject({
    kind: z.literal('order'),
    title: text,
    ranking: slug,
    facts: z.array(identifier),
    chart: identifier.optional().describe('The fact, a number or a share, that is drawn as bars below the table'),
  }),
  z.strictObject({
    kind: z.literal('rows'),
    ...section,
    form: slug,
    where: condition.optional(),
    columns: z.array(identifier).min(1),
    ahead: identifier.optional().describe('Column of a day: rows that are due soon, not those of the period'),
  }),
  z.strictObject({ kind: z.literal('consequences'), ...section, tones: z.array(tone).min(1) }),
  z.strictObject({ kind: z.literal('grades'), ...section, ladder: slug }),
  z.strictObject({ kind: z.literal('scores'), title: text, score: slug }),
  z.strictObject({ kind: z.literal('score-lines'), ...section, score: slug }),
  z.strictObject({ kind: z.literal('submissions'), ...section }),
  z.strictObject({ kind: z.literal('due'), ...section }),
  z.strictObject({ kind: z.literal('text'), title: text, text }),
]);

/** A pack, whole, after everything it extends has been laid under it. */
export const packSchema = z.strictObject({
  id: slug,
  version: z.string().min(1),
  extends: z.string().optional().describe('A pack, by name or path, of which only the differences are written here'),
  title: text,
  source: text,
  parameters: z.record(identifier, parameter),
  clauses: z.record(z.string().min(1), clauseEntry),
  scales: z
    .record(
      identifier,
      z.strictObject({ ...titled, steps: z.record(identifier, z.strictObject(titled)).describe('Lowest first') }),
    )
    .optional(),
  subjects: z.record(
    slug,
    z.strictObject({
      ...titled,
      roster: slug.describe('The form that lists its members'),
      number: identifier.optional(),
      name: identifier,
      aliases: identifier.optional(),
      within: z.strictObject({ kind: slug, column: identifier }).optional(),
      takes_part: identifier.optional(),
      group: identifier.optional().describe('Column that tells groups of members apart, e.g. series or classes'),
    }),
  ),
  forms: z.record(slug, form),
  receipts: z
    .strictObject({ form: slug, by: identifier, what: identifier, period: identifier, received: identifier })
    .optional()
    .describe('The register of what was received when, and its columns'),
  checks: z.record(slug, crossCheck).optional(),
  facts: z.record(identifier, fact),
  score: z.record(slug, score).optional(),
  grades: z.record(slug, ladder).optional(),
  ranking: z.record(slug, ranking).optional(),
  limits: z.record(slug, limit).optional(),
  consequences: z.record(slug, consequence).optional(),
  bulletin: z.strictObject({ title: text, opening: text, sections: z.array(sections).min(1) }),
});

export type Pack = z.infer<typeof packSchema>;

/** The JSON Schema of a pack, for editors (`# yaml-language-server: $schema=…`). */
export function packJsonSchema(): object {
  return z.toJSONSchema(packSchema, { io: 'input' });
}
