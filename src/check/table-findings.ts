/** Words of findings about tables, rows and cells. */
import { differing } from '../base/look-alike.js';
import { periodText } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { FindingTable } from './findings.js';
import { said } from './said.js';

const named = (names: readonly string[], typed: string): Text =>
  names.length > 0
    ? said(
        `；相近的有：${names.map((name) => `${name}${apart(typed, name).zh}`).join('、')}`,
        `; similar: ${names.map((name) => `${name}${apart(typed, name).en}`).join(', ')}`,
      )
    : said('', '');

/** Which character was typed for which, where it is one alone: two that look alike are not seen to differ. */
function apart(typed: string, name: string): Text {
  const [here, there] = differing([...typed], [...name]);
  if (here.length !== 1 || there.length !== 1) return said('', '');
  return said(`（“${here[0]}”不是“${there[0]}”）`, ` ("${here[0]}" is not "${there[0]}")`);
}

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
  'cell-needed': {
    code: 'A204',
    severity: 'error',
    title: said('按规定应填而未填', 'cell needed'),
    says: ({ column, message }) =>
      said(`“${column.zh}”没有填写：${message.zh}`, `"${column.en}" is empty: ${message.en}`),
    remedy: ({ column }) => said(`补填“${column.zh}”`, `fill in "${column.en}"`),
  },
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
  'stretches-overlap': {
    code: 'A307',
    severity: 'error',
    title: said('日期重叠', 'days overlap'),
    says: ({ other }) =>
      said(`这段日期与 ${other.cell ?? ''} 所在的行重叠`, `these days overlap with the row at ${other.cell ?? ''}`),
    remedy: () => said('并成一行，或更正日期', 'make one row of them, or correct the days'),
  },
  'subject-unknown': {
    code: 'A303',
    severity: 'error',
    title: said('名册中没有', 'not on the roster'),
    says: ({ subject, candidates, raw }) =>
      said(
        `${subject.zh}“${raw ?? ''}”不在名册中${named(candidates, raw ?? '').zh}`,
        `${subject.en} "${raw ?? ''}" is not on the roster${named(candidates, raw ?? '').en}`,
      ),
    remedy: () => said('按名册更正，或先在名册中登记', 'write it as on the roster, or enter it there first'),
  },
  'subject-ambiguous': {
    code: 'A304',
    severity: 'error',
    title: said('名册中有同名', 'name not unique'),
    says: ({ subject, candidates, raw }) =>
      said(
        `${subject.zh}“${raw ?? ''}”在名册中不止一个：${candidates.join('、')}`,
        `${subject.en} "${raw ?? ''}" may be: ${candidates.join(', ')}`,
      ),
    remedy: () => said('改填编号，或在姓名后加括号写编号', 'write the number, or put it in brackets behind the name'),
  },
  'subject-elsewhere': {
    code: 'A305',
    severity: 'error',
    title: said('不属于本单位', 'belongs elsewhere'),
    says: ({ subject, belongs, raw }) =>
      said(
        `${subject.zh}“${raw ?? ''}”在名册中属于${belongs}`,
        `${subject.en} "${raw ?? ''}" belongs to ${belongs} on the roster`,
      ),
    remedy: () => said('更正姓名，或更新名册', 'correct the name, or update the roster'),
  },
  'subject-unlisted': {
    code: 'A306',
    severity: 'error',
    title: said('漏填人员', 'person left out'),
    says: ({ subject, name }) =>
      said(`名册中的${name}没有填在“${subject.zh}”列中`, `${name} of the roster is not listed under "${subject.en}"`),
    remedy: ({ name }) => said(`补填${name}一行`, `add a row for ${name}`),
  },
  'names-alike': {
    code: 'A308',
    severity: 'warning',
    title: said('名册中的名称相近', 'names on the roster are alike'),
    says: ({ subject, likeness, name, other, apart: [here, there], raw }) => {
      const at = other.cell ?? '';
      const [mine, theirs] = [`${subject.zh}“${raw ?? ''}”`, `${at} 的“${name}”`];
      const [ours, others] = [`${subject.en} "${raw ?? ''}"`, `"${name}" at ${at}`];
      if (likeness === 'same') return said(`${mine}与 ${at} 同名`, `${ours} has the same name as the one at ${at}`);
      if (likeness === 'slip')
        return said(`${mine}与 ${theirs}只有一字之差`, `${ours} is one character from ${others}`);
      return said(
        `${mine}与 ${theirs}字形相近（“${here}”与“${there}”）`,
        `${ours} looks like ${others} ("${here}" and "${there}")`,
      );
    },
    remedy: ({ likeness }) =>
      likeness === 'same'
        ? said(
            '如是同一个，删去一行；如不是，各表填写时加编号',
            'if they are one, remove a row; if not, write the number with the name in all forms',
          )
        : said(
            '如是同一个，改成一致并删去一行；如不是，无须处理',
            'if they are one, keep one spelling and one row; if not, nothing to do',
          ),
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
} satisfies Partial<FindingTable>;

function bounds(min: string | undefined, max: string | undefined): Text {
  if (min !== undefined && max !== undefined) return said(`在 ${min} 到 ${max} 之间`, `between ${min} and ${max}`);
  return min === undefined ? said(`不大于 ${max}`, `${max} or less`) : said(`不小于 ${min}`, `${min} or more`);
}
