/**
 * Who has handed in what: for every form a table of submitters and periods, with the marks of the status and their
 * meaning in words; then what came late or not at all, with its days; what falls due next; and what no table lists.
 */
import { dayText } from '../../base/day.js';
import { periodText } from '../../base/period.js';
import type { Text } from '../../base/text.js';
import { labelled, listed, phrases } from '../../words/phrase.js';
import { placeText } from '../../words/value.js';
import { statusOf } from '../status/status.js';
import type { Entry, FormStatus, Status } from '../status/types.js';
import {
  datedText,
  entryText,
  legendOf,
  markOf,
  outcomeText,
  shortPeriod,
  titleText,
  toneOf,
  totalsText,
} from '../status/words.js';
import { type Contents, type Element, el } from './element.js';
import { byText } from './figures.js';
import type { PageLookup } from './lookup.js';
import { list, nameLink } from './phrases.js';
import { type Cell, type Column, cell, keysOf, type Tone, tableOf } from './table.js';

export function submissions(page: PageLookup): Contents {
  const { result, lang } = page;
  const status = statusOf(result, { soFar: true });
  const entries = status.forms.flatMap(({ submitters }) =>
    submitters.flatMap(({ entries: own }) => own.filter((each) => each !== null)),
  );
  if (entries.length === 0) return el('p', {}, NONE[lang]);
  return [
    wanting(entries, page),
    el('h3', {}, MATRIX[lang]),
    list('legend', legendOf(entries, lang)),
    el(
      'div',
      { class: 'matrix' },
      status.forms.map((form, at) => (isAhead(form) ? undefined : formTable(form, `form-${at + 1}`, page))),
    ),
    ahead(status.forms.filter(isAhead), page),
    besides(status, page),
    upcoming(status, page),
  ];
}

const NONE: Text = { zh: '这一期间没有应报的材料。', en: 'Nothing is owed for this period.' };
const MATRIX: Text = { zh: '逐表逐期', en: 'Form by form' };

const TONES: Readonly<Record<'error' | 'warning' | 'note', Tone>> = { error: 'bad', warning: 'warn', note: 'open' };

function formTable(form: FormStatus, id: string, page: PageLookup): Element {
  const { lang } = page;
  const { periods, submitters } = form;
  const columns: Column[] = [
    { title: SUBMITTER[lang], isName: true },
    ...periods.map(({ period }): Column => ({ title: shortPeriod(period, lang) })),
  ];
  const rows = submitters.map(({ by, name, entries }): Cell[] => [
    cell(page.subject(by) ? nameLink(by, page) : name[lang]),
    ...entries.map((entry) => entryCell(entry, page)),
  ]);
  const caption = [el('strong', {}, titleText(form, lang)), ` ${totalsText(form, lang)}`];
  return tableOf({ id, caption, columns, rows }, page);
}

/** Nothing of it is due yet, and nobody has sent anything. */
function isAhead({ submitters }: FormStatus): boolean {
  return submitters.every(({ entries }) => entries.every((each) => !each || each.outcome === 'not-due'));
}

/** Of these a line each takes the place of a table. */
function ahead(forms: readonly FormStatus[], { lang }: PageLookup): Contents {
  const lines = forms.flatMap((form) =>
    form.periods.map(({ period, due }) => {
      const about = `${titleText(form, lang)} ${periodText(period)[lang]}`;
      const when = due === undefined ? '' : { zh: `应于${dayText(due).zh}`, en: `due ${dayText(due).en}` }[lang];
      const many = { zh: `应报 ${form.submitters.length}`, en: `owed by ${form.submitters.length}` }[lang];
      return labelled(about, listed([when, many].filter(Boolean), lang), lang);
    }),
  );
  return lines.length === 0 ? undefined : [el('h4', {}, AHEAD[lang]), list('plain', lines)];
}

const AHEAD: Text = { zh: '尚未到期', en: 'Not due yet' };
const SUBMITTER: Text = { zh: '报送单位', en: 'From' };

/** The mark for the eye, and the same in words for who hears it. */
function entryCell(entry: Entry | null, { lang }: PageLookup): Cell {
  if (!entry) return cell('');
  const tone = toneOf(entry);
  const mark = el('span', { 'aria-hidden': 'true' }, markOf(entry));
  return cell([mark, el('span', { class: 'unseen' }, entryText(entry, lang))], { tone: tone && TONES[tone] });
}

/** Late, missing, undated, returned: everything that is not as it should be. */
function wanting(entries: readonly Entry[], page: PageLookup): Contents {
  const { lang } = page;
  const found = entries.filter((entry) => toneOf(entry) !== undefined);
  if (found.length === 0) return el('p', {}, ALL_WELL[lang]);
  const dues = keysOf(
    found.map(({ due }) => due),
    byText,
  );
  const lates = keysOf(
    found.map(({ daysLate }) => daysLate),
    (a, b) => a - b,
  );
  const rows = found.map((entry, at): Cell[] => {
    const tone = toneOf(entry);
    return [
      cell(page.subject(entry.by) ? nameLink(entry.by, page) : entry.name[lang]),
      cell(entry.title[lang]),
      cell(periodText(entry.period)[lang]),
      cell(entry.due === undefined ? '' : dayText(entry.due)[lang], { key: dues[at] }),
      cell(entryText(entry, lang), { tone: tone && TONES[tone] }),
      cell(entry.daysLate === undefined ? '' : String(entry.daysLate), { key: lates[at] }),
      cell(el('span', { class: 'file' }, phrases([datedText(entry, lang), entry.file ?? ''].filter(Boolean), lang))),
    ];
  });
  const titles = COLUMNS[lang];
  const columns: Column[] = [
    { title: titles[0], isName: true },
    { title: titles[1] },
    { title: titles[2], kind: 'term' },
    { title: titles[3], kind: 'term' },
    { title: titles[4], kind: 'term' },
    { title: titles[5], kind: 'number' },
    { title: titles[6], kind: 'wide' },
  ];
  const facets = [
    { title: titles[0], of: found.map(({ by, name }) => ({ id: `${by}\n${name.zh}`, title: name[lang] })) },
    { title: titles[1], of: found.map(({ form, title }) => ({ id: form, title: title[lang] })) },
  ];
  const caption = WANTING[lang];
  return [el('h3', {}, caption), tableOf({ id: 'wanting', caption, isHeaded: true, columns, rows, facets }, page)];
}

const ALL_WELL: Text = { zh: '应报材料均已按时报送并通过。', en: 'All reports came in time and were accepted.' };
const WANTING: Text = { zh: '迟报、未报、退回和有提示的', en: 'Late, missing, returned or accepted with warnings' };
const COLUMNS = {
  zh: ['报送单位', '材料', '所属期间', '应报日期', '状态', '迟报天数', '收到日期和文件'],
  en: ['From', 'Report', 'For period', 'Due', 'State', 'Days late', 'Received, and file'],
} as const;

function besides({ besides: all }: Status, { lang }: PageLookup): Contents {
  const lines = all.map(({ file, sheet, title, outcome }) => {
    const where = placeText(sheet === undefined ? { file } : { file, sheet });
    const about = title === undefined ? where : `${where} ${title[lang]}`;
    return labelled(about, outcomeText(outcome, lang), lang);
  });
  return lines.length === 0 ? undefined : [el('h3', {}, BESIDES[lang]), list('plain', lines)];
}

const BESIDES: Text = { zh: '表中没有列出的来件', en: 'Handed in, but in no table above' };

function upcoming({ upcoming: all }: Status, { lang }: PageLookup): Contents {
  const lines = all.map(({ title, period, due, debtors, came }) => {
    const many = {
      zh: `应报 ${debtors}，已到 ${came}`,
      en: `owed by ${debtors}, already there: ${came}`,
    }[lang];
    return `${dayText(due)[lang]}　${labelled(`${title[lang]} ${periodText(period)[lang]}`, many, lang)}`;
  });
  return lines.length === 0 ? undefined : [el('h3', {}, UPCOMING[lang]), list('plain', lines)];
}

const UPCOMING: Text = { zh: '接下来到期的', en: 'Falling due next' };
