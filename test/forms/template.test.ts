/** Blank workbooks of forms: what they hold, and that what is typed into them is read back the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import { canonical, Decimal } from '../../src/base/decimal.js';
import { type Period, type PeriodKind, periodOf, periodText } from '../../src/base/period.js';
import { tidy } from '../../src/base/text.js';
import { read } from '../../src/forms/read.js';
import { recognise } from '../../src/forms/recognise.js';
import { designForm, type Issue } from '../../src/forms/template.js';
import type { CellContent, CellDesign, SheetDesign, WorkbookDesign } from '../../src/model/design.js';
import type { Column, Form } from '../../src/model/form.js';
import type { Submission } from '../../src/model/submission.js';
import type { Value } from '../../src/model/value.js';
import { openWorkbook } from '../../src/workbook/open.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { rosterOf } from '../intake/people.js';
import { tiny } from '../measures/packs.js';
import { measuresNamed } from '../office/make.js';
import { isForm } from './sheets.js';

const TINY = tiny();
const OFFICE = { office: '某局', date: '2026-01-01' as Day };

function formOf(id: string, measures = TINY): Form {
  const form = measures.forms.get(id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

function designed(id: string, issue: Partial<Issue> = {}): WorkbookDesign {
  return designForm(formOf(id), { measures: TINY, ...OFFICE, ...issue });
}

const sheetOf = (design: WorkbookDesign, name: string): SheetDesign | undefined =>
  design.sheets.find((sheet) => sheet.name === name);
const cellsAt = (design: WorkbookDesign, row: number): readonly (CellDesign | null)[] =>
  design.sheets[0]?.rows[row - 1]?.cells ?? [];
const valuesAt = (design: WorkbookDesign, row: number): unknown[] => cellsAt(design, row).map((cell) => cell?.value);

/** Written, opened, recognised and read, as it comes back from a unit. */
async function returned(design: WorkbookDesign, measures = TINY): Promise<{ submission: Submission; marker: unknown }> {
  const opened = openWorkbook('returned.xlsx', await writeWorkbook(design));
  if (!opened.ok) throw new Error(opened.detail);
  const found = recognise(opened.workbook, measures);
  const [only] = found;
  if (found.length !== 1 || !isForm(only)) throw new Error('not recognised');
  return { submission: read('returned.xlsx', only, measures), marker: only.marker };
}

describe('a blank form', () => {
  const design = designed('report');

  it('is named after the form', () => {
    expect([design.title, design.author, design.date]).toEqual(['完成情况表', '某局', '2026-01-01']);
    expect(valuesAt(design, 1)).toEqual(['某局完成情况表']);
  });

  it('has a label before each field, in Chinese and with the English beside', () => {
    expect(valuesAt(design, 3).filter((value) => value !== null && value !== undefined)).toEqual([
      '填报科室：',
      '所属月份：',
    ]);
    expect(cellsAt(design, 3)[0]).toMatchObject({ style: 'label', note: 'Unit' });
  });

  it('has headings in both languages, a mark on what is required', () => {
    expect(valuesAt(design, 5)).toEqual(['序号*', '工作内容', '完成数量', '完成情况*', '未完成原因']);
    expect(valuesAt(design, 6)).toEqual(['No.', 'Task', 'Done', 'State', 'Reason']);
  });

  it('has the open rows that the form says', () => {
    const rows = (openRows: number): number =>
      designForm({ ...formOf('report'), openRows }, { measures: TINY, ...OFFICE }).sheets[0]?.rows.length ?? 0;
    expect(rows(7)).toBe(6 + 7);
    expect(rows(30)).toBe(6 + 30);
  });

  it('lets people choose, and type only what a column takes', () => {
    const ranges = design.sheets[0]?.validations?.map(({ range, rule, required }) => [range, rule, required]);
    expect(ranges).toEqual([
      ['C7:C26', { kind: 'decimal', min: '0' }, false],
      ['D7:D26', { kind: 'list', choices: ['完成', '未完成'] }, true],
      [expect.any(String), { kind: 'date', min: '2000-01-01', max: '2099-12-31' }, false],
    ]);
  });

  it.each([
    ['units', { kind: 'list', choices: ['是', '否'] }],
    ['attendance', { kind: 'whole', min: '0' }],
    ['sanctions', { kind: 'list', choices: ['警告', '记过', '开除'] }],
  ])('of %s takes what its columns take', (id, rule) => {
    expect(designed(id).sheets[0]?.validations?.map((each) => each.rule)).toContainEqual(rule);
  });

  it('says in words what else would be refused', () => {
    const errors = design.sheets[0]?.validations?.map(({ error }) => error);
    expect(errors).toEqual(['完成数量：请填数字', '完成情况：请从下拉列表中选择', '填报日期：请填日期，如 2026-03-05']);
  });

  it('shows a hint where the column has one', () => {
    const over = 'forms:\n  report: { columns: { done: { hint: { zh: 以件计, en: in pieces } } } }';
    const measures = tiny(over);
    const [first] = designForm(formOf('report', measures), { measures, ...OFFICE }).sheets;
    expect(first?.validations?.[0]?.prompt).toBe('以件计');
  });

  it('is printed across when its columns need it, and with its headings on every page', () => {
    expect(design.sheets[0]?.print).toMatchObject({ landscape: false, repeat: [5, 6] });
    const form = formOf('report');
    const wide = { ...form, columns: form.columns.map((column) => ({ ...column, width: 40 })) };
    const [first] = designForm(wide, { measures: TINY, ...OFFICE }).sheets;
    expect(first?.print?.landscape).toBe(true);
    expect(first?.widths).toEqual([40, 40, 40, 40, 40]);
  });

  it('without an office is the measures’ own', () => {
    const blank = designed('report', { office: '' });
    expect([blank.author, valuesAt(blank, 1)]).toEqual(['小办法', ['完成情况表']]);
  });

  it('is the same every time', () => {
    expect(designed('report')).toEqual(design);
  });
});

describe('a form issued to someone', () => {
  const roster = rosterOf(TINY, {
    '01 办公室': ['0101 何静', '0102 李敏'],
    '02 计量科': ['0201 李敏', '0202 王强', '0203 王强'],
  });
  const by = roster.get('unit:01');
  const second = roster.get('unit:02');
  if (!by || !second) throw new Error('no unit');

  it('has their name and the period in it, locked', () => {
    const design = designed('report', { roster, by, period: '2026-03' as Period });
    expect(cellsAt(design, 3)).toEqual(
      expect.arrayContaining([
        { value: '办公室', style: 'given' },
        { value: '2026年3月', style: 'given' },
      ]),
    );
  });

  it('knows whose and for when it is', async () => {
    const { submission, marker } = await returned(designed('report', { roster, by, period: '2026-03' as Period }));
    expect(marker).toEqual({ measures: 'tiny', version: '1.0.0', form: 'report', by: 'unit:01', period: '2026-03' });
    expect([submission.period, submission.fields.get('unit')?.value?.value]).toEqual(['2026-03', '办公室']);
  });

  it('has a row for everyone whom it must cover', () => {
    const design = designed('attendance', { roster, by });
    const first = 3 + Math.ceil(formOf('attendance').fields.length / 2) + 2;
    expect([first, first + 1, first + 2].map((row) => valuesAt(design, row)[0])).toEqual(['何静', '李敏', null]);
  });

  it('has the number behind a name that two bear in one unit', () => {
    const design = designed('attendance', { roster, by: second });
    const names = design.sheets[0]?.rows.flatMap(({ cells }) => cells[0]?.value ?? []);
    expect(names).toEqual(expect.arrayContaining(['李敏', '王强（0202）', '王强（0203）']));
  });

  it('lists the names of its own people to choose from', () => {
    const design = designed('attendance', { roster, by });
    const lists = sheetOf(design, '_lists');
    expect(lists?.state).toBe('veryHidden');
    expect(lists?.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null))).toEqual([
      ['办公室', '何静'],
      ['计量科', '李敏'],
    ]);
    expect(design.sheets[0]?.validations?.map(({ rule }) => rule)).toContainEqual({
      kind: 'listFrom',
      range: '_lists!$B$1:$B$2',
    });
  });

  it('kept by the office lists everybody, and every form that is handed in', () => {
    const names = (id: string, column: number): unknown[] =>
      sheetOf(designed(id, { roster }), '_lists')?.rows.flatMap(({ cells }) => cells[column]?.value ?? []) ?? [];
    expect(names('incidents', 1)).toEqual(['何静', '李敏（0102）', '李敏（0201）', '王强（0202）', '王强（0203）']);
    expect(names('receipts', 1)).toEqual(['年度目标', '工作计划', '完成情况表', '出勤月报', '请假登记表']);
  });

  it('has no list where there is nobody to choose', () => {
    expect(sheetOf(designed('attendance'), '_lists')).toBeUndefined();
  });

  it('has the rows given instead, and open ones below', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ person: `人${index}` }));
    const design = designed('attendance', { roster, by, rows });
    const names = design.sheets[0]?.rows.flatMap(({ cells }) => cells[0]?.value ?? []) ?? [];
    expect(names).toEqual(expect.arrayContaining(['人0', '人29']));
    expect(names).not.toContain('何静');
    const open = design.sheets[0]?.rows.filter(({ cells }) => cells[0]?.value === null);
    expect(open).toHaveLength(5);
  });
});

/** Something typed into a cell of a column, and the value it must come back as. */
function typed(column: Column): fc.Arbitrary<{ content: CellContent; value: Value }> {
  const of = <T>(arbitrary: fc.Arbitrary<T>, content: (one: T) => CellContent, value: (one: T) => Value) =>
    arbitrary.map((one) => ({ content: content(one), value: value(one) }));
  const words = fc
    .array(fc.constantFrom(...'落实检查公文0012=+-@ (一)Aa"<&\u3000'), { minLength: 1, maxLength: 12 })
    .map((chars) => `事${chars.join('')}`);
  const number = fc
    .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom(0, 1, 2, 4))
    .map(([digits, places]) => canonical(new Decimal(digits).div(new Decimal(10).pow(places))));
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as Day);
  switch (column.type) {
    case 'integer':
      return of(
        fc.integer().map(String),
        (one) => ({ number: one }),
        (one) => ({ type: 'number', value: one }),
      );
    case 'decimal':
      return of(
        number,
        (one) => ({ number: one }),
        (one) => ({ type: 'number', value: one }),
      );
    case 'date':
      return of(
        day,
        (one) => ({ day: one }),
        (one) => ({ type: 'day', value: one }),
      );
    case 'yesno':
      return of(
        fc.boolean(),
        (one) => (one ? '是' : '否'),
        (one) => ({ type: 'yesno', value: one }),
      );
    case 'choice':
      return of(
        fc.constantFrom(...column.choices),
        ({ title }) => title.zh,
        ({ id }) => ({ type: 'choice', value: id }),
      );
    case 'step': {
      const scale = column.scale ?? '';
      const steps = fc.constantFrom(...column.choices, undefined);
      return of(
        steps,
        (one) => one?.title.zh ?? '无',
        (one) => ({ type: 'step', scale, value: one?.id ?? null }),
      );
    }
    case 'period': {
      const kinds: PeriodKind[] =
        column.period === 'any' || column.period === undefined ? ['month', 'quarter', 'half', 'year'] : [column.period];
      const period = fc
        .tuple(fc.constantFrom(...kinds), fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
        .map(([kind, year, month]) => periodOf(kind, year, month));
      return of(
        period,
        (one) => periodText(one).zh,
        (one) => ({ type: 'period', value: one }),
      );
    }
    case 'form':
      return fc.constant({ content: '月工作目标计划表', value: { type: 'form', value: 'monthly-plan' } });
    default: {
      const type = column.type;
      return of(
        words,
        (one) => one,
        (one) => ({ type, value: tidy(one) }),
      );
    }
  }
}

/** Whether a row holds anything: one that says 无 and has no more than a 0 beside it is as good as empty. */
function isHeld(row: Readonly<Record<string, CellContent>>): boolean {
  const held = Object.values(row).filter((content) => content !== null);
  const isZero = (content: CellContent): boolean =>
    content !== null && typeof content === 'object' && 'number' in content && Number(content.number) === 0;
  return held.length > 0 && !(held.includes('无') && held.every((content) => content === '无' || isZero(content)));
}

const QUALITY = measuresNamed('quality-bureau');

describe('what is typed into a form is read back the same', () => {
  it.each([...QUALITY.forms.values()].map((form) => [form.id, form] as const))('%s', async (_, form) => {
    const cells = (columns: readonly Column[]) =>
      fc.record(Object.fromEntries(columns.map((column) => [column.id, fc.option(typed(column), { freq: 3 })])));
    const filled = fc.tuple(cells(form.fields), fc.array(cells(form.columns), { maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(filled, async ([fields, rows]) => {
        const contents = (row: (typeof rows)[number]): Record<string, CellContent> =>
          Object.fromEntries(Object.entries(row).map(([id, one]) => [id, one?.content ?? null]));
        const issue = { measures: QUALITY, ...OFFICE, fields: contents(fields), rows: rows.map(contents) };
        const { submission } = await returned(designForm(form, issue), QUALITY);

        const read = (column: Column, from: (typeof submission)['fields']): unknown => from.get(column.id)?.value;
        expect(submission.form).toBe(form.id);
        expect(form.fields.map((field) => read(field, submission.fields))).toEqual(
          form.fields.map(({ id }) => fields[id]?.value),
        );
        const held = rows.map(contents).flatMap((row, at) => (isHeld(row) ? [rows[at] ?? {}] : []));
        expect(submission.rows.map(({ readings }) => form.columns.map((column) => read(column, readings)))).toEqual(
          held.map((row) => form.columns.map(({ id, blank }) => row[id]?.value ?? blank)),
        );
      }),
      { numRuns: 5 },
    );
  });
});
