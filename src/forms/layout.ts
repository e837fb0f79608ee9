/**
 * What remains of a form once it is read: where its columns stand, what is wrong with its headings, and what nobody sees on
 * its sheets. The rows themselves are let go, for there may be thousands of sheets.
 */
import { firstOf } from '../base/alike.js';
import { once } from '../base/once.js';
import type { Form } from '../model/form.js';
import type { ComputedRow, LaidPart, Layout, Part, ReadSheet, Recognised } from '../model/recognised.js';
import type { Sheet } from '../model/workbook.js';

export function layoutOf({ form, marker, more, ...first }: Recognised): Layout {
  // Parts of one table often stand on one sheet, which is one afterwards too.
  const read = new Map<Sheet, ReadSheet>();
  const laid = ({ sheet, columns, headingRow, repeated, unknown }: Part): LaidPart => {
    const kept = read.get(sheet) ?? readSheet(sheet);
    read.set(sheet, kept);
    return { sheet: kept, columns: sameColumns(form)([...columns].join(), columns), headingRow, repeated, unknown };
  };
  return { form, ...laid(first), more: more.map(laid), ...(marker ? { marker } : {}) };
}

const NO_ROWS: ReadSheet['hiddenRows'] = new Set();
const NO_FORMULAS: ReadSheet['computed'] = new Map();

function readSheet({ name, rows, hiddenColumns }: Sheet): ReadSheet {
  const hidden = new Set<number>();
  const computed = new Map<number, ComputedRow>();
  for (const { number, hidden: isHidden, formulas, changing, linked } of rows) {
    if (isHidden) hidden.add(number);
    if (formulas) computed.set(number, { formulas, ...(changing ? { changing } : {}), ...(linked ? { linked } : {}) });
  }
  return {
    name,
    hiddenRows: hidden.size > 0 ? hidden : NO_ROWS,
    computed: computed.size > 0 ? computed : NO_FORMULAS,
    ...(hiddenColumns ? { hiddenColumns } : {}),
  };
}

/** Places of columns are mostly those of the template, in every file of a form the same. */
const sameColumns = once((_: Form) => firstOf<Part['columns']>(MOST_KNOWN));
const MOST_KNOWN = 100;
