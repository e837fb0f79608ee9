/** The sheet of a template that says how to fill it in: what the form is for, by which clause, and each column. */
import type { RowDesign, SheetDesign } from '../model/design.js';
import { type Choice, type Column, type Due, type Form, OFFICE, type Quantity } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Value } from '../model/value.js';
import { GUIDE_SHEET } from './marker.js';

export function guideSheet(
  form: Form,
  { measures, office }: { readonly measures: Measures; readonly office: string },
): SheetDesign {
  const clause = measures.clauses.get(form.clause);
  const lines: [string, string][] = [
    ['依据', `${clause?.at ?? ''} ${clause?.summary.zh ?? ''}`],
    ['Clause', clause?.summary.en ?? ''],
    ['报送', whenDue(form, measures)],
    ...(form.note ? ([['说明', `${form.note.zh} ${form.note.en}`]] satisfies [string, string][]) : []),
    [
      '填写',
      '黄色单元格可填，带 * 的栏目必填；不要删改表头。 Fill the yellow cells; those marked * are required; leave the headings as they are.',
    ],
  ];
  const rows: RowDesign[] = [
    { cells: [{ value: `${form.title.zh} 填表说明`, style: 'title' }] },
    ...lines.map(
      ([label, value]): RowDesign => ({
        cells: [
          { value: label, style: 'label' },
          { value, style: 'note' },
        ],
      }),
    ),
    { cells: ['栏目', '填什么', 'Column', '必填'].map((value) => ({ value, style: 'heading' })) },
    ...[...form.fields, ...form.columns].map(
      (column): RowDesign => ({
        cells: [column.title.zh, contentOf(column), column.title.en, column.required ? '是' : ''].map((value) => ({
          value,
          style: 'text',
        })),
      }),
    ),
  ];
  return {
    name: GUIDE_SHEET,
    widths: [20, 60, 30, 8],
    rows,
    merges: ['A1:D1', ...lines.map((_, index) => `B${index + 2}:D${index + 2}`)],
    protected: true,
    print: { footer: `${office}${form.title.zh} 填表说明` },
  };
}

function contentOf(column: Column): string {
  const { type, choices, min, max, blank, hint } = column;
  const parts = [
    type === 'choice' || type === 'step'
      ? `选填：${choices.map(({ title }) => title.zh).join('、')}`
      : {
          text: '文字',
          integer: '整数',
          decimal: '数字',
          date: '日期，如 2026-03-05',
          yesno: '是或否',
          subject: '名册中的名称',
          period: '期间，如 2026年3月',
          form: '材料名称',
        }[type],
    min !== undefined && max !== undefined ? `${min} 到 ${max}` : '',
    blank ? `留空即为${blankText(blank, choices)}` : '',
    hint?.zh ?? '',
  ];
  return parts.filter((part) => part !== '').join('；');
}

function blankText({ type, value }: Value, choices: readonly Choice[]): string {
  if (type === 'yesno') return value ? '是' : '否';
  return choices.find(({ id }) => id === value)?.title.zh ?? String(value);
}

const EVERY: Record<Form['every'], string> = {
  month: '每月',
  quarter: '每季度',
  half: '每半年',
  year: '每年',
  standing: '随时登记',
};

function whenDue({ every, due, from }: Form, measures: Measures): string {
  const who = from === OFFICE ? '办公室掌握' : `由${measures.subjects.get(from)?.title.zh ?? from}报送`;
  return [who, EVERY[every], due ? dueText(due, every, measures) : ''].filter((part) => part !== '').join('，');
}

function dueText(due: Due, every: Form['every'], measures: Measures): string {
  const number = (quantity: Quantity): string => {
    if (typeof quantity === 'number') return String(quantity);
    const value = measures.parameters.get(quantity)?.value;
    return value && 'type' in value && value.type === 'number' ? value.value : '（待定）';
  };
  if (due.kind === 'workdays') return `期满后${number(due.count)}个工作日内`;
  const months =
    every === 'year'
      ? yearly(due)
      : due.anchor === 'end'
        ? ['当月', '次月'][due.months]
        : { [-1]: '上月', 0: '当月' }[due.months];
  return `${months ?? `期间${due.anchor === 'start' ? '首' : '末'}月起第${due.months}个月`}${number(due.day)}日前`;
}

function yearly({ anchor, months }: Extract<Due, { kind: 'date' }>): string {
  const month = (anchor === 'start' ? 1 : 12) + months;
  if (month < 1) return `上年${month + 12}月`;
  return month > 12 ? `次年${month - 12}月` : `${month}月`;
}
