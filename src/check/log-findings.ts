/** Findings on points: what a log or a self-score says that the rules do not, with their words. */
import type { FindingTable } from './findings.js';
import { said } from './said.js';

export const LOG_FINDINGS = {
  'points-disagree': {
    code: 'A701',
    severity: 'error',
    title: said('所填分值与规则不符', 'points differ from the rule'),
    says: ({ rule, expected, raw }) =>
      said(
        `填的是 ${raw ?? ''} 分，按“${rule.zh}”应为 ${expected} 分`,
        `${raw ?? ''} points are entered; by "${rule.en}" it is ${expected}`,
      ),
    remedy: () =>
      said(
        '核对规则、次数和分值；分值可留空，由规则计算',
        'check rule, times and points; the points may be left empty',
      ),
  },
  'points-out-of-bounds': {
    code: 'A702',
    severity: 'error',
    title: said('酌情分值超出规定', 'open points beyond their bounds'),
    says: ({ rule, least, most, raw }) =>
      said(
        `填的是 ${raw ?? ''} 分，“${rule.zh}”只能在 ${least} 至 ${most} 分之间`,
        `${raw ?? ''} points are entered; "${rule.en}" leaves ${least} to ${most}`,
      ),
    remedy: () => said('由评分人重新确定分值', 'let the assessor set them anew'),
  },
  'rule-needs': {
    code: 'A703',
    severity: 'error',
    title: said('规则所需内容未填', 'what the rule needs is empty'),
    says: ({ rule, column }) => said(`按“${rule.zh}”须填写“${column.zh}”`, `"${rule.en}" needs "${column.en}"`),
    remedy: ({ column }) => said(`补填“${column.zh}”`, `fill in "${column.en}"`),
  },
  'evidence-unfit': {
    code: 'A704',
    severity: 'warning',
    title: said('来源不能作为依据', 'source is no evidence'),
    says: ({ rule, source, sources }) =>
      said(
        `来源是“${source.zh}”，“${rule.zh}”只以${sources.map(({ zh }) => zh).join('、')}为准，本行不计分`,
        `the source is "${source.en}"; "${rule.en}" rests on ${sources.map(({ en }) => en).join(', ')} alone, so the row does not count`,
      ),
    remedy: () => said('核实后更正来源，或删去本行', 'correct the source after checking, or remove the row'),
  },
  'rule-not-for': {
    code: 'A706',
    severity: 'error',
    title: said('规则不适用于该对象', 'rule is not for this subject'),
    says: ({ rule, subject, item }) =>
      said(
        `“${rule.zh}”属于“${item.zh}”，不考核${subject}，本行不计分`,
        `"${rule.en}" belongs to "${item.en}", which is not for ${subject}; the row does not count`,
      ),
    remedy: () => said('更正规则或被考核对象', 'correct the rule or the subject'),
  },
  'self-score-beyond': {
    code: 'A705',
    severity: 'error',
    title: said('自评分超过满分', 'self-score beyond the full points'),
    says: ({ item, full, raw }) =>
      said(
        `“${item.zh}”满分 ${full}，自评 ${raw ?? ''}`,
        `"${item.en}" has ${full} points in full; ${raw ?? ''} are claimed`,
      ),
    remedy: () => said('核对后更正', 'correct it'),
  },
} satisfies Partial<FindingTable>;
