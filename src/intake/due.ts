/** When a form falls due. A day of a month counts whole: what comes on the day itself is on time. */
import { type Day, dayInMonth, monthOf, onWorkday, workdayAfter, yearOf } from '../base/day.js';
import { firstDay, lastDay, type Period } from '../base/period.js';
import type { Due, Quantity } from '../model/form.js';
import type { Measures } from '../model/measures.js';

/** The office's own rule for days that are no working days; without it a day stands. */
export type Shift = 'none' | 'next-working-day';

/** The day by which a form for a period is due; undefined when a parameter it needs is not set. */
export function dueDay(due: Due, period: Period, measures: Measures, shift: Shift): Day | undefined {
  const number = quantity(due.kind === 'date' ? due.day : due.count, measures);
  if (number === undefined) return undefined;
  if (due.kind === 'workdays') return workdayAfter(lastDay(period), number);
  const anchor = due.anchor === 'start' ? firstDay(period) : lastDay(period);
  const day = dayInMonth(yearOf(anchor), monthOf(anchor) + due.months, number);
  return shift === 'next-working-day' ? onWorkday(day) : day;
}

function quantity(given: Quantity, measures: Measures): number | undefined {
  if (typeof given === 'number') return given;
  const value = measures.parameters.get(given)?.value;
  return value && 'type' in value && value.type === 'number' ? Number(value.value) : undefined;
}
