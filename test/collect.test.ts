/** What submissions come to stands by itself, so that they can be let go before grading, and grading it is what assess does. */
import { describe, expect, it } from 'vitest';
import { assess, collect, conclude } from '../src/assess.js';
import type { Day } from '../src/base/day.js';
import type { Period } from '../src/base/period.js';
import { takeIn } from '../src/take-in.js';
import { measuresNamed, OFFICE, readYaml, type Spec, sentFiles } from './office/make.js';

const measures = measuresNamed('quality-bureau');
const run = { period: '2026-Q1' as Period, asOf: '2026-04-10' as Day, office: OFFICE };
const intake = takeIn(await sentFiles(readYaml<Spec>('test/cases/office.yaml'), measures), measures);

/** Every object that something leads to. */
function reached(from: unknown, found = new Set<unknown>()): Set<unknown> {
  if ((typeof from !== 'object' && typeof from !== 'function') || from === null || found.has(from)) return found;
  found.add(from);
  for (const each of from instanceof Map || from instanceof Set ? [...from].flat() : Object.values(from))
    reached(each, found);
  return found;
}

describe('what was collected', () => {
  it('leads back to no submission, and holds nothing that could', () => {
    const all = reached(collect(intake, measures, run));
    const submissions = intake.inspected.map(({ submission }) => submission);
    expect(submissions.length).toBeGreaterThan(10);
    const rows = submissions.flatMap((each) => [each, each.fields, each.rows, ...each.rows]);
    expect(rows.filter((each) => all.has(each))).toEqual([]);
    expect([...all].filter((each) => typeof each === 'function')).toEqual([]);
  });

  it('comes to what assess gives', () => {
    expect(conclude(collect(intake, measures, run), measures, run)).toEqual(assess(intake, measures, run));
  });

  it('has equal parts once', () => {
    const { facts } = collect(intake, measures, run);
    const zero = facts.filter(({ value }) => value?.type === 'number' && value.value === '0');
    expect(zero.length).toBeGreaterThan(10);
    expect(new Set(zero.map(({ value }) => value)).size).toBe(1);
    const { grades } = assess(intake, measures, run);
    const weighed = grades.flatMap(({ considered }) => considered);
    const texts = new Set(weighed.map((each) => JSON.stringify(each)));
    expect(new Set(weighed).size).toBeLessThan(weighed.length / 2);
    expect(new Set(weighed).size).toBeGreaterThanOrEqual(texts.size);
  });
});
