import { expect, it } from 'vitest';
import { reasonOf, reasonText } from '../../src/cli/failure.js';
import { assess, newFolder, remove } from './shell.js';

it('says in words why the system refused, with its own word behind', () => {
  const error = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  expect(reasonText(error)).toEqual({ zh: '磁盘已满（ENOSPC）', en: 'the disk is full (ENOSPC)' });
});

it('leaves a word that it does not know as it is', () => {
  expect(reasonText(Object.assign(new Error('no'), { code: 'EODD' }))).toEqual({ zh: 'EODD', en: 'EODD' });
  expect(reasonText(Object.assign(new Error('no'), { code: 'toString' }))).toEqual({ zh: 'toString', en: 'toString' });
  expect(reasonOf(new Error('broken'))).toBe('broken');
  expect(reasonOf('broken')).toBe('broken');
});

it.each([
  ['zh', 'en_US.UTF-8', '没有这个文件或文件夹'],
  ['en', 'zh_CN.UTF-8', 'there is no such file or folder'],
])('fails in %s when the call asks for it, whatever the locale %s and the names given', async (lang, locale, words) => {
  const folder = newFolder();
  try {
    const told = await assess(folder, ['explain', 'en', '--lang', lang], { env: { LC_ALL: locale } });
    expect(told.code).toBeGreaterThan(1);
    expect(told.err).toMatch(new RegExp(words));
    expect(/\p{sc=Han}/u.test(told.err)).toBe(lang === 'zh');
  } finally {
    remove(folder);
  }
});
