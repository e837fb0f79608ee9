/** Why something cannot be known yet, in a word or two; the full account names who owes what. */
import type { Text } from '../../base/text.js';
import type { Owed } from '../../model/grading.js';

export function reasonText(owed: Owed): Text {
  return owed.kind === 'submission' && owed.received !== undefined ? NO_FILE : REASONS[owed.kind];
}

const NO_FILE: Text = { zh: '材料已收到，没有能读取的文件', en: 'a report came, but no file of it can be read' };

const REASONS: Readonly<Record<Owed['kind'], Text>> = {
  submission: { zh: '材料未报', en: 'a report is missing' },
  later: { zh: '材料未到期', en: 'a report is not due yet' },
  register: { zh: '缺少登记表', en: 'a register is missing' },
  choice: { zh: '同一材料有两个文件', en: 'two files for one report' },
  cell: { zh: '有单元格无法读取', en: 'a cell could not be read' },
  receipt: { zh: '收到日期不明', en: 'a day of receipt is unknown' },
  answer: { zh: '有事项待认定', en: 'a judgement is awaited' },
  assessor: { zh: '分值待评分人确定', en: 'an assessor is to set points' },
  tie: { zh: '名次并列', en: 'a tie' },
  unplaced: { zh: '另有名次未定的', en: 'others have no rank yet' },
  conflict: { zh: '几处记载不一', en: 'records disagree' },
  repeated: { zh: '有重复而内容不同的行', en: 'rows on one matter differ' },
  unanswered: { zh: '有事项没有填报', en: 'something is not answered for' },
  unaccounted: { zh: '明细与合计不符', en: 'details do not add up' },
  'nothing-to-share': { zh: '没有可供计算的基数', en: 'nothing to divide by' },
  parameter: { zh: '参数未设定', en: 'a parameter is not set' },
};
