/**
 * Tells which forms stand in a workbook, by what it contains: the hidden marker sheet of our own templates first, then
 * headings, never its file name. A sheet that is no form is said to be none, with the nearest form and what it lacks; no
 * sheet that holds anything is passed over in silence.
 */
import { folded } from '../base/text.js';
import type { Measures } from '../model/measures.js';
import { isInForce, MARKER_SHEET, type Marker, type Recognised, type Unrecognised } from '../model/recognised.js';
import { isList } from '../model/returned.js';
import type { Sheet, Workbook } from '../model/workbook.js';
import { seenRows, shown } from './grid.js';
import { knownForms } from './heading.js';
import { GUIDE_SHEET, LISTS_SHEET, readMarker } from './marker.js';
import { goesOn, identity, tablesOn } from './tables.js';

export function recognise(workbook: Workbook, measures: Measures): (Recognised | Unrecognised)[] {
  const marker = readMarker(workbook);
  const all = knownForms(measures);
  const isOurs = marker && (marker.measures === measures.id || isInForce(marker, measures));
  const marked = isOurs ? all.forms.filter(({ form }) => form.id === marker.form) : [];
  const forms = { first: marked.length > 0 ? marked : all.forms, all };
  // The guide of a template lists the form's own headings: it is never the form, however few these are. Nor is the list
  // of findings that we put into a file before it came back.
  const ours = new Set([MARKER_SHEET, LISTS_SHEET, ...(marker ? [GUIDE_SHEET] : [])]);
  const sheets = workbook.sheets.filter((sheet) => !ours.has(sheet.name) && !isList(sheet) && holdsAnything(sheet));
  const told = sheets.map((sheet) => ({ sheet, found: tablesOn(sheet, forms) }));
  const open = told.filter(({ sheet }) => !sheet.hidden);
  const tables = continued(open.flatMap(({ found }) => (isNone(found) ? [] : found)));
  const none = open.flatMap(({ found }) => (isNone(found) ? [found] : []));
  const hidden = told.filter(({ sheet, found }) => sheet.hidden && (!isNone(found) || open.length === 0));
  // Where nothing is a form, one sheet is told for all.
  const [first] = tables.length === 0 ? none : [];
  const unused = first ? hidden : [...none, ...hidden];
  const beside = unused.map(({ sheet }) => sheet).filter((sheet) => !isInstruction(sheet));
  return [
    ...(first ? [first] : []),
    ...tables.map((table) => ({ ...table, ...marking(marker, marked.length > 0, table.form.id) })),
    ...beside.map((sheet): Unrecognised => ({ sheet, missing: [], isBeside: true })),
  ];
}

type Table = Omit<Recognised, 'marker'>;

function isNone(found: Table[] | Unrecognised): found is Unrecognised {
  return !Array.isArray(found);
}

function holdsAnything({ rows }: Sheet): boolean {
  for (const { values } of rows)
    if (values.some((value) => typeof value !== 'string' || value.trim() !== '')) return true;
  return false;
}

/** Nothing but words, one or two in a row: it tells people something and holds no data. */
function isInstruction({ rows }: Sheet): boolean {
  for (const { values } of rows)
    if (values.length > 2 || values.some((value) => typeof value !== 'string')) return false;
  return true;
}

/** Whom and what a template was issued for counts only under the measures it was made by. */
function marking(marker: Marker | undefined, isOurs: boolean, form: string): { marker?: Marker } {
  if (!marker || (isOurs && marker.form !== form)) return {};
  const { measures, version, form: marked } = marker;
  return { marker: isOurs ? marker : { measures, version, form: marked } };
}

/** A table that goes on with that of the same form on a sheet before: its sheet or title says so, and nothing speaks against it. */
function continued(tables: readonly Table[]): Table[] {
  const heads: Table[] = [];
  for (const table of tables) {
    const before = heads.findLast(({ form, sheet }) => form === table.form && sheet !== table.sheet);
    const isNext = before && mayGoOn(table, before) && goesOn(table, before, table);
    if (isNext) heads[heads.indexOf(before)] = { ...before, more: [...before.more, table, ...table.more] };
    else heads.push(table);
  }
  return heads;
}

/** 续 where it is no part of a word such as 手续 or 继续教育; cont., cont'd or continued at the end. */
const GOES_ON = /(?<![手继连持陆后延存接])续|(?<![a-z])cont(?:inued|inuation|\.|['’]?d)?\)?\d*$/;

/** 续 in its title or the name of its sheet; or a name that says nothing, and neither unit nor period of its own. */
function mayGoOn(table: Table, before: Table): boolean {
  const { sheet, firstRow, headingRow, form } = table;
  const name = folded(sheet.name);
  const first = folded(before.sheet.name);
  const above = [...seenRows(sheet, headingRow - 1)].filter(({ row }) => row.number >= firstRow);
  const texts = above.flatMap(({ cells }) => cells.map(({ value }) => folded(shown(value))));
  if ([name, ...texts].some((text) => GOES_ON.test(text))) return true;
  const isNumbered = name.startsWith(first) && /^[(_-]?\d+\)?$/.test(name.slice(first.length));
  return (isNumbered || /^(?:sheet|工作表|表)\d+$/.test(name)) && identity(form, table).size === 0;
}
