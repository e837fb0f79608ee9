/** The fixed words of a bulletin in both languages. */
import { type Day, dateOf, monthOf, yearOf } from '../../base/day.js';
import type { Lang } from '../../base/text.js';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

export interface Words {
  /** Before the list of so many attachments on the last page of the text. */
  attachments(of: number): string;
  readonly copies: string;
  readonly colon: string;
  /** Ends the list of copies. */
  readonly stop: string;
  /** Above the part of a table that stands on a later page. */
  readonly continued: string;
  /** The same of a chart. */
  readonly chartContinued: string;
  date(day: Day): string;
  /** The date of printing in the foot. */
  printed(day: Day): string;
  /** At the head of an attachment; `of` is how many there are. */
  attachment(number: number, of: number): string;
}

export const WORDS: Readonly<Record<Lang, Words>> = {
  zh: {
    attachments: () => '附件：',
    copies: '抄送：',
    colon: '：',
    stop: '。',
    continued: '（续表）',
    chartContinued: '（续图）',
    date: chineseDate,
    printed: (day) => `${chineseDate(day)}印发`,
    attachment: (number, of) => (of > 1 ? `附件${number}` : '附件'),
  },
  en: {
    attachments: (of) => (of > 1 ? 'Attachments: ' : 'Attachment: '),
    copies: 'Copies: ',
    colon: ':',
    stop: '.',
    continued: ' (continued)',
    chartContinued: ' (continued)',
    date: englishDate,
    printed: (day) => `Printed on ${englishDate(day)}`,
    attachment: (number, of) => (of > 1 ? `Attachment ${number}` : 'Attachment'),
  },
};

/** Months and days without a leading zero, as the standard wants. */
function chineseDate(day: Day): string {
  return `${yearOf(day)}年${monthOf(day)}月${dateOf(day)}日`;
}

function englishDate(day: Day): string {
  return `${dateOf(day)} ${MONTHS[monthOf(day) - 1]} ${yearOf(day)}`;
}
