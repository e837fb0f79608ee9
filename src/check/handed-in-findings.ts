/** Words of findings about what came late, twice, undated or not at all. */
import { dayText } from '../base/day.js';
import { periodText } from '../base/period.js';
import type { FindingTable } from './findings.js';
import { said } from './said.js';

export const HANDED_IN_FINDINGS = {
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
  'receipts-disagree': {
    code: 'A513',
    severity: 'warning',
    title: said('两处登记的收到日期不同', 'two days of receipt'),
    says: ({ earliest, other, raw }) =>
      said(
        `登记的收到日期是 ${raw ?? ''}，${other.file} ${other.cell ?? ''} 登记的是 ${earliest}；按较早的一天计`,
        `entered as received on ${raw ?? ''}, and in ${other.file} ${other.cell ?? ''} on ${earliest}; the earlier day counts`,
      ),
    remedy: () => said('核对后删去有误的一处', 'find out which is right and remove the other'),
  },
  'register-foreign': {
    code: 'A512',
    severity: 'warning',
    title: said('不是办公室的登记表', 'register not of the office'),
    says: ({ form }) =>
      said(
        `“${form.zh}”由办公室掌握，以办公室的为准；这一份在报送材料中，不采用`,
        `"${form.en}" is kept by the office, whose own counts; this one came among the submissions and is not used`,
      ),
    remedy: () =>
      said(
        '核对来源；确属办公室的，移到 assess.yaml 的 read 所列的文件夹',
        'find out where it comes from; if it is the office\'s own, move it to a folder named under "read" in assess.yaml',
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
} satisfies Partial<FindingTable>;
