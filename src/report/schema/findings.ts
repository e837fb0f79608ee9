/** The schema of findings: one line for every kind, so that a kind without its schema does not compile. */
import type { Common, Finding, FindingData, FindingKind } from '../../model/finding.js';
import { FILE_FAULTS, type FileFault } from '../../model/workbook.js';
import { count, list, named, oneOf, optional, pair, type Schema, type Shape, text, variants, yesno } from './exact.js';
import { severity } from './graded.js';
import { day, decimal, period, place, words } from './values.js';

const fault = oneOf<FileFault>(FILE_FAULTS);

const report = { form: words, by: words, period };
const inCells = { column: words, cells: list(text) };
const name = { subject: words, candidates: list(text) };

const DATA: { readonly [K in FindingKind]: Shape<FindingData[K]> } = {
  'file-unreadable': { fault, detail: text },
  'file-skipped': { reason: words, unsaved: optional(text) },
  'form-unrecognised': { nearest: optional(words), missing: list(words) },
  'form-empty': { form: words },
  'measures-other': { found: text, expected: text },
  'sheet-unused': { isHidden: yesno },
  'file-copied': { other: text },
  'submission-repeated': { ...report, other: place },
  'submission-superseded': { form: words, other: place },
  'submission-late': { ...report, due: day, received: day, days: count, isDone: yesno },
  'submission-missing': { ...report, due: day, isDone: yesno },
  'submission-undated': { ...report, isDone: yesno },
  'receipt-without-file': report,
  'receipts-disagree': { earliest: day, other: place },
  'register-foreign': { form: words },
  'register-missing': { form: words },
  'heading-missing': { column: words, candidates: list(text) },
  'heading-repeated': { column: words, other: place },
  'heading-unknown': { heading: text },
  'values-unheaded': { count },
  'row-passed': { isLikeData: yesno },
  'rows-hidden': { rows: list(count) },
  'column-hidden': { column: words, at: count },
  'field-missing': { field: words },
  'field-unreadable': { field: words, expected: words },
  'cell-missing': { column: words },
  'cell-ditto': { column: words, above: text },
  'cell-unreadable': { column: words, expected: words },
  'cell-out-of-range': { column: words, min: optional(decimal), max: optional(decimal) },
  'number-merged': { column: words, rows: count },
  'cell-needed': { column: words, rule: text, message: words },
  'row-rule-broken': { rule: text, message: words, by: optional(decimal), remedy: optional(words) },
  'row-repeated': { columns: list(words), other: place, isMerged: yesno },
  'cells-computed': inCells,
  'cells-changing': inCells,
  'cells-linked': inCells,
  'row-missing-elsewhere': { rule: text, message: words, form: words, file: optional(text) },
  'values-disagree': { rule: text, message: words, column: words, other: place, otherRaw: text },
  'totals-disagree': { rule: text, message: words, column: words, form: words, total: decimal, cells: list(place) },
  'points-disagree': { rule: words, expected: decimal },
  'points-out-of-bounds': { rule: words, least: decimal, most: decimal },
  'rule-needs': { rule: words, column: words },
  'evidence-unfit': { rule: words, source: words, sources: list(words) },
  'rule-not-for': { rule: words, subject: text, item: words },
  'self-score-beyond': { item: words, full: decimal },
  'stretches-overlap': { other: place },
  'date-implausible': { due: day, asOf: day },
  'receipt-before': { received: day, other: place },
  'receipt-ahead': { asOf: day },
  'subject-unknown': name,
  'subject-ambiguous': name,
  'subject-elsewhere': { subject: words, belongs: text },
  'subject-unlisted': { subject: words, name: text },
  'names-alike': {
    subject: words,
    likeness: oneOf<FindingData['names-alike']['likeness']>({ shape: true, same: true, slip: true }),
    name: text,
    other: place,
    apart: pair(text, text),
  },
  'submitter-other': {
    by: text,
    other: text,
    from: oneOf<FindingData['submitter-other']['from']>({ template: true, folder: true }),
    at: text,
  },
  'period-ahead': { form: words, period, asOf: day },
  'period-other': { period, expected: period },
  'confirmation-idle': { entry: count, about: text, isError: yesno },
  'parameter-unset': { parameter: text, title: words },
  'calendar-unknown': { year: count },
};

const COMMON: Shape<Common> = {
  severity,
  confirmed: optional(text),
  place,
  row: optional(text),
  raw: optional(text),
  clause: optional(text),
};

const shapes = Object.fromEntries(Object.entries(DATA).map(([kind, data]) => [kind, { ...COMMON, ...data }]));

export const finding: Schema<Finding> = named(
  'finding',
  'What is missing or wrong in what was handed in',
  // Each is the common keys and those of its kind: the two tables above are what the compiler holds to the types.
  variants<Finding, 'kind'>('kind', shapes as never),
);
