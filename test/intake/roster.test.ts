import { describe, expect, it } from 'vitest';
import { enrol } from '../../src/intake/roster.js';
import { readSheet, sheet } from '../forms/sheets.js';
import { tiny } from '../measures/packs.js';
import { rosterOf, rosters } from './people.js';

const TINY = tiny();
const ROSTER = rosterOf(TINY, {
  '01 办公室/局办/综合办': ['0101 何静', '0102 李敏', '0103 欧阳文'],
  '02 计量科': ['0201 李敏', '0202 王志强', '0203 陈立'],
  '03 稽查队 不参加': ['0301 刘洋'],
});
const found = (kind: string, text: string, within?: string): string[] =>
  ROSTER.find(kind, text, within).map(({ id }) => id);

describe('a roster', () => {
  it('has units and then their people, in the order in which they are listed', () => {
    expect(ROSTER.subjects.map(({ id }) => id)).toEqual([
      'unit:01',
      'unit:02',
      'unit:03',
      'staff:0101',
      'staff:0102',
      'staff:0103',
      'staff:0201',
      'staff:0202',
      'staff:0203',
      'staff:0301',
    ]);
  });

  it('knows who belongs to what, who takes part, and where each stands', () => {
    expect(ROSTER.get('staff:0102')).toEqual({
      id: 'staff:0102',
      kind: 'staff',
      name: '李敏',
      number: '0102',
      aliases: [],
      within: 'unit:01',
      takesPart: true,
      place: { file: 'a.xlsx', sheet: '表', cell: 'B4' },
    });
    expect(ROSTER.get('unit:03')?.takesPart).toBe(false);
    expect(ROSTER.get('unit:01')).toMatchObject({ aliases: ['局办', '综合办'], takesPart: true });
    expect(ROSTER.get('unit:09')).toBeUndefined();
  });

  it('lists a kind, and the members of a unit', () => {
    expect(ROSTER.ofKind('unit').map(({ name }) => name)).toEqual(['办公室', '计量科', '稽查队']);
    expect(ROSTER.membersOf('unit:02').map(({ name }) => name)).toEqual(['李敏', '王志强', '陈立']);
  });
});

describe('a subject is found', () => {
  it.each([
    ['by name', 'unit', '办公室', ['unit:01']],
    ['by name with blanks and in full width', 'unit', ' 办 公\u3000室 ', ['unit:01']],
    ['by number', 'unit', '02', ['unit:02']],
    ['by number in full width', 'unit', '０２', ['unit:02']],
    ['by another name', 'unit', '综合办', ['unit:01']],
    ['by name with the number behind it', 'staff', '李敏（0201）', ['staff:0201']],
    ['by name with the number in narrow brackets', 'staff', '李敏 (0102)', ['staff:0102']],
    ['by name with another name behind it', 'unit', '办公室（局办）', ['unit:01']],
    ['not by a name that is nobody’s', 'staff', '王芳', []],
    ['not by a part of a name', 'unit', '办公', []],
    ['not among another kind', 'unit', '何静', []],
    ['not by nothing', 'staff', '', []],
    ['not by a name and the number of someone else', 'staff', '何静（0102）', []],
    ['not by a name and a number that is nobody’s', 'staff', '何静（0999）', []],
    ['twice by a name that two bear', 'staff', '李敏', ['staff:0102', 'staff:0201']],
  ])('%s', (_, kind, text, ids) => {
    expect(found(kind, text)).toEqual(ids);
  });

  it('first among those of one unit', () => {
    expect(found('staff', '李敏', 'unit:02')).toEqual(['staff:0201']);
  });

  it('elsewhere when the unit has nobody of the name', () => {
    expect(found('staff', '刘洋', 'unit:01')).toEqual(['staff:0301']);
    expect(found('staff', '李敏', 'unit:03')).toEqual(['staff:0102', 'staff:0201']);
  });
});

describe('names that look alike', () => {
  it.each([
    ['one character changed', '王志刚', ['王志强']],
    ['one left out', '王强', ['王志强']],
    ['one put in', '欧阳文斌', ['欧阳文']],
    ['two swapped', '王强志', ['王志强']],
    ['a part of the name', '欧阳', ['欧阳文']],
    ['the name within more', '计量科王志强', ['王志强']],
    ['itself', '陈立', ['陈立']],
    ['nothing like it', '司马相如', []],
    ['one of two characters', '何', ['何静']],
  ])('%s', (_, typed, names) => {
    expect(ROSTER.similar('staff', typed)).toEqual(names);
  });

  it('are named once, and of the kind that is asked for', () => {
    expect(ROSTER.similar('staff', '李明')).toEqual(['李敏']);
    expect(ROSTER.similar('unit', '计量股')).toEqual(['计量科']);
    // A slip in one of its other names is a slip all the same.
    expect(ROSTER.similar('unit', '综合力')).toEqual(['办公室']);
  });

  it('are at most five', () => {
    const many = rosterOf(TINY, { '01 办公室': ['1 李一', '2 李二', '3 李三', '4 李四', '5 李五', '6 李六'] });
    expect(many.similar('staff', '李七')).toHaveLength(5);
  });
});

describe('a roster as it is handed in', () => {
  const units = (...rows: (string | null)[][]): ReturnType<typeof enrol> =>
    enrol(TINY, [readSheet(TINY, sheet([['编号', '科室名称', '简称', '参加考核'], ...rows]))]);

  it('takes the first of two with the same number', () => {
    expect(units(['01', '办公室'], ['01', '计量科']).subjects.map(({ name }) => name)).toEqual(['办公室']);
  });

  it('knows by name whoever has no number', () => {
    const [office] = units([null, '办公室']).subjects;
    expect(office).toMatchObject({ id: 'unit:办公室' });
    expect(office).not.toHaveProperty('number');
  });

  it('passes over a row without a name', () => {
    expect(units(['01', null], ['02', '计量科']).subjects).toHaveLength(1);
  });

  it('takes an empty cell for taking part', () => {
    expect(
      units(['01', '办公室', null, null], ['02', '计量科', null, '否']).subjects.map((each) => each.takesPart),
    ).toEqual([true, false]);
  });

  it('parts other names however they are written', () => {
    expect(units(['01', '办公室', '局办、综合办，办；文秘, '])?.get('unit:01')?.aliases).toEqual([
      '局办',
      '综合办',
      '办',
      '文秘',
    ]);
  });

  it('may be kept in several files', () => {
    const [first = [], second = []] = [{ '01 办公室': ['0101 何静'] }, { '02 计量科': ['0201 陈立'] }].map((people) =>
      rosters(TINY, people),
    );
    expect(
      enrol(TINY, [...second, ...first])
        .membersOf('unit:01')
        .map(({ name }) => name),
    ).toEqual(['何静']);
  });

  it('leaves open to what someone belongs whose unit is nobody’s or two', () => {
    const people = rosterOf(TINY, { '01 办公室': [], '02 办公室': ['0101 何静'] });
    expect(people.get('staff:0101')).not.toHaveProperty('within');
  });

  it('is empty when nothing is handed in', () => {
    expect(enrol(TINY, []).subjects).toEqual([]);
  });
});

describe('a kind without numbers, other names or a column for taking part', () => {
  it('is known by name', () => {
    const bare = 'subjects: { unit: { number: null, aliases: null, takes_part: null } }';
    const roster = rosterOf(tiny(bare), { '01 办公室/局办 不参加': ['0101 何静'] });
    expect(roster.get('unit:办公室')).toMatchObject({ aliases: [], takesPart: true });
    expect(roster.find('unit', '01')).toEqual([]);
  });
});

describe('groups', () => {
  const units = (group: string) => [
    ['科室名册'],
    ['编号', '科室名称', '序列'],
    ['01', '办公室', group],
    ['02', '计量科', null],
  ];
  const groupsIn = (column: string, group: string) => {
    const measures = tiny(
      `subjects: { unit: { group: series } }\nforms: { units: { columns: { series: ${column} } } }`,
    );
    return enrol(measures, [readSheet(measures, sheet(units(group)))]).subjects.map((subject) => subject.group);
  };

  it('are choices of the roster, with their title', () => {
    const column = '{ zh: 序列, en: Series, type: choice, choices: { first: { zh: 第一序列, en: First series } } }';
    expect(groupsIn(column, '第一序列')).toEqual([
      { id: 'first', title: { zh: '第一序列', en: 'First series' } },
      undefined,
    ]);
    expect(groupsIn(column, '第九序列')).toEqual([undefined, undefined]);
  });

  it('are what stands there where the roster leaves them free', () => {
    const column = '{ zh: 序列, en: Series, type: text }';
    expect(groupsIn(column, '党群')).toEqual([{ id: '党群', title: { zh: '党群', en: '党群' } }, undefined]);
  });
});
