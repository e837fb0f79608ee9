/**
 * One file a mechanism: what was entered and what must come of it, worked out by hand from the pack. Whatever a
 * variant does not name must be as it is in the clean office, for every unit.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/model/result.js';
import { parseResult, resultJson } from '../../src/report/json.js';
import { readYaml } from '../office/make.js';
import { type Given, OFFICE_FILE, resultOf } from './make.js';
import { gradeText, placeText, type ShownScore, shown } from './shown.js';

type Scalar = string | number;

/** What is to come of one unit, where it differs from the clean office. */
interface Expected {
  readonly main?: Scalar;
  readonly duty?: Scalar;
  readonly items?: Readonly<Record<string, Scalar>>;
  /** The rule first, then its products; `gone` where the clean office has one. */
  readonly rules?: Readonly<Record<string, readonly Scalar[] | 'gone'>>;
  readonly owed?: readonly string[];
  /** Kinds, of the whole office. */
  readonly findings?: readonly string[];
  /** Compared where they are given. */
  readonly facts?: Readonly<Record<string, Scalar>>;
  /** Within the groups. */
  readonly ranks?: Readonly<Record<string, string>>;
  /** By fact, then by unit: 2, 1..2 (tie prizes) or none. */
  readonly places?: Readonly<Record<string, Readonly<Record<string, Scalar>>>>;
  /** By ladder, then by unit: the grade, or those still possible and what is owed. */
  readonly grades?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly consequences?: readonly string[];
}

interface Variant extends Given {
  readonly expect: Expected;
  readonly others?: Readonly<Record<string, Expected>>;
  /** What befalls every unit is looked at in one. */
  readonly alone?: boolean;
}

interface Case {
  readonly title: string;
  readonly words: readonly string[];
  readonly unit: string;
  /** Whether the cells are compared as well. */
  readonly cells?: boolean;
  readonly given?: Given;
  readonly variants: Readonly<Record<string, Variant>>;
}

interface Clean extends Expected {
  readonly business: Expected;
  readonly general: Expected;
}

const { clean } = readYaml<{ clean: Clean }>(OFFICE_FILE);
const files = readdirSync(new URL('cases', import.meta.url)).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (file) => {
  const read = readYaml<Case>(`test/points/cases/${file}`);

  it.each(Object.keys(read.variants))('%s', async (name) => {
    const variant = read.variants[name] as Variant;
    const result = await resultOf({ ...read.given, ...variant }, read.unit);
    expect(parseResult(resultJson(result))).toEqual(result);
    const { expect: expected, others = {}, alone = false } = variant;
    const found: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const { id, name: unit } of result.subjects) {
      if (alone && unit !== read.unit) continue;
      const own = unit === read.unit ? expected : (others[unit] ?? {});
      found[unit] = summary(result, id, own, read.cells ?? false);
      wanted[unit] = worded(own, groupOf(result, id));
    }
    expect({ ...found, findings: findingsIn(result) }).toEqual({ ...wanted, findings: expected.findings ?? [] });
  });
});

function groupOf({ subjects }: Result, id: string): 'business' | 'general' | undefined {
  const group = subjects.find((each) => each.id === id)?.group?.id;
  return group === 'business' || group === 'general' ? group : undefined;
}

/** That a parameter of the pack is not set is said in every run. */
function findingsIn({ findings }: Result): string[] {
  return findings.map(({ kind }) => kind).filter((kind) => kind !== 'parameter-unset');
}

function summary(result: Result, id: string, asked: Expected, withCells: boolean): object {
  const shownScores = new Map<string, ShownScore>();
  for (const scored of result.scores.filter(({ subject }) => subject === id)) {
    checkSound(scored);
    shownScores.set(scored.score, shown(scored, withCells));
  }
  const of = <T>(part: (score: ShownScore) => Readonly<Record<string, T>>): Record<string, T> =>
    Object.assign({}, ...[...shownScores.values()].map(part));
  const facts = Object.keys(asked.facts ?? {}).map((name) => {
    const fact = result.facts.find((each) => each.id === name && each.subject === id);
    return [name, String(fact?.value?.value ?? `at least ${fact?.atLeast?.value ?? '?'}`)];
  });
  return {
    main: shownScores.get('main')?.points,
    duty: shownScores.get('duty')?.points,
    items: of(({ items }) => items),
    rules: of(({ rules }) => rules),
    owed: [...shownScores.values()].flatMap(({ owed }) => owed),
    ...(asked.facts ? { facts: Object.fromEntries(facts) } : {}),
    ...(asked.ranks ? { ranks: ranksIn(result) } : {}),
    ...(asked.places ? { places: eachNamed(asked.places, result, placeIn) } : {}),
    ...(asked.grades ? { grades: eachNamed(asked.grades, result, gradeIn) } : {}),
    ...(asked.consequences
      ? { consequences: result.consequences.filter(({ subject }) => subject === id).map((each) => each.consequence) }
      : {}),
  };
}

/** What holds of every score, whatever was entered. */
function checkSound({ points, least, most, sure, owed }: Result['scores'][number]): void {
  if (points === undefined) expect(owed).not.toEqual([]);
  else expect({ points, least, most, owed }).toEqual({ points: sure, owed: [] });
}

function ranksIn({ standings, subjects }: Result): Record<string, string> {
  return Object.fromEntries(
    standings
      .filter(({ ranking }) => ranking === 'points')
      .map(({ subject, group, rank, tied }) => [
        subjects.find(({ id }) => id === subject)?.name ?? subject,
        `${group ?? ''} ${rank ?? '?'}${tied ? ' tied' : ''}`,
      ]),
  );
}

/** What is found of every unit that a variant names. */
function eachNamed(
  asked: Readonly<Record<string, Readonly<Record<string, Scalar>>>>,
  result: Result,
  found: (result: Result, id: string, subject: string | undefined) => string,
): object {
  const subjectOf = (unit: string) => result.subjects.find(({ name }) => name === unit)?.id;
  return mapped(asked, (units, id) => mapped(units, (_, unit) => found(result, id, subjectOf(unit))));
}

function placeIn({ facts }: Result, id: string, subject: string | undefined): string {
  return placeText(facts.find((each) => each.id === id && each.subject === subject));
}

function gradeIn({ grades }: Result, ladder: string, subject: string | undefined): string {
  return gradeText(grades.find((each) => each.ladder === ladder && each.subject === subject));
}

function mapped<T, U>(record: Readonly<Record<string, T>>, of: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value, key)]));
}

/** What is expected, with all that stays as it is in the clean office. */
function worded(expected: Expected, group: 'business' | 'general' | undefined): object {
  const base: Expected = group ? clean[group] : {};
  const rules = { ...clean.rules, ...base.rules, ...expected.rules };
  const texts = (record: Readonly<Record<string, Scalar>>): Record<string, string> => mapped(record, String);
  return {
    main: String(expected.main ?? clean.main),
    duty: String(expected.duty ?? clean.duty),
    items: texts({ ...clean.items, ...base.items, ...expected.items }),
    rules: Object.fromEntries(
      Object.entries(rules).flatMap(([id, lines]) => (lines === 'gone' ? [] : [[id, lines.map(String)]])),
    ),
    owed: expected.owed ?? [],
    ...(expected.facts ? { facts: texts(expected.facts) } : {}),
    ...(expected.ranks ? { ranks: expected.ranks } : {}),
    ...(expected.places ? { places: mapped(expected.places, texts) } : {}),
    ...(expected.grades ? { grades: expected.grades } : {}),
    ...(expected.consequences ? { consequences: expected.consequences } : {}),
  };
}
