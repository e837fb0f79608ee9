/** Headings that are missing, repeated or unknown, forms without rows, templates of other measures. */

import { cellAddress } from '../base/address.js';
import { parsePeriod } from '../base/period.js';
import type { Finding } from '../model/finding.js';
import { type Check, finding, placeOf } from './inspection.js';

export const checkLayout: Check = ({ measures, inspected }) =>
  inspected.flatMap(({ layout, submission }): Finding[] => {
    const { form, columns, repeated, unknown, marker, headingRow } = layout;
    const at = (cell: string) => ({ place: placeOf(submission, cell), clause: form.clause });
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
        { column: column.title, other: placeOf(submission, first) },
      ),
    );
    // Where a column is missing, they are named with it: one of them may be that column.
    const extra =
      missing.length > 0
        ? []
        : unknown.map(({ heading, cell }) => finding('heading-unknown', { ...at(cell), raw: heading }, { heading }));
    const empty = submission.rows.length < form.minRows ? [finding('form-empty', at(''), { form: form.title })] : [];
    const version = `${marker?.measures} ${marker?.version}`;
    const current = `${measures.id} ${measures.version}`;
    const other =
      marker && version !== current ? [finding('measures-other', at(''), { found: version, expected: current })] : [];
    return [...missing, ...twice, ...extra, ...empty, ...other, ...wrongPeriod(submission, marker?.period)];
  });

function wrongPeriod(
  submission: Parameters<typeof placeOf>[0] & { period?: string },
  marked: string | undefined,
): Finding[] {
  const expected = parsePeriod(marked ?? '');
  const period = parsePeriod(submission.period ?? '');
  if (!expected || !period || expected === period) return [];
  return [finding('period-other', { place: placeOf(submission) }, { period, expected })];
}
