/** Words of findings about single cells. */
import type { Text } from '../base/text.js';
import type { FindingTable } from './findings.js';
import { said } from './said.js';

export const CELL_FINDINGS = {
  'cell-missing': {
    code: 'A201',
    severity: 'error',
    title: said('单元格未填', 'cell empty'),
    says: ({ column, raw }) =>
      raw
        ? said(`“${column.zh}”填的是“${raw}”，等于没有填写`, `"${column.en}" says "${raw}", which stands for nothing`)
        : said(`“${column.zh}”没有填写`, `"${column.en}" is empty`),
    remedy: () => said('补填', 'fill it in'),
  },
  'cell-unreadable': {
    code: 'A202',
    severity: 'error',
    title: said('单元格无法识别', 'cell not understood'),
    says: ({ column, expected, raw }) =>
      raw === ''
        ? said(`“${column.zh}”是没有计算结果的公式`, `"${column.en}" is a formula without a result`)
        : said(
            `“${column.zh}”填的是“${raw ?? ''}”，应为${expected.zh}`,
            `"${column.en}" says "${raw ?? ''}"; expected ${expected.en}`,
          ),
    remedy: ({ expected }) => said(`改为${expected.zh}`, `put ${expected.en}`),
  },
  'cell-out-of-range': {
    code: 'A203',
    severity: 'error',
    title: said('数值超出范围', 'number out of range'),
    says: ({ column, min, max, raw }) =>
      said(
        `“${column.zh}”为 ${raw ?? ''}，应${bounds(min, max).zh}`,
        `"${column.en}" is ${raw ?? ''}; it must be ${bounds(min, max).en}`,
      ),
    remedy: () => said('核对后更正', 'correct it'),
  },
  'cell-needed': {
    code: 'A204',
    severity: 'error',
    title: said('按规定应填而未填', 'cell needed'),
    says: ({ column, message }) =>
      said(`“${column.zh}”没有填写：${message.zh}`, `"${column.en}" is empty: ${message.en}`),
    remedy: ({ column }) => said(`补填“${column.zh}”`, `fill in "${column.en}"`),
  },
  'cell-ditto': {
    code: 'A205',
    severity: 'note',
    title: said('按上一行采用', 'taken from the row above'),
    says: ({ column, above, raw }) =>
      said(
        `“${column.zh}”填的是“${raw ?? ''}”，按 ${above} 的内容采用`,
        `"${column.en}" says "${raw ?? ''}"; what stands in ${above} is taken`,
      ),
    remedy: () => said('核对；最好逐行填写', 'check it; better fill in every row'),
  },
  'number-merged': {
    code: 'A209',
    severity: 'warning',
    title: said('数字在合并的单元格中', 'number in a merged cell'),
    says: ({ column, rows, raw }) =>
      said(
        `“${column.zh}”这一格合并了${rows}行，每行都按 ${raw ?? ''} 计`,
        `"${column.en}" is one cell over ${rows} rows; each of them counts ${raw ?? ''}`,
      ),
    remedy: () => said('取消合并，逐行填写各自的数', 'take the cells apart and give each row its own number'),
  },
} satisfies Partial<FindingTable>;

function bounds(min: string | undefined, max: string | undefined): Text {
  if (min !== undefined && max !== undefined) return said(`在 ${min} 到 ${max} 之间`, `between ${min} and ${max}`);
  return min === undefined ? said(`不大于 ${max}`, `${max} or less`) : said(`不小于 ${min}`, `${min} or more`);
}
