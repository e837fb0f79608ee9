/**
 * Designs the workbook of a form: title, fields, headings in both languages, open cells with their validation, a sheet
 * that says how to fill it in, and a hidden marker by which the form knows itself. Given rows make it a filled one.
 */
import { cellAddress, columnLetters } from '../base/address.js';
import type { Day } from '../base/day.js';
import { type Period, periodText } from '../base/period.js';
import type {
  CellContent,
  CellDesign,
  CellStyle,
  RowDesign,
  SheetDesign,
  ValidationDesign,
  WorkbookDesign,
} from '../model/design.js';
import { type Column, type Form, OFFICE } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import { MARKER_SHEET } from '../model/recognised.js';
import type { Roster, Subject } from '../model/submission.js';
import { guideSheet } from './guide.js';
import { LISTS_SHEET } from './marker.js';

/** What is known when a template is issued; everything given is filled in and locked. */
export interface Issue {
  readonly measures: Measures;
  readonly roster?: Roster;
  /** The office's name, for the title. */
  readonly office: string;
  readonly date: Day;
  readonly by?: Subject;
  readonly period?: Period;
  /** Values typed into fields and rows, by id; text as a person would type it, days as dates. */
  readonly fields?: Readonly<Record<string, CellContent>>;
  readonly rows?: readonly Readonly<Record<string, CellContent>>[];
}

/** Characters that find room across an upright page. */
const PORTRAIT = 96;

export function designForm(form: Form, issue: Issue): WorkbookDesign {
  const lists = choiceLists(form, issue);
  return {
    title: form.title.zh,
    author: issue.office || issue.measures.title.zh,
    date: issue.date,
    sheets: [
      tableSheet(form, issue, lists),
      guideSheet(form, issue),
      ...(lists.length > 0 ? [listSheet(lists)] : []),
      markerSheet(form, issue),
    ],
  };
}

/** Names to choose from that are too many, or too changeable, to stand in the validation itself. */
interface ChoiceList {
  readonly key: string;
  readonly names: readonly string[];
}

function choiceLists(form: Form, { measures, roster, by }: Issue): ChoiceList[] {
  const lists: ChoiceList[] = [];
  for (const column of [...form.fields, ...form.columns]) {
    const key = listKey(column);
    if (key === undefined || lists.some((list) => list.key === key)) continue;
    const names =
      column.type === 'form'
        ? [...measures.forms.values()].filter(({ from }) => from !== OFFICE).map(({ title }) => title.zh)
        : (roster?.ofKind(column.subject ?? '') ?? [])
            .filter(({ within, kind }) => !by || kind === by.kind || within === by.id)
            .map((subject) => typedName(subject, roster, by));
    if (names.length > 0) lists.push({ key, names });
  }
  return lists;
}

function listKey({ type, subject }: Column): string | undefined {
  return type === 'form' ? 'form' : type === 'subject' ? `subject:${subject}` : undefined;
}

/** The name as people type it; where it is not unique among those who may be meant, with the number behind it. */
function typedName(subject: Subject, roster: Roster | undefined, by: Subject | undefined): string {
  const shared = roster && subject.number && roster.find(subject.kind, subject.name, by && subject.within).length > 1;
  return shared ? `${subject.name}（${subject.number}）` : subject.name;
}

function tableSheet(form: Form, issue: Issue, lists: readonly ChoiceList[]): SheetDesign {
  const { columns } = form;
  const last = columnLetters(Math.max(columns.length, 4));
  const fields = fieldRows(form, issue);
  const headingRow = 3 + fields.length;
  const first = headingRow + 2;
  const given = filledRows(form, issue);
  const open = Math.max(form.openRows, given.length + 5);
  const rows: RowDesign[] = [
    { cells: [{ value: `${issue.office}${form.title.zh}`, style: 'title' }] },
    { cells: [{ value: form.title.en, style: 'subtitle' }] },
    ...fields,
    { cells: columns.map(({ title, required }) => ({ value: `${title.zh}${required ? '*' : ''}`, style: 'heading' })) },
    { cells: columns.map(({ title }) => ({ value: title.en, style: 'subheading' })) },
    ...Array.from(
      { length: open },
      (_, index): RowDesign => ({ cells: columns.map((column) => inputCell(column, given[index]?.[column.id])) }),
    ),
  ];
  return {
    name: form.title.zh,
    widths: columns.map(widthOf),
    rows,
    merges: [`A1:${last}1`, `A2:${last}2`, ...fieldMerges(form)],
    freeze: { rows: headingRow + 1, columns: 1 },
    validations: [
      ...columns.flatMap((column, index) =>
        validation(column, `${cellAddress(first, index + 1)}:${cellAddress(first + open - 1, index + 1)}`, lists),
      ),
      ...fieldValidations(form, issue, lists),
    ],
    protected: true,
    print: {
      landscape: columns.reduce((sum, column) => sum + widthOf(column), 0) > PORTRAIT,
      repeat: [headingRow, headingRow + 1],
      footer: `${issue.office}${form.title.zh}`,
    },
  };
}

/** Fields stand two in a row; in a wide form each value runs over two columns, so that a long name finds room. */
function fieldPositions(form: Form): { field: Column; row: number; label: number; span: number }[] {
  const span = form.columns.length >= 6 ? 2 : 1;
  return form.fields.map((field, index) => ({
    field,
    row: 3 + Math.floor(index / 2),
    label: index % 2 === 0 ? 1 : 2 + span,
    span,
  }));
}

function fieldRows(form: Form, issue: Issue): RowDesign[] {
  const rows: (CellDesign | null)[][] = Array.from({ length: Math.ceil(form.fields.length / 2) }, () => []);
  for (const { field, row, label, span } of fieldPositions(form)) {
    const cells = rows[row - 3] ?? [];
    const known = knownField(field, form, issue);
    while (cells.length < label - 1) cells.push(null);
    cells.push({ value: `${field.title.zh}：`, style: 'label', note: field.title.en });
    cells.push(known === undefined ? inputCell(field, issue.fields?.[field.id]) : { value: known, style: 'given' });
    if (span > 1) cells.push(null);
  }
  return rows.map((cells) => ({ cells }));
}

function fieldMerges(form: Form): string[] {
  return fieldPositions(form).flatMap(({ row, label, span }) =>
    span > 1 ? [`${cellAddress(row, label + 1)}:${cellAddress(row, label + span)}`] : [],
  );
}

function knownField(field: Column, form: Form, { by, period }: Issue): string | undefined {
  if (by && field.type === 'subject' && field.subject === form.from) return by.name;
  return period && field.type === 'period' ? periodText(period).zh : undefined;
}

function fieldValidations(form: Form, issue: Issue, lists: readonly ChoiceList[]): ValidationDesign[] {
  return fieldPositions(form).flatMap(({ field, row, label }) =>
    knownField(field, form, issue) === undefined ? validation(field, cellAddress(row, label + 1), lists) : [],
  );
}

/** Rows given by the caller, else one for each member whom the form must cover. */
function filledRows(form: Form, { rows, roster, by }: Issue): readonly Readonly<Record<string, CellContent>>[] {
  if (rows) return rows;
  const column = form.columns.find(({ id }) => id === form.covers);
  if (!column || !roster || !by) return [];
  return roster
    .membersOf(by.id)
    .filter(({ kind }) => kind === column.subject)
    .map((member) => ({ [column.id]: typedName(member, roster, by) }));
}

const INPUT: Partial<Record<Column['type'], CellStyle>> = {
  date: 'inputDate',
  integer: 'inputNumber',
  decimal: 'inputNumber',
  text: 'inputText',
  choice: 'inputCentre',
  step: 'inputCentre',
  yesno: 'inputCentre',
  subject: 'inputCentre',
  period: 'inputCentre',
};

function inputCell(column: Column, value: CellContent | undefined): CellDesign {
  const style = column.type === 'text' && column.key ? 'inputCode' : (INPUT[column.type] ?? 'input');
  return { value: value ?? null, style };
}

const WIDTHS: Partial<Record<Column['type'], number>> = { date: 13, integer: 10, decimal: 10, yesno: 10 };

function widthOf({ width, type }: Column): number {
  return width ?? WIDTHS[type] ?? 18;
}

function validation(column: Column, range: string, lists: readonly ChoiceList[]): ValidationDesign[] {
  const rule = ruleOf(column, lists);
  const prompt = column.hint?.zh;
  if (!rule) return [];
  const error = `${column.title.zh}：${ERRORS[rule.kind]}`;
  const open = column.coded ? { open: true as const } : {};
  return [{ range, rule, required: column.required, error, ...open, ...(prompt ? { prompt } : {}) }];
}

const ERRORS: Record<ValidationDesign['rule']['kind'], string> = {
  list: '请从下拉列表中选择',
  listFrom: '请从下拉列表中选择',
  whole: '请填整数',
  decimal: '请填数字',
  date: '请填日期，如 2026-03-05',
};

function ruleOf(column: Column, lists: readonly ChoiceList[]): ValidationDesign['rule'] | undefined {
  const { type, choices, min, max } = column;
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  switch (type) {
    case 'choice':
    case 'step':
      return { kind: 'list', choices: choices.map(({ title }) => title.zh) };
    case 'yesno':
      return { kind: 'list', choices: ['是', '否'] };
    case 'integer':
      return { kind: 'whole', ...bounds };
    case 'decimal':
      return { kind: 'decimal', ...bounds };
    case 'date':
      return { kind: 'date', min: '2000-01-01' as Day, max: '2099-12-31' as Day };
    default: {
      const position = lists.findIndex(({ key }) => key === listKey(column));
      const list = lists[position];
      const letter = columnLetters(position + 1);
      return list
        ? { kind: 'listFrom', range: `${LISTS_SHEET}!$${letter}$1:$${letter}$${list.names.length}` }
        : undefined;
    }
  }
}

function listSheet(lists: readonly ChoiceList[]): SheetDesign {
  const longest = Math.max(...lists.map(({ names }) => names.length));
  return {
    name: LISTS_SHEET,
    state: 'veryHidden',
    widths: lists.map(() => 20),
    rows: Array.from({ length: longest }, (_, row) => ({
      cells: lists.map(({ names }) => (names[row] === undefined ? null : { value: names[row] })),
    })),
  };
}

function markerSheet(form: Form, { measures, by, period }: Issue): SheetDesign {
  const said: [string, string][] = [
    ['measures', measures.id],
    ['version', measures.version],
    ['form', form.id],
    ...(by ? [['by', by.id] satisfies [string, string]] : []),
    ...(period ? [['period', period] satisfies [string, string]] : []),
  ];
  return {
    name: MARKER_SHEET,
    state: 'veryHidden',
    widths: [12, 24],
    rows: said.map((pair) => ({ cells: pair.map((value) => ({ value })) })),
  };
}
