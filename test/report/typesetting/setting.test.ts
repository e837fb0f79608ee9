import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/report/typesetting/lines.js';
import { type Glyphs, setterOf } from '../../../src/report/typesetting/setting.js';
import { squares } from '../pdf/sample.js';

const STYLE = { face: 'kai', size: 10 } as const;

function itemsOf(text: string, glyphs: Glyphs, lang: 'zh' | 'en' = 'zh', width = 1000) {
  const setter = setterOf(glyphs, lang);
  const [line] = linesOf(text, { width, em: 10, justify: true }, setter.measure(STYLE));
  return line ? setter.items(line, STYLE, 0, 0, undefined) : [];
}

describe('pieces of text', () => {
  it('are as long as face and spacing allow', () => {
    expect(itemsOf('考核1,284项', squares)).toMatchObject([{ text: '考核1,284项', x: 0, spacing: 0 }]);
    const [first, ...rest] = itemsOf('考核情况GDP通报工作单位', squares, 'zh', 98);
    expect(first?.spacing).toBeGreaterThan(0);
    expect([first, ...rest].map((item) => item?.text).join('')).toBe('考核情况GDP通报工作');
  });

  it('change with the face', () => {
    const partly: Glyphs = (cluster, face, form) => ({
      ...squares(cluster, face, form),
      face: cluster === '龘' ? 'song' : face,
    });
    expect(itemsOf('考龘核', partly).map(({ text, face, x }) => [text, face, x])).toEqual([
      ['考', 'kai', 0],
      ['龘', 'song', 10],
      ['核', 'kai', 20],
    ]);
  });

  it('stand alone where spacing would tear them', () => {
    expect(itemsOf('考——核e\u0301。', squares).map(({ text }) => text)).toEqual(['考', '——', '核', 'e\u0301', '。']);
  });
});

describe('squares', () => {
  const latin: Glyphs = (cluster, face, form) => ({
    face,
    text: cluster,
    form,
    advance: /[“”·—]/.test(cluster) ? 0.4 : 1,
  });

  it('hold marks of faces that have only narrow ones', () => {
    const at = itemsOf('“考”·核', latin).map(({ text, x }) => [text, x]);
    expect(at).toEqual([
      ['“考”', 6],
      ['·核', 33],
    ]);
  });

  it('are for Chinese only', () => {
    const forms: string[] = [];
    const watched: Glyphs = (cluster, face, form) => {
      forms.push(cluster + form);
      return latin(cluster, face, form);
    };
    expect(itemsOf('“a”', watched, 'en').map(({ x }) => x)).toEqual([0, 4, 14]);
    itemsOf('—', watched);
    expect(forms).toEqual(['“narrow', 'aplain', '”narrow', '—wide']);
  });
});
