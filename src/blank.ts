/** The blank workbooks of a pack, as they are kept beside it: the same pack gives the same bytes. */
import type { Day } from './base/day.js';
import { designForm } from './forms/template.js';
import type { Measures } from './model/measures.js';
import { writeWorkbook } from './workbook/write.js';

/** Stored in the files as their date, so that they change only when the pack does. */
const ISSUED = '2026-01-01' as Day;

export async function blankWorkbooks(measures: Measures): Promise<{ name: string; bytes: Uint8Array }[]> {
  const workbooks: { name: string; bytes: Uint8Array }[] = [];
  for (const form of measures.forms.values()) {
    const design = designForm(form, { measures, office: '', date: ISSUED });
    workbooks.push({ name: `${form.id}.xlsx`, bytes: await writeWorkbook(design) });
  }
  return workbooks;
}
