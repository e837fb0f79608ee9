/** The worked example: its workbooks are those its spec gives, and the whole flow on them says what its README says. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FINDINGS } from '../../src/check/findings.js';
import type { Result } from '../../src/model/result.js';
import { expectAsGiven, firstQuarter, tally } from './folder.js';

// Most of what follows looks at the same result; reading and grading the folder once is enough.
let quarter: Promise<Result> | undefined;
const theQuarter = (): Promise<Result> => {
  quarter ??= firstQuarter('bureau');
  return quarter;
};

function named(result: Result, id: string): string {
  const { subjects } = result;
  const subject = subjects.find((each) => each.id === id);
  const within = subjects.find((each) => each.id === subject?.within);
  return [within?.name, subject?.name].filter((name) => name !== undefined).join(' ');
}

function factsOf(result: Result, id: string): Record<string, string> {
  const facts = result.facts.filter(
    (fact) => fact.id === id && !(fact.value?.type === 'number' && +fact.value.value === 0),
  );
  return Object.fromEntries(facts.map((fact) => [named(result, fact.subject), String(fact.value?.value ?? 'unknown')]));
}

function consequencesOf(result: Result): string[] {
  return result.consequences.map(({ consequence, subject }) => `${consequence} ${named(result, subject)}`).toSorted();
}

describe('the workbooks of examples/bureau', () => {
  it('are those that office.yaml gives, byte for byte, and no others', () => expectAsGiven('bureau'));
});

describe('the first quarter of examples/bureau', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('has warnings of these kinds and no error', async () => {
    const { findings, files } = await theQuarter();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(tally(findings.map(({ kind, severity }) => `${FINDINGS[kind].code} ${severity}`))).toEqual({
      'A301 warning': 1,
      'A308 note': 1,
      'A401 warning': 1,
      'A402 warning': 2,
      'A502 warning': 9,
      'A503 warning': 1,
      'A504 warning': 1,
    });
    expect(files.flatMap(({ forms }) => forms).filter(({ status }) => status === 'returned')).toEqual([]);
  });

  it('assesses 12 units and 80 people, of whom 24 may be excellent', async () => {
    const { subjects, seats } = await theQuarter();
    expect(tally(subjects.map(({ kind }) => kind))).toEqual({ staff: 80, unit: 12 });
    expect(seats.map(({ takingPart, seats: places }) => [takingPart, places])).toEqual([[80, 24]]);
  });

  it('puts the units in this order, ties and all, and ranks none whose completion is unknown', async () => {
    const result = await theQuarter();
    expect(
      result.standings.map(({ rank, tied, subject }) => `${rank ?? '—'}${tied ? '=' : ''} ${named(result, subject)}`),
    ).toEqual([
      '1= 人事教育科',
      '1= 财务装备科',
      '1= 机关党委',
      '4 办公室',
      '5 计量科',
      '6 标准化科',
      '7= 政策法规科',
      '7= 特种设备安全监察科',
      '9 质量监督科',
      '10 食品相关产品监管科',
      '11 稽查队',
      '— 认证认可科',
    ]);
    expect(result.standings.at(-1)?.owed).toEqual([
      { kind: 'submission', form: 'monthly-completion', by: 'unit:09', period: '2026-03', due: '2026-04-05' },
    ]);
  });

  it('counts what was not on time, and leaves open what is unknown', async () => {
    expect(factsOf(await theQuarter(), 'late_reports')).toEqual({
      人事教育科: '1',
      政策法规科: 'unknown',
      特种设备安全监察科: '2',
      食品相关产品监管科: '1',
      认证认可科: '3',
      稽查队: '1',
    });
  });

  it('commends, criticises and vetoes these units', async () => {
    expect(consequencesOf(await theQuarter())).toEqual([
      'all-done 机关党委',
      'all-done 财务装备科',
      'criticised-late 特种设备安全监察科',
      'substandard-late 认证认可科',
      'vetoed 标准化科',
    ]);
  });

  it('grades these units and proposes a grade for these people, by these clauses', async () => {
    const result = await theQuarter();
    const graded = result.grades.filter(({ grade }) => grade !== undefined);
    expect(
      graded.map(({ subject, state, grade, decidedBy, considered }) => {
        const clauses = considered.filter(({ rule }) => decidedBy.includes(rule)).map(({ clause }) => clause);
        return `${named(result, subject)}: ${state} ${grade} ${clauses.join(' ')}`;
      }),
    ).toEqual([
      '标准化科: determined not_up_to_standard 3.3.6',
      '质量监督科: determined not_up_to_standard 3.3.4',
      '认证认可科: determined not_up_to_standard 4.1.3',
      '计量科 尹雪梅: proposed incompetent 5.1.10',
      '质量监督科 王婷: proposed incompetent 5.1.8',
      '稽查队 毛永刚: proposed incompetent 5.1.5',
    ]);
  });

  it('knows namesakes and look-alikes apart, and who is just short of a ground', async () => {
    const result = await theQuarter();
    expect(factsOf(result, 'absent_once')).toEqual({ '特种设备安全监察科 马晓林': '1', '稽查队 毛永刚': '2' });
    expect(factsOf(result, 'overstayed_once')).toEqual({});
    expect(factsOf(result, 'late_or_early')).toEqual({ '质量监督科 王婷': '3', '稽查队 戴鑫': '2' });
    expect(factsOf(result, 'sick_days')).toMatchObject({ '食品相关产品监管科 杜鹃': '38' });
  });

  it('takes a report of the first working day after a holiday as on time where the office says so', async () => {
    const result = await firstQuarter('bureau', { shift: 'next-working-day' });
    expect(factsOf(result, 'late_reports')).not.toHaveProperty('人事教育科');
    expect(consequencesOf(result)).toContain('all-done 人事教育科');
  });

  // Where each day begins first.
  it.each([
    ['Pacific/Kiritimati', -14 * 60],
    ['America/Los_Angeles', 7 * 60],
  ])('comes to the same in %s', async (zone, offset) => {
    const here = await theQuarter();
    vi.stubEnv('TZ', zone);
    expect(new Date('2026-04-10T00:00:00Z').getTimezoneOffset()).toBe(offset);
    expect(await firstQuarter('bureau')).toEqual(here);
  });
});
