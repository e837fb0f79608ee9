/** Which period a run is for: the one that the call names, or the only one that the folder tells of. */
import { periodsReported } from '../../assess.js';
import type { Day } from '../../base/day.js';
import { kindOf, lastDay, type Period, type PeriodKind, periodAt } from '../../base/period.js';
import type { Measures } from '../../model/measures.js';
import type { Intake } from '../../take-in.js';
import { wrongCall } from '../failure.js';
import { periodOf } from './asked.js';

/** The period asked for, or the only one that the submissions report on. */
export function chosenPeriod(kind: PeriodKind, asked: string | undefined, intake: Intake, measures: Measures): Period {
  if (asked !== undefined) {
    const period = periodOf(asked);
    if (!period || kindOf(period) !== kind) {
      const example = periodAt(kind, '2026-03-01' as Day);
      throw wrongCall(
        `--period 应为${NAMES[kind].zh}，如 ${example}；给的是 ${asked}`,
        `--period must be a ${NAMES[kind].en} such as ${example}, not ${asked}`,
      );
    }
    return period;
  }
  const found = periodsReported(intake, measures, (period) =>
    shorter(period, kind) ? periodAt(kind, lastDay(period)) : undefined,
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  if (found.length === 0)
    throw wrongCall(
      '文件夹中没有可据以确定期间的材料，请用 --period 指明',
      'nothing in the folder tells the period; name it with --period',
    );
  const list = found.join(', ');
  throw wrongCall(
    `文件夹中有几个期间的材料：${list}；请用 --period 指明`,
    `the folder holds several periods: ${list}; name one with --period`,
  );
}

const NAMES: Record<PeriodKind, { zh: string; en: string }> = {
  month: { zh: '月份', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  half: { zh: '半年', en: 'half year' },
  year: { zh: '年度', en: 'year' },
};

const LENGTH: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

function shorter(period: Period, kind: PeriodKind): boolean {
  return LENGTH[kindOf(period)] <= LENGTH[kind];
}
