/** Two pages of one shape become one that holds both, as low down as they differ. */
import { describe, expect, it } from 'vitest';
import { bilingual } from '../../../src/report/page/bilingual.js';
import { type Content, el } from '../../../src/report/page/element.js';
import { htmlOf } from '../../../src/report/page/html.js';

const merged = (zh: Content, en: Content, shown: 'zh' | 'en' = 'zh'): string => htmlOf(bilingual(zh, en, shown));

describe('one page of two', () => {
  it('holds once what is the same', () => {
    const same = el('p', {}, '甲', el('strong', {}, '1'));
    expect(bilingual(same, el('p', {}, '甲', el('strong', {}, '1')), 'zh')).toEqual([same]);
  });

  it('marks each wording where they differ', () => {
    expect(merged(el('p', {}, '名次 ', el('strong', {}, '一')), el('p', {}, 'Rank ', el('strong', {}, '一')))).toBe(
      '<p><span lang="zh">名次 </span><span lang="en">Rank </span><strong>一</strong></p>',
    );
  });

  it('holds an element twice where its parts or attributes differ', () => {
    expect(merged(el('li', {}, '甲', el('small', {})), el('li', {}, 'A'))).toBe(
      '<li lang="zh">甲<small></small></li><li lang="en">A</li>',
    );
    expect(merged(el('td', { 'data-key': 1 }, 'x'), el('td', { 'data-key': 2 }, 'x'))).toBe(
      '<td data-key="1" lang="zh">x</td><td data-key="2" lang="en">x</td>',
    );
    expect(merged('甲', el('p', {}, 'A'))).toBe('<span lang="zh">甲</span><p lang="en">A</p>');
  });

  it('gives what can hold one text only its other wording beside it', () => {
    const [zh, en] = [el('option', { value: 1 }, '优秀'), el('option', { value: 1 }, 'excellent')];
    expect(merged(zh, en)).toBe('<option value="1" data-zh="优秀" data-en="excellent">优秀</option>');
    expect(merged(zh, en, 'en')).toContain('>excellent<');
    expect(merged(zh, zh)).toBe('<option value="1">优秀</option>');
  });

  it('draws anew for each language, and once where both are the same', () => {
    const svg = (text: string) => el('svg', {}, el('text', {}, text));
    expect(merged(svg('甲'), svg('A'))).toBe('<svg lang="zh"><text>甲</text></svg><svg lang="en"><text>A</text></svg>');
    expect(merged(svg('1'), svg('1'))).toBe('<svg><text>1</text></svg>');
  });
});
