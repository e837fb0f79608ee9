import { describe, expect, it } from 'vitest';
import { cells, fault, stringsXml } from './zipped.js';

/** The strings that the items of a workbook are read as. */
function strings(items: string): unknown[] {
  const count = items.split('<si').length - 1;
  const content = Array.from({ length: count }, (_, index) => `<c t="s"><v>${index}</v></c>`).join('');
  return Object.values(cells({ strings: items, rows: `<row r="1">${content}</row>` }));
}

describe('shared strings', () => {
  it('join the runs of rich text', () => {
    const items =
      '<si><r><t>重点</t></r><r><rPr><b/><t>x</t></rPr><t xml:space="preserve"> 工作</t></r><r/></si>' +
      '<si><t>甲</t><t>乙</t></si>';
    expect(strings(items)).toEqual(['重点 工作', '甲乙']);
  });

  it('leave out how they are pronounced', () => {
    const items =
      '<si><t>考核</t><rPh sb="0" eb="2"><t>カオホー</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><r><t>办</t></r><rPh sb="0" eb="1"><t>バン</t></rPh><r><t>结</t></r></si>';
    expect(strings(items)).toEqual(['考核', '办结']);
  });

  it('decode the escapes of spreadsheet programs', () => {
    expect(strings('<si><t>甲_x000D_乙</t></si><si><t>_x005F_x000D_</t></si><si><t>_xD83D__xDE00_</t></si>')).toEqual([
      '甲\r乙',
      '_x000D_',
      '😀',
    ]);
    expect(strings('<si><t>_x00_</t></si><si><t>_X000D_</t></si><si><t>a_x0009__x000g_</t></si>')).toEqual([
      '_x00_',
      '_X000D_',
      'a\t_x000g_',
    ]);
  });

  it('never hold half a surrogate pair', () => {
    expect(strings('<si><t>a_xD83D_b</t></si>')).toEqual(['a\uFFFDb']);
  });

  it('decode escapes in inline strings and formula results as well', () => {
    const rows =
      '<row r="1"><c t="inlineStr"><is><t>a_x000A_b</t></is></c><c t="str"><f>x</f><v>c_x000A_d</v></c></row>';
    expect(cells({ rows })).toEqual({ A1: 'a\nb', B1: 'c\nd' });
  });

  it('keep their numbers when some are empty or spelt in another way', () => {
    const items =
      '<si><t>a</t></si><si/><si ><t>c</t></si><si><t/></si><!-- --><si><t xml:space="preserve"> e </t></si>';
    const rows =
      '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>4</v></c></row>';
    expect(cells({ strings: items, rows })).toEqual({ A1: 'a', C1: 'c', E1: ' e ' });
  });

  it('may be none', () => {
    expect(cells({ strings: '<?xml version="1.0"?><sst/>', rows: '<row><c><v>1</v></c></row>' })).toEqual({ A1: 1 });
    expect(cells({ strings: stringsXml('<extLst><ext/></extLst>'), rows: '' })).toEqual({});
  });

  it('do not come from a number that says how many they are', () => {
    const xml = stringsXml('<si><t>a</t></si>').replace('<sst', '<sst count="999999999" uniqueCount="0"');
    expect(cells({ strings: xml, rows: '<row><c t="s"><v>0</v></c></row>' })).toEqual({ A1: 'a' });
  });

  it('are prototype-safe', () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>__proto__</v></c></row>';
    expect(fault({ strings: '<si><t>a</t></si>', rows })).toBe('damaged');
    expect(strings('<si><t>__proto__</t></si><si><t>constructor</t></si>')).toEqual(['__proto__', 'constructor']);
  });
});
