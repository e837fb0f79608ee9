/** Words of findings about whole files: what they are, and what came late, twice or not at all. */
import { dayText } from '../base/day.js';
import { periodText } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { FileFault } from '../model/workbook.js';
import type { FindingTable } from './findings.js';
import { said } from './said.js';

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
    remedy: said('另存为 .xlsx 后重新发送', 'save it as .xlsx and send it again'),
  },
  'not-a-workbook': {
    is: said('不是表格文件', 'it is no workbook'),
    remedy: said('请发送 .xlsx 或 .csv 文件', 'send an .xlsx or .csv file'),
  },
  'web-page': {
    is: said(
      '内容是网页或 XML，不是工作簿，业务系统导出的文件常是这样',
      'it is a web page or XML and no workbook, as files that a system exports often are',
    ),
    remedy: said(
      '用表格软件打开，另存为 .xlsx 后重新发送',
      'open it in a spreadsheet program, save it as .xlsx and send that',
    ),
  },
  text: {
    is: said('内容是文本，文件名却是工作簿的', 'it is text under the name of a workbook'),
    remedy: said(
      '如是 CSV，把扩展名改为 .csv；否则另存为 .xlsx 后重新发送',
      'if it is CSV, change the end of its name to .csv; else save it as .xlsx and send that',
    ),
  },
  scan: {
    is: said('内容是 PDF 或图片，不是表格', 'it is a PDF or a picture and no table'),
    remedy: said(
      '请发送表格文件本身，不要打印扫描或拍照',
      'send the workbook itself, not a scan or a photograph of it',
    ),
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

export const FILE_FINDINGS = {
  'file-unreadable': {
    code: 'A001',
    severity: 'error',
    title: said('文件无法读取', 'file cannot be read'),
    says: ({ fault, detail }) => {
      const { is } = FAULTS[fault];
      // The system's own word tells those who keep the machine what to look for.
      return fault === 'inaccessible' && detail !== '' ? said(`${is.zh}（${detail}）`, `${is.en} (${detail})`) : is;
    },
    remedy: ({ fault }) => FAULTS[fault].remedy,
  },
  'file-skipped': {
    code: 'A002',
    severity: 'note',
    title: said('文件未读', 'file passed over'),
    says: ({ reason }) => reason,
    remedy: ({ unsaved }) =>
      unsaved === undefined
        ? said(
            '要交的如果就是它，请另存为普通文件；否则无须处理',
            'if this is what was meant, save it as a plain file; else nothing to do',
          )
        : said('保存并关闭后重新运行', 'save and close it, and run again'),
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
  'sheet-unused': {
    code: 'A006',
    severity: 'warning',
    title: said('工作表未采用', 'sheet not used'),
    says: ({ isHidden }) =>
      isHidden
        ? said('隐藏的工作表中有内容，未采用', 'a hidden sheet holds something; it is not used')
        : said(
            '这张工作表有内容，但没有可以识别的表头，未采用',
            'this sheet holds something but no headings that are known; it is not used',
          ),
    remedy: ({ isHidden }) =>
      isHidden
        ? said('应当采用的，取消隐藏；否则删去', 'unhide it if it counts, else delete it')
        : said(
            '是续表的，补上表头；否则无须处理或删去',
            'if it goes on with the table, give it the headings; else leave or delete it',
          ),
  },
  'file-copied': {
    code: 'A007',
    severity: 'note',
    title: said('同一文件的副本', 'copy of a file'),
    says: ({ other }) =>
      said(`与 ${other} 的内容完全相同，只采用那一份`, `byte for byte the same as ${other}; only that one is read`),
    remedy: () => said('无须处理；可删去一份', 'nothing to do; one of them may be deleted'),
  },
  'submission-repeated': {
    code: 'A501',
    severity: 'error',
    title: said('同一份材料有两个文件', 'two files for the same report'),
    says: ({ form, by, period, other }) =>
      other.cell
        ? said(
            `${by.zh}${periodText(period).zh}的“${form.zh}”在同一文件的“${other.sheet ?? ''}” ${other.cell} 处还有一份，两份都不采用`,
            `${by.en}, ${periodText(period).en}: "${form.en}" also stands in the same file, on "${other.sheet ?? ''}" at ${other.cell}; neither counts`,
          )
        : said(
            `${by.zh}${periodText(period).zh}的“${form.zh}”还有另一个文件：${other.file}，两份都不采用`,
            `${by.en}, ${periodText(period).en}: "${form.en}" also stands in ${other.file}; neither counts`,
          ),
    remedy: ({ other }) =>
      other.cell
        ? said(
            '删去一份；是续表的，在标题或工作表名中写“续”',
            'remove one; if it goes on with the other, put 续 into its title',
          )
        : said(
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
  'period-ahead': {
    code: 'A510',
    severity: 'warning',
    title: said('期间尚未到来', 'period yet to come'),
    says: ({ form, period, asOf }) =>
      said(
        `这份“${form.zh}”填的是${periodText(period).zh}，到考评日 ${dayText(asOf).zh} 尚未开始`,
        `this "${form.en}" is for ${periodText(period).en}, which has not begun on ${asOf}, the day of this run`,
      ),
    remedy: () =>
      said('核对所填期间；或用 --as-of 指明考评日期', 'check the period, or name the day of the run with --as-of'),
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
  'date-implausible': {
    code: 'A511',
    severity: 'warning',
    title: said('填报日期可疑', 'date of the form implausible'),
    says: ({ due, asOf, raw }) =>
      said(
        `填报日期为 ${raw ?? ''}，而应报日期是${dayText(due).zh}，考评日是${dayText(asOf).zh}`,
        `it is dated ${raw ?? ''}; it was due on ${due}, and the day of this run is ${asOf}`,
      ),
    remedy: () =>
      said(
        '核对日期，尤其是年份；没有收文登记的，是否迟报以此为准',
        'check the date, its year above all: where no receipt is entered it says whether the form was late',
      ),
  },
  'receipt-before': {
    code: 'A509',
    severity: 'warning',
    title: said('收到日期早于填报日期', 'received before it was dated'),
    says: ({ received, other, raw }) =>
      said(
        `填报日期为 ${raw ?? ''}，收文登记却在${dayText(received).zh}已经收到（${other.file} ${other.cell ?? ''}）`,
        `it is dated ${raw ?? ''}, but was received on ${received} by the register (${other.file} ${other.cell ?? ''})`,
      ),
    remedy: () =>
      said(
        '核对两处日期，更正有误的一处；是否迟报以收文登记为准',
        'compare the two and correct the wrong one; whether it was late goes by the register',
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
  'confirmation-idle': {
    code: 'A603',
    severity: 'note',
    title: said('确认没有对应的警告', 'confirmation without a warning'),
    says: ({ entry, about, isError }) =>
      isError
        ? said(
            `confirmed 的第${entry}条（${about}）对应的是错误，不能确认`,
            `entry ${entry} of "confirmed" (${about}) is about an error, which cannot be confirmed`,
          )
        : said(
            `confirmed 的第${entry}条（${about}）没有对应的警告：可能已经更正，或所填内容已改变`,
            `entry ${entry} of "confirmed" (${about}) fits no warning: it may be mended, or what stands there has changed`,
          ),
    remedy: ({ isError }) =>
      isError
        ? said('更正材料，删去这一条', 'mend what was handed in, and remove the entry')
        : said('核对后删去或更正这一条', 'look at it, and remove or correct the entry'),
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
