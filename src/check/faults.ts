/** What a file is instead of a workbook that can be read, and what to do with it. */
import type { Text } from '../base/text.js';
import type { FileFault } from '../model/workbook.js';
import { said } from './said.js';

const SAVE_AS_XLSX = said('另存为 .xlsx 后重新发送', 'save it as .xlsx and send it again');
const SEND_THE_TABLE = said('发送原来的表格，或填入下发的模板', 'send the table itself, or fill in the template');

export const FAULTS: Record<FileFault, { is: Text; remedy: Text }> = {
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
    is: said('是网页，不是工作簿', 'it is a web page, not a workbook'),
    remedy: said(
      '用表格软件打开，另存为 .xlsx 后重新发送',
      'open it in a spreadsheet program, save it as .xlsx and send that',
    ),
  },
  'text-table': {
    is: said('是纯文本，不是工作簿', 'it is plain text, not a workbook'),
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
  link: {
    is: said('是链接，不是文件，没有读取', 'it is a link, not a file, and was not followed'),
    remedy: said('把文件本身放进文件夹', 'put the file itself into the folder'),
  },
  'no-file': {
    is: said('不是普通文件，而是文件夹、管道或设备', 'it is no regular file but a folder, a pipe or a device'),
    remedy: said('把文件本身放进文件夹；文件夹请改名', 'put the file itself into the folder; rename a folder'),
  },
  misnamed: {
    is: said('文件名不是 UTF-8 编码，无法打开', 'its name is not written in UTF-8, so it cannot be opened'),
    remedy: said('改名后重新运行', 'rename it and run again'),
  },
  inaccessible: {
    is: said('系统不让读取', 'the system does not let it be read'),
    remedy: said('确认文件还在、有权读取，再重新运行', 'make sure that it is there and may be read, and run again'),
  },
  changing: {
    is: said('读取时文件正在改变', 'it changed while it was being read'),
    remedy: said('等保存或复制完成后重新运行', 'run again when it has been saved or copied'),
  },
};
