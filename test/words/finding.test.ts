import { expect, it } from 'vitest';
import type { Finding } from '../../src/index.js';
import { findingWords, relatedTo } from '../../src/words/finding.js';

const COLUMN = { zh: '数量', en: 'Quantity' };
const EMPTY: Finding = { kind: 'cell-missing', severity: 'warning', place: { file: 'a.xlsx' }, column: COLUMN };

it('a finding says what is wrong and how to mend it', () => {
  expect(findingWords(EMPTY)).toEqual({
    code: 'A201',
    title: { zh: '单元格未填', en: 'cell empty' },
    says: { zh: '“数量”没有填写', en: '"Quantity" is empty' },
    remedy: { zh: '补填', en: 'fill it in' },
  });
});

it('one that the office has confirmed says why it is let stand', () => {
  const { says, remedy } = findingWords({ ...EMPTY, severity: 'note', confirmed: '经核实无此项' });
  expect(says.zh).toBe('“数量”没有填写');
  expect(remedy).toEqual({ zh: '已确认：经核实无此项', en: 'confirmed: 经核实无此项' });
});

it('the other places of a finding are those it disagrees with', () => {
  const other = { file: 'b.xlsx', sheet: '表', cell: 'C3' };
  const cells = [other, { ...other, cell: 'C4' }];
  const total = { rule: 'r', message: COLUMN, form: COLUMN, total: '3', cells };
  expect(relatedTo(EMPTY)).toEqual([]);
  expect(relatedTo({ ...EMPTY, kind: 'heading-repeated', other })).toEqual([other]);
  expect(relatedTo({ ...EMPTY, kind: 'totals-disagree', ...total })).toEqual(cells);
});
