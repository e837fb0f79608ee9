/** Words of findings about the office's own settings. */
import type { FindingTable } from './findings.js';
import { said } from './said.js';

export const OFFICE_FINDINGS = {
  'parameter-unset': {
    code: 'A601',
    severity: 'warning',
    title: said('参数未设定', 'parameter not set'),
    says: ({ parameter, title }) =>
      said(
        `参数 ${parameter}（${title.zh}）由本单位设定，尚未设定，有关条款不适用`,
        `parameter ${parameter} (${title.en}) is for the office to set; what asks for it is not applied`,
      ),
    remedy: ({ parameter }) =>
      said(`在 assess.yaml 的 parameters 中设定 ${parameter}`, `set ${parameter} under "parameters" in assess.yaml`),
  },
  'calendar-unknown': {
    code: 'A602',
    severity: 'warning',
    title: said('没有该年的放假安排', 'holidays of the year unknown'),
    says: ({ year }) =>
      said(
        `没有${year}年的放假调休安排，工作日只按周末推算`,
        `the holidays of ${year} are not known; working days are weekdays only`,
      ),
    remedy: () => said('更新 chinese-days 依赖后重算', 'update the chinese-days package and run again'),
  },
  'confirmation-idle': {
    code: 'A603',
    severity: 'note',
    title: said('确认没有对应的警告', 'confirmation without a warning'),
    says: ({ entry, about, isError }) =>
      isError
        ? said(
            `confirmed 的第${entry}条（${about}）对应的是错误，不能确认`,
            `entry ${entry} of "confirmed" (${about}) is about an error, which cannot be confirmed`,
          )
        : said(
            `confirmed 的第${entry}条（${about}）没有对应的警告：可能已经更正，或所填内容已改变`,
            `entry ${entry} of "confirmed" (${about}) fits no warning: it may be mended, or what stands there has changed`,
          ),
    remedy: ({ isError }) =>
      isError
        ? said('更正材料，删去这一条', 'mend what was handed in, and remove the entry')
        : said('核对后删去或更正这一条', 'look at it, and remove or correct the entry'),
  },
} satisfies Partial<FindingTable>;
