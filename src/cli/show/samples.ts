/**
 * Facts with which the words of a finding can be said of no finding in particular: names stand in ‹ ›. One for every way
 * in which a kind is worded; the table is total, so a kind without its sample does not compile.
 */
import type { Day } from '../../base/day.js';
import type { Period } from '../../base/period.js';
import type { Text } from '../../base/text.js';
import type { FindingData, FindingKind, FindingOf } from '../../model/finding.js';
import type { Place } from '../../model/value.js';
import { FILE_FAULTS, type FileFault } from '../../model/workbook.js';

export type Sample<K extends FindingKind> = FindingData[K] & Pick<FindingOf<K>, 'raw'>;
type Samples = { readonly [K in FindingKind]: readonly Sample<K>[] };

/** Facts that are plain text are in one language, so samples are made for each. */
export function samplesIn(lang: keyof Text): Samples {
  const say = (zh: string, en: string): string => ({ zh: `‹${zh}›`, en: `‹${en}›` })[lang];
  const raw = say('所填', 'what stands there');
  const file = say('另一个文件', 'the other file');
  const name = say('名称', 'name');
  const cell = say('单元格', 'cell');
  const other: Place = { file, sheet: say('表', 'sheet'), cell };
  const rule = say('规则', 'rule');
  const candidates = [name];
  return {
    'file-unreadable': FAULTS.map((fault) => ({ fault, detail: '' })),
    'file-skipped': [
      { reason: named('原因：临时文件、不是表格等', 'why: a lock file, no table or the like') },
      { reason: named('原因：旁边的表正开着', 'why: the workbook beside it is open'), unsaved: file },
    ],
    'form-unrecognised': [{ nearest: FORM, missing: [COLUMN] }, { missing: [] }],
    'form-empty': [{ form: FORM }],
    'measures-other': [
      { found: say('另一套办法', 'other measures'), expected: say('现行办法', 'the measures in force') },
    ],
    'sheet-unused': WAYS.map((isHidden) => ({ isHidden })),
    'file-copied': [{ other: file }],
    'submission-repeated': [
      { ...OWED, other: { file } },
      { ...OWED, other },
    ],
    'submission-superseded': [{ form: FORM, other }],
    'submission-late': WAYS.map((isDone) => ({ ...OWED, isDone, due: DUE, received: RECEIVED, days: 2 })),
    'submission-missing': WAYS.map((isDone) => ({ ...OWED, isDone, due: DUE })),
    'submission-undated': WAYS.map((isDone) => ({ ...OWED, isDone })),
    'receipt-without-file': [OWED],
    'receipts-disagree': [{ earliest: DUE, other, raw }],
    'register-foreign': [{ form: FORM }],
    'register-missing': [{ form: FORM }],
    'heading-missing': [{ column: COLUMN, candidates: [say('表头', 'heading')] }],
    'heading-repeated': [{ column: COLUMN, other }],
    'heading-unknown': [{ heading: say('表头', 'heading') }],
    'values-unheaded': [{ count: 2, raw }],
    'row-passed': WAYS.map((isLikeData) => ({ isLikeData, raw })),
    'rows-hidden': [{ rows: [7, 8, 9, 12] }],
    'column-hidden': [{ column: COLUMN, at: 5 }],
    'field-missing': [{ field: FIELD }],
    'field-unreadable': [{ field: FIELD, expected: EXPECTED, raw }],
    'cell-missing': ['', raw].map((stands) => ({ column: COLUMN, raw: stands })),
    'cell-ditto': [{ column: COLUMN, above: say('上一行的单元格', 'the cell above'), raw }],
    'cell-unreadable': [raw, ''].map((stands) => ({ column: COLUMN, expected: EXPECTED, raw: stands })),
    'cell-out-of-range': [{ column: COLUMN, min: say('下限', 'least'), max: say('上限', 'most'), raw }],
    'number-merged': [{ column: COLUMN, rows: 2, raw }],
    'cell-needed': [{ column: COLUMN, rule, message: MESSAGE }],
    'cells-computed': [{ column: COLUMN, cells: [cell] }],
    'cells-changing': [{ column: COLUMN, cells: [cell] }],
    'cells-linked': [{ column: COLUMN, cells: [cell] }],
    'row-rule-broken': [{ rule, message: MESSAGE }],
    'row-repeated': WAYS.map((isMerged) => ({ columns: [COLUMN], other, isMerged })),
    'row-missing-elsewhere': [{ rule, message: MESSAGE, form: OTHER_FORM, file }],
    'values-disagree': [
      { rule, message: MESSAGE, column: COLUMN, other, raw, otherRaw: say('另一数值', 'the other value') },
    ],
    'totals-disagree': [
      { rule, message: MESSAGE, column: COLUMN, form: OTHER_FORM, total: say('合计', 'total'), raw, cells: [other] },
    ],
    'points-disagree': [{ rule: RULE, expected: say('应得分值', 'points by the rule'), raw }],
    'points-out-of-bounds': [{ rule: RULE, least: say('下限', 'least'), most: say('上限', 'most'), raw }],
    'rule-needs': [{ rule: RULE, column: COLUMN }],
    'evidence-unfit': [{ rule: RULE, source: named('所填来源', 'source entered'), sources: [named('来源', 'source')] }],
    'rule-not-for': [{ rule: RULE, subject: say('对象', 'subject'), item: ITEM }],
    'self-score-beyond': [{ item: ITEM, full: say('满分', 'full points'), raw }],
    'stretches-overlap': [{ other }],
    'date-implausible': [{ due: DUE, asOf: RECEIVED, raw }],
    'receipt-before': [{ received: DUE, other, raw }],
    'receipt-ahead': [{ asOf: DUE, raw }],
    'subject-unknown': [{ subject: COLUMN, candidates, raw }],
    'subject-ambiguous': [{ subject: COLUMN, candidates, raw }],
    'subject-elsewhere': [{ subject: COLUMN, belongs: say('另一单位', 'another unit'), raw }],
    'subject-unlisted': [{ subject: COLUMN, name }],
    'names-alike': (['shape', 'same', 'slip'] as const).map((likeness) => ({
      subject: COLUMN,
      likeness,
      name: say('另一名称', 'the other name'),
      other,
      apart: [say('此字', 'this'), say('彼字', 'that')] as const,
      raw,
    })),
    'submitter-other': (['template', 'folder'] as const).map((from) => ({
      from,
      by: say('填报单位', 'unit'),
      other: say('另一单位', 'another unit'),
      at: say('位置', 'where'),
    })),
    'period-ahead': [{ form: FORM, period: PERIOD, asOf: DUE }],
    'period-other': [{ period: PERIOD, expected: NEXT_PERIOD }],
    'confirmation-idle': WAYS.map((isError) => ({ entry: 1, about: say('所写内容', 'what it says'), isError })),
    'parameter-unset': [{ parameter: say('参数', 'parameter'), title: named('名称', 'title') }],
    'calendar-unknown': [{ year: 2099 }],
  };
}

const named = (zh: string, en: string): Text => ({ zh: `‹${zh}›`, en: `‹${en}›` });

const FORM = named('表名', 'form');
const OTHER_FORM = named('另一张表', 'the other form');
const COLUMN = named('列名', 'column');
const FIELD = named('栏目', 'field');
const EXPECTED = named('应填内容', 'what is asked for');
const MESSAGE = named('办法中这条规则的说明', 'what this rule of the measures says');
const RULE = named('规则', 'rule');
const ITEM = named('项目', 'item');
const PERIOD = '2026-03' as Period;
const NEXT_PERIOD = '2026-04' as Period;
const DUE = '2026-04-05' as Day;
const RECEIVED = '2026-04-07' as Day;
const OWED = { form: FORM, by: named('单位', 'unit'), period: PERIOD };

/** Both ways in which some kinds are worded. */
const WAYS = [false, true] as const;

const FAULTS = Object.keys(FILE_FAULTS) as FileFault[];
