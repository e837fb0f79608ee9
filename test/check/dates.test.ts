/** A form's own date that cannot be, also of what the office itself keeps. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import { checkDates } from '../../src/check/handed-in.js';
import type { Inspection } from '../../src/check/inspection.js';
import { day } from '../forms/sheets.js';
import { owed, takenIn } from '../intake/handed.js';
import { tiny } from '../measures/packs.js';

const MEASURES = tiny(`
forms:
  visits:
    zh: 检查记录
    en: Visits
    clause: "1"
    from: office
    every: month
    due: { anchor: end, months: 1, day: 5 }
    fields:
      month: { zh: 所属月份, en: Month, type: period, period: month, required: true }
      filed_on: { zh: 填报日期, en: Filed on, type: date }
    columns:
      no: { zh: 序号, en: No., type: text, required: true, key: true }
`);
const WHEN = { period: '2026-03', asOf: '2026-04-20' };

function dated(form: 'visits' | 'report', filed: string): string[] {
  const rows = form === 'visits' ? [{ no: '1' }] : [{ no: '1', status: '完成' }];
  const by = form === 'report' ? { by: '办公室' } : {};
  const handed = [{ form, period: '2026年3月', ...by, rows, fields: { filed_on: day(filed) } }];
  const intake = takenIn(MEASURES, { '01 办公室': [] }, handed);
  const inspection: Pick<Inspection, 'measures' | 'expected' | 'settled' | 'run'> = {
    measures: MEASURES,
    expected: owed(MEASURES, intake, WHEN),
    settled: intake.settled,
    run: { asOf: WHEN.asOf as Day, shift: 'none' },
  };
  return checkDates(inspection as Inspection).map(({ kind, raw }) => `${kind} ${raw}`);
}

describe.each(['report', 'visits'] as const)('the own date of a %s', (form) => {
  it('is told where it lies behind the day of the run, or long before the due day', () => {
    expect(dated(form, '2026-04-20')).toEqual([]);
    expect(dated(form, '2026-04-21')).toEqual(['date-implausible 2026-04-21']);
    expect(dated(form, '2025-10-04')).toEqual([]);
    expect(dated(form, '2025-10-03')).toEqual(['date-implausible 2025-10-03']);
  });
});
