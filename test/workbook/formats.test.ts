import { describe, expect, it } from 'vitest';
import { dateSystem } from '../../src/workbook/dates.js';
import { builtInFormat, Format, formatOf } from '../../src/workbook/number-format.js';
import { readStyles } from '../../src/workbook/styles.js';
import { cells, fault, HEAD, secondsOf, stylesXml } from './zipped.js';

/** What one number is read as under a format. */
function shown(serial: number | string, format: number | string, properties = ''): unknown {
  return cells({ styles: [0, format], properties, rows: `<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>` }).A1;
}

const SINCE_1904 = '<workbookPr date1904="1"/>';

describe('what a format code shows', () => {
  it.each([
    ['yyyy-mm-dd', Format.Date],
    ['yyyy"年"m"月"d"日";@', Format.Date],
    ['[$-804]yyyy"年"m"月"', Format.Date],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', Format.Date],
    ['m"月"d"日"', Format.Date],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', Format.Date],
    ['mmm-yy', Format.Date],
    ['mm', Format.Date],
    ['aaaa', Format.Date],
    ['""yyyy"年"', Format.Date],
    ['e"年"', Format.Date],
    ['e-m-d', Format.Date],
    ['[Red][=1]0;yyyy', Format.Date],
    ['yyyy/m/d h:mm', Format.DateTime],
    ['yyyy/m/d\\ h:mm\\ AM/PM', Format.DateTime],
    ['m"月" h"时"', Format.DateTime],
    ['h:mm;m', Format.DateTime],
    ['h:mm', Format.Time],
    ['h:mm:ss', Format.Time],
    ['HH"时"MM"分"SS"秒"', Format.Time],
    ['mm:ss', Format.Time],
    ['mmss.0', Format.Time],
    ['[$-F400]h:mm:ss AM/PM', Format.Time],
    ['上午/下午h"时"mm"分"', Format.Time],
    ['[h]:mm', Format.Span],
    ['[HH]:MM:SS', Format.Span],
    ['[mm]:ss', Format.Span],
    ['[s]', Format.Span],
    ['0%', Format.Percent],
    ['0.00%;[Red]-0.00%', Format.Percent],
    ['[h]%', Format.Span],
    ['General', Format.General],
    ['G/通用格式', Format.General],
    ['0.00', Format.General],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', Format.General],
    ['0.00E+00', Format.General],
    ['##0.0e-0', Format.General],
    ['0"天"', Format.General],
    ['0"yyyy-mm-dd"', Format.General],
    ['0"未完', Format.General],
    ['0\\d', Format.General],
    ['0_d', Format.General],
    ['*d0', Format.General],
    ['0\\%', Format.General],
    ['0"%"', Format.General],
    ['[Magenta]0', Format.General],
    ['[蓝色]0', Format.General],
    ['[$¥-804]0', Format.General],
    ['[hms]0', Format.General],
    ['[]0', Format.General],
    ['[Red0', Format.General],
    ['@', Format.General],
    ['', Format.General],
    ['\\', Format.General],
  ])('%s', (code, format) => {
    expect(formatOf(code)).toBe(format);
  });

  it('takes linear time', () => {
    for (const piece of ['"', '[', 'm', 'a', 'e', '\\', '[h', 'general', 'am/p']) {
      expect(secondsOf(() => formatOf(piece.repeat(60_000 / piece.length)))).toBeLessThan(0.5);
    }
  });
});

describe('formats that files do not define', () => {
  it('knows those of Chinese programs', () => {
    const kinds = (ids: number[]) => ids.map(builtInFormat);
    expect(kinds([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])).toEqual(
      Array(17).fill(Format.Date),
    );
    expect(kinds([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56])).toEqual(Array(12).fill(Format.Time));
    expect(kinds([22, 46, 9, 10])).toEqual([Format.DateTime, Format.Span, Format.Percent, Format.Percent]);
    expect(kinds([0, 1, 2, 3, 4, 11, 12, 13, 37, 44, 48, 49, 59, 164])).toEqual(Array(14).fill(Format.General));
  });
});

describe('styles', () => {
  it('let the file define what its formats are, in any order of its parts', () => {
    const xml = `${HEAD}<styleSheet><cellXfs><xf numFmtId="14"/><xf/><xf numFmtId="200"/><xf numFmtId="9"/></cellXfs>
      <numFmts><numFmt numFmtId="14" formatCode="0.0"/><numFmt numFmtId="200" formatCode="d&#47;m"/></numFmts></styleSheet>`;
    expect([...readStyles(Buffer.from(xml))]).toEqual([Format.General, Format.General, Format.Date, Format.Percent]);
  });

  it('ignore the formats of cell styles and conditional formats', () => {
    const xml = stylesXml([0]).replace(
      '</styleSheet>',
      '<dxfs><dxf><numFmt numFmtId="0" formatCode="d"/></dxf></dxfs></styleSheet>',
    );
    expect([...readStyles(Buffer.from(xml))]).toEqual([Format.General]);
  });

  it('refuse ids that are none', () => {
    expect(fault({ styles: stylesXml([0]).replace('<xf numFmtId="0"', '<xf numFmtId="x"'), rows: '' })).toBe('damaged');
    expect(fault({ styles: `${HEAD}<styleSheet><numFmts><numFmt numFmtId="1.5"/></numFmts></styleSheet>` })).toBe(
      'damaged',
    );
  });
});

describe('dates of the 1900 system', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45000, '2023-03-15'],
    [46086, '2026-03-05'],
    [2958465, '9999-12-31'],
  ])('%d is %s', (serial, day) => {
    expect(shown(serial, 14)).toEqual({ kind: 'date', day });
  });

  it('leave the number where there is no such day', () => {
    for (const serial of [60, 60.5, 0, 0.25, -1, 2958466, 1e15]) expect(shown(serial, 14)).toBe(serial);
    expect(shown(-0.5, 'h:mm')).toBe(-0.5);
    expect(shown(-0.5, '[h]:mm')).toBe(-0.5);
    expect(shown(60, 'yyyy-mm-dd h:mm')).toBe(60);
    expect(shown(59.999999, 14)).toBe(59.999999);
    expect(shown(2958465.999999, 14)).toBe(2958465.999999);
  });

  it('have a time where the format or the value has one', () => {
    expect(shown(46086.5, 14)).toEqual({ kind: 'date', day: '2026-03-05', time: 43200 });
    expect(shown(46086, 22)).toEqual({ kind: 'date', day: '2026-03-05', time: 0 });
    expect(shown(46086.25, 'h:mm')).toEqual({ kind: 'date', day: '2026-03-05', time: 21600 });
    expect(shown(46086, 'h:mm')).toEqual({ kind: 'date', day: '2026-03-05', time: 0 });
  });

  it('are right to the second for every second of a day', () => {
    for (let second = 0; second < 86_400; second += 97) {
      const serial = 46086 + second / 86_400;
      expect(shown(serial, 22)).toEqual({ kind: 'date', day: '2026-03-05', time: second });
    }
    expect(shown('46086.999988425923', 22)).toEqual({ kind: 'date', day: '2026-03-05', time: 86399 });
    expect(shown('46086.99999999', 22)).toEqual({ kind: 'date', day: '2026-03-06', time: 0 });
  });
});

describe('more days than are remembered', () => {
  it('are read alike', () => {
    const system = dateSystem(false);
    const first = system.ofSerial(46086, Format.Date);
    for (let serial = 61; serial < 50_000; serial += 1) system.ofSerial(serial, Format.Date);
    expect(system.ofSerial(46086, Format.Date)).toEqual(first);
    expect(system.ofText('2026-03-05', Format.Date)).toEqual(first);
  });
});

describe('times', () => {
  it('are a time alone below one day', () => {
    expect(shown(0, 'h:mm')).toEqual({ kind: 'time', seconds: 0 });
    expect(shown(0.5, 'h:mm')).toEqual({ kind: 'time', seconds: 43200 });
    expect(shown('0.35416666666666669', 20)).toEqual({ kind: 'time', seconds: 30600 });
    expect(shown(0.5, 22)).toEqual({ kind: 'time', seconds: 43200 });
  });

  it('are spans where hours do not start again', () => {
    expect(shown(1.5, '[h]:mm')).toEqual({ kind: 'time', seconds: 129600 });
    expect(shown(0, '[h]:mm')).toEqual({ kind: 'time', seconds: 0 });
    expect(shown(46086, 46)).toEqual({ kind: 'time', seconds: 46086 * 86400 });
    expect(shown(1e300, '[h]:mm')).toBe(1e300);
  });
});

describe('dates of the 1904 system', () => {
  it.each([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [44624, '2026-03-05'],
    [2957003, '9999-12-31'],
  ])('%d is %s', (serial, day) => {
    expect(shown(serial, 14, SINCE_1904)).toEqual({ kind: 'date', day });
  });

  it('have a first day, so that a date and time may be below one', () => {
    expect(shown(0.5, 22, SINCE_1904)).toEqual({ kind: 'date', day: '1904-01-01', time: 43200 });
    expect(shown(0.5, 'h:mm', SINCE_1904)).toEqual({ kind: 'time', seconds: 43200 });
    expect(shown(2957004, 14, SINCE_1904)).toBe(2957004);
  });

  it('hold only where the workbook says so', () => {
    expect(shown(1, 14, '<workbookPr date1904="true"/>')).toEqual({ kind: 'date', day: '1904-01-02' });
    expect(shown(1, 14, '<workbookPr date1904="0"/>')).toEqual({ kind: 'date', day: '1900-01-01' });
    expect(shown(1, 14, '<workbookPr/>')).toEqual({ kind: 'date', day: '1900-01-01' });
  });
});

describe('ISO dates', () => {
  const iso = (text: string, format: number | string = 14) =>
    cells({ styles: [0, format], rows: `<row r="1"><c r="A1" s="1" t="d"><v>${text}</v></c></row>` }).A1;

  it('are read with and without a time', () => {
    expect(iso('2026-03-05')).toEqual({ kind: 'date', day: '2026-03-05' });
    expect(iso('2026-03-05T00:00:00')).toEqual({ kind: 'date', day: '2026-03-05' });
    expect(iso('2026-03-05T00:00:00', 22)).toEqual({ kind: 'date', day: '2026-03-05', time: 0 });
    expect(iso('2026-03-05T08:30:00.400Z')).toEqual({ kind: 'date', day: '2026-03-05', time: 30600 });
    expect(iso('2026-03-05T23:59:59.9')).toEqual({ kind: 'date', day: '2026-03-05', time: 86399 });
    expect(iso('08:30')).toEqual({ kind: 'time', seconds: 30600 });
    expect(iso('T08:30:15')).toEqual({ kind: 'time', seconds: 30615 });
    expect(iso('1899-12-30T08:30:00')).toEqual({ kind: 'time', seconds: 30600 });
  });

  it('stay text where they are no date', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '2026-03-05T24:00',
      '2026-03-05T10:60',
      '10:00:60',
      '1899-12-30',
      'x',
      'Z',
    ]) {
      expect(iso(text)).toBe(text);
    }
    expect(iso('2026-03-05T10:00:00+08:00')).toBe('2026-03-05T10:00:00+08:00');
  });
});

describe('percentages', () => {
  it('are shown as such and stay the stored number', () => {
    expect(shown(0.95, 9)).toEqual({ kind: 'percent', number: 0.95 });
    expect(shown(1.2, '0.0%')).toEqual({ kind: 'percent', number: 1.2 });
    expect(shown(-0.1, '0.0"%"')).toBe(-0.1);
  });

  it('and dates are what a formula gives, too', () => {
    const rows = '<row r="1"><c r="A1" s="1"><f>B1</f><v>0.5</v></c><c r="B1" s="2"><f>C1</f><v>46086</v></c></row>';
    expect(cells({ styles: [0, 9, 14], rows })).toEqual({
      A1: { kind: 'percent', number: 0.5 },
      B1: { kind: 'date', day: '2026-03-05' },
    });
  });
});

describe('styles that are the same in file after file', () => {
  it('are read once, and others in between for themselves, however long', () => {
    const of = (format: number, more = '') =>
      Buffer.from(stylesXml([0, format]).replace('</styleSheet>', `${more}</styleSheet>`));
    const long = `<extLst>${'<ext/>'.repeat(50_000)}</extLst>`;
    const [date, percent, both] = [of(14), of(9), of(14, long)].map((part) => [...readStyles(part)]);
    expect(date).not.toEqual(percent);
    expect(both).toEqual(date);
    expect(readStyles(of(14))).not.toBe(readStyles(of(9)));
    expect(readStyles(of(9))).toBe(readStyles(of(9)));
    expect([...readStyles(of(14, long))]).toEqual(date);
    expect(readStyles(of(14, long))).not.toBe(readStyles(of(14, long)));
  });
});
