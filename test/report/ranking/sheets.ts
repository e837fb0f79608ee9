/** A designed workbook as rows of text, the way a reader meets it. */
import type { Lang } from '../../../src/base/text.js';
import type { CellDesign, SheetDesign, WorkbookDesign } from '../../../src/model/design.js';
import type { Result } from '../../../src/model/result.js';
import { designRanking } from '../../../src/report/ranking/design.js';
import type { WayTo } from '../../../src/report/ranking/file-links.js';

export function shown(cell: CellDesign | null | undefined): string {
  const value = cell?.value ?? '';
  if (typeof value === 'string') return value;
  return 'number' in value ? `#${value.number}` : 'day' in value ? value.day : `%${value.share}`;
}

/** The ranked workbook with all its rows at hand. */
export function ranking(result: Result, lang: Lang, wayTo?: WayTo): WorkbookDesign {
  const { sheets, ...rest } = designRanking(result, lang, wayTo);
  return { ...rest, sheets: sheets.map((each) => ({ ...each, rows: [...each.rows] })) };
}

export function sheet(result: Result, lang: Lang, name: string, wayTo?: WayTo): SheetDesign {
  const found = ranking(result, lang, wayTo).sheets.find((each) => each.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

export function lines({ rows }: SheetDesign): string[] {
  return rows.map(({ cells }) => cells.map(shown).join(' | '));
}

/** The cell of a column in the first row that begins with a text. */
export function cell(design: SheetDesign, row: string, heading: string): CellDesign | null | undefined {
  const at = design.rows[2]?.cells.findIndex((each) => shown(each).startsWith(heading)) ?? -1;
  return design.rows.find(({ cells }, index) => index > 2 && cells.some((each) => shown(each) === row))?.cells[at];
}

/** Every text of a workbook, notes included. */
export function texts({ title, author, sheets }: WorkbookDesign): string[] {
  const inCells = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap((each) => [shown(each), each?.note ?? ''])),
  );
  return [title, author, ...sheets.flatMap(({ name, print }) => [name, print?.footer ?? '']), ...inCells];
}
