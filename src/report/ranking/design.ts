/**
 * Designs the ranked workbook of a result: the order, everyone's points, facts and grades, what they rest on, the reports, the
 * findings, and what was not applied. Everything comes from the result, and links to files from the way to them; the same
 * result gives the same workbook.
 */
import { periodText } from '../../base/period.js';
import type { Lang } from '../../base/text.js';
import type { Rows, WorkbookDesign } from '../../model/design.js';
import type { Result } from '../../model/result.js';
import { lookUp } from '../lookup.js';
import type { Linking, WayTo } from './file-links.js';
import { findingSheet } from './findings.js';
import { orderSheets } from './order.js';
import { parameterSheet } from './parameters.js';
import { scoreSheets } from './scores.js';
import { sourceSheet } from './sources.js';
import { subjectSheets } from './subjects.js';
import { submissionSheet } from './submissions.js';

export function designRanking(result: Result, lang: Lang, wayTo: WayTo = nowhere): WorkbookDesign<Rows> {
  const opens = result.files.some(({ file }) => wayTo(file) !== undefined);
  const lookup: Linking = { ...lookUp(result, lang), wayTo, opens };
  const { office, measures, period, asOf } = result;
  return {
    title: {
      zh: `${measures.title.zh}　${periodText(period).zh}`,
      en: `${measures.title.en}, ${periodText(period).en}`,
    }[lang],
    author: office.name,
    date: asOf,
    sheets: [
      ...orderSheets(lookup),
      ...scoreSheets(lookup),
      ...subjectSheets(lookup),
      sourceSheet(lookup),
      submissionSheet(lookup),
      findingSheet(lookup),
      parameterSheet(lookup),
    ],
  };
}

/** Where nobody knows the way to the files, places stand as text. */
function nowhere(): undefined {
  return undefined;
}
