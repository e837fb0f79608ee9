// @ts-check
/** What a person does to a workbook by hand, each by the name a spec calls it: on one sheet, or on the whole book. */

/** @typedef {import('../src/model/design.js').SheetDesign} SheetDesign */
/** @typedef {import('../src/model/design.js').WorkbookDesign} WorkbookDesign */
/** @typedef {import('../src/model/design.js').RowDesign} RowDesign */
/** @typedef {import('../src/model/design.js').CellDesign} CellDesign */
/** @typedef {import('../src/model/design.js').CellContent} CellContent */

/**
 * A formula with what the program that saved it had computed, if it had.
 * @typedef {{ formula: string, result?: string | number }} Formula
 * @typedef {string | number | null | { day: string } | Formula} Typed
 * @typedef {{ formula?: Formula }} Computed a cell whose formula is put in once the workbook is written
 */

/**
 * Steps on a sheet: by default the first, which is the form itself.
 * - `type` types into cells, by address.
 * - `insert_rows` puts rows before one of this number, which look like it; `delete_rows` takes rows away.
 * - `insert_column` puts a column before one of this letter, with what stands in its rows; `delete_column` takes one.
 * - `merge` joins ranges and keeps only their first values, as spreadsheet programs do.
 * @type {Record<string, (sheet: SheetDesign, given: any) => SheetDesign>}
 */
const ON_A_SHEET = {
  type: (sheet, /** @type {Record<string, Typed>} */ given) =>
    Object.entries(given).reduce((done, [address, value]) => withCell(done, address, value), sheet),
  insert_rows: (sheet, /** @type {{ before: number, rows: Typed[][] }} */ { before, rows }) => {
    const { cells: below = [] } = sheet.rows[before - 1] ?? {};
    const put = rows.map((values) => ({ cells: values.map((value, at) => ({ ...below[at], ...cellOf(value) })) }));
    const moved = reshaped(sheet, (row) => (row >= before ? row + rows.length : row));
    return { ...moved, rows: sheet.rows.toSpliced(before - 1, 0, ...put) };
  },
  delete_rows: (sheet, /** @type {{ from: number, to: number }} */ { from, to }) => {
    const moved = reshaped(sheet, (row) => (row > to ? row - (to - from + 1) : row));
    return { ...moved, rows: sheet.rows.toSpliced(from - 1, to - from + 1) };
  },
  insert_column: (sheet, /** @type {{ before: string, cells: Record<string, Typed> }} */ { before, cells }) => {
    const at = columnNumber(before);
    const moved = reshaped(
      sheet,
      (row) => row,
      (column) => (column >= at ? column + 1 : column),
    );
    const rows = sheet.rows.map(({ cells: held, ...rest }, index) => {
      const filled = [...held, ...Array(Math.max(0, at - 1 - held.length)).fill(null)];
      return { ...rest, cells: filled.toSpliced(at - 1, 0, cellOf(cells[index + 1] ?? null)) };
    });
    return { ...moved, rows, widths: sheet.widths.toSpliced(at - 1, 0, 12) };
  },
  delete_column: (sheet, /** @type {string} */ letter) => {
    const at = columnNumber(letter);
    const moved = reshaped(
      sheet,
      (row) => row,
      (column) => (column > at ? column - 1 : column),
    );
    const rows = sheet.rows.map(({ cells, ...rest }) => ({ ...rest, cells: cells.toSpliced(at - 1, 1) }));
    return { ...moved, rows, widths: sheet.widths.toSpliced(at - 1, 1) };
  },
  merge: (sheet, /** @type {string[]} */ ranges) => {
    const emptied = ranges.flatMap((range) => addressesIn(range).slice(1));
    const cleared = emptied.reduce((done, address) => withCell(done, address, null), sheet);
    return { ...cleared, merges: [...(sheet.merges ?? []), ...ranges] };
  },
};

/**
 * Steps on the whole book.
 * - `copy_sheet` adds a copy of the form under another name, `hidden` or not, with something typed over.
 * - `own_workbook` keeps the form alone, as when it is copied into a workbook of one's own.
 * @type {Record<string, (book: WorkbookDesign, given: any) => WorkbookDesign>}
 */
const ON_THE_BOOK = {
  copy_sheet: (book, /** @type {{ name: string, hidden?: boolean, type?: Record<string, Typed> }} */ given) => {
    const [form, ...others] = book.sheets;
    const copy = step(/** @type {SheetDesign} */ (form), 'type', given.type ?? {});
    /** @type {SheetDesign['state']} */
    const state = given.hidden ? 'hidden' : 'visible';
    return { ...book, sheets: [/** @type {SheetDesign} */ (form), { ...copy, name: given.name, state }, ...others] };
  },
  own_workbook: (book) => ({ ...book, sheets: book.sheets.slice(0, 1).map((sheet) => reshaped(sheet, (row) => row)) }),
};

/**
 * A workbook after the steps, one after the other; `in` names the sheet where it is not the form itself.
 * @param {WorkbookDesign} book
 * @param {readonly Record<string, any>[]} steps
 */
export function edited(book, steps) {
  let done = book;
  for (const { in: name, ...named } of steps) {
    const [[verb, given] = ['', undefined]] = Object.entries(named);
    const onBook = ON_THE_BOOK[verb];
    const at = name === undefined ? 0 : done.sheets.findIndex((sheet) => sheet.name === name);
    const sheet = done.sheets[at];
    if (!sheet) throw new Error(`there is no sheet ${name}`);
    if (onBook) done = onBook(done, given);
    else done = { ...done, sheets: done.sheets.with(at, step(sheet, verb, given)) };
  }
  return done;
}

/** @param {SheetDesign} sheet @param {string} verb @param {any} given */
function step(sheet, verb, given) {
  const edit = ON_A_SHEET[verb];
  if (!edit) throw new Error(`nobody knows how to ${verb}`);
  return edit(sheet, given);
}

/** @param {SheetDesign} sheet @param {string} address @param {Typed} value @returns {SheetDesign} */
function withCell(sheet, address, value) {
  const { row, column } = placeOf(address);
  const rows = [...sheet.rows, ...Array(Math.max(0, row - sheet.rows.length)).fill({ cells: [] })];
  const { cells, ...rest } = /** @type {RowDesign} */ (rows[row - 1]);
  const held = [...cells, ...Array(Math.max(0, column - cells.length)).fill(null)];
  const typed = { ...held[column - 1], ...cellOf(value) };
  return { ...sheet, rows: rows.with(row - 1, { ...rest, cells: held.with(column - 1, typed) }) };
}

/** @param {Typed} value @returns {CellDesign & Computed} */
function cellOf(value) {
  if (typeof value === 'number') return { value: { number: String(value) } };
  if (value === null || typeof value === 'string') return { value };
  if ('day' in value) return { value: /** @type {CellContent} */ (value) };
  return { value: `=${value.formula}`, formula: value };
}

/**
 * A sheet whose rows or columns move: merged ranges go with them. Whoever may do that has taken off the protection.
 * @param {SheetDesign} sheet @param {(row: number) => number} row @param {(column: number) => number} [column]
 * @returns {SheetDesign}
 */
function reshaped({ validations: _, freeze: __, print: ___, merges = [], ...sheet }, row, column = (same) => same) {
  const moved = (/** @type {string} */ address) => {
    const place = placeOf(address);
    return `${letters(column(place.column))}${row(place.row)}`;
  };
  const kept = merges.map((range) => range.split(':').map(moved)).filter(([from, to]) => from !== to);
  return { ...sheet, merges: kept.map((corners) => corners.join(':')), protected: false };
}

/** @param {string} range */
function addressesIn(range) {
  const [from, to] = range.split(':').map(placeOf);
  if (!from || !to) throw new Error(`${range} is no range`);
  const found = [];
  for (let row = from.row; row <= to.row; row += 1)
    for (let column = from.column; column <= to.column; column += 1) found.push(`${letters(column)}${row}`);
  return found;
}

/** @param {string} address */
function placeOf(address) {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  if (row === '') throw new Error(`${address} is no cell`);
  return { row: Number(row), column: columnNumber(column) };
}

/** @param {string} text */
function columnNumber(text) {
  return [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** @param {number} column @returns {string} */
export function letters(column) {
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? letters(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
