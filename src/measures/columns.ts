/**
 * The columns and fields of a form: their types, choices and bounds, and what they are to a condition. A column that
 * lacks what its type needs is a problem where it stands.
 */
import { canonical, parseDecimal } from '../base/decimal.js';
import type { Text } from '../base/text.js';
import type { Choice, Column } from '../model/form.js';
import type { Value } from '../model/value.js';
import type { Declared } from './cel.js';
import { type Draft, entries, KINDS, textOf } from './draft.js';
import type { Pack } from './schema.js';
import { choicesFrom } from './score-names.js';
import type { Path } from './yaml.js';

export type ColumnEntry = Pack['forms'][string]['columns'][string];

/** What a column is to a condition. */
export function declaredColumn(draft: Draft, column: ColumnEntry): Declared {
  switch (column.type) {
    case 'integer':
      return { type: 'int' };
    case 'decimal':
      return { type: 'decimal' };
    case 'yesno':
      return { type: 'yesno' };
    case 'date':
      return { type: 'day' };
    case 'choice':
      return { type: 'choice', choices: choicesOf(draft, column).map(({ id }) => id) };
    case 'step':
      return { type: 'step', scale: column.scale ?? '' };
    case 'form':
      return { type: 'choice', choices: Object.keys(draft.pack.forms) };
    default:
      return { type: 'text' };
  }
}

/** What a column of each type must also say. */
const NEEDS: Partial<Record<ColumnEntry['type'], { key: 'choices' | 'scale' | 'subject' | 'period'; reason: Text }>> = {
  choice: { key: 'choices', reason: { zh: 'choice 列须列出 choices', en: 'a choice column needs choices' } },
  step: { key: 'scale', reason: { zh: 'step 列须指明 scale', en: 'a step column needs a scale' } },
  subject: { key: 'subject', reason: { zh: 'subject 列须指明 subject', en: 'a subject column needs a subject' } },
  period: { key: 'period', reason: { zh: 'period 列须指明 period', en: 'a period column needs a kind of period' } },
};

export function compileColumn(draft: Draft, id: string, entry: ColumnEntry, path: Path): Column {
  const need = NEEDS[entry.type];
  const drawn = entry.type === 'choice' && entry.choices_from !== undefined;
  if (need && entry[need.key] === undefined && !drawn)
    draft.refuse({ kind: 'column-incomplete', path, reason: need.reason });
  if (entry.scale !== undefined) draft.known(KINDS.scale, entry.scale, draft.scales.keys(), [...path, 'scale']);
  if (entry.subject !== undefined)
    draft.known(KINDS.subject, entry.subject, Object.keys(draft.pack.subjects), [...path, 'subject']);
  const blank = blankValue(draft, entry, path);
  const choices = choicesOf(draft, entry, path);
  const steps = (draft.scales.get(entry.scale ?? '')?.steps ?? []).map((step): Choice => ({ ...step, aliases: [] }));
  return {
    id,
    title: textOf(entry),
    aliases: entry.aliases ?? [],
    type: entry.type,
    required: entry.required ?? false,
    key: entry.key ?? false,
    choices: entry.type === 'step' ? steps : choices,
    ...(entry.choices_from?.of === 'rules' ? { coded: true as const } : {}),
    ...(entry.scale === undefined ? {} : { scale: entry.scale }),
    ...(entry.subject === undefined ? {} : { subject: entry.subject }),
    ...(entry.period === undefined ? {} : { period: entry.period }),
    ...(entry.min === undefined ? {} : { min: String(entry.min) }),
    ...(entry.max === undefined ? {} : { max: String(entry.max) }),
    ...(blank ? { blank } : {}),
    ...(entry.hint ? { hint: entry.hint } : {}),
    ...(entry.width === undefined ? {} : { width: entry.width }),
  };
}

/** The choices written here, or those that a score gives. */
function choicesOf(draft: Draft, { choices, choices_from: from }: ColumnEntry, path?: Path): Choice[] {
  if (from) return choicesFrom(draft, from, path && [...path, 'choices_from']);
  return entries(choices).map(([id, { aliases, ...title }]) => ({ id, title: textOf(title), aliases: aliases ?? [] }));
}

/** What an empty cell stands for must be a value that the column could hold. */
function blankValue(draft: Draft, { blank, type, choices }: ColumnEntry, path: Path): Value | undefined {
  if (blank === undefined) return undefined;
  if (type === 'yesno' && typeof blank === 'boolean') return { type: 'yesno', value: blank };
  if (type === 'text' && typeof blank === 'string') return { type: 'text', value: blank };
  if (type === 'choice' && typeof blank === 'string' && blank in (choices ?? {}))
    return { type: 'choice', value: blank };
  const number = type === 'integer' || type === 'decimal' ? parseDecimal(String(blank)) : undefined;
  if (number && (type === 'decimal' || number.isInteger())) return { type: 'number', value: canonical(number) };
  draft.refuse({
    kind: 'column-incomplete',
    path: [...path, 'blank'],
    reason: { zh: `blank 不是这一列能有的值：${blank}`, en: `blank is no value of this column: ${blank}` },
  });
  return undefined;
}
