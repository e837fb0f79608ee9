/**
 * The cells that something rests on, below it on the terminal, with what was found wrong there. Beyond a handful the
 * rest are only counted, but those with faults come first to be shown.
 */
import { type Lang, visible } from '../../base/text.js';
import type { ExplainedCell } from '../../explain/cells.js';
import { labelled } from '../../words/phrase.js';
import { placeText } from '../../words/value.js';
import { SEVERITIES } from './findings.js';

const SHOWN_CELLS = 6;

export function cellLines(cells: readonly ExplainedCell[], lang: Lang, indent = '        '): string[] {
  const shown = shownOf(cells).flatMap((cell) => linesOf(cell, lang, indent));
  const rest = cells.length - SHOWN_CELLS;
  return rest > 0 ? [...shown, `${indent}← ${{ zh: `另有 ${rest} 处`, en: `${rest} more` }[lang]}`] : shown;
}

/** So many, in their own order, of which those that have something to tell are never left out for others. */
function shownOf(cells: readonly ExplainedCell[]): ExplainedCell[] {
  const places = cells.map((_, at) => at).toSorted((a, b) => rankOf(cells[a]) - rankOf(cells[b]));
  const chosen = new Set(places.slice(0, SHOWN_CELLS));
  return cells.filter((_, at) => chosen.has(at));
}

function rankOf(cell: ExplainedCell | undefined): number {
  return (cell?.findings ?? cell?.missing) === undefined ? 1 : 0;
}

function linesOf(cell: ExplainedCell, lang: Lang, indent: string): string[] {
  if (cell.file === '') return missingLines(cell.missing ?? [], lang, indent);
  const findings = (cell.findings ?? []).map(
    ({ code, severity, text }) =>
      `${indent}  ! ${visible(labelled(`${code} ${SEVERITIES[severity][lang]}`, text, lang))}`,
  );
  return [`${indent}← ${visible(placeText(cell))}`, ...findings];
}

function missingLines(missing: readonly string[], lang: Lang, indent: string): string[] {
  const [only = '', ...more] = missing;
  const nothing = { zh: '没有收到文件', en: 'no file came' }[lang];
  if (more.length === 0) return [`${indent}← ${visible(labelled(nothing, only, lang))}`];
  const some = { zh: '没有收到文件，是下列中的一份或几份：', en: 'no file came, of one or more of these:' }[lang];
  return [`${indent}← ${some}`, ...missing.map((each) => `${indent}    ${visible(each)}`)];
}
