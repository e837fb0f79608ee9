/** Grades, places, consequences and figures that have changed between two results made by hand, and what did it. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/compare.js';
import type { Comparison, SubjectChange } from '../../src/compare/types.js';
import type { Considered, Fact } from '../../src/model/grading.js';
import type { Result } from '../../src/model/result.js';
import { aResult, at, atom, fact, grade, line, num, ranked, standing, unsent } from '../report/result.js';

const between = (before: Partial<Result>, after: Partial<Result>): Comparison =>
  compare({ result: aResult(before) }, { result: aResult(after) });

/** What has changed for one, when only that one has. */
function only({ changed }: Comparison, subject: string): SubjectChange {
  expect(changed.map((each) => each.subject)).toEqual([subject]);
  return changed[0] as SubjectChange;
}

const rule = (outcome: Considered['outcome']): Considered => ({
  rule: 'tardy',
  clause: 'c2',
  outcome,
  atoms: [atom('reaches(tardy, tardy_at)', ['tardy', 'tardy_at'], outcome)],
  owed: [],
});
const facts = (...own: Fact[]): Fact[] => own;

describe('two results that are the same', () => {
  it('differ in nothing, and everybody who takes part is counted', () => {
    const found = between({}, {});
    expect(found).toMatchObject({ apart: [], changed: [], people: { came: [], left: [], moved: [] } });
    expect(found).toMatchObject({ parameters: [], rules: [], seats: [], files: [], findings: { came: [], went: [] } });
    expect(found.unchanged).toEqual({ team: 4, member: 4 });
    expect(found.pack).toBeUndefined();
  });
});

describe('a grade that has changed', () => {
  const was = { facts: facts(fact('team:二组', 'tardy', num('1'), { cells: [at('C3')] })) };
  const is = { facts: facts(fact('team:二组', 'tardy', num('2'), { cells: [at('C3'), at('C9')] })) };
  const waiting = grade('team:二组', 'team', {
    state: 'awaiting',
    possible: ['fine', 'poor'],
    considered: [rule('false')],
    owed: [unsent],
  });
  const decided = grade('team:二组', 'team', {
    state: 'determined',
    grade: 'poor',
    decidedBy: ['tardy'],
    considered: [rule('true')],
  });

  it('is told with the rule that newly holds and decides, and the figure that did it', () => {
    const { grades } = only(between({ ...was, grades: [waiting] }, { ...is, grades: [decided] }), 'team:二组');
    expect(grades).toMatchObject([
      {
        id: 'team',
        before: { state: 'awaiting', text: { zh: '待评定' } },
        after: { state: 'determined', grade: 'poor', text: { zh: '不合格' } },
        rules: [
          {
            id: 'tardy',
            clause: '甲(二)',
            before: { outcome: 'false', decides: false, text: { zh: '不成立' } },
            after: { outcome: 'true', decides: true, text: { zh: '成立' } },
            restsOn: { facts: ['tardy'], parameters: [], unmoved: [] },
          },
        ],
        owed: { settled: [{ zh: '四组未报2026年2月“月报”（应于2026年3月5日前）' }], arisen: [] },
      },
    ]);
  });

  it('is told with the parameter, and with the figures as they are, where these have not changed', () => {
    const words = aResult().words;
    const tardyAt = words.parameters.tardy_at;
    if (!tardyAt) throw new Error('no such parameter');
    const stricter = { ...words, parameters: { ...words.parameters, tardy_at: { ...tardyAt, value: num('1') } } };
    const found = between({ ...was, grades: [waiting] }, { ...was, grades: [decided], words: stricter });
    const { grades } = only(found, 'team:二组');
    expect(grades[0]?.rules[0]?.restsOn).toMatchObject({
      facts: [],
      parameters: ['tardy_at'],
      unmoved: [{ id: 'tardy', text: { zh: '1次', en: '1 time' } }],
    });
    expect(found.parameters).toMatchObject([
      { id: 'tardy_at', before: { text: { zh: '2次以上' } }, after: { text: { zh: '1次以上' } } },
    ]);
  });

  it('names no rule that never held, nor one that is only no longer asked', () => {
    const further: Considered = { ...rule('false'), rule: 'best', clause: 'c4' };
    const before = { ...waiting, considered: [rule('false'), further] };
    const words = aResult().words;
    const team = words.ladders.team;
    const best = team?.rules.best;
    if (!team || !best) throw new Error('no such rule');
    const revised = { ...team, rules: { ...team.rules, best: { ...best, condition: 'rate > quota' } } };
    const after = { grades: [decided], words: { ...words, ladders: { ...words.ladders, team: revised } } };
    const found = between({ ...was, grades: [before] }, { ...is, ...after });
    expect(found.changed[0]?.grades[0]?.rules.map(({ id }) => id)).toEqual(['tardy']);
    expect(found.rules).toMatchObject([
      {
        of: 'grade',
        id: 'best',
        before: { text: { zh: '评为先进：rate >= quota' } },
        after: { text: { zh: '评为先进：rate > quota' } },
      },
    ]);
  });

  it('names a rule that the pack has taken away or revised, where it decided', () => {
    const words = aResult().words;
    const team = words.ladders.team;
    if (!team) throw new Error('no such ladder');
    const without = { ...team, rules: { ...team.rules, tardy: undefined } } as never;
    const now = grade('team:二组', 'team', { state: 'undetermined' });
    const found = between(
      { ...is, grades: [decided] },
      {
        ...is,
        grades: [now],
        words: JSON.parse(JSON.stringify({ ...words, ladders: { ...words.ladders, team: without } })),
      },
    );
    expect(only(found, 'team:二组').grades[0]?.rules).toMatchObject([
      { id: 'tardy', before: { decides: true }, isRevised: true, restsOn: { unmoved: [{ id: 'tardy' }] } },
    ]);
    expect(found.rules).toMatchObject([{ of: 'grade', id: 'tardy', before: {} }]);
    expect(found.rules[0]?.after).toBeUndefined();
  });

  it('that is still awaited says what became possible and what no longer is', () => {
    const narrowed = { ...waiting, possible: ['poor', 'fair'] };
    const { grades } = only(between({ grades: [waiting] }, { grades: [narrowed] }), 'team:二组');
    expect(grades).toMatchObject([
      {
        before: { state: 'awaiting', possible: ['fine', 'poor'], text: { zh: '待评定' } },
        after: { state: 'awaiting', possible: ['poor', 'fair'] },
      },
    ]);
    expect(grades[0]?.after?.text).toEqual({
      zh: '待评定（成为可能：合格；不再可能：先进）',
      en: 'awaited (now possible: fair; no longer possible: fine)',
    });
  });

  it('that is called the same says which rules newly apply and which no longer do', () => {
    const [was, is] = [['best'], ['tardy']].map((notApplied) => grade('team:二组', 'team', { notApplied }));
    if (!was || !is) throw new Error('two grades');
    const { grades } = only(between({ grades: [was] }, { grades: [is] }), 'team:二组');
    expect(grades[0]?.after?.text.zh).toMatch(/^无法认定（新适用：.+；不再适用：.+）$/);
    expect(grades[0]?.after).not.toHaveProperty('possible');
  });

  it('has the clause of what decides now, or did, or of the rules that did it', () => {
    const clause = (before: typeof waiting, after: typeof waiting) =>
      only(between({ ...was, grades: [before] }, { ...is, grades: [after] }), 'team:二组').grades[0]?.clause;
    expect(clause(waiting, decided)).toBe('甲(二)');
    expect(clause(decided, waiting)).toBe('甲(二)');
    expect(clause(waiting, { ...waiting, possible: ['poor'], considered: [rule('unknown')] })).toBe('甲(二)');
    expect(clause(waiting, { ...waiting, possible: ['poor'] })).toBe('');
  });

  it('may be one that was not there before', () => {
    const { grades } = only(between({ grades: [] }, { grades: [decided] }), 'team:二组');
    expect([grades[0]?.before, grades[0]?.after?.grade]).toEqual([undefined, 'poor']);
  });
});

describe('a figure that has changed', () => {
  const change = (before: Fact[], after: Fact[], files: Partial<Result>[] = [{}, {}]) =>
    only(between({ ...files[0], facts: before }, { ...files[1], facts: after }), 'team:二组').facts;

  it('is told with the cells that came and went', () => {
    const found = change(
      [fact('team:二组', 'done', num('4'), { cells: [at('B2'), at('B3')] })],
      [fact('team:二组', 'done', num('5'), { cells: [at('B2'), at('B4')] })],
    );
    expect(found).toMatchObject([
      {
        id: 'done',
        clause: '甲(一)',
        before: { value: num('4'), text: { zh: '4件' } },
        after: { value: num('5'), text: { zh: '5件' } },
        cells: { went: [at('B3')], came: [at('B4')], rewritten: [] },
      },
    ]);
  });

  it('is told with its cells in changed files, where it rests on the same', () => {
    const file = (sha256: string) => [{ file: '二组-2月.xlsx', sha256, forms: [] }];
    const cells = [at('B2'), at('B3', '别的.xlsx')];
    const found = change(
      [fact('team:二组', 'done', num('4'), { cells })],
      [fact('team:二组', 'done', num('5'), { cells })],
      [{ files: file('a') }, { files: file('b') }],
    );
    expect(found[0]?.cells).toEqual({ went: [], came: [], rewritten: [at('B2')] });
  });

  it('is told with the figures it is made of', () => {
    const made = (done: string, rate: string) => [
      fact('team:二组', 'done', num(done)),
      fact('team:二组', 'rate', num(rate), { parts: ['done', 'given'] }),
    ];
    const found = change(made('4', '0.5'), made('6', '0.75'));
    expect(found.map(({ id, parts, after }) => [id, parts, after?.text.zh])).toEqual([
      ['done', [], '6件'],
      ['rate', ['done'], '75.0%'],
    ]);
  });

  it('says what came in that was owed; one that is known does not change by what it was owed', () => {
    const cell = { kind: 'cell', place: at('B2') } as const;
    const found = change([fact('team:二组', 'done', cell)], [fact('team:二组', 'done', num('4'))]);
    expect(found[0]).toMatchObject({
      before: { text: { zh: '待定' } },
      owed: { settled: [{ zh: '二组-2月.xlsx › 月报 › B2 无法读取' }], arisen: [] },
    });
    const other = { kind: 'cell', place: at('B9') } as const;
    expect(change([fact('team:二组', 'done', cell)], [fact('team:二组', 'done', other)])[0]?.owed).toMatchObject({
      settled: [{}],
      arisen: [{}],
    });
    const moved = between(
      { facts: [fact('team:二组', 'done', num('4'), { cells: [at('B2')] })] },
      { facts: [fact('team:二组', 'done', num('4'), { cells: [at('B3')] })] },
    );
    expect(moved.changed).toEqual([]);
  });
});

describe('a place that has changed', () => {
  const order = (...teams: [string, number][]) => ({
    standings: teams.map(([team, rank]) => ranked(`team:${team}`, rank, '0.5')),
  });

  it('names who passed and who was passed', () => {
    const { changed } = between(
      order(['一组', 1], ['二组', 2], ['三组', 3], ['四组', 4]),
      order(['三组', 1], ['一组', 2], ['二组', 3], ['四组', 4]),
    );
    const names = (of: 'passedBy' | 'passed') =>
      changed.map(({ name, ranks }) => [name.zh, ranks[0]?.[of].first.map((each) => each.name.zh).join()]);
    expect(names('passedBy')).toEqual([
      ['一组', '三组'],
      ['二组', '三组'],
      ['三组', ''],
    ]);
    expect(names('passed')).toEqual([
      ['一组', ''],
      ['二组', ''],
      ['三组', '一组,二组'],
    ]);
  });

  it('names who is level with it now, and who was and has fallen behind', () => {
    const { changed } = between(
      {
        standings: [ranked('team:一组', 1, '1', true), ranked('team:二组', 1, '1', true), ranked('team:三组', 3, '1')],
      },
      {
        standings: [ranked('team:一组', 1, '1'), ranked('team:二组', 2, '1', true), ranked('team:三组', 2, '1', true)],
      },
    );
    const told = changed.map(({ name, ranks: [own] }) =>
      [name, ...[own?.passedBy, own?.passed, own?.levelWith, own?.leftBehind].map((each) => each?.first[0]?.name)].map(
        (each) => each?.zh ?? '',
      ),
    );
    expect(told).toEqual([
      ['一组', '', '', '', '二组'],
      ['二组', '一组', '', '三组', ''],
      ['三组', '', '二组', '', ''],
    ]);
  });

  it('names its own figures by which the order goes', () => {
    const rate = (value: string) => [fact('team:二组', 'rate', num(value))];
    const { changed } = between(
      { ...order(['二组', 2]), facts: rate('0.5') },
      { ...order(['二组', 1]), facts: rate('1') },
    );
    expect(changed[0]?.ranks[0]).toMatchObject({ by: ['rate'], before: { rank: 2 }, after: { rank: 1 } });
  });

  it('counts others beyond a handful, and holds groups apart', () => {
    const teams = Array.from({ length: 30 }, (_, at) => `team:${at}`);
    const subjects = teams.map((id) => ({ id, kind: 'team', name: id.slice(5), aliases: [], takesPart: true }));
    const all = (last: boolean) => ({
      subjects,
      facts: [],
      grades: [],
      standings: teams.map((id, at) => ranked(id, at === 0 ? (last ? 30 : 1) : at + (last ? 0 : 1), '1')),
    });
    const { passedBy } = between(all(false), all(true)).changed[0]?.ranks[0] ?? {};
    expect([passedBy?.count, passedBy?.first.length]).toEqual([29, 8]);
    const inGroup = (group: string) => ({ standings: [standing('team:二组', { rank: 1, group })] });
    const regrouped = only(between(inGroup('a'), inGroup('b')), 'team:二组').ranks[0];
    expect(regrouped).toMatchObject({ before: { text: { zh: '1（a）' } }, after: { text: { zh: '1（b）' } } });
    expect(regrouped?.passedBy.count).toBe(0);
  });

  it('may be lost or won, with what is owed for it', () => {
    const now = { standings: [standing('team:二组', { owed: [unsent] })] };
    const { ranks } = only(between(order(['二组', 2]), now), 'team:二组');
    expect(ranks[0]).toMatchObject({ before: { rank: 2 }, after: { text: { zh: '—' } }, owed: { arisen: [{}] } });
    const gone = only(between(order(['二组', 2]), { standings: [] }), 'team:二组').ranks[0];
    expect([gone?.before?.rank, gone?.after]).toEqual([2, undefined]);
  });
});

describe('what follows', () => {
  const tardy = (count: string) => [fact('team:二组', 'tardy', num(count))];

  it('newly, no longer, or in other words is told with the figures it asks for', () => {
    const was = { facts: tardy('2'), consequences: [line('scolded', 'team:二组', 'criticise', '迟报2次')] };
    const is = { facts: tardy('3'), consequences: [line('scolded', 'team:二组', 'criticise', '迟报3次')] };
    const none = { facts: tardy('0'), consequences: [] };
    const told = (before: Partial<Result>, after: Partial<Result>) => {
      const [found] = only(between(before, after), 'team:二组').consequences;
      return [found?.before?.text.zh, found?.after?.text.zh, found?.restsOn.facts, found?.clause];
    };
    expect(told(was, is)).toEqual(['迟报2次', '迟报3次', ['tardy'], '甲(二)']);
    expect(told(none, is)).toEqual([undefined, '迟报3次', ['tardy'], '甲(二)']);
    expect(told(was, none)).toEqual(['迟报2次', undefined, ['tardy'], '甲(二)']);
  });

  it('from a grade is told with it', () => {
    const atoms = [atom('team_grade == "poor"', ['team_grade'])];
    const poor = grade('team:二组', 'team', { state: 'determined', grade: 'poor' });
    const fine = grade('team:二组', 'team', { state: 'determined', grade: 'fine' });
    const lines = [{ ...line('scolded', 'team:二组', 'criticise', '不合格'), atoms }];
    const found = between({ grades: [fine], consequences: [] }, { grades: [poor], consequences: lines });
    expect(only(found, 'team:二组').consequences[0]?.grades).toEqual(['team']);
  });
});
