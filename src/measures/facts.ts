/** The facts of a pack: what is counted, summed or found, and of what type it is to a condition. */
import { canonical, Decimal } from '../base/decimal.js';
import { GIVEN_NAMES, SUBMISSIONS } from '../model/form.js';
import type { Derivation, FactRule } from '../model/measures.js';
import type { Declarations, Declared } from './cel.js';
import { DERIVATIONS } from './derivations.js';
import { type Draft, entries, KINDS, textOf } from './draft.js';
import { compileSource, rowNames } from './forms.js';
import type { Pack } from './schema.js';
import { itemEntries } from './score-names.js';
import type { Path } from './yaml.js';

type Entry = Pack['facts'][string];

export function compileFacts(draft: Draft, parameters: Declarations): Map<string, FactRule> {
  const facts = new Map<string, FactRule>();
  for (const [id, entry] of entries(draft.pack.facts)) {
    const path = ['facts', id];
    draft.cites(entry.clause, path);
    draft.known(KINDS.subject, entry.subject, Object.keys(draft.pack.subjects), [...path, 'subject']);
    if (parameters.has(id)) draft.refuse({ kind: 'name-twice', path, name: id });
    const from = derivationOf(draft, entry, parameters, path);
    facts.set(id, {
      id,
      title: textOf(entry),
      clause: entry.clause,
      subject: entry.subject,
      over: entry.over ?? 'period',
      from,
      show:
        entry.show ??
        (from.kind === 'share' ? 'share' : from.kind === 'find' || from.kind === 'highest' ? 'text' : 'number'),
      ...(entry.owed_by ? { owedBy: entry.owed_by } : {}),
      ...(entry.unit ? { unit: entry.unit } : {}),
    });
  }
  for (const fact of facts.values()) {
    const parts =
      fact.from.kind === 'share' ? [fact.from.of, fact.from.in] : fact.from.kind === 'total' ? fact.from.parts : [];
    for (const part of parts) {
      const other = facts.get(part);
      if (other) draft.typed(part, declaredFact(draft, other, parameters), NUMBERS, ['facts', fact.id, fact.from.kind]);
    }
  }
  for (const id of facts.keys()) {
    const chain = circle(id, facts, []);
    if (chain) draft.refuse({ kind: 'fact-circular', path: ['facts', id], chain });
  }
  return facts;
}

/** The way from a fact back to itself, when it is made of itself. */
function circle(id: string, facts: ReadonlyMap<string, FactRule>, above: readonly string[]): string[] | undefined {
  if (above[0] === id) return [...above, id];
  if (above.includes(id)) return undefined;
  const from = facts.get(id)?.from;
  const parts =
    from?.kind === 'share'
      ? [from.of, from.in]
      : from?.kind === 'total'
        ? from.parts
        : from?.kind === 'longest' && from.accountsFor
          ? [from.accountsFor]
          : [];
  for (const part of parts) {
    const found = circle(part, facts, [...above, id]);
    if (found) return found;
  }
  return undefined;
}

function derivationOf(draft: Draft, entry: Entry, parameters: Declarations, path: Path): Derivation {
  const kind = DERIVATIONS.find((key) => entry[key] !== undefined) ?? 'count';
  const at = [...path, kind];
  const factNames = entries(draft.pack.facts)
    .filter(([, { subject }]) => subject === entry.subject)
    .map(([id]) => id);
  const counted = factNames.filter((id) => {
    const { points, converted, place } = draft.pack.facts[id] ?? {};
    return !points && !converted && !place;
  });
  if (kind === 'share') {
    const { of, in: whole } = entry.share ?? { of: '', in: '' };
    draft.known(KINDS.fact, of, counted, [...at, 'of']);
    draft.known(KINDS.fact, whole, counted, [...at, 'in']);
    return { kind, of, in: whole };
  }
  if (kind === 'total') {
    const parts = entry.total ?? [];
    for (const [index, part] of parts.entries()) draft.known(KINDS.fact, part, counted, [...at, index]);
    return { kind, parts };
  }
  if (kind === 'points') return pointsFrom(draft, entry, at);
  if (kind === 'converted') return convertedFrom(draft, entry, parameters, factNames, at);
  if (kind === 'place') {
    const ranking = entry.place?.ranking ?? '';
    const own = entries(draft.pack.ranking).filter(([, { subject }]) => subject === entry.subject);
    draft.known(
      KINDS.ranking,
      ranking,
      own.map(([id]) => id),
      [...at, 'ranking'],
    );
    return { kind, ranking };
  }
  const source = entry[kind] ?? { form: '' };
  const rows = compileSource(draft, source, parameters, at);
  const declared = rowNames(draft, source.form, parameters);
  const columns = [...declared.keys()].filter((name) => !parameters.has(name) && !GIVEN_NAMES.includes(name));
  const column = (key: 'column' | 'from' | 'to' | 'amount'): string => {
    const name = (source as Record<string, unknown>)[key];
    if (typeof name === 'string' && draft.known(KINDS.column, name, columns, [...at, key])) {
      const wanted = wantedTypes(kind, key);
      if (wanted) draft.typed(name, declared.get(name), wanted, [...at, key]);
    }
    return String(name ?? '');
  };
  switch (kind) {
    case 'count':
      return { kind, rows };
    case 'longest': {
      const total = entry.longest?.accounts_for;
      if (total !== undefined) draft.known(KINDS.fact, total, counted, [...at, 'accounts_for']);
      const stretch = { from: column('from'), to: column('to'), amount: column('amount') };
      const gap = entry.longest?.gap ?? 'days';
      return { kind, rows, ...stretch, gap, ...(total === undefined ? {} : { accountsFor: total }) };
    }
    case 'highest': {
      const name = column('column');
      const step = declared.get(name);
      return { kind, rows, column: name, scale: step?.type === 'step' ? step.scale : '' };
    }
    case 'find': {
      const name = column('column');
      return { kind, rows, column: name, type: findType(draft, source.form, name) };
    }
    default:
      return { kind, rows, column: column('column') };
  }
}

function pointsFrom(draft: Draft, entry: Entry, path: Path): Derivation {
  const { score, of } = entry.points ?? { score: '' };
  const scores = entries(draft.pack.score).filter(([, each]) => each.subject === entry.subject);
  const known = draft.known(
    KINDS.score,
    score,
    scores.map(([id]) => id),
    [...path, 'score'],
  );
  const items = itemEntries(draft.pack.score?.[score]?.items, []).map(({ id }) => id);
  if (known && of !== undefined) draft.known(KINDS.item, of, items, [...path, 'of']);
  return { kind: 'points', score, ...(of === undefined ? {} : { item: of }) };
}

function convertedFrom(
  draft: Draft,
  entry: Entry,
  parameters: Declarations,
  facts: readonly string[],
  path: Path,
): Derivation {
  const { fact, from, into, places } = entry.converted ?? { fact: '', from: 0, into: '', places: 0 };
  const own = facts.filter((id) => draft.pack.facts[id]?.points !== undefined);
  draft.known(KINDS.fact, fact, own, [...path, 'fact']);
  if (draft.known(KINDS.parameter, into, Object.keys(draft.pack.parameters), [...path, 'into']))
    draft.typed(into, parameters.get(into), NUMBERS, [...path, 'into']);
  if (!new Decimal(from).isPositive() || new Decimal(from).isZero())
    draft.refuse({
      kind: 'score-unfit',
      path: [...path, 'from'],
      reason: { zh: '须大于0', en: 'must be more than 0' },
    });
  return { kind: 'converted', fact, from: canonical(new Decimal(from)), into, places };
}

const NUMBERS = ['int', 'decimal'] as const;

/** What a derivation can do with a column: adding up names would come to nothing. */
function wantedTypes(kind: string, key: string): readonly Declared['type'][] | undefined {
  if (kind === 'find') return undefined;
  if (kind === 'highest') return ['step'];
  return key === 'from' || key === 'to' ? ['day'] : NUMBERS;
}

const VALUE_TYPES = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  date: 'day',
  yesno: 'yesno',
  choice: 'choice',
  step: 'step',
  subject: 'subject',
  period: 'period',
  form: 'form',
} as const;

function findType(draft: Draft, form: string, column: string): (typeof VALUE_TYPES)[keyof typeof VALUE_TYPES] {
  if (form === SUBMISSIONS) return 'text';
  const entry = draft.pack.forms[form]?.columns[column] ?? draft.pack.forms[form]?.fields?.[column];
  return VALUE_TYPES[entry?.type ?? 'text'];
}

/** What the facts of one kind of subject are to a condition. */
export function factNames(
  draft: Draft,
  facts: ReadonlyMap<string, FactRule>,
  subject: string,
  parameters: Declarations,
): Map<string, Declared> {
  const names = new Map<string, Declared>(parameters);
  for (const fact of facts.values())
    if (fact.subject === subject) names.set(fact.id, declaredFact(draft, fact, parameters));
  return names;
}

/** What a fact is to a condition. */
export function declaredFact(draft: Draft, { from }: FactRule, parameters: Declarations): Declared {
  if (from.kind === 'count' || from.kind === 'place') return { type: 'int' };
  if (from.kind === 'highest') return { type: 'step', scale: from.scale };
  if (from.kind === 'find') return rowNames(draft, from.rows.form, parameters).get(from.column) ?? { type: 'text' };
  return { type: 'decimal' };
}
