/**
 * What comes from outside never commands the terminal: texts with escapes, control characters, bidi marks and line
 * breaks are put into every place from which a command takes text, and every command is run in every way it speaks.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/workbook/open.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { assess, newFolder, put, remove, type ShellOptions } from './shell.js';

/** Clears the screen, sets its title, rings, turns the direction, breaks the line by every means and goes on as if it were ours. */
const EVIL = '\u001b[2J\u001b]0;x\u0007\u009b31m\u202e\u2066\u200f\u061c\u2028\u2029\u0085\r\nFORGED';
const EVIL_CELL = `"坏${EVIL}"`;
/** No byte of a file name may be 0, and no part of it a slash. */
const EVIL_FILE = `坏${EVIL}`;
const YAML = JSON.stringify(`坏${EVIL}`);

/** A line break is ours, everything else of the kind would be theirs. */
const RAW = /[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/u;
const ESCAPE = '\u001b';
const PAINT = new RegExp(`${ESCAPE}\\[(?:1|2|22|31|33|36|39)m`, 'g');

let folder = '';

beforeAll(async () => {
  folder = newFolder();
  const evilSheet = await writeWorkbook({
    title: 'x',
    author: 'x',
    date: '2026-01-01' as never,
    sheets: [
      { name: '坏\u202e\u2066表', widths: [10], rows: [{ cells: [{ value: '坏\u202e' }, undefined] }] },
    ] as never,
  });
  put(folder, {
    'assess.yaml': `measures: ./pack\nname: ${YAML}\nissuer: ${YAML}\nnumber: ${YAML}\naddressees: ${YAML}\ncopies: ${YAML}\nread: [office]\ncounts: [${YAML}]\nas_of: "2026-04-10"\n`,
    'pack/measures.yaml': [
      'id: local',
      `version: ${YAML}`,
      'extends: quality-bureau',
      `title: { zh: ${YAML}, en: ${YAML} }`,
      `source: { zh: ${YAML}, en: ${YAML} }`,
      `parameters: { plan_due_day: { zh: ${YAML}, en: ${YAML} } }`,
      `forms: { monthly-plan: { zh: ${YAML}, en: ${YAML} } }`,
      `facts: { late_reports: { zh: ${YAML}, en: ${YAML} } }`,
      `clauses: { "3.3.6": { at: ${YAML}, zh: ${YAML}, en: ${YAML} } }`,
      `grades: { unit: { zh: ${YAML}, en: ${YAML}, grades: { excellent: { zh: ${YAML}, en: ${YAML} } }, rules: { veto: { zh: ${YAML}, en: ${YAML} } } } }`,
      '',
    ].join('\n'),
    'wrong/measures.yaml': `id: wrong\nversion: "1"\nextends: quality-bureau\n${YAML}: ${YAML}\nconsequences: { vetoed: { when: "vetos >= 1 \\e[2J\\u202e" } } # \u202e\u009b\n`,
    'broken/measures.yaml': `id: [\u001b[2J\u202e\n`,
    'office/科室名册.csv': `科室名册\n科室编号,科室名称,简称,分管局领导,参加考核\n01,${EVIL_CELL},局办,${EVIL_CELL},是\n02,计量科,,,是\n${EVIL_CELL},标准化科,,,${EVIL_CELL}\n`,
    'office/人员名册.csv': `人员名册\n工号,姓名,所在科室,职务,工勤人员,参加考核\n0101,${EVIL_CELL},01,,否,是\n0102,何静,${EVIL_CELL},${EVIL_CELL},否,是\n`,
    [`submissions/${EVIL_FILE}/${EVIL_FILE}.csv`]: `完成月工作目标情况表\n填报科室：计量科,月份：2026年1月,${EVIL_CELL}\n目标序号,工作内容,完成情况,完成数量,计划数量,${EVIL_CELL}\n1,${EVIL_CELL},${EVIL_CELL},${EVIL_CELL},1,x\n`,
    [`submissions/${EVIL_FILE}/~$${EVIL_FILE}.csv`]: 'lock',
    'submissions/other.csv': `${EVIL_CELL},${EVIL_CELL}\n${EVIL_CELL},2\n`,
    'submissions/plan.csv': `${EVIL_CELL}\n填报科室：${EVIL_CELL},月份：2026年2月\n目标序号,工作目标,责任人\n1,${EVIL_CELL},${EVIL_CELL}\n`,
    [`submissions/${EVIL_FILE}.xlsx`]: 'PK no workbook',
    [`submissions/${EVIL_FILE}.docx`]: '',
    'submissions/sheet.xlsx': evilSheet,
  });
  await assess(folder, ['quarter', '--dir', 'submissions', '--period', '2026-Q1', '--quiet']);
});
afterAll(() => remove(folder));

const DIR = ['--dir', 'submissions'];
const RESULTS = ['--results', 'results/2026-Q1'];
const CALLS: readonly (readonly string[])[] = [
  ['quarter', ...DIR, '--period', '2026-Q1'],
  ['quarter', ...DIR, '--period', EVIL],
  ['quarter', ...DIR, '--as-of', EVIL],
  ['quarter', '--dir', EVIL],
  ['quarter', ...DIR, '--period', '2026-Q1', '--out', `out/${EVIL}`],
  ['quarter', ...DIR, '--period', '2026-Q1', '--out', `assess.yaml/${EVIL}`],
  ['month', ...DIR, '--period', '2026-01', '--out', 'month'],
  ['month', ...DIR],
  ['status', ...DIR],
  ['status', ...DIR, '--out', `status/${EVIL}.xlsx`],
  ['status', ...DIR, '--out', EVIL],
  ['status', ...DIR, '--period', EVIL],
  ['check', 'submissions'],
  ['check', 'submissions', '--format', 'sarif'],
  ['check', EVIL],
  ['check', 'submissions/sheet.xlsx', EVIL],
  ['check', '--codes', EVIL],
  ['check', '--format', EVIL],
  ['explain', '计量科', ...RESULTS],
  ['explain', '01', ...RESULTS],
  ['explain', '科', ...RESULTS],
  ['explain', '1', ...RESULTS],
  ['explain', EVIL, ...RESULTS],
  ['explain', '计量科', '--results', EVIL],
  ['template', '--all', '--out', 'blank', '--force'],
  ['template', '--all', '--out', `blank/${EVIL}`, '--force'],
  ['template', '--all', '--out', `assess.yaml/${EVIL}`],
  ['template', EVIL, '--out', 'blank'],
  ['template', '--unit', EVIL, '--out', 'blank'],
  ['template', '--period', EVIL, '--out', 'blank'],
  ['init', `made/${EVIL}`, '--name', EVIL],
  ['init', '.', '--name', EVIL],
  ['init', 'made/other', '--measures', EVIL],
  ['init', `assess.yaml/${EVIL}`],
  ['measures', 'list'],
  ['measures', 'show', './pack'],
  ['measures', 'show', './pack', '--coverage'],
  ['measures', 'show', EVIL],
  ['measures', 'lint', './pack'],
  ['measures', 'lint', './wrong'],
  ['measures', 'lint', './broken'],
  ['measures', 'show', './wrong'],
  ['measures', 'lint', EVIL],
  [EVIL],
  ['quarter', `--${EVIL}`],
];

const WAYS: readonly (readonly [string, readonly string[], ShellOptions])[] = [
  ['in Chinese', ['--lang', 'zh'], {}],
  ['as JSON', ['--json'], {}],
  ['in English to a terminal', ['--lang', 'en'], { tty: true, watched: { columns: 60, elapsed: ticking() } }],
];

/** A clock that goes on by a second and a half whenever it is looked at. */
function ticking(): () => number {
  let now = 0;
  return () => {
    now += 1500;
    return now;
  };
}

describe.each(WAYS)('nothing commands the terminal %s', (_, flags, options) => {
  it.each(CALLS.map((argv) => [argv.join(' ').replaceAll(EVIL, '‹evil›'), argv] as const))(
    '%s',
    async (_name, argv) => {
      const said = await assess(folder, [...argv, ...flags], options);
      expect(said.err).not.toContain('程序内部错误');
      const out = options.tty ? said.out.replace(PAINT, '') : said.out;
      // What is shown for a while goes back to the start of its line; nothing else of the kind may stand there.
      const err = options.watched ? said.err.replaceAll('\r', '') : said.err;
      for (const text of [out, err]) {
        expect(RAW.exec(text)?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
        expect(text).not.toMatch(/^FORGED/m);
      }
    },
  );
});

describe('what is put there', () => {
  it('is really read: names of units, cells, files and sheets are shown, written out', async () => {
    const quarter = await assess(folder, ['quarter', ...DIR, '--period', '2026-Q1']);
    expect(quarter.code).toBe(1);
    expect(quarter.out).toContain('\\u{1b}[2J');
    expect(quarter.out).toContain('\\u{202e}');
    expect(quarter.out).toMatch(/│ 坏\\u\{1b\}/);
    const checked = await assess(folder, ['check', 'submissions']);
    expect(checked.out).toMatch(/坏\\u\{1b\}.*\.csv › /);
    expect(checked.out).toMatch(/坏\\u\{202e\}/);
    const explained = await assess(folder, ['explain', '计量科', ...RESULTS]);
    expect(explained.out).toMatch(/未报2026年1月“坏\\u\{1b\}/);
    const linted = await assess(folder, ['measures', 'lint', './wrong']);
    expect(linted.out).toContain('\\u{202e}');
  });

  it('opens as text in the workbook, and is read back as JSON unchanged', async () => {
    const { out } = await assess(folder, ['quarter', ...DIR, '--period', '2026-Q1', '--json', '--quiet']);
    expect(out).toContain('\\u202e');
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(join(folder, 'results/2026-Q1/results.json'), 'utf8')));
    expect(openWorkbook('ranking.xlsx', readFileSync(join(folder, 'results/2026-Q1/ranking.xlsx'))).ok).toBe(true);
  });
});
