/** What a pack's author is told beyond errors, which mechanism serves which clause, and that our own pack is clean. */
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/measures/coverage.js';
import { lint } from '../../src/measures/lint.js';
import type { ProblemKind } from '../../src/measures/problem.js';
import { measuresNamed } from '../office/make.js';
import { tiny } from './packs.js';

const TITLE = 'zh: 甲, en: A';

/** What lint says of the tiny pack with differences, without what it says of the pack itself. */
function saidOf(over: string): string[] {
  const said = (text: string): string[] =>
    lint(tiny(text)).map(({ kind, severity, path }) => `${severity} ${kind} ${path.join('.')}`);
  const before = said('');
  return said(over).filter((line) => !before.includes(line));
}

describe('lint', () => {
  it.each([
    ['a clause that nothing cites', `clauses:\n  "7": { at: 七, ${TITLE} }`, 'error clause-uncited clauses.7'],
    [
      'a clause for people that something cites',
      'facts:\n  planned: { clause: "3" }',
      'warning clause-cited clauses.3',
    ],
    [
      'a parameter that nothing asks for',
      `parameters:\n  spare: { ${TITLE}, clause: "1", origin: source, value: 1 }`,
      'warning parameter-unused parameters.spare',
    ],
    [
      'a parameter that the office has to set',
      `parameters:\n  due_day: { origin: required, value: null, type: integer }`,
      'note parameter-unset parameters.due_day',
    ],
    [
      'a number that the source does not give',
      'parameters:\n  late_at: { origin: assumed }',
      'note parameter-assumed parameters.late_at',
    ],
    [
      'a fact that nothing asks for',
      `facts:\n  spare: { ${TITLE}, clause: "1", subject: unit, count: { form: plan } }`,
      'note fact-unused facts.spare',
    ],
    [
      'a grade that no rule gives',
      'grades:\n  unit: { rules: { fair: null } }',
      'error grade-unreachable grades.unit.grades.fair',
    ],
    [
      'a grade that is only a cap',
      'grades:\n  unit: { rules: { fair: { effect: caps } } }',
      'error grade-unreachable grades.unit.grades.fair',
    ],
  ])('tells of %s', (_, over, line) => {
    expect(saidOf(over)).toEqual([line]);
  });

  it('says nothing of a clause that is left for later', () => {
    expect(lint(tiny()).filter(({ path }) => path[1] === '4')).toEqual([]);
  });

  it('does not call a number assumed that the office has set', () => {
    const assumed = (measures = tiny()): unknown[] => lint(measures).filter(({ kind }) => kind === 'parameter-assumed');
    expect(assumed()).toHaveLength(1);
    expect(assumed(tiny('', { sick_over: 30 }))).toEqual([]);
  });

  it.each([
    ['a list', 'value: [plan, report]', 'plan, report'],
    ['a threshold', 'value: 2, inclusive: false', '2'],
    ['a number', 'value: 2.50', '2.5'],
  ])('shows %s that is assumed', (_, rest, value) => {
    const measures = tiny(`parameters:\n  mine: { ${TITLE}, clause: "1", origin: assumed, ${rest} }`);
    expect(lint(measures)).toContainEqual(
      expect.objectContaining({ kind: 'parameter-assumed', path: ['parameters', 'mine'], value }),
    );
  });

  it.each([
    ['a due day', 'due_day'],
    ['a rule of a ladder', 'late_at'],
    ['a condition of a fact', 'counted'],
    ['a limit', 'good_share'],
  ])('counts %s as use', (_, name) => {
    expect(lint(tiny()).filter(({ path }) => path[1] === name)).toEqual([]);
  });

  it.each([
    ['a row rule', 'forms:\n  plan: { rules: { few: { zh: 甲, en: A, clause: "1", must: quantity < spare } } }'],
    [
      'when of a row rule',
      'forms:\n  plan: { rules: { few: { zh: 甲, en: A, clause: "1", when: quantity < spare } } }',
    ],
    ['a check', 'checks:\n  planned-reappears: { each: { where: quantity < spare } }'],
    ['the other side of a check', 'checks:\n  planned-reappears: { in: { where: done < spare } }'],
    ['a number of working days', 'forms:\n  attendance: { due: { workdays_after_end: spare } }'],
    ['a consequence', 'consequences:\n  late: { when: late_reports >= spare }'],
  ])('counts %s as use of a parameter', (_, over) => {
    const spare = `parameters:\n  spare: { ${TITLE}, clause: "1", origin: source, value: 3 }`;
    expect(saidOf(`${spare}\n${over}`)).toEqual([]);
  });
});

describe('coverage', () => {
  it('has every clause once, numbers as numbers', () => {
    const more = ['3.10', '3.2', '3.2.b', '3.2.a'].map((id) => `"${id}": { at: x, ${TITLE}, asks: later }`);
    const ids = coverage(tiny(`clauses: { ${more.join(', ')} }`)).map(({ clause }) => clause.id);
    expect(ids).toEqual(['1', '2', '3', '3.2', '3.2.a', '3.2.b', '3.10', '4']);
  });

  it('names each kind of mechanism that cites a clause', () => {
    const [first, second, third] = coverage(tiny());
    const kinds = (covered = first): string[] => [...new Set(covered?.mechanisms.map(({ what }) => what.en))];
    expect(kinds()).toEqual([
      'parameter',
      'form',
      'row rule',
      'check',
      'fact',
      'ladder',
      'grade rule',
      'ranking',
      'consequence',
    ]);
    expect(kinds(second)).toContain('limit');
    expect(third?.mechanisms).toEqual([]);
  });

  it('names a rule with what it belongs to', () => {
    const ids = coverage(tiny()).flatMap(({ mechanisms }) => mechanisms.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining(['report/explained', 'unit/veto', 'planned-reappears']));
  });
});

describe('the pack quality-bureau', () => {
  const measures = measuresNamed('quality-bureau');
  const found = lint(measures);
  const ofKind = (kind: ProblemKind): unknown[] => found.filter((problem) => problem.kind === kind);

  it('has no error', () => {
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has a mechanism for every clause that asks something of software', () => {
    const bare = coverage(measures).filter(
      ({ clause, mechanisms }) => clause.asks === 'software' && mechanisms.length === 0,
    );
    expect(bare.map(({ clause }) => clause.id)).toEqual([]);
  });

  it('says in both languages why a clause is left to people or for later', () => {
    const left = [...measures.clauses.values()].filter(({ asks }) => asks !== 'software');
    expect(left.length).toBeGreaterThan(0);
    for (const { why } of left) {
      expect(why?.zh).toMatch(/\p{Script=Han}/u);
      expect(why?.en).toMatch(/[a-z]/);
    }
  });

  it('has no parameter that nothing asks for, and none unset', () => {
    expect([...ofKind('parameter-unused'), ...ofKind('parameter-unset')]).toEqual([]);
  });

  it('marks every number that the source does not give', () => {
    const assumed = [...measures.parameters.values()].filter(({ origin }) => origin === 'assumed');
    expect(ofKind('parameter-assumed')).toHaveLength(assumed.length);
  });
});
