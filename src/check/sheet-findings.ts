/** Words of findings about what nobody sees on a sheet: what is hidden, and what stands there only as a formula's last result. */
import { columnLetters } from '../base/address.js';
import type { Text } from '../base/text.js';
import type { FindingTable } from './findings.js';
import { said } from './said.js';

/** So many places are listed; more are only counted. */
const LISTED = 6;

export const SHEET_FINDINGS = {
  'rows-hidden': {
    code: 'A110',
    severity: 'warning',
    title: said('行被隐藏', 'rows hidden'),
    says: ({ rows }) => {
      const { zh, en } = listed(stretches(rows));
      return said(
        `有 ${rows.length} 行被隐藏或筛掉（行号 ${zh}），照样采用`,
        `${rows.length} row(s) are hidden or filtered out (${en}) and used all the same`,
      );
    },
    remedy: () =>
      said(
        '取消隐藏和筛选后核对；不应计入的行，删去',
        'unhide the rows or clear the filter and check; delete what is not to count',
      ),
  },
  'column-hidden': {
    code: 'A111',
    severity: 'warning',
    title: said('列被隐藏', 'column hidden'),
    says: ({ column, at }) =>
      said(
        `“${column.zh}”（${columnLetters(at)} 列）被隐藏，照样采用`,
        `"${column.en}" (column ${columnLetters(at)}) is hidden and used all the same`,
      ),
    remedy: () => said('取消隐藏后核对', 'unhide it and check'),
  },
  'cells-computed': {
    code: 'A206',
    severity: 'note',
    title: said('由公式算出', 'computed by a formula'),
    says: ({ column, cells }) => {
      const { zh, en } = listed(cells);
      return said(
        `“${column.zh}”有 ${cells.length} 格是公式（${zh}），采用文件中保存的结果`,
        `"${column.en}" is a formula in ${cells.length} cell(s) (${en}); the result stored in the file is used`,
      );
    },
    remedy: () => said('核对结果', 'check the results'),
  },
  'cells-changing': {
    code: 'A207',
    severity: 'warning',
    title: said('公式的结果会变', 'result that changes by itself'),
    says: ({ column, cells }) => {
      const { zh, en } = listed(cells);
      return said(
        `“${column.zh}”有 ${cells.length} 格公式随日期或随机变化（${zh}），采用最后一次保存时的结果`,
        `"${column.en}" changes with the day or by chance in ${cells.length} cell(s) (${en}); what was last saved is used`,
      );
    },
    remedy: () => said('改填固定的内容', 'type what it should say instead'),
  },
  'cells-linked': {
    code: 'A208',
    severity: 'warning',
    title: said('取自别的文件', 'taken from another file'),
    says: ({ column, cells }) => {
      const { zh, en } = listed(cells);
      return said(
        `“${column.zh}”有 ${cells.length} 格取自别的文件（${zh}），不打开该文件，采用最后一次保存时的结果`,
        `"${column.en}" comes from another file in ${cells.length} cell(s) (${en}); it is not opened, what was last saved is used`,
      );
    },
    remedy: () => said('核对后粘贴为数值', 'check it and paste it as a value'),
  },
} satisfies Partial<FindingTable>;

/** Row numbers, neighbours drawn together. */
function stretches(rows: readonly number[]): string[] {
  const drawn: { first: number; last: number }[] = [];
  for (const row of rows) {
    const before = drawn.at(-1);
    if (before?.last === row - 1) before.last = row;
    else drawn.push({ first: row, last: row });
  }
  return drawn.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
}

function listed(places: readonly string[]): Text {
  const shown = places.slice(0, LISTED);
  const isAll = shown.length === places.length;
  return said(`${shown.join('、')}${isAll ? '' : ' 等'}`, `${shown.join(', ')}${isAll ? '' : ', …'}`);
}
