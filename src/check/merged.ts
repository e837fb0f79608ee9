/**
 * Numbers that stand once in a cell merged over several rows. Each of these rows has the number, so that it counts as often;
 * whether it was meant for all of them together only the sender knows.
 */
import { groupedBy } from '../base/group.js';
import type { Finding } from '../model/finding.js';
import { rowLabel } from '../rows/label.js';
import { type Check, finding, placeOfReading, readingsOf } from './inspection.js';

export const checkMerged: Check = ({ inspected }) =>
  inspected.flatMap(({ layout: { form }, submission }) => {
    const numbers = [...readingsOf(form, submission)].filter(({ reading }) => reading.value?.type === 'number');
    const byCell = groupedBy(
      numbers.filter(({ reading }) => reading.state === 'value'),
      ({ column, reading }) => JSON.stringify([column.id, reading.sheet, reading.cell]),
    );
    return [...byCell.values()].flatMap(([first, ...more]): Finding[] => {
      if (!first?.row || more.length === 0) return [];
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
