import { describe, expect, it } from 'vitest';
import { differing, isNear, oneSlipApart, shapeOf } from '../../src/base/look-alike.js';

describe('the shape of a text', () => {
  it.each([
    ['Chinese characters that look alike', '卢己明', '卢已明'],
    ['a Latin and a Cyrillic letter', 'A区', 'А区'],
    ['a Latin and a Greek letter', 'TM站', 'ΤΜ站'],
    ['a digit and a letter', '1O号', 'lo号'],
    ['full width and blanks', 'Ａ 区', 'a区'],
    ['marks that take no place', '办\u200b公室', '办公室'],
  ])('is one for %s', (_, a, b) => {
    expect(shapeOf(a)).toBe(shapeOf(b));
  });

  it.each([
    ['李敏', '李明'],
    ['一科', '二科'],
    ['城东', '城西'],
  ])('tells %s from %s', (a, b) => {
    expect(shapeOf(a)).not.toBe(shapeOf(b));
  });
});

describe('two texts are near', () => {
  it.each([
    ['the same', '计量科', '计量科'],
    ['one within the other', '计量', '计量科'],
    ['a character changed', '计量课', '计量科'],
    ['a character left out', '特种设备安监察科', '特种设备安全监察科'],
    ['a character put in', '计量量科', '计量科'],
    ['two neighbours swapped', '计科量', '计量科'],
    ['two characters of like shape', '甲己末', '申已未'],
  ])('where they are %s', (_, a, b) => {
    expect(isNear(a, b)).toBe(true);
  });

  it.each([
    ['one character each', '科', '课'],
    ['two characters differ', '计划处', '计量科'],
    ['two more', '计量科', '计量检定科'],
    ['swapped, but apart', '科量计', '计量科'],
  ])('but not where %s', (_, a, b) => {
    expect(isNear(a, b)).toBe(false);
  });
});

it('two texts differ in what stands between a common beginning and a common end', () => {
  expect(differing([...'特种设备监查科'], [...'特种设备监察科'])).toEqual([['查'], ['察']]);
  expect(differing([...'aab'], [...'ab'])).toEqual([['a'], []]);
  expect(oneSlipApart([...'ab'], [...'ba'])).toBe(true);
  expect(oneSlipApart([...'abc'], [...'cba'])).toBe(false);
});
