import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../src/workbook/unreadable.js';
import { XmlScanner } from '../../src/workbook/xml.js';
import { cells, entriesOf, fault, faultOf, HEAD, secondsOf, sheetXml, stringsXml, zip } from './zipped.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const one = (value: string, type = '') => sheetXml(`<row r="1"><c r="A1"${type}><v>${value}</v></c></row>`);

describe('spellings of one value', () => {
  it.each([
    ['plain', '95'],
    ['a comment within', '9<!-- - -->5'],
    ['comments around', '<!--a-->95<!---->'],
    ['CDATA', '<![CDATA[95]]>'],
    ['CDATA in part', '9<![CDATA[5]]>'],
    ['CDATA in two', '<![CDATA[9]]><![CDATA[5]]>'],
    ['a decimal reference', '9&#53;'],
    ['a hexadecimal reference', '&#x39;&#x0035;'],
    ['an instruction within', '9<?x y?>5'],
  ])('%s', (_, value) => {
    expect(cells({ sheet: one(value) })).toEqual({ A1: 95 });
    expect(cells({ strings: `<si><t>${value}</t></si>`, sheet: one('0', ' t="s"') })).toEqual({ A1: '95' });
  });

  it('any prefix on every tag', () => {
    const sheet = one('95')
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    expect(sheet).toContain('<x:c r="A1"><x:v>');
    expect(cells({ sheet })).toEqual({ A1: 95 });
  });

  it('blanks in tags, other quotes, empty elements written out', () => {
    const sheet = `<worksheet\n xmlns='${MAIN}'\t><sheetPr></sheetPr ><sheetData >
      <row r = '1' ><c\r\n r='A1'  s="0"  ><v >95</v\n></c ></row></sheetData></worksheet>\n<!-- end -->\n`;
    expect(cells({ sheet })).toEqual({ A1: 95 });
  });

  it('parts in UTF-16 and with a byte order mark', () => {
    const text = one('考核 &amp; 95', ' t="str"');
    const little = Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le');
    const big = Buffer.from(little).swap16();
    const marked = (mark: number[], bytes: Buffer) => Buffer.concat([Buffer.from(mark), bytes]);
    for (const sheet of [
      little,
      big,
      marked([0xff, 0xfe], little),
      marked([0xfe, 0xff], big),
      marked([0xef, 0xbb, 0xbf], Buffer.from(text)),
    ]) {
      expect(cells({ sheet })).toEqual({ A1: '考核 & 95' });
    }
  });

  it('names in any script, in tags that are passed over', () => {
    const sheet = one('95').replace('<sheetData>', '<表:格 属·性="1" é="2"/><𠮷/><sheetData>');
    expect(cells({ sheet })).toEqual({ A1: 95 });
    expect(cells({ strings: '<si><t>\ufffd，。！</t></si>', sheet: one('0', ' t="s"') })).toEqual({
      A1: '\ufffd，。！',
    });
  });

  it('no declaration, or one without an encoding', () => {
    expect(cells({ sheet: one('95').slice(HEAD.length) })).toEqual({ A1: 95 });
    expect(cells({ sheet: one('95').replace(/ encoding="[^"]*"/, '') })).toEqual({ A1: 95 });
  });
});

describe('text', () => {
  const text = (value: string) => cells({ strings: `<si><t>${value}</t></si>`, sheet: one('0', ' t="s"') }).A1;

  it('resolves the five entities and references of any plane', () => {
    expect(text('&lt;&gt;&amp;&quot;&apos;')).toBe('<>&"\'');
    expect(text('a&amp;lt;b')).toBe('a&lt;b');
    expect(text('&#x20BB7;田 &#134071;')).toBe('𠮷田 𠮷');
    expect(text('甲&#10;乙')).toBe('甲\n乙');
  });

  it('reads characters of every length, in short texts and long ones', () => {
    for (const value of ['aé中𠮷z', 'é', '𠮷'.repeat(300), '中'.repeat(300), 'x'.repeat(300), '中'.repeat(256)]) {
      expect(text(value)).toBe(value);
    }
  });

  it('makes one line end of each, but keeps a carriage return that is referred to', () => {
    expect(text('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
    expect(text('a&#13;b')).toBe('a\rb');
    expect(text('<![CDATA[a\r\nb&amp;<]]>')).toBe('a\nb&amp;<');
  });

  it('keeps brackets and instructions apart from CDATA', () => {
    expect(text('[a]]b]&gt;')).toBe('[a]]b]>');
    expect(text('a<?b?>c<?d e?>')).toBe('ac');
  });

  it('keeps blanks', () => {
    expect(text(' 甲\t乙 ')).toBe(' 甲\t乙 ');
  });
});

describe('refused', () => {
  it.each([
    ['an unknown entity', '&nbsp;'],
    ['a reference without an end', '&amp'],
    ['a reference with its end far away', `&${'a'.repeat(50)};`],
    ['a lone ampersand', 'a & b'],
    ['half a surrogate pair', '&#xD800;'],
    ['a reference to nothing', '&#0;'],
    ['a reference to a control character', '&#x1;'],
    ['a reference beyond Unicode', '&#x110000;'],
    ['a reference that is no number', '&#xZZ;'],
    ['an empty reference', '&;'],
    ['a control character', '\x01'],
    ['a character that is none', '\uffff'],
    ['another that is none', 'a\ufffe'],
    ['a control character in CDATA', '<![CDATA[\x01]]>'],
    ['a child in a text', 'a<b/>c'],
    ['a comment with two hyphens', '<!-- a -- b -->'],
    ['a comment without an end', '<!-- a'],
    ['CDATA without an end', '<![CDATA[ a'],
    ['an end of CDATA alone', 'a]]>b'],
    ['an instruction without an end', '<?a b'],
    ['an instruction without a name', '<? a?>'],
    ['an instruction with a broken name', '<?a<b?>'],
    ['a second declaration', '<?xml version="1.0"?>'],
    ['other markup', '<!ELEMENT a>'],
    ['a tag that does not match', 'a</w>'],
    ['a longer tag', 'a</vv>'],
  ])('%s', (_, value) => {
    expect(fault({ strings: `<si><t>${value}</t></si>`, rows: '' })).toBe('damaged');
    expect(fault({ sheet: one(value, ' t="str"') })).toBe('damaged');
    expect(fault({ sheet: one('1').replace('<sheetData>', `<sheetPr>${value}</sheetPr><sheetData>`) })).toBe(
      value === 'a<b/>c' ? undefined : 'damaged',
    );
  });

  it.each([
    ['an attribute without a value', '<row r>'],
    ['an attribute without quotes', '<row r=1>'],
    ['attributes without a blank between', '<row r="1"s="1">'],
    ['an attribute that stands twice', '<row r="1" r="1">'],
    ['two among many', '<row spans="1" ht="2" hidden="0" spans="1">'],
    ['an open quote', '<row r="1>'],
    ['a tag in a value', '<row r="<">'],
    ['a control character in a value', '<row r="1" x="\x02">'],
    ['an unknown entity in a value', '<row r="1" x="&x;">'],
    ['a slash in a tag', '<row / >'],
    ['a tag without a name', '< row>'],
    ['a name that begins with a digit', '<1row>'],
    ['a name with a sign', '<ro×w>'],
    ['a name that begins with a blank of full width', '<row \u3000a="1">'],
    ['a tag cut short', '<row'],
    ['an attribute cut short', '<row r'],
  ])('%s', (_, tag) => {
    expect(fault({ sheet: sheetXml(`${tag}<c><v>1</v></c></row>`) })).toBe('damaged');
    expect(fault({ sheet: `${HEAD}<worksheet><sheetData>${tag}` })).toBe('damaged');
  });

  it('a part cut off anywhere, never half a sheet', () => {
    const whole = one('95');
    for (let length = 0; length < whole.length; length += 1) {
      expect(fault({ sheet: whole.slice(0, length) })).toBe('damaged');
    }
  });

  it('anything but one root element', () => {
    for (const sheet of ['', '   ', 'text', `${one('1')}<x/>`, `${one('1')}text`, `x${one('1')}`, '<!-- a -->']) {
      expect(fault({ sheet })).toBe('damaged');
    }
    expect(fault({ sheet: `<![CDATA[x]]>${one('1').slice(HEAD.length)}` })).toBe('damaged');
  });

  it('malformed declarations', () => {
    const declarations = [
      '<?xml?>',
      '<?xml version="2.0"?>',
      '<?xml version=\'1.0"?>',
      '<?xml encoding="UTF-8"?>',
      '<?xml version="1.0" x="y"?>',
      ' <?xml version="1.0"?>',
    ];
    for (const declaration of declarations)
      expect(fault({ sheet: one('1').replace(HEAD, declaration) })).toBe('damaged');
    for (const declaration of [
      "<?xml version='1.1' ?>",
      '<?xml\nversion = "1.0" standalone="no"?>',
      '<?xml-stylesheet a?>',
    ]) {
      expect(cells({ sheet: one('1').replace(HEAD, declaration) })).toEqual({ A1: 1 });
    }
  });

  it('an element that is another one than its part is for', () => {
    expect(fault({ sheet: one('1').replaceAll('worksheet', 'chartsheet') })).toBe('damaged');
    expect(fault({ strings: stringsXml('').replaceAll('sst', 'xyz'), rows: '' })).toBe('damaged');
    expect(fault({ styles: '<x/>', rows: '' })).toBe('damaged');
    expect(fault({ sheet: '<worksheet/>' })).toBe('damaged');
    expect(fault({ sheet: '<worksheet><sheetData/><sheetData/></worksheet>' })).toBe('damaged');
  });

  it('encodings that are broken or unknown', () => {
    const broken = Buffer.concat([Buffer.from(one('1')), Buffer.from('<!-- \xff -->', 'latin1')]);
    expect(fault({ sheet: broken })).toBe('encoding');
    expect(fault({ sheet: Buffer.from(one('考核').replace('UTF-8', 'GB2312')) })).toBe('encoding');
    expect(fault({ sheet: one('1').replace('UTF-8', 'UTF-7') })).toBe('encoding');
    expect(fault({ sheet: Buffer.from(`\ufeff${one('1')}\ud800`, 'utf16le') })).toBe('encoding');
  });
});

describe('attacks', () => {
  const attacks = [
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<!doctype x>',
  ];

  it('refuses a DOCTYPE in every part that is read, in every encoding', () => {
    for (const doctype of attacks) {
      const parts = { rows: '', strings: stringsXml(''), styles: [0] };
      for (const { name, data } of entriesOf(parts).slice(1)) {
        const text = data.toString().replace(HEAD, HEAD + doctype);
        const changed = entriesOf(parts).map((entry) => (entry.name === name ? { ...entry, data: text } : entry));
        expect(faultOf(zip(changed))).toBe('unsafe');
        const wide = Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
        const rewritten = entriesOf(parts).map((entry) => (entry.name === name ? { ...entry, data: wide } : entry));
        expect(faultOf(zip(rewritten))).toBe('unsafe');
      }
    }
    expect(fault({ sheet: one('1').replace('<sheetData>', `${attacks[0]}<sheetData>`) })).toBe('unsafe');
  });

  it('refuses XML deeper than any program writes, without recursion', () => {
    expect(fault({ sheet: `<worksheet>${'<a>'.repeat(1_000_000)}` })).toBe('unsafe');
    const deep = `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`;
    expect(cells({ sheet: one('1').replace('<sheetData>', `${deep}<sheetData>`) })).toEqual({ A1: 1 });
  });

  it('refuses more attributes than any program writes', () => {
    const attributes = (count: number) => Array.from({ length: count }, (_, index) => ` a${index}="1"`).join('');
    expect(fault({ sheet: one('1').replace('<row', `<row${attributes(1000)}`) })).toBe('unsafe');
    expect(cells({ sheet: one('1').replace('<row', `<row${attributes(100)}`) })).toEqual({ A1: 1 });
  });

  it('takes linear time for what could be slow', () => {
    const pieces = [
      '<a '.repeat(300_000),
      `<a b="${'&amp;'.repeat(300_000)}"/>`,
      '<!--'.repeat(300_000),
      `<a>${'<b/>'.repeat(300_000)}</a>`,
      `${'<!---->'.repeat(300_000)}`,
      `<a>${'&lt;'.repeat(300_000)}</a>`,
      `<a${' '.repeat(1_000_000)}`,
    ];
    for (const piece of pieces) expect(secondsOf(() => fault({ sheet: `<worksheet>${piece}` }))).toBeLessThan(1.5);
  });
});

describe('scanner', () => {
  it('gives attributes by full name or by the name after a prefix', () => {
    const xml = new XmlScanner(Buffer.from('<a id="1" r:id="2" x:other="3" b="&lt;&#x4e2d;"/>'));
    expect(xml.attributes.get('id')).toBe('1');
    expect(xml.attributes.prefixed('id')).toBe('2');
    expect(xml.attributes.get('b')).toBe('<中');
    expect(xml.attributes.get('c')).toBeUndefined();
    expect(xml.attributes.prefixed('b')).toBeUndefined();
    expect(xml.child()).toBe(false);
  });

  it('throws Unreadable and nothing else', () => {
    expect(() => new XmlScanner(Buffer.from('<a'))).toThrow(Unreadable);
  });
});
