/** Words of findings about rows: against a rule, against each other, against another form. */
import type { FindingTable } from './findings.js';
import { said } from './said.js';

export const ROW_FINDINGS = {
  'row-rule-broken': {
    code: 'A301',
    severity: 'error',
    title: said('本行内容自相矛盾', 'row breaks a rule'),
    says: ({ message, by }) =>
      by === undefined ? message : said(`${message.zh}（相差 ${by}）`, `${message.en} (by ${by})`),
    remedy: ({ remedy }) => remedy ?? said('核对本行后更正', 'correct the row'),
  },
  'row-repeated': {
    code: 'A302',
    severity: 'error',
    title: said('行重复', 'row repeated'),
    says: ({ columns, other, isMerged }) => {
      const [zh, en] = [columns.map((each) => each.zh).join('、'), columns.map((each) => each.en).join(', ')];
      return isMerged
        ? said(`“${zh}”这一格合并了几行，这些行分不清`, `${en}: one cell over several rows, which nothing tells apart`)
        : said(`“${zh}”与 ${other.cell ?? ''} 所在的行相同`, `${en}: the same as the row at ${other.cell ?? ''}`);
    },
    remedy: ({ isMerged }) =>
      isMerged
        ? said('取消合并，逐行填写序号', 'take the cells apart and give each row its own')
        : said('删去重复的一行，或更正序号', 'remove one of them, or correct the number'),
  },
  'stretches-overlap': {
    code: 'A307',
    severity: 'error',
    title: said('日期重叠', 'days overlap'),
    says: ({ other }) =>
      said(`这段日期与 ${other.cell ?? ''} 所在的行重叠`, `these days overlap with the row at ${other.cell ?? ''}`),
    remedy: () => said('并成一行，或更正日期', 'make one row of them, or correct the days'),
  },
  'row-missing-elsewhere': {
    code: 'A401',
    severity: 'error',
    title: said('两表不能对应', 'no counterpart in the other form'),
    says: ({ message, form, file }) =>
      said(
        `${message.zh}（“${form.zh}”${file ? `：${file}` : ''}）`,
        `${message.en} ("${form.en}"${file ? `: ${file}` : ''})`,
      ),
    remedy: () => said('补上对应的一行，或更正序号', 'add the row, or correct its number'),
  },
  'values-disagree': {
    code: 'A402',
    severity: 'error',
    title: said('两表数据不一致', 'forms disagree'),
    says: ({ message, column, other, otherRaw, raw }) =>
      said(
        `${message.zh}：“${column.zh}”此处为“${raw ?? ''}”，${other.file} ${other.cell ?? ''} 为“${otherRaw}”`,
        `${message.en}: "${column.en}" is "${raw ?? ''}" here and "${otherRaw}" in ${other.file} ${other.cell ?? ''}`,
      ),
    remedy: () => said('核对两处，更正有误的一处', 'compare the two and correct the wrong one'),
  },
  'totals-disagree': {
    code: 'A403',
    severity: 'error',
    title: said('合计与明细不符', 'total and details disagree'),
    says: ({ message, column, form, total, cells, raw }) => {
      const at = cells.map(({ cell }) => cell).join('、');
      return said(
        `${message.zh}：“${column.zh}”此处为“${raw ?? ''}”，“${form.zh}”合计为“${total}”${at ? `（${cells[0]?.file} ${at}）` : '（没有登记）'}`,
        `${message.en}: "${column.en}" is "${raw ?? ''}" here and "${form.en}" adds up to "${total}"${at ? ` (${cells[0]?.file} ${at})` : ' (nothing is entered there)'}`,
      );
    },
    remedy: () => said('核对两处，补登或更正', 'compare the two; enter what is missing or correct it'),
  },
} satisfies Partial<FindingTable>;
