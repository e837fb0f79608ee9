/** Pages as data: everything is in it, what is said of many is held once, and what is one page's own stays its own. */
import { describe, expect, it } from 'vitest';
import { type Content, type Element, el, shared, together } from '../../../src/report/page/element.js';
import { packed } from '../../../src/report/page/packed.js';
import { built, unpacked } from './unpacked.js';

const note = shared(el('p', {}, '同', el('a', { href: '#s1' }, '同')));

const page = (id: string, name: string): Element =>
  el(
    'section',
    { id, class: 'view' },
    el('h2', { id: `${id}-title` }, name),
    note,
    together('甲', el('small', {}, '乙')),
  );

const roots = new Map([
  ['s1', page('s1', '甲')],
  ['s12', page('s12', '乙\u202E')],
  ['s3', page('s3', '~')],
]);
const written = [...packed(roots)];
const data = unpacked(written.join(''));

describe('pages as data', () => {
  it('come out as they were, with texts as they are seen', () => {
    for (const [id, root] of roots) {
      const [title, ...rest] = root.children;
      const [titleBuilt, ...same] = (built(data, id) as Element).children;
      const [p, fragment] = rest as [Element, Element];
      expect(same).toEqual([el(p.tag, p.attributes, ...p.children), ...[...fragment.children].map(plain)]);
      expect(titleBuilt).toMatchObject({ tag: 'h2', attributes: { id: `${id}-title` } });
      expect(title).toMatchObject({ attributes: { id: `${id}-title` } });
    }
    expect(data.texts).toContain('乙\\u{202e}');
  });

  it('hold once what is said of many, and no id of a page that has one', () => {
    expect(data.texts.filter((text) => text === '同')).toHaveLength(1);
    // Section, heading, paragraph, link, what stands together and the small print: all are everybody's.
    expect(data.shapes).toHaveLength(6);
    // The link in the paragraph, the paragraph, the small print, and what stands together.
    expect(data.elements).toHaveLength(4);
    expect(JSON.stringify(data.shapes)).not.toMatch(/"s\d/);
  });

  it('are written one by one, each with what no page before it had', () => {
    const [, second = '', third = ''] = written;
    expect(second).toContain('"s12"');
    expect(second).not.toContain('同');
    expect(third).not.toContain('甲');
  });

  it('tell an id from a text that begins with one, and a value that looks like a mark of ours from the mark', () => {
    const odd = el('section', { id: 's1', title: 's12-x', 'data-zh': '~-1', 'aria-labelledby': 's1-name' }, 's1-name');
    expect(built(unpacked([...packed([['s1', odd]])].join('')), 's1')).toEqual(odd);
  });
});

function plain(content: Content): Content {
  return typeof content === 'string' ? content : el(content.tag, content.attributes, ...content.children);
}
