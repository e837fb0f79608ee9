/** What is out of sight on a sheet and used all the same: hidden rows, columns and sheets, and formulas. */
import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../src/check/findings.js';
import { checkFiles, takeIn } from '../../src/take-in.js';
import { tiny } from '../measures/packs.js';
import { book, type Entry, entriesOf, relationships, sheetXml, workbookXml, zip } from '../workbook/zipped.js';

const MEASURES = tiny();
const HEADINGS = ['序号', '工作内容', '完成数量', '完成情况', '未完成原因'];

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const heading = `<row>${HEADINGS.map(text).join('')}</row>`;
const row = (done: string, mark = '') => `<row${mark}>${text('1')}${text('收发公文')}${done}${text('完成')}</row>`;
const number = '<c><v>4</v></c>';

/** The findings of the family of this file, in short. */
function found(bytes: Uint8Array): string[] {
  const intake = takeIn([{ file: 'a.xlsx', bytes: () => bytes, sha256: '' }], MEASURES);
  return checkFiles(intake, MEASURES, { severities: {}, confirmed: [] }).flatMap((each) => {
    const { code } = FINDINGS[each.kind];
    return /^A(001|006|11[01]|20[678])$/.test(code) ? [`${code} ${each.severity} ${each.place.cell ?? ''}`.trim()] : [];
  });
}

const sheet = (rows: string, columns = '') =>
  book({ sheet: sheetXml(heading + rows).replace('<sheetData>', `${columns}<sheetData>`) });

describe('hidden rows', () => {
  it('are told once, at the first of them', () => {
    expect(found(sheet(row(number) + row(number, ' hidden="1"') + row(number, ' hidden="true"')))).toEqual([
      'A110 warning A3',
    ]);
  });

  it('that hold nothing, or are seen, are not', () => {
    expect(found(sheet(`${row(number)}<row hidden="1"/>${row(number, ' hidden="0"')}`))).toEqual([]);
  });
});

describe('hidden columns', () => {
  it('are told one by one, where they hold something', () => {
    const columns = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="1"/></cols>';
    expect(found(sheet(row(number) + row(number), columns))).toEqual(['A111 warning B2', 'A111 warning C2']);
  });

  it('do no harm in any number', () => {
    const columns = `<cols>${'<col min="9" max="9" hidden="1"/>'.repeat(16_000)}</cols>`;
    expect(found(sheet(row(number).repeat(500), columns))).toEqual([]);
  });
});

describe('formulas', () => {
  const computed = (formula: string) => row(`<c><f>${formula}</f><v>4</v></c>`);

  it('that count are told once a column', () => {
    expect(found(sheet(computed('1+3') + computed('4') + row(number)))).toEqual(['A206 note C2']);
  });

  it('that change by themselves, or ask another file, are told apart', () => {
    expect(found(sheet(computed('DAY(TODAY())') + computed('[1]a!A1') + computed('4')))).toEqual([
      'A207 warning C2',
      'A208 warning C3',
      'A206 note C4',
    ]);
  });

  it('of words are told only when they do that', () => {
    const words = (formula: string) => row(number).replace(text('1'), `<c t="str"><f>${formula}</f><v>1</v></c>`);
    expect(found(sheet(words('ROW()-1')))).toEqual([]);
    expect(found(sheet(words('RAND()')))).toEqual(['A207 warning A2']);
  });

  it('without a result are another finding', () => {
    expect(found(sheet(row('<c><f>TODAY()</f></c>')))).toEqual([]);
  });
});

describe('a hidden sheet', () => {
  /** Sheets by name, those whose names begin with a point hidden. */
  const sheets = (given: Readonly<Record<string, string>>): Buffer => {
    const names = Object.keys(given);
    const listed = names.map((name, index) => {
      const state = name.startsWith('.') ? 'hidden' : 'visible';
      return `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="s${index}"/>`;
    });
    const roles = names.map((_, index) => ({ id: `s${index}`, role: 'worksheet', target: `s${index}.xml` }));
    const entries: Entry[] = entriesOf({ workbook: workbookXml(`<sheets>${listed.join('')}</sheets>`) }).map((entry) =>
      entry.name === 'xl/_rels/workbook.xml.rels' ? { ...entry, data: relationships(roles) } : entry,
    );
    return zip([...entries, ...names.map((name, index) => ({ name: `xl/s${index}.xml`, data: given[name] ?? '' }))]);
  };
  const form = sheetXml(heading + row(number));
  const other = sheetXml(`<row>${text('办公室')}${text('计量科')}</row>`);

  it('with a form is told beside one that is read', () => {
    expect(found(sheets({ 三月: form, '.二月': form }))).toEqual(['A006 note']);
  });

  it('with a form is an error where nothing else is handed in', () => {
    expect(found(sheets({ 空: sheetXml(''), '.三月': form }))).toEqual(['A006 error']);
    expect(found(sheets({ 说明: other, '.三月': form }))).toContain('A006 error');
  });

  it('with lists or nothing is not told', () => {
    expect(found(sheets({ 三月: form, '.名单': other, '.空': sheetXml('') }))).toEqual([]);
    expect(found(sheets({ 空: sheetXml(''), '.名单': other }))).toEqual(['A001 error']);
  });
});

describe('the words', () => {
  const says = (rows: number[]) => FINDINGS['rows-hidden'].says({ rows });

  it('draw neighbouring rows together and count what is too long to list', () => {
    expect(says([4])).toEqual({
      zh: '有 1 行被隐藏或筛掉（行号 4），照样采用',
      en: '1 row(s) are hidden or filtered out (4) and used all the same',
    });
    expect(says([4, 5, 6, 9, 11, 12]).zh).toContain('有 6 行被隐藏或筛掉（行号 4–6、9、11–12）');
    expect(says([2, 4, 6, 8, 10, 12, 14, 15]).zh).toContain('有 8 行被隐藏或筛掉（行号 2、4、6、8、10、12 等）');
    expect(says([2, 4, 6, 8, 10, 12, 14, 15]).en).toContain(
      '8 row(s) are hidden or filtered out (2, 4, 6, 8, 10, 12, …)',
    );
  });
});
