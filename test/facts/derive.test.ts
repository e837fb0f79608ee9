/** Every way to come by a fact: its value, the cells it rests on, and what is owed where it cannot be known. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/model/grading.js';
import type { Handed } from '../intake/handed.js';
import { tiny } from '../measures/packs.js';
import { cellsOf, fact, january, withFact } from './about.js';

const PLAN = 'plan-办公室-2026年1月.xlsx';
const REPORT = 'report-办公室-2026年1月.xlsx';
const number = (value: string): unknown => ({ type: 'number', value });

const plan = (...quantities: (number | string | null)[]): Handed =>
  january(
    'plan',
    quantities.map((quantity, index) => ({
      no: `${index + 1}`,
      task: '事',
      ...(quantity === null ? {} : { quantity }),
    })),
  );
const report = (...states: string[]): Handed =>
  january(
    'report',
    states.map((status, index) => ({ no: `${index + 1}`, status })),
  );

describe('count', () => {
  it('counts the rows, and rests on each', () => {
    const planned = fact('planned', [plan(1, 2, 3)]);
    expect(planned).toMatchObject({ value: number('3'), owed: [], parts: [] });
    expect(cellsOf(planned)).toEqual([`${PLAN} A5`, `${PLAN} A6`, `${PLAN} A7`]);
  });

  it('counts nothing in a form without rows', () => {
    expect(fact('planned', [plan()])).toMatchObject({ value: number('0'), cells: [], owed: [] });
  });

  it('counts those for which its condition holds, and rests on the cell that says so', () => {
    const told = withFact('unit', 'count: { form: report, where: status == "finished" }');
    const mine = fact('mine', [report('完成', '未完成', '完成')], told);
    expect(mine.value).toEqual(number('2'));
    expect(cellsOf(mine)).toEqual([`${REPORT} D5`, `${REPORT} D7`]);
  });

  it('rests on the first cell of a row where its condition rests on none', () => {
    const told = withFact('unit', 'count: { form: report, where: blank(reason) }');
    expect(cellsOf(fact('mine', [report('完成')], told))).toEqual([`${REPORT} A5`]);
  });

  it('is unknown while a row cannot be weighed', () => {
    const told = withFact('unit', 'count: { form: report, where: status == "finished" }');
    const mine = fact('mine', [report('完成', '差不多')], told);
    expect(mine).not.toHaveProperty('value');
    expect(mine.owed).toEqual([{ kind: 'cell', place: { file: REPORT, sheet: '表', cell: 'D6' } }]);
  });

  it('is known where the row that cannot be read would not count anyhow', () => {
    const told = withFact('unit', 'count: { form: report, where: status == "finished" && done > 1 }');
    const rows = [
      { no: '1', status: '未完成', done: '约3' },
      { no: '2', status: '完成', done: 2 },
    ];
    expect(fact('mine', [january('report', rows)], told)).toMatchObject({ value: number('1'), owed: [] });
  });

  it('is unknown while a parameter it asks for is not set', () => {
    const over =
      'facts:\n  mine: { zh: 我, en: mine, clause: "1", subject: unit, count: { form: plan, where: quantity > due_day } }';
    const mine = (value: unknown): Fact => fact('mine', [plan(1, 9)], { measures: tiny(over, { due_day: value }) });
    expect(mine(5)).toMatchObject({ value: number('1'), owed: [] });
    expect(mine(null)).not.toHaveProperty('value');
    expect(mine(null).owed).toEqual([{ kind: 'parameter', parameter: 'due_day' }]);
  });
});

describe('sum', () => {
  it('is exact', () => {
    const quantity = fact('quantity', [plan(0.1, 0.2, '1,000.05')]);
    expect(quantity.value).toEqual(number('1000.35'));
    expect(cellsOf(quantity)).toEqual([`${PLAN} C5`, `${PLAN} C6`, `${PLAN} C7`]);
  });

  it('leaves out what may be left empty', () => {
    const quantity = fact('quantity', [plan(2, null, 3)]);
    expect(quantity).toMatchObject({ value: number('5'), owed: [] });
    expect(cellsOf(quantity)).toEqual([`${PLAN} C5`, `${PLAN} C7`]);
  });

  it('is unknown while one of its cells cannot be read', () => {
    const quantity = fact('quantity', [plan(2, '若干')]);
    expect(quantity).not.toHaveProperty('value');
    expect(quantity.owed).toEqual([{ kind: 'cell', place: { file: PLAN, sheet: '表', cell: 'C6' } }]);
  });

  it('takes an empty cell for what the form says it stands for', () => {
    const rows = [{ person: '何静' }, { person: '陈立', sick: 3 }];
    expect(fact('sick', [january('attendance', rows)])).toMatchObject({ value: number('0'), owed: [] });
    expect(fact('sick', [january('attendance', rows)], {}, 'staff:0102')).toMatchObject({ value: number('3') });
  });

  it('is unknown where the column is not there at all', () => {
    const without = january('attendance', [{ person: '何静', late: 1 }], { without: ['sick'] });
    const sick = fact('sick', [without]);
    expect(sick).not.toHaveProperty('value');
    expect(sick.owed).toMatchObject([{ kind: 'cell', place: { cell: 'A5' } }]);
  });

  it('rests on the cells that add something, where any do', () => {
    const handed = [
      january('attendance', [{ person: '何静', sick: 0 }]),
      { ...january('attendance', [{ person: '何静', sick: 2 }]), period: '2026年2月' },
    ];
    const told = { when: { period: '2026-02' } };
    expect(cellsOf(fact('sick', handed, told))).toEqual(['attendance-办公室-2026年2月.xlsx B5']);
    expect(cellsOf(fact('late', handed, told))).toEqual([
      'attendance-办公室-2026年1月.xlsx C5',
      'attendance-办公室-2026年2月.xlsx C5',
    ]);
  });
});

describe('most', () => {
  const months = (...late: (number | string)[]): Handed[] =>
    late.map((each, index) =>
      january('attendance', [{ person: '何静', late: each }], { period: `2026年${index + 1}月` }),
    );
  const told = { when: { period: '2026-03' } };

  it('is the greatest of all', () => {
    expect(fact('most_late', months(2, 5, 3), told).value).toEqual(number('5'));
  });

  it('is none where there is none', () => {
    expect(fact('most_late', months(0, 0, 0), told)).toMatchObject({ value: number('0'), owed: [] });
  });

  it('is unknown while one cannot be read', () => {
    const most = fact('most_late', months(2, '多次', 3), told);
    expect(most).not.toHaveProperty('value');
    expect(most.owed).toMatchObject([{ kind: 'cell', place: { cell: 'C5' } }]);
  });
});

describe('highest', () => {
  const sanctions = (...steps: (string | null)[]): Handed => ({
    form: 'sanctions',
    rows: steps.map((sanction) => ({
      decided: '2026年1月',
      person: '何静',
      ...(sanction === null ? {} : { sanction }),
    })),
  });
  const step = (value: string | null): unknown => ({ type: 'step', scale: 'sanction', value });

  it.each([
    ['one', ['警告'], 'warning', ['sanctions.xlsx C3']],
    ['the higher of two', ['警告', '开除'], 'dismissal', ['sanctions.xlsx C4']],
    ['the higher of two, wherever it stands', ['开除', '警告'], 'dismissal', ['sanctions.xlsx C3']],
    ['each that is as high', ['记过', '警告', '记过'], 'demerit', ['sanctions.xlsx C3', 'sanctions.xlsx C5']],
    ['none, where none is recorded', ['无'], null, []],
    ['none, where the cell is empty', [null], null, []],
    ['none, where there is no row', [], null, []],
  ])('is %s', (_, steps, value, cells) => {
    const sanction = fact('sanction', [sanctions(...steps)]);
    expect(sanction).toMatchObject({ value: step(value), owed: [] });
    expect(cellsOf(sanction)).toEqual(cells);
  });

  it('is unknown while one cannot be read, for it may be higher', () => {
    const sanction = fact('sanction', [sanctions('警告', '通报')]);
    expect(sanction).not.toHaveProperty('value');
    expect(sanction.owed).toEqual([{ kind: 'cell', place: { file: 'sanctions.xlsx', sheet: '表', cell: 'C4' } }]);
  });

  it('is that of the person', () => {
    expect(fact('sanction', [sanctions('开除')], {}, 'staff:0102').value).toEqual(step(null));
  });
});

describe('longest', () => {
  type Stretch = readonly [first: string, last: string, length: number | string, more?: Record<string, string>];
  const leave = (month: number, ...stretches: Stretch[]): Handed =>
    january(
      'leave',
      stretches.map(([first, last, length, more]) => ({ person: '何静', first, last, length, ...more })),
      { period: `2026年${month}月` },
    );
  const told = { when: { period: '2026-03' } };
  const away = (...handed: Handed[]): unknown => fact('away', handed, told).value;
  const days = {
    ...withFact('staff', 'over: year, longest: { form: leave, from: first, to: last, amount: length, gap: days }'),
    ...told,
  };

  it('is the longest of several', () => {
    const found = fact('away', [leave(3, ['3月3日', '3月3日', 1], ['3月10日', '3月12日', 3])], told);
    expect(found.value).toEqual(number('3'));
    expect(cellsOf(found)).toEqual(['leave-办公室-2026年3月.xlsx D6']);
  });

  it('is 0 where there is none', () => {
    expect(fact('away', [], told)).toMatchObject({ value: number('0'), owed: [], cells: [] });
  });

  it.each<[string, string, Stretch[]]>([
    [
      'days that follow each other',
      '2',
      [
        ['3月10日', '3月10日', 1],
        ['3月11日', '3月11日', 1],
      ],
    ],
    [
      'Friday and Monday',
      '2',
      [
        ['3月13日', '3月13日', 1],
        ['3月16日', '3月16日', 1],
      ],
    ],
    [
      'a day before and a day after a holiday',
      '2',
      [
        ['2月13日', '2月14日', 1],
        ['2月24日', '2月24日', 1],
      ],
    ],
    [
      'entered in any order',
      '2',
      [
        ['3月16日', '3月16日', 1],
        ['3月13日', '3月13日', 1],
      ],
    ],
    [
      'three in a row',
      '2.5',
      [
        ['3月12日', '3月12日', 1],
        ['3月13日', '3月13日', 0.5],
        ['3月16日', '3月16日', 1],
      ],
    ],
  ])('joins %s', (_, length, stretches) => {
    expect(away(leave(3, ...stretches))).toEqual(number(length));
  });

  it.each<[string, Stretch[]]>([
    [
      'a working day lies between',
      [
        ['3月10日', '3月10日', 1],
        ['3月12日', '3月12日', 1],
      ],
    ],
    [
      'the Saturday between is worked',
      [
        ['2月13日', '2月13日', 1],
        ['2月24日', '2月24日', 1],
      ],
    ],
  ])('joins nothing where %s', (_, stretches) => {
    expect(away(leave(3, ...stretches))).toEqual(number('1'));
  });

  it.each<[string, Stretch[], string]>([
    [
      'one within another',
      [
        ['3月9日', '3月13日', 4],
        ['3月10日', '3月10日', 1],
      ],
      '4',
    ],
    [
      'one that begins before another ends',
      [
        ['3月9日', '3月11日', 2],
        ['3月11日', '3月13日', 3],
      ],
      '3',
    ],
    [
      'one and a longer one after both',
      [
        ['3月9日', '3月10日', 1],
        ['3月10日', '3月10日', 1],
        ['3月16日', '3月20日', 5],
      ],
      '5',
    ],
  ])('does not know what %s come to together, only their least', (_, stretches, least) => {
    const found = fact('away', [leave(3, ...stretches)], told);
    expect(found).not.toHaveProperty('value');
    expect(found.atLeast).toEqual(number(least));
    expect(found.owed).toMatchObject([{ kind: 'repeated', form: 'leave', places: [{ cell: 'D5' }, { cell: 'D6' }] }]);
  });

  it('joins over the turn of a month, from two forms', () => {
    const found = fact('away', [leave(1, ['1月30日', '1月30日', 1]), leave(2, ['2月2日', '2月3日', 2])], told);
    expect(found.value).toEqual(number('3'));
    expect(cellsOf(found)).toEqual(['leave-办公室-2026年1月.xlsx D5', 'leave-办公室-2026年2月.xlsx D5']);
  });

  it('counts calendar days where the measures do', () => {
    const friday: Stretch = ['3月13日', '3月13日', 1];
    expect(fact('mine', [leave(3, friday, ['3月16日', '3月16日', 1])], days).value).toEqual(number('1'));
    expect(fact('mine', [leave(3, friday, ['3月14日', '3月16日', 3])], days).value).toEqual(number('4'));
  });

  it('leaves out what its condition leaves out', () => {
    expect(away(leave(3, ['3月10日', '3月12日', 3, { excused: '是' }], ['3月20日', '3月20日', 1]))).toEqual(
      number('1'),
    );
  });

  it.each([
    ['first', ['某日', '3月10日', 1], 'B5'],
    ['last', ['3月10日', '某日', 1], 'C5'],
    ['length', ['3月10日', '3月10日', '约半天'], 'D5'],
  ] as [string, Stretch, string][])('is unknown while its %s cannot be read', (_, stretch, cell) => {
    const found = fact('away', [leave(3, stretch)], told);
    expect(found).not.toHaveProperty('value');
    expect(found.owed).toEqual([{ kind: 'cell', place: { file: 'leave-办公室-2026年3月.xlsx', sheet: '表', cell } }]);
  });
});

describe('find', () => {
  const judged = (...rows: Record<string, string>[]): Handed => ({
    form: 'judgements',
    period: '2026',
    rows: rows.map((row) => ({ unit: '办公室', ...row })),
  });
  const answer = [{ kind: 'answer', fact: 'quality', by: { zh: '领导小组', en: 'the leading group' } }];

  it.each([
    ['是', true],
    ['否', false],
  ])('is what is recorded: %s', (quality, value) => {
    const found = fact('quality', [judged({ quality })]);
    expect(found).toMatchObject({ value: { type: 'yesno', value }, owed: [] });
    expect(cellsOf(found)).toEqual(['judgements-2026.xlsx B4']);
  });

  it('is known where it is recorded twice, the same', () => {
    expect(fact('quality', [judged({ quality: '是' }, { quality: '√' })])).toMatchObject({
      value: { type: 'yesno', value: true },
      owed: [],
    });
  });

  it('is unknown where it is recorded differently, with every place', () => {
    const told = withFact('unit', 'find: { form: incidents, column: kind }');
    const rows = ['失误', '否决'].map((kind) => ({ occurred: '2026-1-5', unit: '办公室', kind, confirmed: '是' }));
    const found = fact('mine', [{ form: 'incidents', rows }], told);
    expect(found).not.toHaveProperty('value');
    expect(found).not.toHaveProperty('atLeast');
    expect(found.owed).toEqual([
      {
        kind: 'conflict',
        fact: 'mine',
        places: ['D3', 'D4'].map((cell) => ({ file: 'incidents.xlsx', sheet: '表', cell })),
      },
    ]);
  });

  it('is owed by whoever has to answer, where nothing is recorded', () => {
    expect(fact('quality', [judged({ proposed: '好' })])).toMatchObject({ owed: answer, cells: [] });
    expect(fact('quality', [judged()]).owed).toEqual(answer);
  });

  it('is owed as it is called, where the measures name nobody', () => {
    expect(fact('proposed', [judged({ quality: '是' })]).owed).toEqual([
      { kind: 'answer', fact: 'proposed', by: { zh: '建议等次', en: 'Proposed grade' } },
    ]);
  });

  it('is unknown while it cannot be read', () => {
    const found = fact('quality', [judged({ quality: '尚可' })]);
    expect(found).not.toHaveProperty('value');
    expect(found.owed).toEqual([{ kind: 'cell', place: { file: 'judgements-2026.xlsx', sheet: '表', cell: 'B4' } }]);
  });

  it('is unknown while one of two cannot be read', () => {
    const told = withFact('unit', 'find: { form: incidents, column: kind }');
    const rows = ['失误', '过失'].map((kind) => ({ occurred: '2026-1-5', unit: '办公室', kind, confirmed: '是' }));
    expect(fact('mine', [{ form: 'incidents', rows }], told).owed).toMatchObject([
      { kind: 'cell', place: { cell: 'D4' } },
    ]);
  });

  it('may be a field of the form', () => {
    const told = withFact('unit', 'find: { form: plan, column: filed_on }');
    const handed = january('plan', [{ no: '1', task: '事' }], { fields: { filed_on: '2025-12-26' } });
    expect(fact('mine', [handed], told).value).toEqual({ type: 'day', value: '2025-12-26' });
  });
});

describe('share', () => {
  it('is exact, and made of its parts', () => {
    const completion = fact('completion', [plan(1, 1, 1), report('完成', '未完成', '完成')]);
    expect(completion.value).toEqual(number('0.6666666666666666666666666666666666666667'));
    expect(completion.parts).toEqual(['finished', 'planned']);
    expect(cellsOf(completion)).toEqual([`${REPORT} D5`, `${REPORT} D7`, `${PLAN} A5`, `${PLAN} A6`, `${PLAN} A7`]);
  });

  it('is unknown where there is nothing to share', () => {
    const completion = fact('completion', [plan(), report()]);
    expect(completion).not.toHaveProperty('value');
    expect(completion.owed).toEqual([{ kind: 'nothing-to-share', fact: 'planned' }]);
  });

  it('is owed what its parts are owed, once', () => {
    const completion = fact('completion', []);
    expect(completion).not.toHaveProperty('value');
    expect(completion.owed).toMatchObject([
      { kind: 'submission', form: 'report' },
      { kind: 'submission', form: 'plan' },
    ]);
  });
});

describe('total', () => {
  it('adds its parts', () => {
    const trouble = fact('trouble', [january('attendance', [{ person: '何静', sick: 1.5, late: 2 }])]);
    expect(trouble).toMatchObject({ value: number('3.5'), owed: [], parts: ['sick', 'late'] });
    expect(cellsOf(trouble)).toEqual(['attendance-办公室-2026年1月.xlsx B5', 'attendance-办公室-2026年1月.xlsx C5']);
  });

  it('is unknown while one of them is', () => {
    const trouble = fact('trouble', [january('attendance', [{ person: '何静', sick: '若干', late: 2 }])]);
    expect(trouble).not.toHaveProperty('value');
    expect(trouble.owed).toMatchObject([{ kind: 'cell', place: { cell: 'B5' } }]);
  });

  it('may be made of totals and shares', () => {
    const told = withFact('unit', 'total: [completion, planned]');
    const mine = fact('mine', [plan(1, 1), report('完成', '未完成')], told);
    expect(mine).toMatchObject({ value: number('2.5'), parts: ['completion', 'planned'] });
  });
});

describe('what is certain already of a fact that is not known', () => {
  it.each([
    ['a count: what was counted', 'planned', [plan(1, 2)], '2'],
    ['a count: nothing, where nothing came', 'planned', [], '0'],
    ['a sum of amounts that are never below zero', 'quantity', [plan(2, '若干', 3)], '5'],
    ['the most: the greatest so far', 'most_late', [january('attendance', [{ person: '何静', late: 4 }])], '4'],
    [
      'the longest: that so far',
      'away',
      [
        january('leave', [
          { person: '何静', first: '1月5日', last: '1月6日', length: 2 },
          { person: '何静', first: '某日', last: '1月9日', length: 1 },
        ]),
      ],
      '2',
    ],
    [
      'a total: what its parts come to at least',
      'trouble',
      [january('attendance', [{ person: '何静', sick: 3, late: '多次' }])],
      '3',
    ],
  ])('%s', (_, id, handed, least) => {
    const found = fact(id, handed, { when: { period: '2026-Q1' } });
    expect(found.atLeast).toEqual(number(least));
    expect(found).not.toHaveProperty('value');
    expect(found.owed).not.toEqual([]);
  });

  it('the highest step so far', () => {
    const rows = ['警告', '通报'].map((sanction) => ({ decided: '2026年1月', person: '何静', sanction }));
    expect(fact('sanction', [{ form: 'sanctions', rows }]).atLeast).toMatchObject({ value: 'warning' });
  });

  it.each([
    ['a sum of amounts that may be below zero', withFact('staff', 'sum: { form: leave, column: length }')],
    ['a share', withFact('unit', 'share: { of: finished, in: planned }')],
    ['a total of what has no least', withFact('unit', 'total: [completion, planned]')],
    ['what is looked up', withFact('unit', 'find: { form: incidents, column: kind }')],
  ])('nothing of %s', (_, told) => {
    const handed = [
      january('leave', [{ person: '何静', first: '1月5日', last: '1月6日', length: '约两天' }]),
      {
        form: 'incidents',
        rows: ['失误', '否决'].map((kind) => ({ occurred: '2026-1-5', unit: '办公室', kind, confirmed: '是' })),
      },
      plan(1),
    ];
    const mine = fact('mine', handed, told);
    expect(mine).not.toHaveProperty('value');
    expect(mine).not.toHaveProperty('atLeast');
  });

  it('nothing more of a fact that is known', () => {
    expect(fact('planned', [plan(1)])).not.toHaveProperty('atLeast');
  });
});

describe('stretches that account for a total', () => {
  const told = withFact(
    'staff',
    'longest: { form: leave, from: first, to: last, amount: length, gap: workdays, accounts_for: sick }',
  );
  const leave = january('leave', [{ person: '何静', first: '1月5日', last: '1月6日', length: 2 }]);
  const sick = (days: number | string): Handed => january('attendance', [{ person: '何静', sick: days }]);

  it('are known where they add up to it', () => {
    expect(fact('mine', [leave, sick(2)], told)).toMatchObject({ value: number('2'), owed: [] });
  });

  it('are incomplete where they do not', () => {
    const mine = fact('mine', [leave, sick(3)], told);
    expect(mine).not.toHaveProperty('value');
    expect(mine.atLeast).toEqual(number('2'));
    expect(mine.owed).toEqual([{ kind: 'unaccounted', form: 'leave', fact: 'sick' }]);
  });

  it('are open while the total is', () => {
    expect(fact('mine', [leave, sick('若干')], told).owed).toMatchObject([{ kind: 'cell', place: { cell: 'B5' } }]);
    expect(fact('mine', [leave], told).owed).toMatchObject([{ kind: 'submission', form: 'attendance' }]);
  });
});
