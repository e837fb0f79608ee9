/**
 * Designs the status as a workbook: a sheet for every form with its matrix in words, one list of every entry with its
 * file, sheet and days, who owes something now, and what falls due next. Files are named in values only.
 */

import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import type { Lang } from '../../base/text.js';
import { width } from '../../base/width.js';
import type { CellDesign, SheetDesign, WorkbookDesign } from '../../model/design.js';
import type { Result } from '../../model/result.js';
import { type Lookup, lookUp } from '../lookup.js';
import { text } from '../ranking/cells.js';
import { type Column, sheetOf } from '../ranking/sheet.js';
import { besidesSheet, listSheet, styleOf, upcomingSheet, WHO } from './lists.js';
import type { Entry, FormStatus, Status } from './types.js';
import { entryText, shortPeriod, totalsText } from './words.js';

/** The result gives the office, the period and the day that head every sheet. */
export function designStatus(status: Status, result: Result, lang: Lang): WorkbookDesign {
  const lookup = lookUp(result, lang);
  const entries = status.forms.flatMap(({ submitters }) =>
    submitters.flatMap(({ entries: own }) => own.filter((each) => each !== null)),
  );
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  return {
    title: say(
      `材料报送情况　${periodText(status.period).zh}`,
      `Who has handed in what, ${periodText(status.period).en}`,
    ),
    author: status.office,
    date: status.asOf,
    sheets: [
      ...status.forms.map((form) => formSheet(form, lookup)),
      listSheet({ name: say('清单', 'List'), title: say('逐份清单', 'Every report') }, entries, lookup),
      listSheet(
        { name: say('现欠', 'Owing'), title: say('现在欠材料的', 'Owing something now') },
        status.owing,
        lookup,
      ),
      ...(status.besides.length > 0 ? [besidesSheet(status, lookup)] : []),
      upcomingSheet(status, lookup),
    ],
  };
}

function formSheet(form: FormStatus, lookup: Lookup): SheetDesign {
  const { lang } = lookup;
  const { periods, submitters } = form;
  const texts = submitters.flatMap(({ entries }) => entries.map((each) => (each ? entryText(each, lang) : '')));
  const widest = Math.max(...texts.map(width), 12);
  const columns: Column[] = [
    { title: WHO[lang], width: Math.min(30, Math.max(14, ...submitters.map(({ name }) => width(name[lang]) + 2))) },
    ...periods.map(({ period, due }) => ({
      title: `${shortPeriod(period, lang)}\n${{ zh: '应于', en: 'due ' }[lang]}${due}`,
      width: Math.min(22, Math.max(13, widest + 2)),
    })),
  ];
  const rows = submitters.map(({ name, entries }) => [
    text(name[lang]),
    ...entries.map((each) => (each ? entryCell(each, lang) : text(''))),
  ]);
  return sheetOf(
    { name: form.title[lang], title: form.title[lang], columns, rows, frozen: 1, notes: [totalsText(form, lang)] },
    lookup,
  );
}

/** In words, with the day it came and its file in the note. */
function entryCell(entry: Entry, lang: Lang): CellDesign {
  const { received, file, sheet } = entry;
  const lines = [
    received === undefined ? '' : `${{ zh: '日期：', en: 'Day: ' }[lang]}${dayText(received)[lang]}`,
    file === undefined ? '' : [file, sheet].filter((part) => part !== undefined).join(' › '),
  ].filter((line) => line !== '');
  const cell = text(entryText(entry, lang), styleOf(entry));
  return lines.length > 0 ? { ...cell, note: lines.join('\n') } : cell;
}
