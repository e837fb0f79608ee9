/** What the checks look at: everything handed in, read and identified, and what was owed. Each check is a pure function of it. */
import type { Day } from '../base/day.js';
import { periodText } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Finding, FindingData, FindingKind, FindingOf, Severity } from '../model/finding.js';
import type { Column } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Layout } from '../model/recognised.js';
import type { Expected, Reading, Receipt, Roster, Settled, Submission } from '../model/submission.js';
import type { Place } from '../model/value.js';
import { FINDINGS } from './findings.js';

export interface Inspected {
  readonly layout: Layout;
  readonly submission: Submission;
}

export interface Inspection {
  readonly measures: Measures;
  readonly roster: Roster;
  readonly inspected: readonly Inspected[];
  readonly settled: Settled;
  readonly expected: readonly Expected[];
  readonly receipts: readonly Receipt[];
  /** Of a run over a period; absent when single files are checked. */
  readonly run?: { readonly asOf: Day; readonly shift: 'none' | 'next-working-day' };
}

export type Check = (inspection: Inspection) => Finding[];

/** Where a finding stands. */
export interface At {
  readonly place: Place;
  readonly severity?: Severity;
  readonly row?: string;
  readonly raw?: string;
  readonly clause?: string;
}

/** A finding of a kind, with the severity its table gives unless a pack's rule gives another. */
export function finding<K extends FindingKind>(kind: K, at: At, data: FindingData[K]): FindingOf<K> {
  const { severity = FINDINGS[kind].severity, ...rest } = at;
  // TypeScript cannot see that a kind and the data of that kind are a finding of it.
  return { kind, severity, ...rest, ...data } as unknown as FindingOf<K>;
}

export function placeOf({ file, sheet }: Pick<Submission, 'file' | 'sheet'>, cell?: string): Required<Place> | Place {
  return cell === undefined || cell === '' ? { file, sheet } : { file, sheet, cell };
}

/** Where a reading stands: a table may go on on a further sheet. */
export function placeOfReading(submission: Pick<Submission, 'file' | 'sheet'>, { cell, sheet }: Reading): Place {
  return placeOf(sheet === undefined ? submission : { ...submission, sheet }, cell);
}

/** More choices than a message can list. */
const LISTED_CHOICES = 12;

/** What a cell of a column may hold, for messages. */
export function expectedText({ type, choices, period }: Column): Text {
  switch (type) {
    case 'integer':
      return { zh: '整数', en: 'a whole number' };
    case 'decimal':
      return { zh: '数字', en: 'a number' };
    case 'date':
      return { zh: '日期，如 2026-03-05', en: 'a date such as 2026-03-05' };
    case 'yesno':
      return { zh: '“是”或“否”', en: 'yes or no' };
    case 'choice':
    case 'step':
      if (choices.length > LISTED_CHOICES) {
        const [first] = choices;
        return {
          zh: `下拉列表中的一项（共${choices.length}项），如“${first?.title.zh ?? ''}”`,
          en: `one of the ${choices.length} of its list, e.g. "${first?.title.en ?? ''}"`,
        };
      }
      return {
        zh: choices.map(({ title }) => title.zh).join('、'),
        en: `one of ${choices.map(({ title }) => title.en).join(', ')}`,
      };
    case 'period': {
      const example = (
        { month: '2026-03', quarter: '2026-Q1', half: '2026-H1', year: '2026', any: '2026-03' } as const
      )[period ?? 'any'];
      const written = periodText(example as Parameters<typeof periodText>[0]);
      return { zh: `期间，如 ${written.zh}`, en: `a period such as ${example}` };
    }
    case 'subject':
      return { zh: '名册中的名称', en: 'a name of the roster' };
    case 'form':
      return { zh: '材料名称', en: 'the name of a form' };
    default:
      return { zh: '文字', en: 'text' };
  }
}
