/**
 * What became of the sheets that were handed in, as a result has it: of what is owed, which of two files counts, how
 * many came for a form and period, and what nothing that is owed stands for.
 */
import type { Period } from '../../base/period.js';
import type { Result } from '../../model/result.js';
import type { Expected } from '../../model/submission.js';
import { matterOf } from '../../rows/matter.js';
import { outcomesOf } from '../reports.js';
import type { Besides, Entry, Outcome } from './types.js';

export interface Sheets {
  outcome(expected: Expected): Outcome;
  /** Sheets of forms that nobody owes, with submitter and period, the first of each, within the periods given. */
  ofOwnAccord(isShown: (period: Period) => boolean): Sent[];
  /** Submitters that have sent a form for a period, whatever became of it. */
  cameFor(form: string, period: Period): number;
  /** Sheets that were returned, do not count or cannot be read, and for which no entry stands. */
  besides(entries: readonly Entry[]): Besides[];
}

/** A sheet that was handed in without being owed. */
export interface Sent {
  readonly form: string;
  readonly by: string;
  readonly period: Period;
  readonly file: string;
  readonly sheet: string;
  readonly outcome: Outcome;
}

export function sheetsOf(result: Result): Sheets {
  const outcomes = outcomesOf(result);
  const rivals = new Set(
    result.findings.filter(({ kind }) => kind === 'submission-repeated').map(({ place }) => keyOf(place)),
  );
  const handed = result.files.flatMap(({ file, forms }) => forms.map((form) => ({ file, ...form })));
  const outcomeOf = (key: string): Outcome => (rivals.has(key) ? 'unchosen' : (outcomes.get(key) ?? 'not-counted'));
  return {
    outcome: (expected) => {
      if (expected.file === undefined) return withoutFile(expected);
      return expected.status === 'ambiguous' ? 'unchosen' : outcomeOf(keyOf(expected));
    },
    ofOwnAccord: (isShown) => {
      const owed = new Set(result.expected.map(({ form }) => form));
      const sent = new Map<string, Sent>();
      for (const { file, sheet, form, by, period, status } of handed) {
        if (owed.has(form) || by === undefined || period === undefined || !isShown(period)) continue;
        const key = matterOf({ form, by, period });
        // One that counts stands before those that it takes the place of.
        if (sent.has(key) && status === 'not-counted') continue;
        sent.set(key, { form, by, period, file, sheet, outcome: outcomeOf(keyOf({ file, sheet })) });
      }
      return [...sent.values()];
    },
    cameFor: (form, period) =>
      new Set(handed.filter((each) => each.form === form && each.period === period).map(({ by }) => by)).size,
    besides: (entries) => {
      const shown = new Set(entries.map(keyOf));
      const others = handed.filter((each) => !shown.has(keyOf(each)));
      return [
        ...others.flatMap(({ file, sheet, form, status }): Besides[] => {
          if (status !== 'returned' && status !== 'not-counted') return [];
          const title = result.words.forms[form];
          const outcome = rivals.has(keyOf({ file, sheet })) ? 'unchosen' : status;
          return [{ file, sheet, form, ...(title ? { title } : {}), outcome }];
        }),
        ...unread(result, handed),
      ];
    },
  };
}

function withoutFile({ status }: Expected): Outcome {
  return status === 'missing' || status === 'not-due' ? status : 'no-file';
}

/** Files and sheets that have errors and were not recognised as any form. */
function unread({ findings }: Result, handed: readonly { file: string; sheet: string }[]): Besides[] {
  const read = new Set(handed.flatMap((each) => [keyOf(each), keyOf({ file: each.file })]));
  const faults = findings.filter(
    ({ severity, place }) => severity === 'error' && place.file !== '' && !read.has(keyOf(place)),
  );
  const places = new Map(faults.map(({ place }) => [keyOf(place), place]));
  return [...places.values()].map(({ file, sheet }) => ({
    file,
    ...(sheet === undefined ? {} : { sheet }),
    outcome: 'unread',
  }));
}

function keyOf({ file, sheet }: { readonly file?: string; readonly sheet?: string }): string {
  return `${file ?? ''}\n${sheet ?? ''}`;
}
