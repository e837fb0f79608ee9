/** Words of findings about whole files: what they are, and what came late, twice or not at all. */
import { dayText } from '../base/day.js';
import { periodText } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { FileFault } from '../model/workbook.js';
import type { FindingTable } from './findings.js';
import { said } from './said.js';

const SAVE_AS_XLSX = said('另存为 .xlsx 后重新发送', 'save it as .xlsx and send it again');
const SEND_THE_TABLE = said('发送原来的表格，或填入下发的模板', 'send the table itself, or fill in the template');

/** What a file is instead of a workbook, and what to do with it. */
const FAULTS: Record<FileFault, { is: Text; remedy: Text }> = {
  empty: {
    is: said('文件是空的，没有任何内容', 'the file is empty'),
    remedy: said('请重新发送', 'send it again'),
  },
  damaged: {
    is: said('文件损坏或不完整', 'the file is damaged or cut short'),
    remedy: said(
      '用表格软件打开确认后另存为 .xlsx，重新发送',
      'open it in a spreadsheet program, save it as .xlsx and send it again',
    ),
  },
  encrypted: {
    is: said('文件设有密码', 'the file is password-protected'),
    remedy: said('取消密码后另存为 .xlsx', 'save it as .xlsx without a password'),
  },
  'legacy-xls': {
    is: said('是旧格式工作簿（.xls 或 .et）', 'it is a workbook of an old format (.xls or .et)'),
    remedy: SAVE_AS_XLSX,
  },
  'binary-workbook': {
    is: said('是二进制工作簿（.xlsb）', 'it is a binary workbook (.xlsb)'),
    remedy: SAVE_AS_XLSX,
  },
  opendocument: {
    is: said('是 OpenDocument 文件（如 .ods）', 'it is an OpenDocument file (such as .ods)'),
    remedy: SAVE_AS_XLSX,
  },
  numbers: {
    is: said('是苹果 Numbers 表格', 'it is a file of Apple Numbers'),
    remedy: said('导出为 Excel（.xlsx）后重新发送', 'export it to Excel (.xlsx) and send that'),
  },
  'xml-table': {
    is: said('是 XML 格式的表格，只是换了文件名', 'it is an XML spreadsheet under another name'),
    remedy: SAVE_AS_XLSX,
  },
  'web-page': {
    is: said('是网页，只是文件名像表格', 'it is a web page under the name of a table'),
    remedy: said(
      '用表格软件打开，另存为 .xlsx 后重新发送',
      'open it in a spreadsheet program, save it as .xlsx and send that',
    ),
  },
  'text-table': {
    is: said('是纯文本，只是文件名像工作簿', 'it is plain text under the name of a workbook'),
    remedy: said(
      '把扩展名改为 .csv，或用表格软件另存为 .xlsx',
      'rename it to .csv, or save it as .xlsx in a spreadsheet program',
    ),
  },
  pdf: {
    is: said('是 PDF 文件', 'it is a PDF'),
    remedy: SEND_THE_TABLE,
  },
  document: {
    is: said('是文字或演示文稿（Word、WPS、OFD 等）', 'it is a text document or slides (Word, WPS, OFD or the like)'),
    remedy: SEND_THE_TABLE,
  },
  picture: {
    is: said('是图片', 'it is a picture'),
    remedy: SEND_THE_TABLE,
  },
  archive: {
    is: said('是压缩包', 'it is an archive'),
    remedy: said('解压后发送里面的表格', 'unpack it and send the tables in it'),
  },
  'not-a-workbook': {
    is: said('不是表格文件', 'it is no workbook'),
    remedy: said('请发送 .xlsx 或 .csv 文件', 'send an .xlsx or .csv file'),
  },
  'too-large': {
    is: said('文件过大，超过安全上限', 'it exceeds the safe limits of size'),
    remedy: said('删去多余的行、列和图片后重新发送', 'remove surplus rows, columns and pictures'),
  },
  unsafe: {
    is: said('文件内含不安全的内容', 'it holds unsafe content'),
    remedy: said('把数据复制到空白模板后重新发送', 'copy the data into a blank template and send that'),
  },
  macros: {
    is: said('文件含有宏', 'it holds macros'),
    remedy: said('另存为不含宏的 .xlsx', 'save it as .xlsx without macros'),
  },
  encoding: {
    is: said('文字编码无法识别', 'its text encoding is not known'),
    remedy: said('另存为 UTF-8 编码的 .csv 或 .xlsx', 'save it as .csv in UTF-8, or as .xlsx'),
  },
};

export const FILE_FINDINGS = {
  'file-unreadable': {
    code: 'A001',
    severity: 'error',
    title: said('文件无法读取', 'file cannot be read'),
    says: ({ fault }) => FAULTS[fault].is,
    remedy: ({ fault }) => FAULTS[fault].remedy,
  },
  'file-skipped': {
    code: 'A002',
    severity: 'note',
    title: said('文件未读', 'file passed over'),
    says: ({ reason }) => reason,
    remedy: () => said('无须处理', 'nothing to do'),
  },
  'form-unrecognised': {
    code: 'A003',
    severity: 'error',
    title: said('认不出是什么表', 'no known form'),
    says: ({ nearest, missing }) =>
      nearest
        ? said(
            `认不出是什么表；最接近“${nearest.zh}”，缺少列：${missing.map(({ zh }) => zh).join('、') || '无'}`,
            `no known form; nearest is "${nearest.en}", which also needs: ${missing.map(({ en }) => en).join(', ') || 'nothing'}`,
          )
        : said('认不出是什么表', 'no known form'),
    remedy: () => said('使用下发的模板，不要删改表头', 'use the template and leave its headings as they are'),
  },
  'form-empty': {
    code: 'A004',
    severity: 'error',
    title: said('表内没有内容', 'form without rows'),
    says: ({ form }) => said(`“${form.zh}”没有填写任何一行`, `no row of "${form.en}" is filled in`),
    remedy: () => said('填写后重新上报', 'fill it in and send it again'),
  },
  'measures-other': {
    code: 'A005',
    severity: 'warning',
    title: said('模板属于另一套办法或旧版本', 'template of other measures'),
    says: ({ found, expected }) =>
      said(`模板出自 ${found}，现用 ${expected}`, `the template was made for ${found}; in force is ${expected}`),
    remedy: () => said('核对内容，今后使用新模板', 'check the content, and use the new template from now on'),
  },
  'submission-repeated': {
    code: 'A501',
    severity: 'error',
    title: said('同一份材料有两个文件', 'two files for the same report'),
    says: ({ form, by, period, other }) =>
      said(
        `${by.zh}${periodText(period).zh}的“${form.zh}”还有另一个文件：${other.file}，两份都不采用`,
        `${by.en}, ${periodText(period).en}: "${form.en}" also stands in ${other.file}; neither counts`,
      ),
    remedy: () =>
      said(
        '删去一份，或在 assess.yaml 的 counts 中写明以哪个文件为准',
        'remove one, or name the one that counts under "counts" in assess.yaml',
      ),
  },
  'submission-superseded': {
    code: 'A508',
    severity: 'note',
    title: said('另有文件为准', 'another file counts'),
    says: ({ form, other }) =>
      said(`这份“${form.zh}”不采用，以 ${other.file} 为准`, `this "${form.en}" does not count; ${other.file} does`),
    remedy: () =>
      said(
        '无须处理；要改以本文件为准，请修改 assess.yaml 的 counts',
        'nothing to do; to let this one count, change "counts" in assess.yaml',
      ),
  },
  'submission-late': {
    code: 'A502',
    severity: 'warning',
    title: said('报送迟延', 'report late'),
    says: ({ form, by, period, due, received, days, isDone }) =>
      isDone
        ? said(
            `${by.zh}${periodText(period).zh}的“${form.zh}”所列事项应于${dayText(due).zh}前完成，${dayText(received).zh}完成，迟${days}天`,
            `${by.en}, ${periodText(period).en}: what "${form.en}" reports was due on ${due} and done on ${received}, ${days} day(s) late`,
          )
        : said(
            `${by.zh}${periodText(period).zh}的“${form.zh}”应于${dayText(due).zh}前报送，${dayText(received).zh}收到，迟${days}天`,
            `${by.en}, ${periodText(period).en}: "${form.en}" was due on ${due} and came on ${received}, ${days} day(s) late`,
          ),
    remedy: ({ isDone }) =>
      isDone
        ? said('核对完成日期；属实的计为未按时完成', 'check the day it was done; if right, it counts as not on time')
        : said(
            '核对收文日期；属实的计入未按时上报次数',
            'check the day of receipt; if right, it counts as not on time',
          ),
  },
  'submission-missing': {
    code: 'A503',
    severity: 'warning',
    title: said('材料未报', 'report missing'),
    says: ({ form, by, period, due, isDone }) =>
      isDone
        ? said(
            `${by.zh}${periodText(period).zh}的“${form.zh}”所列事项应于${dayText(due).zh}前完成，至今没有完成的记录`,
            `${by.en}, ${periodText(period).en}: what "${form.en}" reports was due on ${due}; nothing says that it was done`,
          )
        : said(
            `${by.zh}${periodText(period).zh}的“${form.zh}”应于${dayText(due).zh}前报送，至今未报`,
            `${by.en}, ${periodText(period).en}: "${form.en}" was due on ${due} and has not come`,
          ),
    remedy: ({ isDone }) =>
      isDone
        ? said('已完成的请补报日期；否则计为未完成', 'if it was done, report the day; else it counts as not done')
        : said('催报；计入未按时上报次数', 'ask for it; it counts as not on time'),
  },
  'submission-undated': {
    code: 'A504',
    severity: 'warning',
    title: said('收到日期不明', 'day of receipt unknown'),
    says: ({ form, by, period, isDone }) =>
      isDone
        ? said(
            `${by.zh}${periodText(period).zh}的“${form.zh}”所列事项完成日期不明，无法判断是否按时`,
            `${by.en}, ${periodText(period).en}: when what "${form.en}" reports was done is unknown, and so whether it was on time`,
          )
        : said(
            `${by.zh}${periodText(period).zh}的“${form.zh}”没有收文登记，表内也没有填报日期，无法判断是否按时`,
            `${by.en}, ${periodText(period).en}: "${form.en}" is neither in the register of receipts nor dated; whether it was on time is unknown`,
          ),
    remedy: ({ isDone }) =>
      isDone
        ? said('更正表内的完成日期', 'correct the day in the form')
        : said('在收文登记表中补登收到日期', 'enter the day in the register of receipts'),
  },
  'receipt-without-file': {
    code: 'A505',
    severity: 'warning',
    title: said('已登记而没有文件', 'receipt without file'),
    says: ({ form, by, period }) =>
      said(
        `收文登记表记有${by.zh}${periodText(period).zh}的“${form.zh}”，但文件夹中没有这份材料`,
        `the register has "${form.en}" of ${by.en} for ${periodText(period).en}, but no file holds it`,
      ),
    remedy: () => said('把文件放入文件夹，或更正登记', 'put the file into the folder, or correct the register'),
  },
  'receipt-ahead': {
    code: 'A507',
    severity: 'warning',
    title: said('收到日期在考评日之后', 'received after the day of the run'),
    says: ({ asOf, raw }) =>
      said(
        `收到日期 ${raw ?? ''} 晚于本次考评日期 ${dayText(asOf).zh}`,
        `received on ${raw ?? ''}, after the day of this run, ${asOf}`,
      ),
    remedy: () =>
      said(
        '核对登记的日期，或用 --as-of 指明考评日期',
        'check the day entered, or name the day of the run with --as-of',
      ),
  },
  'register-missing': {
    code: 'A506',
    severity: 'warning',
    title: said('缺少办公室掌握的表', 'a form the office keeps is missing'),
    says: ({ form }) =>
      said(
        `没有找到“${form.zh}”，与之有关的事项都无法认定`,
        `"${form.en}" was not found; what rests on it stays unknown`,
      ),
    remedy: () =>
      said('把该表放入文件夹；没有事项的交空表', 'put it into the folder, empty if there is nothing to enter'),
  },
  'parameter-unset': {
    code: 'A601',
    severity: 'warning',
    title: said('参数未设定', 'parameter not set'),
    says: ({ parameter, title }) =>
      said(
        `参数 ${parameter}（${title.zh}）由本单位设定，尚未设定，有关条款不适用`,
        `parameter ${parameter} (${title.en}) is for the office to set; what asks for it is not applied`,
      ),
    remedy: ({ parameter }) =>
      said(`在 assess.yaml 的 parameters 中设定 ${parameter}`, `set ${parameter} under "parameters" in assess.yaml`),
  },
  'calendar-unknown': {
    code: 'A602',
    severity: 'warning',
    title: said('没有该年的放假安排', 'holidays of the year unknown'),
    says: ({ year }) =>
      said(
        `没有${year}年的放假调休安排，工作日只按周末推算`,
        `the holidays of ${year} are not known; working days are weekdays only`,
      ),
    remedy: () => said('更新 chinese-days 依赖后重算', 'update the chinese-days package and run again'),
  },
} satisfies Partial<FindingTable>;
