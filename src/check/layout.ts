/** Headings that are missing, repeated or unknown, rows passed over, forms without rows, templates of other measures. */

import { cellAddress } from '../base/address.js';
import { parsePeriod } from '../base/period.js';
import type { Finding } from '../model/finding.js';
import type { Form } from '../model/form.js';
import { isInForce, type LaidPart } from '../model/recognised.js';
import type { Submission } from '../model/submission.js';
import { type Check, finding, placeOf } from './inspection.js';

export const checkLayout: Check = ({ measures, inspected }) =>
  inspected.flatMap(({ layout, submission }): Finding[] => {
    const { form, marker } = layout;
    const at = { place: placeOf(submission), clause: form.clause };
    const empty = submission.rows.length < form.minRows ? [finding('form-empty', at, { form: form.title })] : [];
    const version = `${marker?.measures} ${marker?.version}`;
    const current = `${measures.id} ${measures.version}`;
    const other =
      marker && !isInForce(marker, measures)
        ? [finding('measures-other', at, { found: version, expected: current })]
        : [];
    const parts = [layout, ...layout.more].flatMap((part) => headingsOf(part, form, submission));
    return [...parts, ...leftOut(submission, form), ...empty, ...other, ...wrongPeriod(submission, marker?.period)];
  });

/** A table may have its headings several times, on further pages and sheets; each time they are looked at. */
function headingsOf(part: LaidPart, form: Form, { file }: Submission): Finding[] {
  const { sheet, columns, repeated, unknown, headingRow } = part;
  const at = (cell: string) => ({ place: { file, sheet: sheet.name, cell }, clause: form.clause });
  const headings = cellAddress(headingRow, Math.min(...columns.values()));
  const candidates = unknown.map(({ heading }) => heading);
  const [candidate] = unknown.length === 1 ? unknown : [];
  const missing = form.columns
    .filter(({ id }) => !columns.has(id))
    .map((column) => {
      const needed = column.required || column.blank !== undefined;
      return finding(
        'heading-missing',
        { ...at(candidate?.cell ?? headings), severity: needed ? 'error' : 'note' },
        { column: column.title, candidates },
      );
    });
  const twice = repeated.map(({ column, first, again }) =>
    finding(
      'heading-repeated',
      { ...at(again), raw: column.title.zh },
      { column: column.title, other: at(first).place },
    ),
  );
  // Where a column is missing, they are named with it: one of them may be that column.
  const extra =
    missing.length > 0
      ? []
      : unknown.map(({ heading, cell }) => finding('heading-unknown', { ...at(cell), raw: heading }, { heading }));
  return [...missing, ...twice, ...extra];
}

/** What stands among the rows and is not read. */
function leftOut({ file, passed, unheaded }: Submission, { clause }: Form): Finding[] {
  const bare = unheaded.map(({ sheet, cell, raw, count }) =>
    finding('values-unheaded', { place: { file, sheet, cell }, raw, clause }, { count }),
  );
  const rows = passed.map(({ sheet, cell, raw, isLikeData }) => {
    const severity = isLikeData ? 'warning' : 'note';
    return finding('row-passed', { place: { file, sheet, cell }, severity, raw, clause }, { isLikeData });
  });
  return [...bare, ...rows];
}

function wrongPeriod(submission: Submission, marked: string | undefined): Finding[] {
  const expected = parsePeriod(marked ?? '');
  const period = parsePeriod(submission.period ?? '');
  if (!expected || !period || expected === period) return [];
  return [finding('period-other', { place: placeOf(submission) }, { period, expected })];
}
