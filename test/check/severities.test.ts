/** What the office says of findings in its own file reaches every finding, that a confirmation is idle among them. */
import { describe, expect, it } from 'vitest';
import { assess, type Run } from '../../src/assess.js';
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import { FINDINGS } from '../../src/check/findings.js';
import { NO_OFFICE } from '../../src/measures/office.js';
import type { Office } from '../../src/model/office.js';
import { takeIn } from '../../src/take-in.js';
import { tiny } from '../measures/packs.js';
import { book, sheetXml } from '../workbook/zipped.js';

const MEASURES = tiny();

/** The findings of a run over one sheet, in short. */
function found(rows: string, said: Partial<Office>): string[] {
  const bytes = book({ sheet: sheetXml(rows) });
  const file = { file: 'a.xlsx', bytes: () => bytes, sha256: '' };
  const run: Run = { period: '2026-03' as Period, asOf: '2026-04-20' as Day, office: { ...NO_OFFICE, ...said } };
  return assess(takeIn([file], MEASURES), MEASURES, run).findings.map(
    ({ kind, severity }) => `${FINDINGS[kind].code} ${severity}`,
  );
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const report = `<row>${['序号', '工作内容', '完成数量', '完成情况', '未完成原因'].map(text).join('')}</row><row>${text('1')}${text('收发公文')}<c><v>4</v></c>${text('完成')}</row>`;

describe('the office', () => {
  const idle = { confirmed: [{ code: 'A502', unit: '没有的科室', reason: '同意' }] };

  it('is told of a confirmation that fits nothing, as gravely as it says', () => {
    expect(found(report, idle)).toContain('A603 note');
    expect(found(report, { ...idle, severities: { A603: 'error' } })).toContain('A603 error');
    expect(found(report, { ...idle, severities: { A603: 'warning' } })).toContain('A603 warning');
  });

  it('cannot confirm that a confirmation is idle', () => {
    const confirmed = [...idle.confirmed, { code: 'A603', file: 'assess.yaml', reason: '知道了' }];
    expect(found(report, { confirmed }).filter((each) => each === 'A603 note')).toHaveLength(2);
  });

  it('takes other kinds as gravely as it says, and no other kind with them', () => {
    const plain = found(report, {});
    const code = plain.find((each) => each.endsWith(' error'))?.slice(0, 4) ?? '';
    const lowered = found(report, { severities: { [code]: 'warning' } });
    expect(lowered).toEqual(plain.map((each) => (each === `${code} error` ? `${code} warning` : each)));
  });
});
