/** Rosters for tests: units and their people, each written with its number before its name. */
import { enrol } from '../../src/intake/roster.js';
import type { Measures } from '../../src/model/measures.js';
import type { Roster, Submission } from '../../src/model/submission.js';
import { type Drawn, readSheet, sheet } from '../forms/sheets.js';

/** "01 办公室/局办" → number, name and other names; "02 计量科 不参加" takes no part. */
function told(text: string): { number: string; name: string; aliases: string | null; part: string | null } {
  const [number = '', named = '', part = null] = text.split(' ');
  const [name = '', ...aliases] = named.split('/');
  return { number, name, aliases: aliases.length > 0 ? aliases.join('、') : null, part: part && '否' };
}

/** The two rosters of the tiny pack as they are handed in. */
export function rosters(measures: Measures, people: Readonly<Record<string, readonly string[]>>): Submission[] {
  const units: Drawn = Object.keys(people)
    .map(told)
    .map(({ number, name, aliases, part }) => [number, name, aliases, part]);
  const staff: Drawn = Object.entries(people).flatMap(([unit, members]) =>
    members.map(told).map(({ number, name }) => [number, name, told(unit).name]),
  );
  return [
    readSheet(measures, sheet([['科室名册'], ['编号', '科室名称', '简称', '参加考核'], ...units])),
    readSheet(measures, sheet([['人员名册'], ['工号', '姓名', '所在科室'], ...staff])),
  ];
}

export function rosterOf(measures: Measures, people: Readonly<Record<string, readonly string[]>>): Roster {
  return enrol(measures, rosters(measures, people));
}
