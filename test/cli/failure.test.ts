import { expect, it } from 'vitest';
import { reasonOf, reasonText } from '../../src/cli/failure.js';

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
