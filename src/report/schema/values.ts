/** The schema of what every part of a result is made of: wordings, days, numbers, values, places and what is owed. */
import { type Day, parseDay } from '../../base/day.js';
import { type Period, type PeriodKind, parsePeriod } from '../../base/period.js';
import type { Text } from '../../base/text.js';
import type { Atom, Outcome } from '../../model/condition.js';
import type { Owed } from '../../model/grading.js';
import type { Place, Value } from '../../model/value.js';
import {
  always,
  either,
  list,
  named,
  object,
  oneOf,
  optional,
  type Schema,
  text,
  variants,
  written,
  yesno,
} from './exact.js';

export const words = named('text', 'A wording in both languages', object<Text>({ zh: text, en: text }));

export const day: Schema<Day> = named(
  'day',
  'A day of the calendar',
  written<Day>('day', /^\d{4}-\d{2}-\d{2}$/, (each) => parseDay(each) !== undefined),
);

export const period: Schema<Period> = named(
  'period',
  'A month, a quarter, a half year or a year',
  written<Period>('period', /^\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$/, (each) => parsePeriod(each) !== undefined),
);

export const periodKind = oneOf<PeriodKind>({ month: true, quarter: true, half: true, year: true });

export const decimal: Schema<string> = named(
  'decimal',
  'An exact decimal number as text: no exponent, no trailing zeros',
  written('decimal', /^-?\d+(\.\d+)?$/),
);

export const place = named(
  'place',
  'Where something stands',
  object<Place>({ file: text, sheet: optional(text), cell: optional(text) }),
);

/** A place down to the cell. */
export const cell = object<Required<Place>>({ file: text, sheet: text, cell: text });

export const value: Schema<Value> = named(
  'value',
  'A value with its type',
  variants<Value, 'type'>('type', {
    number: { value: decimal },
    text: { value: text },
    yesno: { value: yesno },
    day: { value: day },
    period: { value: period },
    choice: { value: text },
    step: { scale: text, value: either(text, always(null)) },
    subject: { value: text },
    form: { value: text },
  }),
);

export const outcome = oneOf<Outcome>({ true: true, false: true, unknown: true });

export const atom: Schema<Atom> = named(
  'atom',
  'A part of a condition, without && || and !, and what came of it',
  object<Atom>({
    source: text,
    outcome,
    names: list(text),
    denied: optional(always(true)),
    short: optional(decimal),
    excluded: optional(yesno),
  }),
);

const ofForm = { form: text, by: text, period };

export const owed: Schema<Owed> = named(
  'owed',
  'What is missing before something can be known, and from whom',
  variants<Owed, 'kind'>('kind', {
    submission: { ...ofForm, due: day, received: optional(day) },
    later: { ...ofForm, due: day },
    register: { form: text },
    choice: ofForm,
    cell: { place },
    receipt: { ...ofForm, isDone: optional(always(true)) },
    answer: { fact: text, by: words },
    assessor: { place },
    tie: { ranking: text, subjects: list(text) },
    unplaced: { ranking: text, subjects: list(text) },
    conflict: { fact: text, places: list(place) },
    repeated: { form: text, places: list(place) },
    unanswered: { form: text, place },
    unaccounted: { form: text, fact: text },
    'nothing-to-share': { fact: text },
    parameter: { parameter: text },
  }),
);
