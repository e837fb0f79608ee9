/** A result of a crowd: of many who are judged by the same rules, each with cells and files of its own, some owing something. */
import type { Considered, Fact, Grade, Owed } from '../../../src/model/grading.js';
import type { Result } from '../../../src/model/result.js';
import { aResult, at, atom, day, fact, grade, num, period, subject } from '../result.js';

/** How one of them stands: what it is known by, and whom what it owes is owed by. */
export interface Member {
  readonly away: number | 'owed';
  readonly given: number;
  /** What holds rests on cells, and they are shown. */
  readonly holds: boolean;
  readonly owes: 'nothing' | 'itself' | 'another';
}

const TEAM = 'team:一组';
/** By whom is owed what another owes. */
const FIRST = 'member:众0';

export function crowdOf(members: readonly Member[]): Result {
  const all = members.map((member, index) => ({ member, id: `member:众${index}` }));
  const one = aResult();
  return aResult({
    subjects: [...one.subjects, ...all.map(({ id }) => subject(id, { within: TEAM, number: `n${id}` }))],
    facts: [...one.facts, ...all.flatMap(({ member, id }) => factsOf(member, id))],
    grades: [...one.grades, ...all.map(({ member, id }) => gradeOf(member, id))],
  });
}

function owedBy({ owes }: Member, id: string): Owed[] {
  const by = owes === 'itself' ? id : FIRST;
  const due = day('2026-04-05');
  return owes === 'nothing' ? [] : [{ kind: 'submission', form: 'report', by, period: period('2026-03'), due }];
}

function factsOf(member: Member, id: string): Fact[] {
  const own = [at('D4', `${id}.xlsx`, '表'), at('D9', `${id}.xlsx`, '表'), at('E1', '众.xlsx', id)];
  const [owed = { kind: 'parameter', parameter: 'quota' } as const] = owedBy(member, id);
  return [
    fact(id, 'away', member.away === 'owed' ? owed : num(String(member.away)), { cells: own }),
    fact(id, 'given', num(String(member.given)), { cells: member.given > 1 ? own.slice(2) : [] }),
  ];
}

function gradeOf(member: Member, id: string): Grade {
  const owed = owedBy(member, id);
  const outcome = member.holds ? 'true' : owed.length > 0 ? 'unknown' : 'false';
  const rule: Considered = {
    rule: 'away',
    clause: 'c3',
    outcome,
    atoms: [atom('reaches(away, away_over)', ['away', 'away_over'], outcome), atom('given >= 1', ['given'], 'false')],
    owed,
  };
  const more = member.holds ? ({ state: 'proposed', grade: 'unable', decidedBy: ['away'] } as const) : {};
  return grade(id, 'member', { ...more, considered: [rule], owed: member.given > 0 ? owed : [] });
}
