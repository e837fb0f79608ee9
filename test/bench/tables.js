// @ts-check
/**
 * Writes the workbooks to be read: tables as departments send them every month, with styles, merged cells, formulas,
 * shared strings and a hidden marker sheet; one wide attendance sheet; one long log. exceljs writes them, as it does ours.
 */
import { join } from 'node:path';
import exceljs from 'exceljs';
import { inventor } from './invented.js';

const WORKBOOKS = 900;
const HEADINGS = ['序号', '工作任务', '性质', '指标', '计划数', '完成数', '完成率', '责任人', '完成日期', '备注'];
const WIDTHS = [6, 36, 8, 12, 9, 9, 9, 10, 12, 20];
const LINE = /** @type {const} */ ({ style: 'thin', color: { argb: 'FF808080' } });
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const FONT = { name: '宋体', size: 11 };
const FORMATS = new Map([
  [7, '0.0%'],
  [9, 'yyyy"年"m"月"d"日"'],
]);

/** 75 departments × 12 months. @param {string} folder */
export async function writeDepartments(folder) {
  for (let index = 0; index < WORKBOOKS; index += 1) {
    const book = new exceljs.Workbook();
    fillMonth(book, index);
    await book.xlsx.writeFile(join(folder, `完成月工作目标情况表-${String(index).padStart(3, '0')}.xlsx`));
  }
}

/** @param {import('exceljs').Workbook} book @param {number} index */
function fillMonth(book, index) {
  const invent = inventor(index);
  const sheet = book.addWorksheet('月工作目标', { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  sheet.addRow([`云岭州质量技术监督局第${Math.floor(index / 12) + 1}科完成月工作目标情况表`]).font = {
    bold: true,
    size: 16,
  };
  sheet.mergeCells('A1:J1');
  sheet.addRow(['填报人', invent.person(), null, null, null, null, null, '填报日期', invent.day()]);
  sheet.getCell('I2').numFmt = 'yyyy-mm-dd';
  styled(sheet.addRow(HEADINGS), { bold: true, fill: true });
  const rows = invent.whole(17, 23);
  for (let number = 1; number <= rows; number += 1) {
    const row = sheet.addRow(taskCells(invent, number));
    styled(row, {});
    for (const [column, format] of FORMATS) row.getCell(column).numFmt = format;
    row.getCell(3).dataValidation = { type: 'list', formulae: ['"量化,非量化"'] };
  }
  const marker = book.addWorksheet('_assess', { state: 'veryHidden' });
  marker.addRows([
    ['measures', 'quality-bureau'],
    ['version', '1'],
    ['form', 'monthly-completion'],
    ['by', `unit-${Math.floor(index / 12) + 1}`],
    ['period', `2026-${String((index % 12) + 1).padStart(2, '0')}`],
  ]);
}

/** @param {import('./invented.js').Inventor} invent @param {number} number */
function taskCells(invent, number) {
  const planned = invent.whole(1, 240);
  const done = invent.whole(1, planned);
  const share = { formula: `F${number + 3}/E${number + 3}`, result: done / planned };
  const note = invent.happens(0.2) ? '因故顺延，已报分管领导' : null;
  const [nature, metric] = [invent.one(['量化', '非量化']), invent.one(['件数', '人次', '台次', '按时率'])];
  return [number, invent.task(), nature, metric, planned, done, share, invent.person(), invent.day(), note];
}

/** @param {import('exceljs').Row} row @param {{ bold?: boolean, fill?: boolean }} look */
function styled(row, { bold = false, fill = false }) {
  row.height = 24;
  for (let column = 1; column <= HEADINGS.length; column += 1) {
    const cell = row.getCell(column);
    cell.font = { ...FONT, bold };
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: column === 2 ? 'left' : 'center' };
    if (fill) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } };
  }
}

/** One sheet of 5,000 people: a name, then the marks of thirty days. @param {string} folder */
export async function writeAttendance(folder) {
  const invent = inventor(5_000);
  const days = Array.from({ length: 30 }, (_, day) => `${day + 1}日`);
  await writeLong(join(folder, '出勤表.xlsx'), ['姓名', ...days], 5_000, () => [
    invent.person(),
    ...days.map(() => (invent.happens(0.9) ? '√' : invent.one(['事', '病', '休', '差', 0.5, 1]))),
  ]);
}

const LOG = ['编号', '日期', '科室', '姓名', '类别', '事项', '次数', '时长', '分值', '依据', '登记人', '复核'];

/** 100,000 rows × 12 columns, one text in twelve found nowhere else. @param {string} folder */
export async function writeLog(folder) {
  const invent = inventor(100_000);
  await writeLong(join(folder, '考勤和事项登记表.xlsx'), LOG, 100_000, (number) => [
    number,
    invent.day(),
    `第${invent.whole(1, 75)}科`,
    invent.person(),
    invent.one(['迟到', '早退', '事假', '病假', '通报', '表彰']),
    `${invent.task()}（${number}号）`,
    invent.whole(1, 9),
    invent.whole(1, 800) / 100,
    -invent.whole(1, 50) / 10,
    `第${invent.whole(1, 40)}条`,
    invent.person(),
    invent.one(['已复核', '待复核']),
  ]);
}

/**
 * A long sheet, row by row, so that writing it takes little memory.
 * @param {string} path @param {string[]} headings @param {number} count @param {(number: number) => unknown[]} cells
 */
async function writeLong(path, headings, count, cells) {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: true });
  const sheet = book.addWorksheet('登记表');
  const bold = sheet.addRow(headings);
  bold.font = { ...FONT, bold: true };
  bold.commit();
  for (let number = 1; number <= count; number += 1) {
    const row = sheet.addRow(cells(number));
    row.font = FONT;
    if (row.getCell(2).type === exceljs.ValueType.Date) row.getCell(2).numFmt = 'yyyy-mm-dd';
    row.commit();
  }
  await book.commit();
}
