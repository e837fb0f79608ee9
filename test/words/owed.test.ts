import { expect, it } from 'vitest';
import type { Owed } from '../../src/model/grading.js';
import { waitingFor } from '../../src/words/owed.js';
import { resultOf } from './results.js';

const cell: Owed = { kind: 'cell', place: { file: 'a.xlsx', sheet: '表', cell: 'B2' } };
const register: Owed = { kind: 'register', form: 'incidents' };

it('tells what is owed once for all who wait for the same', () => {
  const all = [
    { subject: 'unit:01', owed: [cell] },
    { subject: 'unit:02', owed: [cell, register, cell] },
    { subject: 'unit:03', owed: [cell] },
  ];
  const found = waitingFor(all, resultOf(), 'zh');
  expect(found.map(({ waiting, owed }) => [waiting.map(({ subject }) => subject), owed])).toEqual([
    [['unit:01', 'unit:03'], 'a.xlsx › 表 › B2 无法读取'],
    [['unit:02'], 'a.xlsx › 表 › B2 无法读取；缺少“事件登记表”'],
  ]);
});
