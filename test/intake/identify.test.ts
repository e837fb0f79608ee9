/** Names in what is handed in: put to the roster’s people, or told with the candidates. */
import { describe, expect, it } from 'vitest';
import { identify } from '../../src/intake/identify.js';
import type { Submission } from '../../src/model/submission.js';
import { tiny } from '../measures/packs.js';
import { filled, type Handed } from './handed.js';
import { rosterOf } from './people.js';

const TINY = tiny();
const PEOPLE = {
  '01 办公室/局办': ['0101 何静', '0102 李敏'],
  '02 计量科': ['0201 李敏', '0202 王强', '0203 王强', '0204 陈立'],
};
const ROSTER = rosterOf(TINY, PEOPLE);

function told(handed: Handed, marked?: string): { submission: Submission; said: unknown[] } {
  const { submission, findings } = identify(filled(TINY, handed), marked, TINY, ROSTER);
  const said = findings.map(({ kind, place, raw, ...rest }) => [
    kind,
    place.cell,
    raw,
    'candidates' in rest ? rest.candidates : 'belongs' in rest ? rest.belongs : [rest.other, rest.from],
  ]);
  return { submission, said };
}

const attendance = (by: string, ...names: string[]): Handed => ({
  form: 'attendance',
  by,
  period: '2026年3月',
  rows: names.map((person) => ({ person })),
});
const people = ({ rows }: Submission): unknown[] => rows.map(({ readings }) => readings.get('person')?.value?.value);

describe('who hands a form in', () => {
  it.each(['办公室', '局办', '01', ' 办公 室'])('is told by %s', (by) => {
    expect(told({ form: 'report', by }).submission.by).toBe('unit:01');
  });

  it('is told by the marker when the form does not say', () => {
    expect(told({ form: 'report' }, 'unit:02').submission.by).toBe('unit:02');
  });

  it('is what the form says, whatever the marker', () => {
    expect(told({ form: 'report', by: '办公室' }, 'unit:02').submission.by).toBe('unit:01');
  });

  it('is not told by a marker of nobody', () => {
    expect(told({ form: 'report' }, 'unit:99').submission).not.toHaveProperty('by');
  });

  it('is not guessed from a name that is nobody’s', () => {
    const { submission, said } = told({ form: 'report', by: '办公厅' });
    expect(submission).not.toHaveProperty('by');
    expect(submission.fields.get('unit')).toMatchObject({ cell: 'B2', raw: '办公厅', state: 'unreadable' });
    expect(submission.fields.get('unit')).not.toHaveProperty('value');
    expect(said).toEqual([['subject-unknown', 'B2', '办公厅', ['办公室']]]);
  });

  it('is nobody for what the office keeps', () => {
    expect(told({ form: 'judgements', period: '2026' }).submission).not.toHaveProperty('by');
  });
});

describe('a form that contradicts itself about who hands it in', () => {
  const from = (file: string, by: string | undefined, marked?: string): unknown[] =>
    told({ form: 'report', file, ...(by ? { by } : {}) }, marked).said;

  it.each<[string, string | undefined, string | undefined, unknown[]]>([
    ['a.xlsx', '办公室', 'unit:01', []],
    ['a.xlsx', '办公室', 'unit:02', [['submitter-other', 'B2', '办公室', ['计量科', 'template']]]],
    ['计量科/a.xlsx', '办公室', undefined, [['submitter-other', 'B2', '办公室', ['计量科', 'folder']]]],
    ['计量科\\三月\\a.xlsx', '局办', undefined, [['submitter-other', 'B2', '局办', ['计量科', 'folder']]]],
    ['计量科/a.xlsx', undefined, 'unit:01', [['submitter-other', undefined, '', ['计量科', 'folder']]]],
    ['计量科/a.xlsx', '办公室', 'unit:02', [['submitter-other', 'B2', '办公室', ['计量科', 'template']]]],
    ['计量科/局办/a.xlsx', '办公室', undefined, []],
    ['三月/a.xlsx', '办公室', undefined, []],
    ['计量科/a.xlsx', undefined, undefined, []],
    ['a/计量科.xlsx', '办公室', undefined, []],
  ])('%s, %s, %s: %j', (file, by, marked, said) => {
    expect(from(file, by, marked)).toEqual(said);
  });
});

describe('a name in a row', () => {
  it('is put to the person, its raw text kept', () => {
    const { submission, said } = told(attendance('办公室', '何静', '0102'));
    expect(people(submission)).toEqual(['staff:0101', 'staff:0102']);
    expect(submission.rows[1]?.readings.get('person')?.raw).toBe('0102');
    expect(said).toEqual([]);
  });

  it('is looked for in the unit that hands the form in', () => {
    expect(people(told(attendance('计量科', '李敏')).submission)).toEqual(['staff:0201']);
  });

  it('is unreadable when it is nobody’s, and told with those like it', () => {
    const { submission, said } = told(attendance('办公室', '何晶'));
    expect(submission.rows[0]?.readings.get('person')).toMatchObject({ cell: 'A5', raw: '何晶', state: 'unreadable' });
    expect(people(submission)).toEqual([undefined]);
    expect(said).toEqual([['subject-unknown', 'A5', '何晶', ['何静']]]);
  });

  it('is unreadable when it is two people’s, and told with both', () => {
    const { submission, said } = told(attendance('计量科', '王强'));
    expect(people(submission)).toEqual([undefined]);
    expect(said).toEqual([['subject-ambiguous', 'A5', '王强', ['王强 (0202) 计量科', '王强 (0203) 计量科']]]);
  });

  it('is told apart by the number behind it', () => {
    const { submission, said } = told(attendance('计量科', '王强（0203）'));
    expect(people(submission)).toEqual(['staff:0203']);
    expect(said).toEqual([]);
  });

  it('is counted and told when it stands in the form of another unit', () => {
    const { submission, said } = told(attendance('办公室', '陈立'));
    expect(people(submission)).toEqual(['staff:0204']);
    expect(said).toEqual([['subject-elsewhere', 'A5', '陈立', '计量科']]);
  });

  it('is told once for each cell', () => {
    expect(told(attendance('办公室', '何晶', '何晶')).said).toHaveLength(2);
  });

  it('is told with the column in both languages, the clause and the row', () => {
    const { findings } = identify(filled(TINY, attendance('办公室', '何晶')), undefined, TINY, ROSTER);
    expect(findings).toMatchObject([
      { severity: 'error', subject: { zh: '姓名', en: 'Name' }, clause: '2', row: '何晶' },
    ]);
  });

  it('that is left empty is told by nobody here', () => {
    const incidents = { form: 'incidents', rows: [{ occurred: '2026-3-1', unit: '办公室' }] };
    expect(told(incidents).said).toEqual([]);
  });
});

describe('a name that is not settled', () => {
  const mayBe = ({ submission }: ReturnType<typeof told>): unknown =>
    submission.rows[0]?.readings.get('person')?.mayBe ?? 'anybody';

  it.each([
    ['may be any of its namesakes', attendance('计量科', '王强'), ['staff:0202', 'staff:0203']],
    ['may be one whose name is like it', attendance('办公室', '何晶'), ['staff:0101']],
    ['may be a namesake of one like it', attendance('办公室', '李明'), ['staff:0102', 'staff:0201']],
    ['may be anyone of the unit', attendance('办公室', '欧阳修'), ['staff:0101', 'staff:0102']],
    [
      'may be anybody where no unit is told',
      { form: 'sanctions', rows: [{ decided: '2026-03', person: '欧阳修' }] },
      'anybody',
    ],
  ] satisfies [string, Handed, unknown][])('%s', (_, handed, whom) => {
    expect(mayBe(told(handed))).toEqual(whom);
  });

  it('is nobody’s else once it is settled', () => {
    const { submission } = told(attendance('办公室', '何静'));
    expect(submission.rows[0]?.readings.get('person')).not.toHaveProperty('mayBe');
  });
});

describe('in a register that the office keeps', () => {
  const incident = (unit: string, person: string): ReturnType<typeof told> =>
    told({ form: 'incidents', rows: [{ occurred: '2026-3-1', unit, person }] });

  it('a person is looked for in the unit of the row', () => {
    const { submission, said } = incident('计量科', '李敏');
    expect(people(submission)).toEqual(['staff:0201']);
    expect(said).toEqual([]);
  });

  it('a person of another unit than the row’s is told', () => {
    expect(incident('办公室', '陈立').said).toEqual([['subject-elsewhere', 'C3', '陈立', '计量科']]);
  });

  it('a person is two people’s where the unit says nothing', () => {
    const { said } = incident('档案馆', '李敏');
    expect(said).toEqual([
      ['subject-unknown', 'B3', '档案馆', []],
      ['subject-ambiguous', 'C3', '李敏', ['李敏 (0102) 办公室', '李敏 (0201) 计量科']],
    ]);
  });

  it('a person is found anywhere where the row has no unit', () => {
    const { submission } = told({ form: 'sanctions', rows: [{ decided: '2026-03', person: '何静' }] });
    expect(people(submission)).toEqual(['staff:0101']);
  });
});

describe('what is no form with names', () => {
  it('is left as it is: the roster of units itself', () => {
    const units = filled(TINY, { form: 'units', rows: [{ unit_no: '01', unit_name: '某室' }] });
    expect(identify(units, 'unit:01', TINY, ROSTER)).toEqual({ submission: units, findings: [] });
  });

  it('is left as it is: a form of other measures', () => {
    const other = { ...filled(TINY, { form: 'report', by: '办公室' }), form: 'other' };
    expect(identify(other, 'unit:01', TINY, ROSTER)).toEqual({ submission: other, findings: [] });
  });

  it('but the roster of people has units in it', () => {
    const { submission, said } = told({
      form: 'people',
      rows: [
        { staff_no: '1', staff_name: '甲', unit: '局办' },
        { staff_no: '2', staff_name: '乙', unit: '档案室' },
      ],
    });
    expect(submission.rows.map(({ readings }) => readings.get('unit')?.value?.value)).toEqual(['unit:01', undefined]);
    expect(said).toEqual([['subject-unknown', 'C4', '档案室', []]]);
  });
});
