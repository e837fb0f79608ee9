/**
 * Facts about every subject that takes part: everything the pack's rules can ask for, each with the cells it rests
 * on, or with what is owed before it can be known.
 */
import { type Alike, alike } from '../base/alike.js';
import { canonical, Decimal } from '../base/decimal.js';
import { daysOver, type Period } from '../base/period.js';
import type { Fact, Owed } from '../model/grading.js';
import { type FactRule, followsScoring } from '../model/measures.js';
import type { Subject } from '../model/submission.js';
import type { Place, Value } from '../model/value.js';
import { type Derived, deriveFromRows } from './derive.js';
import type { Records } from './records.js';
import { distinct, type Own, ownRows, rowsAbout, type Span } from './rows.js';

export function collectFacts(subjects: readonly Subject[], period: Period, records: Records): Fact[] {
  const same = alike();
  return subjects.flatMap((subject) => factsAbout(subject, period, records, same));
}

function factsAbout(subject: Subject, period: Period, records: Records, same: Alike): Fact[] {
  const rules = [...records.measures.facts.values()].filter(
    (rule) => rule.subject === subject.kind && !followsScoring(rule),
  );
  const own = ownRows(subject, records);
  const known = new Map<string, Fact>();
  const derive = (rule: FactRule): Fact => {
    const done = known.get(rule.id);
    if (done) return done;
    const span = daysOver(rule.over, period);
    const derived = derivedBy(rule, own, span, (id) => {
      const part = rules.find((each) => each.id === id);
      if (!part) throw new Error(`no fact ${id} about ${subject.kind}`);
      return derive(part);
    });
    const fact = factOf(rule, subject, span, derived, same);
    known.set(rule.id, fact);
    return fact;
  };
  return rules.map(derive);
}

/** Most facts of most people are alike in all but whom they are about, and a year of a large office has millions. */
function factOf({ id }: FactRule, { id: subject }: Subject, { from, to }: Span, derived: Derived, same: Alike): Fact {
  const { value, atLeast, atMost } = derived;
  const cells = distinctPlaces(derived.cells);
  const [owed, parts] = [same(derived.owed), same(derived.parts)];
  if (value) return { id, subject, from, to, value: same(value), owed, cells, parts };
  const bounds = { ...(atLeast ? { atLeast: same(atLeast) } : {}), ...(atMost ? { atMost: same(atMost) } : {}) };
  return { id, subject, from, to, ...bounds, owed, cells, parts };
}

const NO_PLACES: readonly Place[] = [];

function distinctPlaces(places: readonly Place[]): readonly Place[] {
  if (places.length === 0) return NO_PLACES;
  const known = new Map<string, Place>();
  for (const place of places) known.set(`${place.file}\n${place.sheet ?? ''}\n${place.cell ?? ''}`, place);
  // A list that was put together one by one has room for more; its copy has not.
  return (known.size === places.length ? places : [...known.values()]).slice();
}

function derivedBy(rule: FactRule, own: Own, span: Span, part: (id: string) => Fact): Derived {
  const { from } = rule;
  if (from.kind === 'total') {
    const parts = from.parts.map(part);
    // Cells that hold nothing explain nothing, unless the whole comes to nothing.
    const telling = parts.filter((each) => !numberOf(each).isZero());
    const derived = combined(parts, [], Decimal.sum(0, ...parts.map(numberOf)));
    const floors = parts.map(({ value, atLeast }) => value ?? atLeast);
    const ceilings = parts.map(({ value, atMost }) => value ?? atMost);
    const floor =
      derived.value === undefined && floors.every((each) => each?.type === 'number') ? sumOf(floors) : undefined;
    const ceiling =
      derived.value === undefined && ceilings.every((each) => each?.type === 'number') ? sumOf(ceilings) : undefined;
    const cells = (telling.length > 0 ? telling : parts).flatMap((each) => each.cells);
    return { ...derived, cells, ...(floor ? { atLeast: floor } : {}), ...(ceiling ? { atMost: ceiling } : {}) };
  }
  if (from.kind === 'share') {
    const [some, all] = [part(from.of), part(from.in)];
    const whole = numberOf(all);
    const none = all.value !== undefined && whole.isZero();
    const owed: Owed[] = none ? [{ kind: 'nothing-to-share', fact: from.in }] : [];
    return combined([some, all], owed, none ? whole : numberOf(some).div(whole.isZero() ? 1 : whole));
  }
  if (from.kind === 'points' || from.kind === 'converted' || from.kind === 'place')
    throw new Error(`fact ${rule.id} is known only after scoring`);
  return deriveFromRows(rule, from, rowsAbout(own, from.rows, span), own.records.measures, part);
}

function combined(parts: readonly Fact[], more: readonly Owed[], value: Decimal): Derived {
  const owed = distinct([...parts.flatMap((each) => each.owed), ...more]);
  return {
    ...(owed.length === 0 ? { value: { type: 'number', value: canonical(value) } } : {}),
    owed,
    cells: parts.flatMap(({ cells }) => cells),
    parts: parts.map(({ id }) => id),
  };
}

function numberOf({ value }: Fact): Decimal {
  return new Decimal(value?.type === 'number' ? value.value : 0);
}

function sumOf(values: readonly (Value | undefined)[]): Value {
  const numbers = values.map((value) => new Decimal(value?.type === 'number' ? value.value : 0));
  return { type: 'number', value: canonical(Decimal.sum(0, ...numbers)) };
}
