/** What lies around the changes of people: who is compared at all, what the measures say, files, findings, periods. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/compare.js';
import type { Comparison } from '../../src/compare/types.js';
import type { Sources } from '../../src/model/manifest.js';
import type { Result } from '../../src/model/result.js';
import { aResult, at, day, fact, grade, num, period, ranked, subject, unsent } from '../report/result.js';
import { SCORE_WORDS } from '../report/scores.js';

const between = (before: Partial<Result>, after: Partial<Result>): Comparison =>
  compare({ result: aResult(before) }, { result: aResult(after) });
const bare = { facts: [], grades: [], standings: [], consequences: [] };

describe('who is compared', () => {
  const team = (name: string, more = {}) => subject(`team:${name}`, more);

  it('is in both; who came or left is named and never compared', () => {
    const graded = (name: string) => ({
      grades: [grade(`team:${name}`, 'team', { state: 'determined', grade: 'fine' })],
    });
    const found = between(
      { ...bare, ...graded('旧组'), subjects: [team('一组'), team('旧组')] },
      { ...bare, ...graded('新组'), subjects: [team('一组'), team('新组')] },
    );
    expect(found.changed).toEqual([]);
    expect(found.people).toMatchObject({
      came: [{ name: { zh: '新组' } }],
      left: [{ name: { zh: '旧组' } }],
      moved: [],
    });
    expect(found.unchanged).toEqual({ team: 1 });
  });

  it('may have been moved, renamed, regrouped, or taken out of the assessment', () => {
    const group = (id: string) => ({ id, title: { zh: id, en: id } });
    const found = between(
      {
        ...bare,
        subjects: [
          team('一组'),
          team('二组'),
          subject('member:01', { name: '甲', within: 'team:一组', group: group('a') }),
        ],
      },
      {
        ...bare,
        subjects: [
          team('一组'),
          team('二组', { takesPart: false }),
          subject('member:01', { name: '乙', within: 'team:二组', group: group('b') }),
        ],
      },
    );
    const told = found.people.moved.map(({ subject: id, changes }) => [
      id,
      ...changes.map(({ what, before, after }) => `${what} ${before?.text.zh} ${after?.text.zh}`),
    ]);
    expect(told).toEqual([
      ['team:二组', 'takes-part 参加考核 不参加考核'],
      ['member:01', 'name 甲 乙', 'within 一组 二组', 'group a b'],
    ]);
    expect(found.unchanged).toEqual({ team: 1, member: 1 });
  });
});

describe('two periods', () => {
  it('are never taken for one: only outcomes stand side by side, without what did it', () => {
    const waiting = { grades: [grade('team:一组', 'team', { state: 'awaiting', owed: [unsent] })] };
    const one = { ...waiting, facts: [fact('team:一组', 'tardy', num('0'))], standings: [ranked('team:一组', 1, '1')] };
    const two = {
      facts: [fact('team:一组', 'tardy', num('3'))],
      standings: [ranked('team:一组', 2, '1'), ranked('team:二组', 1, '1')],
    };
    const found = between({ ...bare, ...one }, { ...bare, ...two, period: period('2026-Q2'), asOf: day('2026-07-08') });
    expect(found.apart).toEqual(['period', 'day']);
    expect([found.files, found.findings]).toEqual([undefined, undefined]);
    const [first] = found.changed;
    expect(first?.grades[0]?.owed).toEqual({ settled: [], arisen: [] });
    expect(first).toMatchObject({ subject: 'team:一组', facts: [], ranks: [{ by: [], passedBy: { count: 0 } }] });
  });

  it('other offices, measures and days are said', () => {
    const { measures, office } = aResult();
    const found = between(
      {},
      { office: { ...office, name: '别处' }, measures: { ...measures, version: '2' }, asOf: day('2026-04-09') },
    );
    expect(found.apart).toEqual(['office', 'measures', 'day']);
    expect(found.before.measures.version).toBe('1');
    expect(found.after.measures.version).toBe('2');
  });
});

describe('what the measures say', () => {
  it('is told where a parameter came, went, or is another', () => {
    const { words } = aResult();
    const { quota: _, bar, tardy_at: tardyAt, ...others } = words.parameters;
    if (!bar || !tardyAt) throw new Error('no such parameter');
    const parameters = {
      ...others,
      bar: { ...bar, value: num('2') },
      tardy_at: { ...tardyAt, inclusive: false },
      fresh: bar,
    };
    const told = between({}, { words: { ...words, parameters } }).parameters.map(({ id, before, after }) => [
      id,
      before?.text.zh,
      after?.text.zh,
    ]);
    expect(told).toEqual([
      ['bar', '1', '2'],
      ['tardy_at', '2次以上', '超过2次'],
      ['fresh', undefined, '1'],
      ['quota', '待定', undefined],
    ]);
  });

  it('is told where an item or a rule of points, an order or a consequence came or went', () => {
    const { duty } = SCORE_WORDS.scores;
    if (!duty?.items.order || !duty.rules.late) throw new Error('no such item');
    const { late: _, ...rules } = duty.rules;
    const items = { ...duty.items, order: { ...duty.items.order, full: '50' } };
    const after = { ...SCORE_WORDS, scores: { duty: { ...duty, items, rules } }, rankings: {}, consequences: {} };
    const found = between({ words: SCORE_WORDS }, { words: after });
    expect(found.rules.map(({ of, id, before, after: now }) => [of, id, before?.text.zh, now?.text.zh])).toEqual([
      ['item', 'order', '60分', '50分'],
      ['score', 'late', '1(2) 未按时交班（扣分、现场秩序）', undefined],
      ['order', 'tasks', '按完成率排序', undefined],
      ['consequence', 'praised', '全部完成', undefined],
      ['consequence', 'scolded', '迟报批评', undefined],
    ]);
  });

  it('is told where there are more or fewer places', () => {
    const seats = (count: number) => ({
      seats: [{ limit: 'best', clause: 'c4', takingPart: 4, share: '0.5', seats: count }],
    });
    expect(between(seats(1), seats(2)).seats).toMatchObject([
      {
        id: 'best',
        clause: '乙(二)',
        before: { text: { zh: '4人参加，至多1人' } },
        after: { text: { en: '4 taking part, at most 2' } },
      },
    ]);
    expect(between({ seats: [] }, seats(2)).seats[0]?.before).toBeUndefined();
  });
});

describe('files and findings', () => {
  it('that are not the same are named; one under another name is known by its hash', () => {
    const file = (name: string, sha256: string) => ({ file: name, sha256, forms: [] });
    const found = between(
      { files: [file('a.xlsx', '1'), file('b.xlsx', '2'), file('c.xlsx', '3')] },
      { files: [file('a.xlsx', '1'), file('b.xlsx', '4'), file('d.xlsx', '3')] },
    );
    expect(found.files?.map(({ file: name, state, was }) => [name, state, was])).toEqual([
      ['b.xlsx', 'changed', undefined],
      ['c.xlsx', 'gone', undefined],
      ['d.xlsx', 'new', 'c.xlsx'],
    ]);
  });

  it('of the pack and the settings are named where both sides know their own', () => {
    const sources = (pack: string, settings?: string): Sources => ({
      pack: [{ file: 'p/measures.yaml', sha256: pack, isShipped: true }],
      ...(settings ? { settings: { file: 'assess.yaml', sha256: settings } } : {}),
      inputs: [],
      refused: [],
    });
    const known = (before: Sources, after?: Sources) =>
      compare({ result: aResult(), sources: before }, { result: aResult(), sources: after }).pack;
    expect(known(sources('1', '1'), sources('2'))?.map(({ file, state }) => [file, state])).toEqual([
      ['assess/p/measures.yaml', 'changed'],
      ['assess.yaml', 'gone'],
    ]);
    expect(known(sources('1'), sources('1'))).toEqual([]);
    expect(known(sources('1'))).toBeUndefined();
  });

  it('that came or went are told, each as often; a severity alone makes another', () => {
    const unknown = (cell: string, severity: 'note' | 'warning' = 'note') =>
      ({ kind: 'heading-unknown', severity, place: at(cell), heading: '备注', clause: 'c1' }) as const;
    const { findings } = between(
      { findings: [unknown('A1'), unknown('A1'), unknown('B1')] },
      { findings: [unknown('A1'), unknown('B1', 'warning')] },
    );
    expect(findings?.went.map(({ place, severity }) => [place.cell, severity])).toEqual([
      ['A1', 'note'],
      ['B1', 'note'],
    ]);
    expect(findings?.came).toMatchObject([{ code: 'A103', severity: 'warning', place: at('B1'), clause: '甲(一)' }]);
  });
});
