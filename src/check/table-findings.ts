/** Words of findings about a form as a whole: its headings, the fields above the table, whose it is. */
import { periodText } from '../base/period.js';
import type { FindingTable } from './findings.js';
import { said } from './said.js';

export const TABLE_FINDINGS = {
  'heading-missing': {
    code: 'A101',
    severity: 'error',
    title: said('缺少列', 'column missing'),
    says: ({ column, candidates }) =>
      said(
        `缺少“${column.zh}”一列${candidates.length > 0 ? `；未识别的列：${candidates.join('、')}` : ''}`,
        `the column "${column.en}" is missing${candidates.length > 0 ? `; unknown columns: ${candidates.join(', ')}` : ''}`,
      ),
    remedy: ({ column }) => said(`把表头改为“${column.zh}”，或补上这一列`, `name the column "${column.zh}", or add it`),
  },
  'heading-repeated': {
    code: 'A102',
    severity: 'error',
    title: said('列重复', 'column repeated'),
    says: ({ column, other }) =>
      said(
        `“${column.zh}”一列出现两次，另一列在 ${other.cell ?? ''}`,
        `the column "${column.en}" stands twice, also at ${other.cell ?? ''}`,
      ),
    remedy: () => said('删去或改名多余的一列', 'remove or rename one of them'),
  },
  'heading-unknown': {
    code: 'A103',
    severity: 'note',
    title: said('多出的列', 'extra column'),
    says: ({ heading }) =>
      said(`“${heading}”不是本表的列，未采用`, `"${heading}" is no column of this form and is not used`),
    remedy: () =>
      said('无须处理；如是必需的列，请按模板改表头', 'nothing to do, unless it was meant as a column of the template'),
  },
  'field-missing': {
    code: 'A104',
    severity: 'error',
    title: said('表头栏目未填', 'field missing'),
    says: ({ field }) => said(`没有填写“${field.zh}”`, `"${field.en}" is not filled in`),
    remedy: ({ field }) => said(`在表格上方“${field.zh}”后填写`, `fill it in after "${field.zh}" above the table`),
  },
  'field-unreadable': {
    code: 'A105',
    severity: 'error',
    title: said('表头栏目无法识别', 'field not understood'),
    says: ({ field, expected, raw }) =>
      said(
        `“${field.zh}”填的是“${raw ?? ''}”，应为${expected.zh}`,
        `"${field.en}" says "${raw ?? ''}"; expected ${expected.en}`,
      ),
    remedy: ({ expected }) => said(`改为${expected.zh}`, `put ${expected.en}`),
  },
  'period-other': {
    code: 'A106',
    severity: 'error',
    title: said('期间与模板不符', 'period differs from the template'),
    says: ({ period, expected }) =>
      said(
        `填写的期间是${periodText(period).zh}，模板是为${periodText(expected).zh}发的`,
        `the form says ${periodText(period).en}; the template was made for ${periodText(expected).en}`,
      ),
    remedy: () => said('改用相应期间的模板，或更正期间', 'use the template of the right period, or correct the period'),
  },
  'submitter-other': {
    code: 'A107',
    severity: 'error',
    title: said('填报单位与模板或文件夹不符', 'template or folder of another'),
    says: ({ by, other, from, at }) =>
      from === 'template'
        ? said(
            `填报的是${by}，模板（隐藏工作表 ${at}）是发给${other}的；按填报的${by}采用`,
            `the form says ${by}; the template (hidden sheet ${at}) was made for ${other}; it counts for ${by}`,
          )
        : said(
            `填报的是${by}，文件却在${other}的文件夹（${at}）中；按填报的${by}采用`,
            `the form says ${by}, but the file lies in the folder of ${other} (${at}); it counts for ${by}`,
          ),
    remedy: ({ from }) =>
      from === 'template'
        ? said('更正填报单位，或改用本单位的模板', 'correct who hands it in, or use their own template')
        : said('更正填报单位，或把文件移到相应的文件夹', 'correct who hands it in, or move the file'),
  },
  'values-unheaded': {
    code: 'A108',
    severity: 'note',
    title: said('没有表头的列', 'column without heading'),
    says: ({ count, raw }) =>
      said(
        `这一列没有表头，其中${count}处内容（如“${raw ?? ''}”）未采用`,
        `this column has no heading; the ${count} cell(s) filled in it, such as "${raw ?? ''}", are not used`,
      ),
    remedy: () => said('应当采用的，补上表头；否则无须处理', 'give it a heading if it counts; else nothing to do'),
  },
  'row-passed': {
    code: 'A109',
    severity: 'note',
    title: said('未作为数据的行', 'row not taken for data'),
    says: ({ isLikeData, raw }) =>
      isLikeData
        ? said(
            `以“${raw ?? ''}”开头的这一行在表头上方，未采用`,
            `the row that begins with "${raw ?? ''}" stands above the headings and is not used`,
          )
        : said(
            `“${raw ?? ''}”不像一行数据，作为附注，未采用`,
            `"${raw ?? ''}" does not look like a row of data; it is taken for a remark`,
          ),
    remedy: ({ isLikeData }) =>
      isLikeData
        ? said('移到表头下方', 'move it below the headings')
        : said(
            '是数据的，取消合并，逐格填写；否则无须处理',
            'if it is data, fill its cells one by one; else nothing to do',
          ),
  },
} satisfies Partial<FindingTable>;
