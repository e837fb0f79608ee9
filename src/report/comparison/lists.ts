/** The other sheets of a comparison: what is compared, who came or left, the measures, the files, the findings. */
import { periodText } from '../../base/period.js';
import type { Text } from '../../base/text.js';
import type { Change, FoundChange, About as NamedChange, Side } from '../../compare/types.js';
import type { CellDesign, SheetDesign } from '../../model/design.js';
import { capital } from '../../words/phrase.js';
import { day, number, text } from '../ranking/cells.js';
import { SEVERITIES } from '../ranking/findings.js';
import { type About, AFTER, BEFORE, comparedSheet } from './sheet.js';
import { apartTexts, changeCounts, movedText, NOTHING, PARAMETER, RULES_OF, STATES_OF_FILES } from './words.js';

export function summarySheet(about: About): SheetDesign {
  const { found, lookup } = about;
  const { lang } = lookup;
  const say = (zh: string, en: string): CellDesign => text({ zh, en }[lang]);
  const sides = (what: CellDesign, of: (side: Side) => CellDesign): CellDesign[] => [
    what,
    of(found.before),
    of(found.after),
  ];
  const counts = (what: CellDesign, count: number): CellDesign[] => [what, text(''), number(count)];
  const rows = [
    sides(say('单位', 'Office'), ({ office }) => text(office)),
    sides(say('期间', 'Period'), ({ period }) => text(periodText(period)[lang])),
    sides(say('截至', 'As of'), ({ asOf }) => day(asOf)),
    sides(say('办法', 'Measures'), ({ measures }) =>
      text(`${measures.title[lang]} ${measures.id} ${measures.version}`),
    ),
    counts(say('有变动的', 'Changed'), found.changed.length),
    ...changeCounts(found.changed).map(([kind, count]) => counts(text(`　${capital(kind[lang])}`), count)),
    ...Object.entries(found.unchanged).map(([kind, count]) =>
      counts(say(`没有变动的${lookup.kind(kind)}`, `${lookup.kind(kind)}: unchanged`), count),
    ),
    counts(say('只在后者中的', 'In the latter alone'), found.people.came.length),
    counts(say('只在前者中的', 'In the former alone'), found.people.left.length),
    counts(say('名册有变动的', 'Moved on the roster'), found.people.moved.length),
  ];
  const columns = [
    { zh: '项目', en: 'What', width: 30 },
    { ...BEFORE, width: 44 },
    { ...AFTER, width: 44 },
  ];
  const title = { zh: '比较概况', en: 'What is compared' }[lang];
  const notes = apartTexts(found, lang);
  return comparedSheet({ name: { zh: '概况', en: 'Summary' }[lang], title, columns, rows, frozen: 1, notes }, about);
}

export function peopleSheet(about: About): SheetDesign {
  const { found, lookup } = about;
  const { lang } = lookup;
  const { came, left, moved } = found.people;
  const row = (what: Text, kind: string, name: Text, how: string): CellDesign[] =>
    [what[lang], lookup.kind(kind), name[lang], how].map((each) => text(each));
  const rows = [
    ...came.map(({ kind, name }) => row({ zh: '只在后者中', en: 'in the latter alone' }, kind, name, '')),
    ...left.map(({ kind, name }) => row({ zh: '只在前者中', en: 'in the former alone' }, kind, name, '')),
    ...moved.map((each) => row({ zh: '名册有变动', en: 'moved' }, each.kind, each.name, movedText(each, lang))),
  ];
  const columns = [
    { zh: '情形', en: 'How', width: 20 },
    { zh: '类别', en: 'Kind', width: 14 },
    { zh: '对象', en: 'Subject', width: 24 },
    { zh: '变动', en: 'What has changed', width: 60 },
  ];
  const title = { zh: '考核对象的增减和调整', en: 'Who came, left or was moved' }[lang];
  return comparedSheet({ name: { zh: '对象', en: 'Subjects' }[lang], title, columns, rows, frozen: 3 }, about);
}

export function measuresSheet(about: About): SheetDesign {
  const { found, lookup } = about;
  const { lang } = lookup;
  const entry = (what: Text, each: NamedChange & Change, whose = ''): CellDesign[] =>
    [
      what[lang],
      `${whose}${each.title[lang]}`,
      each.clause,
      each.before?.text[lang] ?? NOTHING[lang],
      each.after?.text[lang] ?? NOTHING[lang],
    ].map((value) => text(value));
  const rows = [
    ...found.parameters.map((each) => entry(PARAMETER, each)),
    ...found.rules.map((each) => entry(RULES_OF[each.of], each)),
    ...found.seats.map((each) => entry(SEATS, each, each.within ? `${each.within.name[lang]}　` : '')),
  ];
  const columns = [
    { zh: '种类', en: 'Kind', width: 16 },
    { zh: '名称', en: 'Title', width: 40 },
    { zh: '条款', en: 'Clause', width: 14 },
    { ...BEFORE, width: 44 },
    { ...AFTER, width: 44 },
  ];
  const title = { zh: '参数和规定的变动', en: 'Parameters and rules that are not the same' }[lang];
  return comparedSheet({ name: { zh: '办法', en: 'Measures' }[lang], title, columns, rows, frozen: 2 }, about);
}

const SEATS: Text = { zh: '名额', en: 'places' };

export function fileSheet(about: About): SheetDesign {
  const { found, lookup } = about;
  const { lang } = lookup;
  const all = [...(found.files ?? []), ...(found.pack ?? [])];
  const rows = all.map(({ file, state, was, before = '', after = '' }) =>
    [STATES_OF_FILES[state][lang], file, was ?? '', before, after].map((each) => text(each)),
  );
  const columns = [
    { zh: '状态', en: 'State', width: 12 },
    { zh: '文件', en: 'File', width: 56 },
    { zh: '原名', en: 'Called before', width: 40 },
    { zh: '变动前的 SHA-256', en: 'SHA-256 before', width: 40 },
    { zh: '变动后的 SHA-256', en: 'SHA-256 after', width: 40 },
  ];
  const title = { zh: '有变动的文件', en: 'Files that are not the same' }[lang];
  return comparedSheet({ name: { zh: '文件', en: 'Files' }[lang], title, columns, rows, frozen: 2 }, about);
}

export function findingSheet(about: About): SheetDesign {
  const { found, lookup } = about;
  const { lang } = lookup;
  const row = (how: Text, { code, severity, place, row: label, raw, says }: FoundChange): CellDesign[] => [
    text(how[lang]),
    text(code),
    text(SEVERITIES[severity].said[lang], SEVERITIES[severity].style),
    ...[place.file, place.sheet, place.cell, label, raw, says[lang]].map((each) => text(each ?? '')),
  ];
  const { came, went } = found.findings ?? { came: [], went: [] };
  const rows = [
    ...came.map((each) => row({ zh: '新出现', en: 'came' }, each)),
    ...went.map((each) => row({ zh: '已消除', en: 'went' }, each)),
  ];
  const columns = [
    { zh: '情形', en: 'How', width: 10 },
    { zh: '编号', en: 'Code', width: 8 },
    { zh: '程度', en: 'Severity', width: 9 },
    { zh: '文件', en: 'File', width: 36 },
    { zh: '工作表', en: 'Sheet', width: 20 },
    { zh: '单元格', en: 'Cell', width: 8 },
    { zh: '所在行', en: 'Row', width: 18 },
    { zh: '原填内容', en: 'What stands there', width: 18 },
    { zh: '问题', en: 'What is wrong', width: 52 },
  ];
  const title = { zh: '新出现和已消除的问题', en: 'Findings that came and went' }[lang];
  return comparedSheet({ name: { zh: '问题', en: 'Findings' }[lang], title, columns, rows, frozen: 2 }, about);
}
