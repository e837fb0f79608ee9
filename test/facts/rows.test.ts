/** The rows facts rest on: which count for whom and when, and who owes what is not there. Nothing owed is taken for zero. */
import { describe, expect, it } from 'vitest';
import { day } from '../forms/sheets.js';
import type { Handed } from '../intake/handed.js';
import { tiny } from '../measures/packs.js';
import { cellsOf, fact, facts, january, TINY, withFact } from './about.js';

const number = (value: string): unknown => ({ type: 'number', value });
const plan = january('plan', [{ no: '1', task: '事', quantity: 2 }]);
const attendance = january('attendance', [{ person: '何静', sick: 1 }]);

describe('a form that has not come', () => {
  it('is owed by the unit, from its due day on', () => {
    const planned = fact('planned', []);
    expect(planned).not.toHaveProperty('value');
    expect(planned.owed).toEqual([
      { kind: 'submission', form: 'plan', by: 'unit:01', period: '2026-01', due: '2025-12-28' },
    ]);
  });

  it('is owed later while it is not due', () => {
    const owed = (asOf: string): unknown => fact('planned', [], { when: { period: '2026-01', asOf } }).owed;
    expect(owed('2025-12-28')).toMatchObject([{ kind: 'later', due: '2025-12-28' }]);
    expect(owed('2025-12-29')).toMatchObject([{ kind: 'submission', due: '2025-12-28' }]);
  });

  it('is not called missing where the register has it: its file is', () => {
    const rows = [{ unit: '办公室', form: '工作计划', period: '2026年1月', received: day('2025-12-26') }];
    expect(fact('planned', [{ form: 'receipts', rows }]).owed).toEqual([
      {
        kind: 'submission',
        form: 'plan',
        by: 'unit:01',
        period: '2026-01',
        due: '2025-12-28',
        received: '2025-12-26',
      },
    ]);
  });

  it('is owed for each period that lacks it', () => {
    const planned = fact('planned', [plan], { when: { period: '2026-Q1' } });
    expect(planned).not.toHaveProperty('value');
    expect(planned.owed).toMatchObject([{ period: '2026-02' }, { period: '2026-03' }]);
    expect(cellsOf(planned)).toEqual(['plan-办公室-2026年1月.xlsx A5']);
  });

  it('is owed by the unit for each of its people', () => {
    expect(fact('sick', []).owed).toEqual([
      { kind: 'submission', form: 'attendance', by: 'unit:01', period: '2026-01', due: '2026-02-06' },
    ]);
  });

  it('is owed by the office where the office keeps it', () => {
    const when = { period: '2026', asOf: '2027-02-01' };
    expect(fact('quality', [], { when }).owed).toMatchObject([{ kind: 'submission', by: 'office', period: '2026' }]);
    expect(fact('quality', []).owed).toMatchObject([
      { kind: 'later', by: 'office', period: '2026', due: '2027-01-10' },
    ]);
  });

  it('is owed to the end of its period where its due day is not known', () => {
    const measures = tiny('', { due_day: null });
    expect(fact('finished', [plan], { measures }).owed).toMatchObject([{ kind: 'submission', due: '2026-01-31' }]);
  });

  it('and need not come stands for one without rows', () => {
    expect(fact('away', [])).toMatchObject({ value: number('0'), owed: [] });
  });
});

describe('a form that came twice', () => {
  const twice = [plan, { ...plan, file: 'again.xlsx', rows: [] }];

  it('is owed a choice, and nothing of either counts', () => {
    const planned = fact('planned', twice);
    expect(planned).not.toHaveProperty('value');
    expect(planned.owed).toEqual([{ kind: 'choice', form: 'plan', by: 'unit:01', period: '2026-01' }]);
    expect(planned.cells).toEqual([]);
  });

  it('counts as the office chooses', () => {
    expect(fact('planned', twice, { chosen: ['again.xlsx'] }).value).toEqual(number('0'));
    expect(fact('planned', twice, { chosen: ['plan-办公室-2026年1月.xlsx'] }).value).toEqual(number('1'));
  });
});

describe('rows of a form', () => {
  it('count for the unit that handed it in alone', () => {
    expect(fact('planned', [plan], {}, 'unit:02').owed).toMatchObject([{ kind: 'submission', by: 'unit:02' }]);
  });

  it('count for the person whom they name', () => {
    expect(
      fact('sick', [
        january('attendance', [
          { person: '陈立', sick: 2 },
          { person: '何静', sick: 1 },
        ]),
      ]).value,
    ).toEqual(number('1'));
  });

  it('do not count for whoever is not listed: where everybody must be, the form is owed again', () => {
    const sick = fact('sick', [january('attendance', [{ person: '陈立', sick: 1 }])]);
    expect(sick).not.toHaveProperty('value');
    expect(sick.owed).toEqual([{ kind: 'cell', place: { file: 'attendance-办公室-2026年1月.xlsx', sheet: '表' } }]);
  });

  it('that must list everybody and do not, leave it open', () => {
    expect(fact('sick', [attendance]).value).toEqual(number('1'));
    expect(fact('sick', [attendance], {}, 'staff:0102').owed).toMatchObject([{ kind: 'cell' }]);
  });

  it('count in the year up to the end of the period, or in the period alone', () => {
    const months = [1, 2, 3, 4].map((month) => ({ ...attendance, period: `2026年${month}月` }));
    const plans = [1, 2, 3, 4].map((month) => ({ ...plan, period: `2026年${month}月` }));
    const when = { period: '2026-03' };
    expect(fact('sick', months, { when })).toMatchObject({ value: number('3'), from: '2026-01-01', to: '2026-03-31' });
    expect(fact('planned', plans, { when })).toMatchObject({
      value: number('1'),
      from: '2026-03-01',
      to: '2026-03-31',
    });
  });

  it('of a year before do not count', () => {
    expect(fact('planned', [{ ...plan, period: '2025年1月' }]).owed).toMatchObject([{ period: '2026-01' }]);
  });

  it('of a yearly form count from the beginning of its year', () => {
    const told = withFact('unit', 'over: year, count: { form: targets }');
    const targets: Handed = { form: 'targets', by: '办公室', period: '2026', rows: [{ no: '1', target: '甲' }] };
    for (const period of ['2026-01', '2026-Q3', '2026'])
      expect(fact('mine', [targets], { ...told, when: { period } }).value).toEqual(number('1'));
  });
});

describe('rows of a register', () => {
  const incidents = (...rows: Record<string, string>[]): Handed => ({
    form: 'incidents',
    rows: rows.map((row) => ({ unit: '办公室', kind: '否决', confirmed: '是', ...row })),
  });

  it('count by their day, the first and the last of the span too', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((occurred) => ({ occurred }));
    const vetoes = fact('vetoes', [incidents(...days)]);
    expect(vetoes.value).toEqual(number('2'));
    expect(cellsOf(vetoes)).toEqual(['incidents.xlsx D4', 'incidents.xlsx D5']);
  });

  it('count by their month, where it lies within', () => {
    const sanctions = (decided: string): Handed => ({
      form: 'sanctions',
      rows: [{ decided, person: '何静', sanction: '开除' }],
    });
    const step = (decided: string): unknown => fact('sanction', [sanctions(decided)]).value;
    expect(step('2026年1月')).toMatchObject({ value: 'dismissal' });
    expect(step('2026年2月')).toMatchObject({ value: null });
    expect(step('2025年12月')).toMatchObject({ value: null });
  });

  it('without a readable day leave it open', () => {
    const vetoes = fact('vetoes', [incidents({ occurred: '年初' })]);
    expect(vetoes).not.toHaveProperty('value');
    expect(vetoes.owed).toEqual([{ kind: 'cell', place: { file: 'incidents.xlsx', sheet: '表', cell: 'A3' } }]);
  });

  it('without a day leave it open', () => {
    expect(fact('vetoes', [incidents({})]).owed).toMatchObject([{ kind: 'cell', place: { cell: 'A3' } }]);
  });

  it('count for the unit they name, whoever keeps the register', () => {
    const handed = [incidents({ occurred: '2026-1-5' }, { occurred: '2026-1-6', unit: '计量科' })];
    expect(fact('vetoes', handed).value).toEqual(number('1'));
    expect(fact('vetoes', handed, {}, 'unit:02').value).toEqual(number('1'));
  });

  it('count from every file it is kept in', () => {
    const second = { ...incidents({ occurred: '2026-1-6' }), file: 'second.xlsx' };
    expect(fact('vetoes', [incidents({ occurred: '2026-1-5' }), second]).value).toEqual(number('2'));
  });

  it('that do not apply are weighed and left', () => {
    const rows = incidents({ occurred: '2026-1-5', confirmed: '否' }, { occurred: '2026-1-6', kind: '失误' });
    expect(fact('vetoes', [rows])).toMatchObject({ value: number('0'), owed: [] });
  });

  it('that must be kept and is not there leaves everything open', () => {
    expect(fact('vetoes', []).owed).toEqual([{ kind: 'register', form: 'incidents' }]);
  });

  it('that need not be kept stands for one without rows', () => {
    expect(fact('sanction', [])).toMatchObject({ value: { type: 'step', value: null }, owed: [] });
  });

  it('without a day of their own count always', () => {
    const told = withFact('unit', 'count: { form: people }');
    const kept = fact('mine', [], { ...told, when: { period: '2026-01' } });
    expect(kept.value).toEqual(number('2'));
  });
});

describe('rows with a counterpart elsewhere', () => {
  const report = (...numbers: string[]): Handed =>
    january(
      'report',
      numbers.map((no) => ({ no, status: '完成' })),
    );

  it('count where it is', () => {
    const finished = fact('finished', [plan, report('1', '２', '9')]);
    expect(finished.value).toEqual(number('1'));
    expect(cellsOf(finished)).toEqual(['report-办公室-2026年1月.xlsx D5']);
  });

  it('find it however it is written', () => {
    const plans = january('plan', [
      { no: ' A-１ ', task: '事' },
      { no: 2, task: '事' },
    ]);
    expect(fact('finished', [plans, report('a-1', '2')]).value).toEqual(number('2'));
  });

  it('find it in the same period alone', () => {
    const rows = [
      { no: '7', status: '未完成' },
      { no: '1', status: '完成' },
    ];
    const handed = [
      plan,
      report('1'),
      january('plan', [{ no: '7', task: '事' }], { period: '2026年2月' }),
      january('report', rows, { period: '2026年2月' }),
      january('plan', [], { period: '2026年3月' }),
      january('report', rows, { period: '2026年3月' }),
    ];
    expect(fact('finished', handed, { when: { period: '2026-Q1' } })).toMatchObject({ value: number('1'), owed: [] });
  });

  it('find that of their own unit alone', () => {
    const other = { ...january('report', [{ no: '1', status: '完成' }]), by: '计量科' };
    const theirs = { ...january('plan'), by: '计量科' };
    expect(fact('finished', [plan, other, theirs], {}, 'unit:02').value).toEqual(number('0'));
  });

  it('leave open what the other form has and this one does not answer for', () => {
    const plans = january('plan', [
      { no: '1', task: '事' },
      { no: '2', task: '事' },
    ]);
    const finished = fact('finished', [plans, report('1')]);
    expect(finished).not.toHaveProperty('value');
    expect(finished.atLeast).toEqual(number('1'));
    expect(finished.owed).toEqual([
      { kind: 'unanswered', form: 'report', place: { file: 'plan-办公室-2026年1月.xlsx', sheet: '表', cell: 'A6' } },
    ]);
  });

  it('are not owed one by one where their whole form is', () => {
    expect(fact('finished', [plan]).owed).toMatchObject([{ kind: 'submission', form: 'report' }]);
  });

  it('are open while the other form is owed', () => {
    const finished = fact('finished', [report('1')]);
    expect(finished).not.toHaveProperty('value');
    expect(finished.owed).toMatchObject([{ kind: 'submission', form: 'plan' }]);
  });
});

describe('a row entered twice', () => {
  const plans = (...rows: Record<string, string | number>[]): Handed => january('plan', rows);
  const row = { no: '1', task: '收发', quantity: 2 };

  it('counts once where both say the same', () => {
    expect(fact('planned', [plans(row, { ...row, no: '１', task: '收 发' })])).toMatchObject({
      value: number('1'),
      owed: [],
    });
  });

  it('is open where they differ, and counts once at least', () => {
    const planned = fact('planned', [plans(row, { ...row, quantity: 3 })]);
    expect(planned).not.toHaveProperty('value');
    expect(planned.atLeast).toEqual(number('1'));
    expect(planned.owed).toMatchObject([{ kind: 'repeated', form: 'plan', places: [{ cell: 'A5' }, { cell: 'A6' }] }]);
  });

  it('is open where its condition holds for one of them only', () => {
    const states = ['完成', '未完成'].map((status) => ({ no: '1', status }));
    const finished = fact('finished', [plan, january('report', states)]);
    expect(finished).not.toHaveProperty('value');
    expect(finished.atLeast).toEqual(number('0'));
    expect(finished.owed).toMatchObject([{ kind: 'repeated', form: 'report' }]);
  });

  it('does not matter where its condition holds for neither', () => {
    const states = ['人手不足', '经费不足'].map((reason) => ({ no: '1', status: '未完成', reason }));
    expect(fact('finished', [plan, january('report', states)])).toMatchObject({ value: number('0'), owed: [] });
  });

  it('is not one where its key is empty', () => {
    expect(fact('planned', [plans({ task: '收发' }, { task: '检查' })]).value).toEqual(number('2'));
  });

  it('is not one in another period', () => {
    const handed = [plans(row), { ...plans(row), period: '2026年2月' }];
    const told = withFact('unit', 'over: year, count: { form: plan }');
    expect(fact('mine', handed, { ...told, when: { period: '2026-02' } }).value).toEqual(number('2'));
  });

  it('is not one where the form has no key', () => {
    const rows = [1, 2].map(() => ({ occurred: '2026-1-5', unit: '办公室', kind: '否决', confirmed: '是' }));
    expect(fact('vetoes', [{ form: 'incidents', rows }]).value).toEqual(number('2'));
  });
});

describe('a row that is perhaps about someone', () => {
  const incident = (more: Record<string, string>): Handed => ({
    form: 'incidents',
    rows: [{ occurred: '2026-1-5', unit: '办公室', kind: '否决', confirmed: '是', ...more }],
  });
  const told = withFact('staff', 'over: year, count: { form: incidents, where: confirmed }');

  it('leaves open whether it counts for whoever the name may mean', () => {
    const vetoes = fact('vetoes', [incident({ unit: '办公厅' })]);
    expect(vetoes).not.toHaveProperty('value');
    expect(vetoes.atLeast).toEqual(number('0'));
    expect(vetoes.owed).toEqual([{ kind: 'cell', place: { file: 'incidents.xlsx', sheet: '表', cell: 'B3' } }]);
  });

  it('is not about whom the name cannot mean', () => {
    expect(fact('vetoes', [incident({ unit: '办公厅' })], {}, 'unit:02')).toMatchObject({ value: number('0') });
  });

  it('is perhaps about anybody where the name is like nobody’s', () => {
    const handed = [incident({ unit: '档案馆' })];
    for (const unit of ['unit:01', 'unit:02']) expect(fact('vetoes', handed, {}, unit).owed).toHaveLength(1);
  });

  it('does not matter where it would not count anyhow', () => {
    expect(fact('vetoes', [incident({ unit: '办公厅', confirmed: '否' })])).toMatchObject({ value: number('0') });
  });

  it('is about nobody where it may be left empty and is', () => {
    expect(fact('mine', [incident({})], told)).toMatchObject({ value: number('0'), owed: [] });
  });

  it('is perhaps about anybody where it had to be filled and is not', () => {
    const rows = [{ decided: '2026年1月', sanction: '开除' }];
    expect(fact('sanction', [{ form: 'sanctions', rows }]).owed).toMatchObject([
      { kind: 'cell', place: { cell: 'B3' } },
    ]);
  });

  it('is not about whoever stands in the form already', () => {
    const handed = january('attendance', [
      { person: '何静', sick: 1 },
      { person: '陈力', sick: 9 },
    ]);
    expect(fact('sick', [handed])).toMatchObject({ value: number('1'), owed: [] });
    expect(fact('sick', [handed], {}, 'staff:0102').owed).toEqual([
      { kind: 'cell', place: { file: 'attendance-办公室-2026年1月.xlsx', sheet: '表' } },
      { kind: 'cell', place: { file: 'attendance-办公室-2026年1月.xlsx', sheet: '表', cell: 'A6' } },
    ]);
  });
});

describe('a fact of a unit over a register of persons', () => {
  const sanctions = (person: string): Handed => ({
    form: 'sanctions',
    rows: [{ decided: '2026年1月', person, sanction: '开除' }],
  });
  const told = withFact('unit', 'over: year, count: { form: sanctions }');

  it('counts those who belong to it', () => {
    expect(fact('mine', [sanctions('何静')], told).value).toEqual(number('1'));
    expect(fact('mine', [sanctions('何静')], told, 'unit:02').value).toEqual(number('0'));
  });

  it('is open where the name may be one of theirs', () => {
    expect(fact('mine', [sanctions('何晶')], told).owed).toMatchObject([{ kind: 'cell', place: { cell: 'B3' } }]);
    expect(fact('mine', [sanctions('何晶')], told, 'unit:02').value).toEqual(number('0'));
  });

  it('is nothing where the register names nobody', () => {
    const over = `forms:
  log: { zh: 日志, en: Log, clause: "1", from: office, every: standing, required: false, columns: {
    what: { zh: 事项, en: What, type: text, required: true }, when: { zh: 何时, en: When, type: date } } }
facts:
  mine: { zh: 我, en: mine, clause: "1", subject: unit, count: { form: log } }`;
    const handed: Handed = { form: 'log', rows: [{ what: '事', when: '2026-1-5' }] };
    expect(fact('mine', [], { measures: tiny(over) })).toMatchObject({ value: number('0'), owed: [] });
    expect(fact('mine', [handed], { measures: tiny(over) })).toMatchObject({ value: number('0'), owed: [] });
  });
});

describe('the register the programme keeps', () => {
  const receipts = (...rows: [form: string, period: string, received: string][]): Handed => ({
    form: 'receipts',
    rows: rows.map(([form, period, received]) => ({ unit: '办公室', form, period, received })),
  });
  const when = { period: '2026-01', asOf: '2026-02-04' };
  const undated = january('report', [{ no: '1', status: '完成' }]);

  it('counts what came late and what is missing, by the cell of the receipt', () => {
    const late = fact('late_reports', [receipts(['工作计划', '2026年1月', '2025-12-29'])], { when });
    expect(late.value).toEqual(number('1'));
    expect(cellsOf(late)).toEqual(['receipts.xlsx D3']);
  });

  it('counts what is missing, with no cell to rest on', () => {
    const late = fact('late_reports', [], { when: { ...when, asOf: '2026-02-06' } });
    expect(late).toMatchObject({ value: number('2'), cells: [{ file: '' }] });
  });

  it('counts nothing that is not due, nor what is not counted by the measures', () => {
    const early = [receipts(['工作计划', '2026年1月', '2025-12-28'], ['出勤月报', '2026年1月', '2026-03-01'])];
    expect(fact('late_reports', early, { when })).toMatchObject({ value: number('0'), owed: [] });
  });

  it('is open while nothing tells when something came', () => {
    const late = fact('late_reports', [receipts(['工作计划', '2026年1月', '2025-12-28']), undated], { when });
    expect(late).not.toHaveProperty('value');
    expect(late.owed).toEqual([{ kind: 'receipt', form: 'report', by: 'unit:01', period: '2026-01' }]);
  });

  it('knows the day, the delay, and the period', () => {
    const told = (derivation: string): unknown => {
      const handed = [receipts(['完成情况表', '2026年1月', '2026-02-09'], ['工作计划', '2026年1月', '2025-12-30'])];
      return fact('mine', handed, { ...withFact('unit', derivation), when: { ...when, asOf: '2026-02-05' } }).value;
    };
    expect(told('sum: { form: submissions, column: days_late }')).toEqual(number('6'));
    expect(told('find: { form: submissions, where: form == "report", column: received }')).toEqual({
      type: 'day',
      value: '2026-02-09',
    });
    expect(told('count: { form: submissions, where: received > due }')).toEqual(number('2'));
    expect(told('count: { form: submissions, where: period == "2026-01" }')).toEqual(number('3'));
    expect(told('count: { form: submissions, where: days_late >= due_day }')).toEqual(number('0'));
  });

  it('knows what came by its own date and file, where no register says', () => {
    const dated = { ...plan, fields: { filed_on: '2025-12-30' } };
    expect(cellsOf(fact('late_reports', [dated], { when }))).toEqual(['plan-办公室-2026年1月.xlsx B4']);
  });

  it('points at the file of what came and cannot be dated', () => {
    const told = withFact('unit', 'count: { form: submissions, where: form == "report" }');
    expect(fact('mine', [undated], { ...told, when }).cells).toEqual([
      { file: 'report-办公室-2026年1月.xlsx', sheet: '表' },
    ]);
  });

  it('counts what is owed for the year in the part of it in which it is due', () => {
    const told = withFact('unit', 'count: { form: submissions, where: form == "targets" && status == "missing" }');
    const missing = (period: string): unknown => fact('mine', [], { ...told, when: { period } }).value;
    expect([missing('2026-01'), missing('2026-02'), missing('2026-Q1'), missing('2026')]).toEqual(
      ['1', '0', '1', '1'].map(number),
    );
  });
});

describe('facts', () => {
  it('are about everyone who takes part, each of its kind, in the order of the roster', () => {
    const subjects = [...new Set(facts([]).map(({ subject }) => subject))];
    expect(subjects).toEqual(['unit:01', 'unit:02', 'staff:0101', 'staff:0102', 'staff:0201']);
    const own = facts([]).filter(({ subject }) => subject === 'staff:0101');
    expect(own.map(({ id }) => TINY.facts.get(id)?.subject)).toEqual(own.map(() => 'staff'));
  });

  it('have a value or something owed, never both', () => {
    for (const { value, owed } of facts([plan, attendance])) expect(value === undefined).toBe(owed.length > 0);
  });

  it('rest on each cell once', () => {
    const told = withFact('staff', 'over: year, total: [sick, trouble]');
    const mine = fact('mine', [attendance], told);
    expect(mine.value).toEqual(number('2'));
    expect(new Set(cellsOf(mine)).size).toBe(mine.cells.length);
  });
});

describe('rows of the roster', () => {
  it('are about the one they list', () => {
    const mine = withFact('unit', 'find: { form: units, column: takes_part }');
    expect(fact('mine', [], mine).value).toEqual({ type: 'yesno', value: true });
    const staff = withFact('staff', 'find: { form: people, column: staff_name }');
    expect(fact('mine', [], staff, 'staff:0201').value).toEqual({ type: 'text', value: '李敏' });
  });
});

describe('the day of the run', () => {
  const overdue = withFact('unit', 'count: { form: incidents, where: occurred < as_of }');
  const on = (date: string) => [
    { form: 'incidents', rows: [{ occurred: day(date), unit: '办公室', kind: '失误', confirmed: '是' }] },
  ];

  it('can be asked for by a condition on rows', () => {
    const when = { period: '2026-01', asOf: '2026-01-20' };
    expect(fact('mine', on('2026-01-19'), { ...overdue, when }).value).toEqual({ type: 'number', value: '1' });
    expect(fact('mine', on('2026-01-20'), { ...overdue, when }).value).toEqual({ type: 'number', value: '0' });
  });
});
