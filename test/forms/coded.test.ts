/** Rules in a log are offered with their code and title; the code alone may be typed, and is understood. */

import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import { designForm } from '../../src/forms/template.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { measuresNamed } from '../office/make.js';
import { readSheet, sheet } from './sheets.js';

const SUNSHINE = measuresNamed('sunshine-affairs');
const log = SUNSHINE.forms.get('event-log');

it('offers the rules and lets codes in, while other lists stay closed', async () => {
  const design = log && designForm(log, { measures: SUNSHINE, office: '', date: '2026-01-01' as Day });
  const lists = design?.sheets[0]?.validations?.filter(({ rule }) => rule.kind === 'list') ?? [];
  expect(lists.map(({ open, error }) => [open, error?.split('：')[0]])).toEqual([
    [true, '考评条款'],
    [undefined, '来源'],
  ]);
  const files = unzipSync(design ? await writeWorkbook(design) : new Uint8Array());
  const written = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const validations = [...written.matchAll(/<dataValidation type="list"[^>]*>/g)].map(([tag]) => tag);
  expect(validations.map((tag) => tag.includes('showErrorMessage'))).toEqual([false, true]);
});

it.each(['3(2)', '３（２）', '3(2) 公开内容不规范、不全面、不真实', '公开内容不规范、不全面、不真实'])(
  'reads %s',
  (typed) => {
    const drawn = [
      ['加减分登记表'],
      ['登记号', '日期', '单位', '考评条款', '次数', '事项', '来源'],
      ['1', '2026-3-4', '县财政局', typed, 1, '公示不全', '督查'],
    ];
    const [row] = readSheet(SUNSHINE, sheet(drawn)).rows;
    expect(row?.readings.get('rule')?.value).toEqual({ type: 'choice', value: 'content-faulty' });
  },
);
