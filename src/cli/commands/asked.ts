/** What a call asks for by --period and --as-of, in any of the spellings that people use; what is neither fails. */
import { type Day, parseDay } from '../../base/day.js';
import { type Period, parsePeriod } from '../../base/period.js';
import { folded } from '../../base/text.js';
import { periodIn } from '../../forms/convert.js';
import { wrongCall } from '../failure.js';
import type { System } from '../system.js';

/** The period that a text names; undefined when it names none. */
export function periodOf(text: string): Period | undefined {
  return parsePeriod(text.toUpperCase()) ?? periodIn(folded(text))?.period;
}

export function periodNamed(text: string): Period {
  const period = periodOf(text);
  if (!period)
    throw wrongCall(
      `--period 应为期间，如 2026-Q1、2026年3月；给的是 ${text}`,
      `--period must be a period such as 2026-Q1 or 2026-03, not ${text}`,
    );
  return period;
}

/** The day of the run: the one asked for, else the office's own, else today. */
export function dayOfRun(flag: string | undefined, office: Day | undefined, system: System): Day {
  if (flag === undefined) return office ?? system.today();
  const day = parseDay(flag);
  if (!day)
    throw wrongCall(
      `--as-of 应为日期，如 2026-04-10；给的是 ${flag}`,
      `--as-of must be a day such as 2026-04-10, not ${flag}`,
    );
  return day;
}
