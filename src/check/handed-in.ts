/** What came late, did not come, came twice, or came without a date; registers that are not there. */

import { calendarCovers, daysBetween, yearOf } from '../base/day.js';
import { groupedBy } from '../base/group.js';
import { firstDay, yearOfPeriod } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Finding } from '../model/finding.js';
import { type Form, OFFICE } from '../model/form.js';
import type { Receipt, Submission } from '../model/submission.js';
import { ownDate } from '../rows/dated.js';
import { matterOf } from '../rows/matter.js';
import { type Check, finding, type Inspection, placeOf, placeOfReading } from './inspection.js';

export const checkHandedIn: Check = (inspection) =>
  inspection.expected.flatMap((expected): Finding[] => {
    const { measures } = inspection;
    const form = measures.forms.get(expected.form);
    if (!form) return [];
    const { period, due, status, file, sheet, received, daysLate } = expected;
    const data = { form: form.title, by: nameOf(expected.by, form, inspection), period };
    const place = { file: file ?? '', ...(sheet ? { sheet } : {}) };
    const clause = form.clause;
    const isDone = form.done.length > 0;
    if (status === 'late' && received) {
      const at = { place: expected.place ?? place, raw: received, clause };
      return [finding('submission-late', at, { ...data, due, received, days: daysLate ?? 0, isDone })];
    }
    if (status === 'missing')
      return [finding('submission-missing', { place: expected.place ?? place, clause }, { ...data, due, isDone })];
    if (status === 'undated') return [finding('submission-undated', { place, clause }, { ...data, isDone })];
    return [];
  });

/** A name reads the same in both languages; the office that keeps the registers has one in each. */
function nameOf(by: string, form: Form, { roster }: Inspection): Text {
  const name = roster.get(by)?.name;
  return name === undefined
    ? (form.keptBy ?? { zh: '考评办公室', en: 'the assessment office' })
    : { zh: name, en: name };
}

export const checkRivals: Check = (inspection) =>
  inspection.settled.rivals.flatMap((group) =>
    group.flatMap((submission, index): Finding[] => {
      const form = inspection.measures.forms.get(submission.form);
      const other = group[index === 0 ? 1 : 0];
      if (!form || !other || !submission.period) return [];
      const data = {
        form: form.title,
        by: nameOf(submission.by ?? OFFICE, form, inspection),
        period: submission.period,
      };
      return [
        finding(
          'submission-repeated',
          { place: placeOf(submission), clause: form.clause },
          { ...data, other: placeOf(other, other.file === submission.file ? `A${other.heading}` : '') },
        ),
      ];
    }),
  );

export const checkSuperseded: Check = ({ measures, settled }) =>
  settled.superseded.flatMap(({ submission, by }): Finding[] => {
    const form = measures.forms.get(submission.form);
    if (!form) return [];
    const data = { form: form.title, other: placeOf(by) };
    return [finding('submission-superseded', { place: placeOf(submission), clause: form.clause }, data)];
  });

export const checkReceipts: Check = (inspection) => {
  const submissions = inspection.inspected.map(({ submission }) => submission);
  const sent = groupedBy(submissions, matterOf);
  return inspection.receipts.flatMap((receipt): Finding[] => {
    const form = inspection.measures.forms.get(receipt.form);
    const at = { place: receipt.place, raw: receipt.received, clause: form?.clause ?? '' };
    const asOf = inspection.run?.asOf;
    const ahead = asOf !== undefined && receipt.received > asOf ? [finding('receipt-ahead', at, { asOf })] : [];
    if (!form) return ahead;
    const came = sent.get(matterOf(receipt));
    if (came) return [...ahead, ...came.flatMap((submission) => datedAfter(receipt, submission, form))];
    const data = { form: form.title, by: nameOf(receipt.by, form, inspection), period: receipt.period };
    return [...ahead, finding('receipt-without-file', at, data)];
  });
};

/** Days of one receipt that two registers tell differently; in one register the row is repeated, and said to be. */
export const checkDoubleReceipts: Check = ({ measures, receipts }) => {
  const matters = groupedBy(receipts, matterOf);
  return [...matters.values()].flatMap(([first, ...others]): Finding[] => {
    if (!first) return [];
    const clause = measures.forms.get(first.form)?.clause ?? '';
    return others
      .filter(({ received, place }) => received !== first.received && place.file !== first.place.file)
      .map(({ received, place }) =>
        finding(
          'receipts-disagree',
          { place, raw: received, clause },
          { earliest: first.received, other: first.place },
        ),
      );
  });
};

/** Nothing is handed in so long before it is due; an earlier date has another year in it. */
const EARLIEST_DAYS = 183;

/** A form's own date that cannot be: far ahead of its due day, or later than the day of the run. */
export const checkDates: Check = ({ measures, expected, settled, run }) => {
  const owing = new Map(expected.map((each) => [matterOf(each), each]));
  return settled.counted.flatMap((submission): Finding[] => {
    const form = measures.forms.get(submission.form);
    const owed = owing.get(matterOf(submission));
    // Where it says when a thing was done, that may lie ahead.
    const own = form && form.done.length === 0 ? ownDate(form, submission) : undefined;
    if (!form || !owed || !own || !run) return [];
    const { due } = owed;
    if (own.received <= run.asOf && daysBetween(own.received, due) <= EARLIEST_DAYS) return [];
    const at = { place: own.place, raw: own.received, clause: form.clause };
    return [finding('date-implausible', at, { due, asOf: run.asOf })];
  });
};

/** What is dated later than it was received has one of the two dates wrong. */
function datedAfter({ received, place: other }: Receipt, submission: Submission, form: Form): Finding[] {
  // Its date fields say when things were done, and that may be reported ahead.
  const own = form.done.length > 0 ? undefined : ownDate(form, submission);
  if (!own || own.received <= received) return [];
  const at = { place: own.place, raw: own.received, clause: form.clause };
  return [finding('receipt-before', at, { received, other })];
}
/** Days before its period in which a plan is handed in at the earliest. */
const EARLY = 62;

/** A report on what has not begun, or a plan for what is far ahead: the period is mistyped as a rule. */
export const checkAhead: Check = ({ measures, inspected, run }) =>
  inspected.flatMap(({ submission }): Finding[] => {
    const { form: id, period, fields } = submission;
    const form = measures.forms.get(id);
    if (!form || !period || !run) return [];
    const isPlan = form.due?.kind === 'date' && form.due.anchor === 'start';
    if (daysBetween(run.asOf, firstDay(period)) <= (isPlan ? EARLY : 0)) return [];
    const field = form.fields.find(({ type }) => type === 'period');
    const reading = field && fields.get(field.id);
    const place = reading ? placeOfReading(submission, reading) : placeOf(submission);
    const data = { form: form.title, period, asOf: run.asOf };
    return [finding('period-ahead', { place, raw: reading?.raw ?? '', clause: form.clause }, data)];
  });

export const checkRegisters: Check = ({ measures, inspected }) =>
  [...measures.forms.values()]
    .filter(
      (form) =>
        form.every === 'standing' && form.required && !inspected.some(({ submission }) => submission.form === form.id),
    )
    .map((form) => finding('register-missing', { place: { file: '' }, clause: form.clause }, { form: form.title }));

export const checkParameters: Check = ({ measures }) =>
  [...measures.parameters.values()]
    .filter(({ value }) => value === undefined)
    .map(({ id, title, clause }) =>
      finding('parameter-unset', { place: { file: '' }, clause }, { parameter: id, title }),
    );

/** Years in which working days are counted, but whose holidays are not known. */
export const checkCalendar: Check = ({ measures, settled, expected, run }) => {
  const counting = expected.filter(({ form, status }) => {
    const due = measures.forms.get(form)?.due;
    return status !== 'not-due' && (due?.kind === 'workdays' || run?.shift === 'next-working-day');
  });
  const written = settled.counted.flatMap(({ period }) => (period ? [yearOfPeriod(period)] : []));
  return [...new Set([...counting.map(({ due }) => yearOf(due)), ...written])]
    .filter((year) => !calendarCovers(year))
    .toSorted((a, b) => a - b)
    .map((year) => finding('calendar-unknown', { place: { file: '' } }, { year }));
};
