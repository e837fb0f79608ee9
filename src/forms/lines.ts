/**
 * What a row below the headings is. Every row counts as data that is not, by what stands in it, one of these: sums, fields,
 * signatures, notes, or a remark by itself. A row is never left out for where it stands: blank rows end nothing.
 */
import { folded } from '../base/text.js';
import type { Form } from '../model/form.js';
import type { CellValue } from '../model/workbook.js';
import { saysNothing } from './convert.js';
import { onlyFields } from './fields.js';
import { type Cell, shown } from './grid.js';

/** `empty` holds nothing, or says so; `remark` is none of the others but no data either, and is told to the office. */
export type LineKind = 'data' | 'empty' | 'sum' | 'fields' | 'signature' | 'note' | 'remark';

const SUM =
  /^(?:本页|本月|本季度?|本年|全年)?(?:合计|小计|总计|共计|累计|总和)(?:\([^()]*\))?:?$|^(?:sub|grand)?total:?$|^sum:?$/;
/** In any width, a sum has one of these in it. */
const MAY_SUM = /[计和lmｌＬｍＭ]/iu;
const NOTE =
  /^(?:(?:填[表报写])?(?:说明|须知|要求)|备注|附注|注意事项|注意|注|附|notes?|remarks?)\d*(?:[:(（.、]|$)|^(?:此行|本行)?以下(?:空白|无正文|无内容)|^\(?以下(?:空白|无正文)\)?$/;
const GOES_ON = /^(?:\(?\d{1,2}[.、)]|\(?[一二三四五六七八九十]{1,3}[.、)]|[-•·])/;
const SIGNED =
  /(?:[人者]|领导|负责|主任|科长|处长|局长|电话|手机|日期|时间|签字|签名|签章|盖章|公章|意见|单位|部门|科室|审核|复核|审批|审签|填表|填报|制表|经办)$/;

/** The cells in which something stands, each once, however many columns it is merged over. */
export function cellsOf(cells: readonly Cell[]): Cell[] {
  const kept = cells.filter(({ value }) => holds(value));
  if (!kept.some(({ isLent }) => isLent)) return kept;
  const seen = new Set<string>();
  return kept.filter(({ cell }) => !seen.has(cell) && seen.add(cell));
}

/** Whether anything stands in a cell; a formula without a result does. */
export function holds(value: CellValue): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value !== 'object' || value.kind !== 'error' || value.text.trim() !== '';
}

/** What a row is to a form whose columns stand where `places` says; `before` is what the row before it was. */
export function kindOf(
  form: Form,
  cells: readonly Cell[],
  places: ReadonlySet<number>,
  before: LineKind | undefined,
): LineKind {
  const all = cellsOf(cells);
  const inTable = all.filter(({ column }) => places.has(column));
  // A stamp or a mark beside the table does not make data of what stands in it.
  const held = inTable.length > 0 ? inTable : all;
  if (isNothing(held)) return 'empty';
  if (onlyFields(form, cells)) return 'fields';
  const labels = labelsOf(held);
  if (labels.some((label) => SIGNED.test(label))) return 'signature';
  const [first] = held;
  const alone = held.length === 1 && typeof first?.value === 'string' ? folded(first.value) : undefined;
  if (alone !== undefined && (NOTE.test(alone) || (before === 'note' && GOES_ON.test(alone)))) return 'note';
  if (!cells.some(({ column }) => places.has(column))) return 'empty';
  if (isSum(held)) return 'sum';
  if (labels.length > 1) return 'remark';
  if (alone === undefined) return 'data';
  const covered = cells.filter(({ column }) => places.has(column)).length;
  return covered > 1 && covered * 2 >= places.size ? 'remark' : 'data';
}

/** Nothing stands there, or marks and words that say so, with no more than a 0 beside them. */
function isNothing(held: readonly Cell[]): boolean {
  let isSaid = held.length === 0;
  for (const { value } of held) {
    if (saysNothing(value, NUMBER)) isSaid = true;
    else if (value !== 0 && !(typeof value === 'string' && folded(value) === '0')) return false;
  }
  return isSaid;
}

const NUMBER = { type: 'decimal' } as const;

/** A word for a sum, with nothing before it but a number. */
function isSum(held: readonly Cell[]): boolean {
  const word = held.find(({ value }) => typeof value === 'string' && !/^\d*$/.test(value.trim()));
  return word !== undefined && MAY_SUM.test(shown(word.value)) && SUM.test(folded(shown(word.value)));
}

/** The labels of a row that holds nothing but labels with their values, each in one cell or two; else none. */
function labelsOf(held: readonly Cell[]): string[] {
  const labels: string[] = [];
  let isOpen = false;
  for (const { value } of held) {
    const hasColon = typeof value === 'string' && /[:：]/u.test(value.slice(0, 24));
    const [, label, said] = hasColon ? (/^([^:：]{1,20})[:：](.*)$/su.exec(value.trim()) ?? []) : [];
    if (label === undefined && !isOpen) return [];
    if (label !== undefined) labels.push(folded(label.replace(/[（(][^（）()]*[）)]/gu, '')));
    isOpen = label !== undefined && said?.trim() === '';
  }
  return labels;
}
