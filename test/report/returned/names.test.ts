import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeNames } from '../../../src/report/returned/names.js';

const one = (path: string, ending = ''): string => safeNames([path], () => ending)[0] ?? '';

describe('names of returned files', () => {
  it('are the sender’s own wherever every system takes them', () => {
    const paths = ['计量科/3月 （最新）.xlsx', 'a/b/c.xlsm', 'Ａ＝１.csv'];
    expect(safeNames(paths)).toEqual(paths);
    expect(one('计量科/3月.csv', '.问题清单.xlsx')).toBe('计量科/3月.csv.问题清单.xlsx');
  });

  it.each([
    ['../../etc/x.xlsx', /^__\/__\/etc\/x-[0-9a-f]{8}\.xlsx$/],
    ['a//./x.xlsx', /^a\/_\/_\/x-[0-9a-f]{8}\.xlsx$/],
    ['.hidden/x.xlsx', /^_hidden\/x-/],
    ['a:b/c?.xlsx', /^a_b\/c_-/],
    ['con/NUL.xlsx', /^_con\/_NUL-/],
    ['科 ./x.xlsx', /^科_\/x-/],
    ['a\u202Exslx.xlsx', /^a_xslx-/],
    ['a\u0000\n.xlsx', /^a__-/],
  ])('have nothing in them that a system refuses or hides: %j', (path, name) => {
    expect(one(path)).toMatch(name);
  });

  it('are short enough for every system, and end as they did', () => {
    const long = one(`${'考'.repeat(300)}/${'核'.repeat(300)}.xlsx`, '.findings.xlsx');
    expect(long.split('/').map((part) => Buffer.byteLength(part) <= 255)).toEqual([true, true]);
    expect(long).toMatch(/核-[0-9a-f]{8}\.xlsx\.findings\.xlsx$/);
  });

  it('are told apart where only case or composition differs', () => {
    const names = safeNames(['a/X.xlsx', 'A/x.xlsx', 'e\u0301.xlsx', '\u00e9.xlsx', 'b.xlsx']);
    expect(new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(5);
    expect(names[4]).toBe('b.xlsx');
  });

  it('stay within their folder and apart, whatever is sent', () => {
    const path = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          path.map((parts) => parts.join('/')),
          { maxLength: 6 },
        ),
        (paths) => {
          const names = safeNames(paths);
          for (const part of names.flatMap((name) => name.split('/'))) {
            expect(part).not.toMatch(/^\.|^$|[<>:"|?*\\\p{Cc}\p{Cs}]|[. ]$/u);
          }
          expect(new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(paths.length);
        },
      ),
    );
  });
});
