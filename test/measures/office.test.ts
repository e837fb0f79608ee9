import { describe, expect, it } from 'vitest';
import { loadOffice } from '../../src/measures/office.js';
import { problemText } from '../../src/measures/problem.js';
import { marked, shownAt } from './packs.js';

const LEAST = 'measures: quality-bureau\nname: 云岭州质监局\n';

describe('an office file', () => {
  it('needs no more than the measures and a name', () => {
    const { office, problems, parameters } = loadOffice('assess.yaml', LEAST);
    expect(problems).toEqual([]);
    expect(parameters).toEqual({});
    expect(office).toEqual({
      measures: 'quality-bureau',
      name: '云岭州质监局',
      issuer: '云岭州质监局',
      attachments: [],
      read: [],
      counts: [],
      shift: 'none',
      severities: {},
      confirmed: [],
      fonts: {},
    });
  });

  it('may say everything', () => {
    const { office, parameters } = loadOffice(
      'assess.yaml',
      `${LEAST}issuer: 局办公室
number: 云质监办〔2026〕3号
addressees: 局机关各科室
copies: 局领导
attachments: [现场核查情况]
contact: 王某，6021234
issued: 2026-04-12
printed_by: 局办公室文印室
seal: true
lang: en
as_of: 2026-04-10
read: [../office]
counts: [a.xlsx]
deadlines: { shift: next-working-day }
parameters: { due_day: 6 }
severities: { A201: note }
confirmed:
  - { code: A301, file: a.xlsx, cell: D7, stands: "119", reason: 经核实 }
  - { code: A502, unit: 计量科, form: 月工作目标计划表, period: 2026-03, reason: 同意顺延 }
fonts: { song: fonts/song.ttf }
`,
    );
    expect(parameters).toEqual({ due_day: 6 });
    expect(office).toEqual({
      measures: 'quality-bureau',
      name: '云岭州质监局',
      issuer: '局办公室',
      number: '云质监办〔2026〕3号',
      addressees: '局机关各科室',
      copies: '局领导',
      attachments: ['现场核查情况'],
      contact: '王某，6021234',
      issued: '2026-04-12',
      printedBy: '局办公室文印室',
      isSealed: true,
      lang: 'en',
      asOf: '2026-04-10',
      read: ['../office'],
      counts: ['a.xlsx'],
      shift: 'next-working-day',
      severities: { A201: 'note' },
      confirmed: [
        { code: 'A301', file: 'a.xlsx', cell: 'D7', stands: '119', reason: '经核实' },
        { code: 'A502', unit: '计量科', form: '月工作目标计划表', period: '2026-03', reason: '同意顺延' },
      ],
      fonts: { song: 'fonts/song.ttf' },
    });
  });

  it.each([
    ['a key that there is not', `${LEAST}parameter: «{}»`],
    ['an empty name', 'measures: a\nname: «""»'],
    ['a language that there is not', `${LEAST}lang: «fr»`],
    ['a day that does not exist', `${LEAST}as_of: «2026-02-30»`],
    ['a date of issue that does not exist', `${LEAST}issued: «2026-02-30»`],
    ['a number with square brackets, 第 and a zero', `${LEAST}number: «云质监办[2026]第09号»`],
    ['a number with round brackets', `${LEAST}number: «云质监办（2026）9号»`],
    ['a number with black brackets and no 号', `${LEAST}number: «云质监办【2026】9»`],
    ['a number with a zero before it', `${LEAST}number: «云质监办〔2026〕0128号»`],
    ['a number with 第', `${LEAST}number: «云质监办〔2026〕第9号»`],
    ['an empty number', `${LEAST}number: «""»`],
    ['a seal that is neither yes nor no', `${LEAST}seal: «圆形»`],
    ['attachments that are no list', `${LEAST}attachments: «现场核查情况»`],
    ['a day written otherwise', `${LEAST}as_of: «2026/2/3»`],
    ['a shift that there is not', `${LEAST}deadlines: { shift: «later» }`],
    ['a severity that there is not', `${LEAST}severities: { A201: «fatal» }`],
    ['a code that is none', `${LEAST}severities: { late: «note» }`],
    ['a confirmation without a reason', `${LEAST}confirmed: [{ code: A502, unit: 计量科, reason: «""» }]`],
    ['a confirmation of nothing in particular', `${LEAST}confirmed: [«{ code: A502, reason: 同意 }»]`],
    ['a face that there is not', `${LEAST}fonts: { comic: «a.ttf» }`],
    ['a file alone instead of a list', `${LEAST}counts: «a.xlsx»`],
  ])('with %s is refused where it stands', (_, pack) => {
    const { text, spot } = marked('assess.yaml', pack);
    const { office, problems } = loadOffice('assess.yaml', text);
    expect(problems.map(shownAt)).toEqual([['setting', spot]]);
    expect(office).toBeUndefined();
  });

  it.each(['云质监办〔2026〕128号', '〔2026〕1号', '2026年第9号', 'QTS/2026/09', 'Yunling QTS Office (2026) No. 9'])(
    'takes %s for a document number',
    (number) => {
      expect(loadOffice('assess.yaml', `${LEAST}number: ${number}`).office?.number).toBe(number);
    },
  );

  it.each(['', '[]', 'text'])('%j is none', (text) => {
    const { office, problems } = loadOffice('assess.yaml', text);
    expect(problems.map(({ kind, spot }) => [kind, spot.line, spot.column])).toEqual([['setting', 1, 1]]);
    expect(office).toBeUndefined();
  });

  it('that lacks a key says which', () => {
    const { problems } = loadOffice('assess.yaml', 'name: 局');
    expect(problems.map(problemText)).toEqual([
      { zh: '内容不合规定：measures：不可缺少', en: 'not as it must be: measures: is needed' },
    ]);
  });

  it('that is no YAML is refused where it breaks', () => {
    const { office, problems } = loadOffice('assess.yaml', `${LEAST}read: [a`);
    expect(problems.map(({ kind, spot }) => [kind, spot.line])).toEqual([['syntax', 3]]);
    expect(office).toBeUndefined();
  });
});
