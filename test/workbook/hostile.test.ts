/** Hostile content through the whole intake, not only the reader: names that scripts know, slow patterns, wild sheets. */
import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../src/base/address.js';
import type { Finding } from '../../src/model/finding.js';
import { checkFiles, takeIn } from '../../src/take-in.js';
import { MAX_SPREAD, WIDEST } from '../../src/workbook/limits.js';
import { measuresNamed } from '../office/make.js';
import {
  book,
  cells,
  entriesOf,
  escaped,
  fault,
  faultOf,
  opened,
  secondsOf,
  stylesXml,
  workbookXml,
  zip,
} from './zipped.js';

const MEASURES = measuresNamed('quality-bureau');
const SECONDS = 3;

/** The findings of files, found in time. */
function found(...files: readonly (readonly [file: string, bytes: Uint8Array])[]): Finding[] {
  let findings: Finding[] = [];
  const seconds = secondsOf(() => {
    const intake = takeIn(
      files.map(([file, bytes]) => ({ file, bytes: () => bytes, sha256: file })),
      MEASURES,
    );
    findings = checkFiles(intake, MEASURES, { severities: {}, confirmed: [] });
  });
  expect(seconds).toBeLessThan(SECONDS);
  return findings;
}

const text = (value: string) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
const row = (...values: readonly string[]) => `<row>${values.map(text).join('')}</row>`;
const UNITS = row('编号', '科室名称', '简称', '负责人', '参加考核');
const LOG = row('姓名', '类别', '起始日期', '截止日期', '天数', '有正当理由', '说明');
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

describe('names that objects have by themselves', () => {
  it('are names like any other: of sheets, headings, units, people and formats', () => {
    const sheets = NAMES.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId1"/>`);
    for (const [index, name] of NAMES.entries()) {
      const workbook = workbookXml(`<sheets>${sheets[index]}</sheets>`);
      expect(opened(book({ workbook, rows: row(name) })).sheets).toMatchObject([{ name, rows: [{ values: [name] }] }]);
      const styles = stylesXml([0]).replace('<fonts>', `<${name}/><fonts>`);
      expect(cells({ styles, rows: row('甲') })).toEqual({ A1: '甲' });
      expect(fault({ rows: `<row><c t="${name}"><v>1</v></c></row>` })).toBe('damaged');
      expect(fault({ rows: `<row><c t="s"><v>${name}</v></c></row>`, strings: '<si><t>a</t></si>' })).toBe('damaged');
      expect(fault({ rows: `<row><c s="${name}"><v>1</v></c></row>`, styles: [0] })).toBe('damaged');
    }
    const roster = book({ rows: UNITS + NAMES.map((name, index) => row(`${index}`, name, name, '甲', '是')).join('') });
    const log = book({ rows: LOG + NAMES.map((name) => row(name, name, name, name, name, name, name)).join('') });
    const headings = book({
      rows: row('姓名', '类别', '起始日期', '截止日期', '天数', '有正当理由', ...NAMES) + row('甲'),
    });
    const kinds = found(['科室名册.xlsx', roster], ['__proto__', log], ['constructor.xlsx', headings]);
    expect(kinds.some(({ kind }) => kind === 'file-unreadable' || kind === 'form-unrecognised')).toBe(false);
    const unknown = kinds.flatMap((each) => (each.kind === 'heading-missing' ? each.candidates : []));
    expect(unknown).toEqual(expect.arrayContaining(NAMES));
    // Nothing was put where every object would have it.
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('are ids like any other, in relationships and shared formulas', () => {
    for (const id of NAMES) {
      const rename = (data: string | Uint8Array) => data.toString().replaceAll('rId1', id);
      const entries = entriesOf({
        rows: `<row><c><f si="${id}" t="shared">NOW()</f><v>1</v></c><c><f si="${id}"/><v>2</v></c></row>`,
      });
      const bytes = zip(entries.map((entry) => ({ ...entry, data: rename(entry.data) })));
      expect(opened(bytes).sheets[0]?.rows[0]).toMatchObject({ values: [1, 2], changing: [1, 2] });
    }
  });
});

describe('texts on which a pattern could be slow', () => {
  it.each([
    '*',
    ':',
    '(',
    '(a',
    ' ',
    '\u3000',
    '1',
    '1 ',
    '1,',
    '1.',
    '年',
    '第',
    '-',
    '\u200b',
    'ﷺ',
    '合计',
    '填报科室：',
  ])('take linear time: %j over and over', (piece) => {
    const long = piece.repeat(Math.floor(30_000 / piece.length));
    const values = [long, `${long}x`, `x${long}`, `${long}）`];
    const bytes = book({ rows: row(...values) + LOG + values.map((value) => row(...Array(7).fill(value))).join('') });
    expect(found(['a.xlsx', bytes]).length).toBeGreaterThan(0);
    expect(found(['a.csv', Buffer.from(`姓名,类别\n"${long.replaceAll('"', '')}",x\n`)]).length).toBeGreaterThan(0);
  });

  it('take linear time as formats of numbers', () => {
    const codes = ['"', '[', '[h', 'm', 'aaa', '\\', 'general', '[$-', ';', '_(', '0.0E+'].map((piece) =>
      piece.repeat(Math.floor(60_000 / piece.length)),
    );
    const rows = `<row>${codes.map((_, index) => `<c s="${index}"><v>1</v></c>`).join('')}</row>`;
    expect(secondsOf(() => faultOf(book({ rows, styles: codes })))).toBeLessThan(SECONDS);
  });
});

describe('sheets that are wild', () => {
  it('with as many formats as programs keep are read', () => {
    const styles = stylesXml([]).replace('<cellXfs>', `<cellXfs>${'<xf numFmtId="14"/>'.repeat(65_490)}`);
    const bytes = book({ styles, rows: '<row><c s="65489"><v>46086</v></c></row>' });
    expect(secondsOf(() => opened(bytes))).toBeLessThan(SECONDS);
    expect(cells({ styles, rows: '<row><c s="65489"><v>46086</v></c></row>' })).toEqual({
      A1: { kind: 'date', day: '2026-03-05' },
    });
    expect(fault({ styles, rows: '<row><c s="65490"><v>46086</v></c></row>' })).toBe('damaged');
  });

  it('with a validation, a format or a merge over whole columns go through the intake', () => {
    const after =
      '<mergeCells><mergeCell ref="H1:I1048576"/></mergeCells>' +
      '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576 A:A 1:1"><formula1>"是,否"</formula1></dataValidation></dataValidations>';
    const bytes = book({ rows: LOG + row('甲', '旷工').repeat(2000), after });
    expect(found(['a.xlsx', bytes]).some(({ kind }) => kind === 'file-unreadable')).toBe(false);
  });

  it('with merged ranges over each other, or a row of them to the last row, are refused', () => {
    const lines = LOG + row('甲').repeat(2000);
    const merged = (refs: readonly string[]) =>
      `<mergeCells>${refs.map((ref) => `<m ref="${ref}"/>`).join('')}</mergeCells>`;
    const over = merged(Array<string>(1000).fill('A2:XFD1048576'));
    const beside = merged(
      Array.from({ length: 4000 }, (_, at) => `${columnLetters(at + 1)}2:${columnLetters(at + 1)}1048576`),
    );
    for (const after of [over, beside]) {
      const bytes = book({ rows: lines, after });
      expect(found(['a.xlsx', bytes])).toMatchObject([{ kind: 'file-unreadable', fault: 'too-large' }]);
    }
    const most = Math.floor(MAX_SPREAD / WIDEST);
    expect(
      fault({ rows: '<row><c><v>1</v></c></row>'.repeat(most), after: merged(['A1:XFD1048576']) }),
    ).toBeUndefined();
    expect(fault({ rows: '<row><c><v>1</v></c></row>'.repeat(most + 1), after: merged(['A1:XFD1048576']) })).toBe(
      'too-large',
    );
  });

  it('with a formula in every cell, or rows to no end for one person, are checked in time', () => {
    const formulas = `<row>${'<c><f>1</f><v>1</v></c>'.repeat(16_384)}</row>`.repeat(5);
    expect(found(['a.xlsx', book({ rows: LOG + formulas })]).length).toBeGreaterThan(0);
    const unreadable = book({ rows: LOG + row('甲', '旷工', 'x', 'y', '1', '否').repeat(5000) });
    expect(found(['b.xlsx', unreadable]).some(({ kind }) => kind === 'cell-unreadable')).toBe(true);
  });

  it('with one cell at the end of the grid, or a false size, are no form', () => {
    const far = book({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' });
    expect(found(['a.xlsx', far])).toMatchObject([{ kind: 'form-unrecognised' }]);
  });
});

describe('cells, rows and headings that stand twice', () => {
  it('are refused or found, never picked from in silence', () => {
    expect(fault({ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' })).toBe('damaged');
    expect(fault({ rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"/>' })).toBe('damaged');
    const twice = book({ rows: row('姓名', '类别', '起始日期', '截止日期', '天数', '天数') + row('甲', '旷工') });
    expect(found(['a.xlsx', twice])).toContainEqual(
      expect.objectContaining({ kind: 'heading-repeated', severity: 'error' }),
    );
  });
});
