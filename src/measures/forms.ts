/**
 * The forms of a pack: fields and columns, due days, rules on a row and between forms. A rule that names a column the
 * form has not is a problem where it stands.
 */

import { once } from '../base/once.js';
import {
  AS_OF,
  type Due,
  type Form,
  GIVEN_NAMES,
  OFFICE,
  PERIOD_END,
  PERIOD_START,
  type RowRule,
  SUBMISSIONS,
} from '../model/form.js';
import type { CrossCheck, RowSource } from '../model/measures.js';
import type { Declarations, Declared } from './cel.js';
import { compileColumn, declaredColumn } from './columns.js';
import { type Draft, entries, KINDS, textOf } from './draft.js';
import type { Pack } from './schema.js';
import type { Path } from './yaml.js';

type FormEntry = Pack['forms'][string];

const STATES = ['on-time', 'late', 'missing', 'not-due', 'undated', 'ambiguous'] as const;

/** By the parameters, which are those of one draft alone: the names of each form that was asked for. */
const namesByForm = once((_: Declarations) => new Map<string, Declarations>());

/**
 * What conditions on rows of a form can name: its columns and fields, all parameters, the day of the run, and where the
 * form is for a period, its first and last day.
 */
export function rowNames(draft: Draft, form: string, parameters: Declarations): Declarations {
  const known = namesByForm(parameters);
  const names = known.get(form) ?? namesOfRows(draft, form, parameters);
  known.set(form, names);
  return names;
}

function namesOfRows(draft: Draft, form: string, parameters: Declarations): Declarations {
  const forms = Object.keys(draft.pack.forms);
  if (form === SUBMISSIONS) {
    return new Map<string, Declared>([
      ...parameters,
      ['form', { type: 'choice', choices: forms }],
      ['status', { type: 'choice', choices: [...STATES] }],
      ['days_late', { type: 'int' }],
      ['period', { type: 'text' }],
      ['due', { type: 'day' }],
      ['received', { type: 'day' }],
    ]);
  }
  const entry = draft.pack.forms[form];
  const columns = [...entries(entry?.fields), ...entries(entry?.columns)];
  const bounds = entry?.every === 'standing' ? [] : [PERIOD_START, PERIOD_END];
  return new Map<string, Declared>([
    ...parameters,
    ...[AS_OF, ...bounds].map((name) => [name, { type: 'day' }] as const),
    ...columns.map(([id, column]) => [id, declaredColumn(draft, column)] as const),
  ]);
}

export function compileForms(draft: Draft, parameters: Declarations): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const [id, entry] of entries(draft.pack.forms)) forms.set(id, compileForm(draft, id, entry, parameters));
  return forms;
}

function compileForm(draft: Draft, id: string, entry: FormEntry, parameters: Declarations): Form {
  const path = ['forms', id];
  const columns = Object.keys(entry.columns);
  draft.cites(entry.clause, path);
  if (entry.from !== OFFICE)
    draft.known(KINDS.subject, entry.from, Object.keys(draft.pack.subjects), [...path, 'from']);
  for (const key of ['covers', 'dated'] as const) {
    const column = entry[key];
    if (column !== undefined) draft.known(KINDS.column, column, columns, [...path, key]);
  }
  const { from, to, per = [] } = entry.stretches ?? {};
  for (const column of [from, to, ...per])
    if (column !== undefined) draft.known(KINDS.column, column, columns, [...path, 'stretches']);
  for (const day of entry.done ?? []) {
    if (draft.known(KINDS.column, day, Object.keys(entry.fields ?? {}), [...path, 'done']))
      draft.typed(day, entry.fields?.[day] && declaredColumn(draft, entry.fields[day]), ['day'], [...path, 'done']);
  }
  for (const [part, names] of [
    ['fields', Object.keys(entry.fields ?? {})],
    ['columns', columns],
  ] as const) {
    for (const name of names)
      if (parameters.has(name) || GIVEN_NAMES.includes(name))
        draft.refuse({ kind: 'name-twice', path: [...path, part, name], name });
  }
  return {
    id,
    title: textOf(entry),
    clause: entry.clause,
    from: entry.from,
    every: entry.every,
    required: entry.required ?? true,
    minRows: entry.min_rows ?? 0,
    openRows: entry.open_rows ?? 20,
    fields: entries(entry.fields).map(([field, column]) =>
      compileColumn(draft, field, column, [...path, 'fields', field]),
    ),
    columns: entries(entry.columns).map(([name, column]) =>
      compileColumn(draft, name, column, [...path, 'columns', name]),
    ),
    rules: compileRules(draft, id, entry, parameters),
    done: entry.done ?? [],
    ...(entry.due ? { due: compileDue(draft, entry.due, [...path, 'due']) } : {}),
    ...(entry.covers ? { covers: entry.covers } : {}),
    ...(entry.dated ? { dated: entry.dated } : {}),
    ...(entry.stretches ? { stretches: entry.stretches } : {}),
    ...(entry.kept_by ? { keptBy: entry.kept_by } : {}),
    ...(entry.note ? { note: entry.note } : {}),
  };
}

function compileDue(draft: Draft, due: NonNullable<FormEntry['due']>, path: Path): Due {
  const quantity = 'workdays_after_end' in due ? due.workdays_after_end : due.day;
  if (typeof quantity === 'string') draft.known(KINDS.parameter, quantity, Object.keys(draft.pack.parameters), path);
  if ('workdays_after_end' in due) return { kind: 'workdays', count: quantity };
  return { kind: 'date', anchor: due.anchor, months: due.months, day: quantity };
}

function compileRules(draft: Draft, form: string, entry: FormEntry, parameters: Declarations): RowRule[] {
  const words = draft.words(rowNames(draft, form, parameters));
  return entries(entry.rules).map(([id, rule]) => {
    const path = ['forms', form, 'rules', id];
    draft.cites(rule.clause, path);
    const columns = Object.keys(entry.columns);
    for (const need of rule.needs ?? []) draft.known(KINDS.column, need, columns, [...path, 'needs']);
    if (rule.at !== undefined) draft.known(KINDS.column, rule.at, columns, [...path, 'at']);
    const when = rule.when === undefined ? undefined : draft.condition(rule.when, words, [...path, 'when']);
    const must = rule.must === undefined ? undefined : draft.condition(rule.must, words, [...path, 'must']);
    return {
      id,
      clause: rule.clause,
      needs: rule.needs ?? [],
      severity: rule.severity ?? 'error',
      message: textOf(rule),
      ...(when ? { when } : {}),
      ...(must ? { must } : {}),
      ...(rule.at === undefined ? {} : { at: rule.at }),
      ...(rule.remedy ? { remedy: rule.remedy } : {}),
    };
  });
}

interface SourceEntry {
  readonly form: string;
  readonly where?: string | undefined;
  readonly also_in?: { readonly form: string; readonly on: Readonly<Record<string, string>> } | undefined;
}

/** Rows of a form with their condition; the form must exist, the condition may use its columns. */
export function compileSource(draft: Draft, entry: SourceEntry, parameters: Declarations, path: Path): RowSource {
  const forms = [...Object.keys(draft.pack.forms), SUBMISSIONS];
  if (!draft.known(KINDS.form, entry.form, forms, [...path, 'form'])) return { form: entry.form };
  const names = rowNames(draft, entry.form, parameters);
  const where =
    entry.where === undefined ? undefined : draft.condition(entry.where, draft.words(names), [...path, 'where']);
  const other = entry.also_in;
  if (other && draft.known(KINDS.form, other.form, forms, [...path, 'also_in', 'form'])) {
    compilePairs(draft, other.on, entry.form, other.form, [...path, 'also_in', 'on']);
  }
  return {
    form: entry.form,
    ...(where ? { where } : {}),
    ...(other ? { alsoIn: { form: other.form, on: entries(other.on) } } : {}),
  };
}

/** Pairs of columns, left of one form and right of another; both must exist. */
function compilePairs(
  draft: Draft,
  pairs: Readonly<Record<string, string>> | undefined,
  leftForm: string,
  rightForm: string,
  path: Path,
): [string, string][] {
  const columnsOf = (form: string): string[] => [
    ...Object.keys(draft.pack.forms[form]?.columns ?? {}),
    ...Object.keys(draft.pack.forms[form]?.fields ?? {}),
  ];
  for (const [left, right] of entries(pairs)) {
    draft.known(KINDS.column, left, columnsOf(leftForm), [...path, left]);
    draft.known(KINDS.column, right, columnsOf(rightForm), [...path, left]);
  }
  return entries(pairs);
}

export function compileChecks(draft: Draft, parameters: Declarations): CrossCheck[] {
  return entries(draft.pack.checks).map(([id, entry]) => {
    const path = ['checks', id];
    draft.cites(entry.clause, path);
    const pairs = (key: 'on' | 'agree' | 'totals'): [string, string][] =>
      compilePairs(draft, entry[key], entry.each.form, entry.in.form, [...path, key]);
    return {
      id,
      clause: entry.clause,
      each: compileSource(draft, entry.each, parameters, [...path, 'each']),
      in: compileSource(draft, entry.in, parameters, [...path, 'in']),
      on: pairs('on'),
      missing: entry.missing ?? false,
      agree: pairs('agree'),
      totals: pairs('totals'),
      severity: entry.severity ?? 'error',
      message: textOf(entry),
    };
  });
}
