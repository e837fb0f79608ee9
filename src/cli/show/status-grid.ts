/** One form of the status as a table: submitters below each other, periods side by side, at most 100 columns wide. */

import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import { type Lang, visible } from '../../base/text.js';
import { width } from '../../base/width.js';
import type { Entry, FormStatus } from '../../report/status/types.js';
import { markOf, shortPeriod, toneOf, totalsText } from '../../report/status/words.js';
import { labelled } from '../../words/phrase.js';
import { cut, LINE, padded, wrapped } from './line.js';
import type { Paint } from './paint.js';

const [WIDE, NARROW] = [2, 1];

/** Where nothing is due yet and nobody has sent anything, a line takes the place of the table. */
export function gridText(form: FormStatus, lang: Lang, paint: Paint): string[] {
  const ahead = form.submitters.every(({ entries }) => entries.every((each) => each?.outcome === 'not-due'));
  return ahead ? aheadLines(form, lang, paint) : tableLines(form, lang, paint);
}

function aheadLines({ title, periods, submitters }: FormStatus, lang: Lang, paint: Paint): string[] {
  const { zh, en } = { zh: `${submitters.length} 份`, en: `${submitters.length} owed` };
  const lines = periods.flatMap(({ period, due }) => {
    const when = { zh: `${zh}，未到期，应于${dayText(due).zh}`, en: `${en}, not due until ${due}` }[lang];
    return wrapped(labelled(periodText(period)[lang], when, lang), '  ');
  });
  return [...titleLines(title[lang], paint), ...lines.map((each) => paint.dim(each))];
}

function titleLines(title: string, paint: Paint): string[] {
  return wrapped(visible(title), '').map((each) => paint.bold(each));
}

function tableLines(form: FormStatus, lang: Lang, paint: Paint): string[] {
  const { title, periods, submitters } = form;
  const marks = submitters.map(({ entries }) => entries.map((each) => (each ? markOf(each) : '')));
  const came = periods.map((_, at) => String(submitters.filter(({ entries }) => isThere(entries[at])).length));
  const heads = periods.map(({ period }) => shortPeriod(period, lang));
  const dues = periods.map(({ due }) => due.slice(5));
  const columns = periods.map((_, at) => Math.max(...[heads, dues, came, ...marks].map((row) => width(row[at] ?? ''))));
  const labels = { ...LABELS[lang], ...(form.isDone ? DONE_LABELS[lang] : {}) };
  const names = submitters.map(({ name }) => visible(name[lang]));
  const widest = Math.max(...[...names, labels.due, labels.came].map(width));
  const taken = (gap: number): number => columns.reduce((sum, each) => sum + each + gap, 0);
  const gap = widest + taken(WIDE) <= LINE ? WIDE : NARROW;
  const first = Math.min(LINE - taken(gap), widest);
  const line = (name: string, cells: readonly string[], paintAt: (text: string, at: number) => string): string =>
    [
      padded(cut(name, first), first),
      ...cells.map((cell, at) => paintAt(cell, at) + ' '.repeat(Math.max(0, (columns[at] ?? 0) - width(cell)))),
    ]
      .join(' '.repeat(gap))
      .trimEnd();
  const dim = (text: string): string => paint.dim(text);
  return [
    ...titleLines(title[lang], paint),
    line('', heads, (text) => paint.bold(text)),
    line(labels.due, dues, dim),
    ...submitters.map(({ entries }, row) =>
      line(names[row] ?? '', marks[row] ?? [], (text, at) => painted(text, entries[at], paint)),
    ),
    ...(submitters.length > 1 ? [line(labels.came, came, dim)] : []),
    ...wrapped(totalsText(form, lang), '').map(dim),
  ];
}

const LABELS = { zh: { due: '应报日', came: '已收到' }, en: { due: 'due', came: 'received' } } as const;
const DONE_LABELS = { zh: { due: '应完成' }, en: {} } as const;

function isThere(entry: Entry | null | undefined): boolean {
  return entry?.file !== undefined || entry?.received !== undefined;
}

function painted(text: string, entry: Entry | null | undefined, paint: Paint): string {
  const tone = entry ? toneOf(entry) : undefined;
  if (tone !== undefined) return paint.severity(tone, text);
  return entry?.outcome === 'not-due' ? paint.dim(text) : text;
}
