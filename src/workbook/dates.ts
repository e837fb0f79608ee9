/**
 * Dates and times as spreadsheets store them: days since the end of 1899 (or 1904) with the time as a fraction, or ISO
 * text in strict files. Times are rounded to whole seconds. What is no date stays the number or text it is: day 60 of
 * the 1900 system is 29 February 1900, which never was.
 */
import { addDays, type Day, dayOf, parseDay } from '../base/day.js';
import type { CellValue } from '../model/workbook.js';
import { Format } from './number-format.js';

const DAY_SECONDS = 86_400;
/** 1 January 1900, serial 1; and 1 January 1904, serial 0 of the other system. */
const FIRST_OF_1900 = dayOf(1900, 1, 1) as Day;
const FIRST_OF_1904 = dayOf(1904, 1, 1) as Day;
/** The day that the 1900 system holds and the calendar does not. */
const IMPOSSIBLE = 60;
/** 31 December 9999 in either system. */
const LAST_OF_1900 = 2_958_465;
const LAST_OF_1904 = 2_957_003;
/** How programs write a time without a date where a date must stand. */
const NO_DAY = new Set(['1899-12-30', '1899-12-31']);
const ISO = /^(?:(\d{4}-\d{2}-\d{2})(?:T|$))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/;

/** About a century. */
const MAX_KNOWN_DAYS = 40_000;

/** The value of a cell that shows a day and no time. */
interface DateAlone {
  readonly kind: 'date';
  readonly day: Day;
}

/** One of the two ways of counting days. */
export class DateSystem {
  private readonly since1904: boolean;
  /** Workbooks hold the same few days again and again, so that cells share them. */
  private readonly days = new Map<number | string, DateAlone>();

  constructor(since1904: boolean) {
    this.since1904 = since1904;
  }

  /** The value of a number that its format shows as a date or time. */
  ofSerial(serial: number, format: Format): CellValue {
    if (serial < 0 || serial >= LAST_OF_1900 + 1) return serial;
    if (format === Format.Span || (serial < 1 && this.isTimeAlone(format))) {
      return { kind: 'time', seconds: Math.round(serial * DAY_SECONDS) };
    }
    let number = Math.floor(serial);
    let time = Math.round((serial - number) * DAY_SECONDS);
    if (time === DAY_SECONDS) {
      number += 1;
      time = 0;
    }
    const day = this.day(number);
    return day === undefined ? serial : dated(day, time, format);
  }

  /** The value of an ISO text in a date cell; the text itself when it is no date. */
  ofText(text: string, format: Format): CellValue {
    const match = ISO.exec(text);
    if (!match) return text;
    const [, date, hours, minutes, seconds = '0'] = match;
    const exact = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
    const time = Math.min(Math.round(exact), DAY_SECONDS - 1);
    const isTime = Number(hours ?? 0) < 24 && Number(minutes ?? 0) < 60 && Number(seconds) < 60;
    if (!isTime || (date === undefined && hours === undefined)) return text;
    if (date === undefined || (NO_DAY.has(date) && hours !== undefined)) return { kind: 'time', seconds: time };
    const day = this.day(date);
    return day === undefined ? text : dated(day, time, format);
  }

  /** In the 1900 system no day has the number 0, so a number below 1 can only be a time of day. */
  private isTimeAlone(format: Format): boolean {
    return format === Format.Time || (format === Format.DateTime && !this.since1904);
  }

  /** The day of a number or of its ISO text. */
  private day(written: number | string): DateAlone | undefined {
    const known = this.days.get(written);
    if (known !== undefined) return known;
    const day = typeof written === 'string' ? parseDay(written) : this.dayOfNumber(written);
    if (day === undefined) return undefined;
    if (this.days.size === MAX_KNOWN_DAYS) this.days.clear();
    const date: DateAlone = { kind: 'date', day };
    this.days.set(written, date);
    return date;
  }

  private dayOfNumber(number: number): Day | undefined {
    if (this.since1904) return number > LAST_OF_1904 ? undefined : addDays(FIRST_OF_1904, number);
    if (number < 1 || number === IMPOSSIBLE || number > LAST_OF_1900) return undefined;
    return addDays(FIRST_OF_1900, number < IMPOSSIBLE ? number - 1 : number - 2);
  }
}

function dated(date: DateAlone, time: number, format: Format): CellValue {
  return time === 0 && format !== Format.DateTime && format !== Format.Time
    ? date
    : { kind: 'date', day: date.day, time };
}

/** The two ways of counting days, by whether a workbook counts from 1904. */
export function dateSystem(since1904: boolean): DateSystem {
  return since1904 ? SINCE_1904 : SINCE_1900;
}

const SINCE_1900 = new DateSystem(false);
const SINCE_1904 = new DateSystem(true);
