/** Whom someone means by a name as they type it. */
import { describe, expect, it } from 'vitest';
import { findSubjects } from '../../src/explain/find.js';
import { namesOf } from '../../src/words/value.js';
import { subject } from '../grade/subjects.js';
import { resultOf, SUBJECTS } from '../words/results.js';

const found = (typed: string, subjects = SUBJECTS): string[] => findSubjects({ subjects }, typed).map(({ id }) => id);

describe('findSubjects', () => {
  it.each([
    ['a name', '计量科', ['unit:02']],
    ['a name with blanks, in full width', ' 计 量\u3000科 ', ['unit:02']],
    ['another name', '局办', ['unit:01']],
    ['a number', '0202', ['staff:0202']],
    ['a number in full width', '０２０２', ['staff:0202']],
    ['an id', 'unit:02', ['unit:02']],
    ['a name that two bear', '李敏', ['staff:0101', 'staff:0201']],
    ['a name with the number behind it', '李敏（0201）', ['staff:0201']],
    ['a part of a name', '志强', ['staff:0202']],
    ['a name and the number', '李敏0201', ['staff:0201']],
    ['a number and the name', '0201 李敏', ['staff:0201']],
    ['a name and whom it belongs to', '李敏 计量科', ['staff:0201']],
    ['whom it belongs to and the name', '计量科李敏', ['staff:0201']],
    ['another name of whom it belongs to', '局办李敏', ['staff:0101']],
    ['a name, the number and whom it belongs to', '李敏（0201） 计量科', ['staff:0201']],
    ['traditional characters', '計量科', ['unit:02']],
    ['traditional characters with something beside', '計量科 王志強', ['staff:0202']],
    ['a part in traditional characters', '志強', ['staff:0202']],
    ['a name with the number of another', '李敏0202', []],
    ['nobody', '欧阳修', []],
    ['nothing', ' ', []],
  ])('%s', (_, typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });

  it('lists all whom a part may mean', () => {
    expect(found('李')).toEqual(['staff:0101', 'staff:0201']);
  });

  it('finds a name that stands in traditional characters', () => {
    expect(found('毛永刚', [subject('staff:毛永剛')])).toEqual(['staff:毛永剛']);
  });

  it('takes an exact name before one that contains it', () => {
    const subjects = [subject('unit:科'), subject('unit:计量科')];
    expect(found('科', subjects)).toEqual(['unit:科']);
  });

  it('does not take nothing for the number of those who have none', () => {
    expect(found('', [subject('unit:科')])).toEqual([]);
  });

  it('finds everyone as reports write them', () => {
    for (const { id } of SUBJECTS) {
      for (const lang of ['zh', 'en'] as const) expect(found(namesOf(resultOf())(id, lang))).toEqual([id]);
    }
  });
});
