/**
 * Designs a comparison as a workbook: what the two are, every change with what did it and its cells, every figure, who came
 * or left, what the measures say otherwise, files and findings. The same comparison gives the same workbook.
 */
import { periodText } from '../../base/period.js';
import type { Lang } from '../../base/text.js';
import type { Comparison } from '../../compare/types.js';
import type { WorkbookDesign } from '../../model/design.js';
import type { Result } from '../../model/result.js';
import { lookUp } from '../lookup.js';
import { changeSheet, factSheet } from './changes.js';
import { fileSheet, findingSheet, measuresSheet, peopleSheet, summarySheet } from './lists.js';

/** The latter of the two results gives the office and the day of the file. */
export function designComparison(found: Comparison, after: Result, lang: Lang): WorkbookDesign {
  const lookup = lookUp(after, lang);
  const { period, asOf, office } = found.after;
  const about = { found, lookup };
  return {
    title: { zh: `结果变动　${periodText(period).zh}`, en: `What has changed, ${periodText(period).en}` }[lang],
    author: office,
    date: asOf,
    sheets: [
      summarySheet(about),
      changeSheet(about),
      ...(found.before.period === found.after.period ? [factSheet(about)] : []),
      peopleSheet(about),
      measuresSheet(about),
      ...(found.files ? [fileSheet(about)] : []),
      ...(found.findings ? [findingSheet(about)] : []),
    ],
  };
}
