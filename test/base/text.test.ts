import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filled, filledText, folded, tidy, visible } from '../../src/base/text.js';
import { width } from '../../src/base/width.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'科室考核Ａa１1（( ）\u3000\u200b\u0301\u2028\u202eéＥ'), maxLength: 20 }),
);
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
/** Printable ASCII in the full width that Chinese input methods give. */
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');

const IGNORABLE = /\p{Default_Ignorable_Code_Point}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** The long way round, which every text could take. */
const foldedByRule = (text: string): string =>
  text.normalize('NFKC').replace(IGNORABLE, '').replace(/\s+/gu, '').toLowerCase().normalize('NFKC');
const tidiedByRule = (text: string): string => text.replace(IGNORABLE, '').replace(/\s+/gu, ' ').trim();
const usualText = fc.string({ unit: fc.constantFrom(...'考核、。《》【】aZ09(:*)~ \n\u3000\ufeff'), maxLength: 12 });

describe('a text folded or tidied the short way', () => {
  it('is as the long way makes it, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, usualText), (text) => {
        expect(folded(text)).toBe(foldedByRule(text));
        expect(tidy(text)).toBe(tidiedByRule(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('is so for every character, alone and between others', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((char) =>
      [char, `考${char}A`, `e${char}`].some(
        (text) => folded(text) !== foldedByRule(text) || tidy(text) !== tidiedByRule(text),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('folded', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
      { numRuns: 500 },
    );
  });

  it('does not mind width or case', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(folded(wide(text))).toBe(folded(text));
        expect(folded(text.toUpperCase())).toBe(folded(text));
      }),
    );
  });

  it('does not mind blanks and invisible characters between letters', () => {
    const blank = fc.constantFrom('', ' ', '\u3000', '\n', '\t', '\u00a0', '\u200b', '\ufeff', '\u00ad');
    const letters = fc.array(fc.constantFrom(...'工作目标Ab1'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.array(blank, { minLength: 8, maxLength: 8 }), (word, blanks) => {
        const spaced = word.map((letter, index) => `${letter}${blanks[index]}`).join('');
        expect(folded(spaced)).toBe(folded(word.join('')));
      }),
    );
  });

  it.each([
    ['计划\n数量', '计划数量'],
    ['２月', '2月'],
    ['（科室）', '(科室)'],
    ['Unit No.', 'unitno.'],
    ['e\u200b\u0301', 'é'],
  ])('makes %j into %j', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });
});

describe('tidy', () => {
  it.each([
    ['  办公室 ', '办公室'],
    ['一行\n二行', '一行 二行'],
    ['a \u3000 b', 'a b'],
    ['李\u200b敏', '李敏'],
    ['\ufeff', ''],
  ])('makes %j into %j', (text, expected) => {
    expect(tidy(text)).toBe(expected);
  });

  it('leaves width and case alone', () => {
    expect(tidy('Ａb１')).toBe('Ａb１');
  });
});

describe('visible', () => {
  it('leaves nothing that commands a terminal or turns the direction of text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(visible(text)).not.toMatch(CONTROLS);
      }),
    );
  });

  it('leaves harmless text as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!CONTROLS.test(text));
        expect(visible(text)).toBe(text);
      }),
    );
  });

  it.each([
    ['\u001b[31m', '\\u{1b}[31m'],
    ['a\nb', 'a\\u{a}b'],
    ['\u202etxt', '\\u{202e}txt'],
    ['\u2028', '\\u{2028}'],
    ['\u{e0001}', '\\u{e0001}'],
  ])('writes %j out as %j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });
});

describe('width', () => {
  it('counts two columns for a Chinese character', () => {
    expect(width('科室A1')).toBe(6);
    expect(width('“科室”，e\u0301\u200b😀')).toBe(11);
  });
});

describe('filled', () => {
  it('puts each value in its place, every time it is asked for', () => {
    expect(filled('{count}次，{unit}，{count}', { count: '2', unit: '办公室' })).toBe('2次，办公室，2');
  });

  it('puts values in as they are', () => {
    expect(filled('{a}', { a: '$& {b}' })).toBe('$& {b}');
  });

  it('leaves braces alone that name nothing', () => {
    expect(filled('{} { } {a b}', {})).toBe('{} { } {a b}');
  });

  it('throws when a value is missing', () => {
    expect(() => filled('本年{late}次', { lat: '1' })).toThrow('no value for {late} in: 本年{late}次');
  });
});

describe('filledText', () => {
  it('asks for the values of each language', () => {
    const text = filledText({ zh: '共{n}', en: '{n} in all' }, (lang) => ({ n: lang === 'zh' ? '三' : 'three' }));
    expect(text).toEqual({ zh: '共三', en: 'three in all' });
  });
});
