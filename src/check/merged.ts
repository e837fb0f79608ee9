/**
 * Numbers that stand once in a cell merged over several rows. Each of these rows has the number, so that it counts as often;
 * whether it was meant for all of them together only the sender knows.
 */
import { groupedBy } from '../base/group.js';
import type { Finding } from '../model/finding.js';
import { rowLabel } from '../rows/label.js';
import { type Check, finding, placeOfReading } from './inspection.js';

export const checkMerged: Check = ({ inspected }) =>
  inspected.flatMap(({ layout: { form }, submission }) => {
    const numbers = form.columns.filter(({ type }) => type === 'integer' || type === 'decimal');
    const filled = submission.rows.flatMap((row) =>
      numbers.flatMap((column) => {
        const reading = row.readings.get(column.id);
        return reading?.state === 'value' ? [{ column, reading, row }] : [];
      }),
    );
    const byCell = groupedBy(filled, ({ column, reading }) => `${column.id} ${reading.sheet ?? ''} ${reading.cell}`);
    return [...byCell.values()].flatMap(([first, ...more]): Finding[] => {
      if (!first || more.length === 0) return [];
      const { column, reading, row } = first;
      const at = {
        place: placeOfReading(submission, reading),
        row: rowLabel(form, row),
        raw: reading.raw,
        clause: form.clause,
      };
      return [finding('number-merged', at, { column: column.title, rows: more.length + 1 })];
    });
  });
