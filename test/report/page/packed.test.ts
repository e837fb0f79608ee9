/** Pages as data: everything is in it, and what is said again is held once. */
import { describe, expect, it } from 'vitest';
import { type Content, type Element, el } from '../../../src/report/page/element.js';
import { type Packed, packed } from '../../../src/report/page/packed.js';

/** Built again as the script does it. */
function built({ texts, shapes, elements }: Packed, number: number, id: string): Content {
  if (number < 0) return texts[~number] ?? '';
  const [shape = -1, ...contents] = elements[number] ?? [];
  const [tag, attributes] = shapes[shape] ?? ['', {}];
  const own = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value.replace(/^~/, id)]));
  return el(
    tag as Element['tag'],
    own,
    ...contents.map((each) => built({ texts, shapes, elements, roots: {} }, each, id)),
  );
}

const page = (id: string, name: string): Element =>
  el(
    'section',
    { id, class: 'view' },
    el('h2', { id: `${id}-title` }, name),
    el('p', {}, '同'),
    el('a', { href: '#s1' }, '同'),
  );

describe('pages as data', () => {
  const roots = new Map([
    ['s1', page('s1', '甲')],
    ['s12', page('s12', '乙\u202E')],
    ['s3', page('s3', '~')],
  ]);
  const data = packed(roots);

  it('come out as they were, with texts as they are seen', () => {
    for (const [id, root] of roots) {
      const [, ...rest] = root.children;
      const [title, ...same] = (built(data, data.roots[id] ?? -1, id) as Element).children;
      expect(same).toEqual(rest);
      expect(title).toMatchObject({ tag: 'h2', attributes: { id: `${id}-title` } });
    }
    expect(data.texts).toContain('乙\\u{202e}');
  });

  it('hold once what is the same, ids of their own left open', () => {
    expect(data.texts.filter((text) => text === '同')).toHaveLength(1);
    // Section, heading, paragraph and link; the last two are everybody's.
    expect(data.shapes).toHaveLength(4);
    expect(data.elements).toHaveLength(3 + 3 + 1 + 1);
  });
});
