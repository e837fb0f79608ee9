/**
 * A small result by hand: four teams, of which two tie, one is last and one has no rank; members of whom two share a
 * name; reports in every state; findings; numbers unset, assumed and set by the office.
 */
import type { Day } from '../../src/base/day.js';
import type { Period } from '../../src/base/period.js';
import type { Outcome } from '../../src/model/condition.js';
import type { ConsequenceLine, Fact, Grade, Owed, Standing } from '../../src/model/grading.js';
import { type Extract, RESULT_FORMAT, type Result } from '../../src/model/result.js';
import type { Expected, Subject } from '../../src/model/submission.js';
import type { Place, Value } from '../../src/model/value.js';
import { WORDS } from './bulletin/words.js';

export const day = (text: string): Day => text as Day;
export const period = (text: string): Period => text as Period;
export const num = (value: string): Value => ({ type: 'number', value });

export function subject(id: string, more: Partial<Subject> = {}): Subject {
  const [kind = '', name = ''] = id.split(':');
  return { id, kind, name, aliases: [], takesPart: true, ...more };
}

/** A fact with a value, or with what is owed for it. */
export function fact(subject: string, id: string, given: Value | Owed, more: Partial<Fact> = {}): Fact {
  const span = { from: day('2026-01-01'), to: day('2026-03-31') };
  const known = 'type' in given ? { value: given, owed: [] } : { owed: [given] };
  return { id, subject, ...span, ...known, cells: [], parts: [], ...more };
}

export const at = (cell: string, file = '二组-2月.xlsx', sheet = '月报'): Place => ({ file, sheet, cell });

export const unsent: Owed = {
  kind: 'submission',
  form: 'report',
  by: 'team:四组',
  period: period('2026-02'),
  due: day('2026-03-05'),
};

export function standing(subject: string, more: Partial<Standing> = {}): Standing {
  return { ranking: 'tasks', subject, tied: false, keys: [{ fact: 'rate' }], owed: [], ...more };
}

export function ranked(subject: string, rank: number, rate: string, tied = false): Standing {
  return standing(subject, { rank, tied, keys: [{ fact: 'rate', value: num(rate) }] });
}

export function atom(source: string, names: readonly string[], outcome: Outcome = 'true') {
  return { source, names, outcome };
}

export function grade(subject: string, ladder: string, more: Partial<Grade>): Grade {
  return {
    subject,
    ladder,
    state: 'undetermined',
    possible: [],
    decidedBy: [],
    considered: [],
    notApplied: [],
    owed: [],
    ...more,
  };
}

export function expected(
  by: string,
  month: string,
  status: Expected['status'],
  more: Partial<Expected> = {},
): Expected {
  return { form: 'report', by, period: period(month), due: day('2026-03-05'), status, ...more };
}

export function line(consequence: string, subject: string, tone: ConsequenceLine['tone'], zh: string): ConsequenceLine {
  const asked = [atom('reaches(tardy, tardy_at)', ['tardy', 'tardy_at'])];
  return { consequence, subject, clause: 'c2', tone, text: { zh, en: `${consequence} indeed.` }, atoms: asked };
}

const TEAMS = ['team:一组', 'team:二组', 'team:三组', 'team:四组'];

function teamFacts(team: string, given: string, done: string, rate: string, tardy: string): Fact[] {
  const cells = [at('B2'), at('B3'), at('C3', '一组.xlsx')];
  return [
    fact(team, 'given', num(given), { cells }),
    fact(team, 'done', num(done), { cells }),
    fact(team, 'rate', num(rate), { parts: ['done', 'given'], cells }),
    fact(team, 'tardy', num(tardy)),
  ];
}

const away = {
  rule: 'away',
  clause: 'c3',
  outcome: 'true',
  atoms: [atom('reaches(away, away_over)', ['away', 'away_over']), atom('given >= 1', ['given'], 'false')],
  owed: [],
} as const;

export const extract: Extract = {
  section: 3,
  columns: [
    { id: 'no', title: { zh: '序号', en: 'No.' } },
    { id: 'why', title: { zh: '原因', en: 'Reason' } },
  ],
  rows: [
    {
      by: 'team:二组',
      period: period('2026-02'),
      cells: [
        { text: { zh: '7', en: '7' }, place: at('A7') },
        { text: { zh: '=停电', en: '=停电' }, place: at('F7') },
      ],
    },
  ],
};

export function aResult(more: Partial<Result> = {}): Result {
  return {
    format: RESULT_FORMAT,
    measures: {
      id: 'small',
      version: '1',
      title: { zh: '考核办法', en: 'Rules of assessment' },
      source: { zh: '考核办法', en: 'Rules of assessment' },
    },
    office: { name: '考核办', issuer: '某某局', number: '某办〔2026〕3号', addressees: '各班组', copies: '局领导' },
    period: period('2026-Q1'),
    kind: 'quarter',
    asOf: day('2026-04-08'),
    subjects: [
      ...TEAMS.map((team) => subject(team)),
      subject('member:甲', { within: 'team:一组', number: '01' }),
      subject('member:乙', { within: 'team:二组', number: '02' }),
      subject('member:09', { name: '丙', within: 'team:二组', number: '09' }),
      subject('member:10', { name: '丙', within: 'team:三组', number: '10' }),
      subject('member:丁', { takesPart: false }),
    ],
    files: [
      {
        file: '一组.xlsx',
        sha256: 'f',
        forms: [
          { sheet: '月报', form: 'report', by: 'team:一组', period: period('2026-01'), rows: 3, status: 'accepted' },
        ],
      },
    ],
    expected: [
      expected('team:一组', '2026-01', 'on-time', { file: '一组.xlsx', sheet: '月报', received: day('2026-02-03') }),
      expected('team:二组', '2026-02', 'late', { received: day('2026-03-09'), daysLate: 4 }),
      expected('team:四组', '2026-02', 'missing'),
      expected('team:三组', '2026-03', 'undated'),
    ],
    upcoming: [{ form: 'report', period: period('2026-04'), due: day('2026-05-05'), debtors: 4 }],
    findings: [
      {
        kind: 'cell-missing',
        severity: 'error',
        place: at('C5'),
        row: '7 巡查',
        raw: '=1+1',
        column: { zh: '原因', en: 'Reason' },
      },
      {
        kind: 'submission-missing',
        severity: 'warning',
        place: { file: '' },
        form: WORDS.forms.report ?? { zh: '', en: '' },
        by: { zh: '四组', en: '四组' },
        period: period('2026-02'),
        due: day('2026-03-05'),
        isDone: false,
      },
      { kind: 'heading-unknown', severity: 'note', place: at('G1'), heading: '备注2' },
    ],
    facts: [
      ...teamFacts('team:一组', '10', '10', '1', '0'),
      ...teamFacts('team:二组', '8', '4', '0.5', '3'),
      ...teamFacts('team:三组', '6', '6', '1', '1'),
      fact('team:四组', 'given', num('5')),
      fact('team:四组', 'done', unsent),
      fact('team:四组', 'rate', unsent, { parts: ['done', 'given'] }),
      fact('team:四组', 'tardy', num('1')),
      fact('team:一组', 'founded', { type: 'day', value: day('2010-05-01') }),
      fact('member:甲', 'away', num('0')),
      fact('member:乙', 'away', num('3'), { cells: [at('D4'), at('D5')] }),
      fact('member:乙', 'opinion', { type: 'choice', value: 'poor' }),
      fact('member:09', 'away', { kind: 'parameter', parameter: 'quota' }),
    ],
    scores: [],
    grades: [
      grade('team:一组', 'team', { state: 'awaiting', possible: ['fine', 'fair'], owed: [unsent] }),
      grade('team:二组', 'team', { state: 'determined', grade: 'poor', decidedBy: ['tardy'] }),
      grade('team:三组', 'team', {
        state: 'determined',
        grade: 'fine',
        decidedBy: ['best'],
        considered: [
          { rule: 'best', clause: 'c4', outcome: 'true', atoms: [atom('rate >= quota', ['rate', 'quota'])], owed: [] },
        ],
      }),
      grade('team:四组', 'team', {}),
      grade('member:甲', 'member', { state: 'awaiting', possible: ['able'] }),
      grade('member:乙', 'member', {
        state: 'proposed',
        grade: 'unable',
        decidedBy: ['away', 'opinion'],
        considered: [
          away,
          { rule: 'opinion', clause: 'c3', outcome: 'true', atoms: [atom('opinion == "poor"', ['opinion'])], owed: [] },
        ],
      }),
      grade('member:09', 'member', {}),
    ],
    standings: [
      ranked('team:一组', 1, '1', true),
      ranked('team:三组', 1, '1', true),
      ranked('team:二组', 3, '0.5'),
      standing('team:四组', { owed: [unsent, unsent] }),
    ],
    consequences: [
      line('praised', 'team:一组', 'commend', '全部完成。'),
      line('praised', 'team:三组', 'commend', '全部完成'),
      line('scolded', 'team:二组', 'criticise', '迟报3次'),
    ],
    seats: [{ limit: 'best', clause: 'c4', takingPart: 4, share: '0.3', seats: 1 }],
    extracts: [extract],
    words: WORDS,
    ...more,
  };
}
