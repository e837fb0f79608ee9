import { describe, expect, it } from 'vitest';
import { AREA, ASCENT, EM, mm, type Node, PITCH } from '../../../src/report/typesetting/page.js';
import { bulletin, heading, laidOut, lines, linesOn, paragraph, rules, table, texts } from './sample.js';

const lineOf = (y: number): number => (y - ASCENT * EM) / PITCH;
const rolesOf = (node: Node): string[] => node.children.flatMap((child) => [child.role, ...rolesOf(child)]);
const find = (page: Parameters<typeof linesOn>[0], text: string) =>
  linesOn(page).find((line) => line.text.includes(text));

describe('the page', () => {
  it('has the measures of the standard', () => {
    expect(EM).toBeCloseTo(15.793, 3);
    expect(PITCH).toBeCloseTo(29.62, 2);
    expect(mm(25.4)).toBe(72);
  });

  it('holds everything within the type area, but its number', () => {
    const { pages } = laidOut({ blocks: [lines(40), table([['指标', '原因'.repeat(400)]]), lines(3)] });
    for (const page of pages) {
      for (const item of texts(page).filter(({ y }) => y < AREA.top + AREA.height + 10)) {
        expect(item.x).toBeGreaterThanOrEqual(AREA.left - 0.5 * EM);
        expect(item.y - ASCENT * item.size).toBeGreaterThanOrEqual(AREA.top - 0.01);
        expect(item.y + (1 - ASCENT) * item.size).toBeLessThanOrEqual(AREA.top + AREA.height + 0.01);
      }
    }
  });

  it('is numbered at the right on odd pages and at the left on even ones', () => {
    const { pages } = laidOut({ blocks: [lines(40)], attachments: [] });
    const [first, second] = pages.map((page) => linesOn(page).at(-1));
    expect(first?.text).toBe('— 1 —');
    expect(first?.item.face).toBe('song');
    expect(first?.item.size).toBe(14);
    expect(first?.item.node).toBeUndefined();
    expect((first?.x ?? 0) + 14 * 3.5).toBeCloseTo(AREA.width - 14);
    expect(second?.x).toBeCloseTo(14);
    expect((second?.y ?? 0) - 0.32 * 14).toBeCloseTo(AREA.height + mm(7));
  });
});

describe('the head', () => {
  it('stands as the standard wants it', () => {
    const [page] = laidOut().pages;
    const [issuer, number, title] = linesOn(page);
    expect(issuer?.item).toMatchObject({ face: 'heading', red: true });
    expect((issuer?.y ?? 0) - ASCENT * (issuer?.item.size ?? 0)).toBeCloseTo(mm(35));
    const numberTop = (number?.y ?? 0) - ASCENT * EM;
    const issuerBottom = mm(35) + (issuer?.item.size ?? 0);
    expect(number?.text).toBe('临考办〔2026〕18号');
    expect(numberTop - issuerBottom).toBeGreaterThanOrEqual(2 * PITCH);
    expect(numberTop - issuerBottom).toBeLessThan(3 * PITCH);
    const [red] = rules(page).filter((rule) => rule.red);
    expect((red?.y ?? 0) - AREA.top - numberTop - EM).toBeCloseTo(mm(4));
    expect((red?.toX ?? 0) - (red?.x ?? 0)).toBeCloseTo(mm(156));
    expect(title?.item).toMatchObject({ face: 'heading', size: 22, red: false });
    const ruleLine = Math.floor(((red?.y ?? 0) - AREA.top) / PITCH);
    expect(((title?.y ?? 0) - ASCENT * 22) / PITCH).toBeCloseTo(ruleLine + 3);
  });

  it('puts addressees at the left edge, one empty line below the title, with one colon', () => {
    const all = linesOn(laidOut().pages[0]);
    const at = all.findIndex(({ text }) => text === '市直各单位，各镇人民政府：');
    expect(all[at]?.x).toBeCloseTo(0);
    expect(lineOf(all[at]?.y ?? 0) - ((all[at - 1]?.y ?? 0) - ASCENT * 22) / PITCH).toBeCloseTo(2);
    expect(lineOf(all[at + 1]?.y ?? 0) - lineOf(all[at]?.y ?? 0)).toBeCloseTo(1);
  });

  it('leaves the place of a number free and does without addressees', () => {
    const { number: _, addressees: __, ...rest } = bulletin();
    const bare = laidOut({ ...rest, addressees: '' });
    const whole = laidOut();
    const titleOf = (layout: typeof bare): number => find(layout.pages[0], '机关')?.y ?? -1;
    expect(titleOf(laidOut({ number: '' }))).toBe(titleOf(whole));
    expect(find(bare.pages[0], '：')).toBeUndefined();
  });

  it('sets a long issuer in two lines, and a number of two lines above the rule', () => {
    const long = '临江市人民代表大会常务委员会绩效考核工作领导小组办公室';
    const [page] = laidOut({ issuer: long, number: '临考办〔2026〕18号'.repeat(4) }).pages;
    const red = texts(page).filter((item) => item.red);
    expect(red.map(({ text }) => text).join('')).toBe(long);
    expect(new Set(red.map(({ y }) => y)).size).toBe(2);
    const [rule] = rules(page).filter((each) => each.red);
    const ruleY = (rule?.y ?? 0) - AREA.top;
    const above = linesOn(page).filter(({ y, item }) => y < ruleY && !item.red);
    expect(above.map(({ text }) => text).join('')).toBe('临考办〔2026〕18号'.repeat(4));
    expect(above).toHaveLength(2);
  });

  it('shows body text on the first page', () => {
    expect(find(laidOut().pages[0], '2026年第三季度，')).toBeDefined();
  });
});

describe('the body', () => {
  it('is set on the grid in 仿宋, indented by two, headings in 黑体, 楷体 and 仿宋', () => {
    const page = laidOut().pages[0];
    for (const [text, face] of [
      ['2026年第三季度，', 'fang'],
      ['一、总体', 'hei'],
      ['（一）', 'kai'],
      ['1. 名次', 'fang'],
    ] as const) {
      const line = find({ number: 1, items: laidOut().pages.flatMap(({ items }) => items) }, text);
      expect(line?.item).toMatchObject({ face, size: EM });
      expect(line?.x).toBeCloseTo(2 * EM);
      expect(lineOf(line?.y ?? 0)).toBeCloseTo(Math.round(lineOf(line?.y ?? 0)));
    }
    expect(page?.number).toBe(1);
  });

  it('never ends a page with a heading', () => {
    for (let before = 1; before < 24; before += 1) {
      const { pages } = laidOut({
        blocks: [lines(before), heading(1, '一、标题'), heading(2, '（一）小题'), lines(5)],
      });
      for (const page of pages) {
        const last = linesOn(page).at(-2)?.text;
        expect(last).not.toMatch(/标题|小题/);
      }
    }
  });

  it('makes a paragraph of every line that was typed as one, and nothing of empty text', () => {
    const { root } = laidOut({
      blocks: [paragraph('第一段。\n第二段。'), paragraph(''), heading(1, '')],
      attachments: [],
    });
    expect(rolesOf(root).filter((role) => role === 'P')).toHaveLength(3 + 2 + 2 + 2);
    expect(rolesOf(root)).not.toContain('H2');
  });
});

describe('the end', () => {
  it('lists attachments below their first character, without a stop', () => {
    const titles = ['扣分明细。', `安排表${'长'.repeat(30)}`];
    const { pages } = laidOut({ blocks: [lines(2)], attachments: titles.map((title) => ({ title, blocks: [] })) });
    const [first, second, third] = linesOn({ number: 1, items: pages.flatMap(({ items }) => items) }).filter(
      ({ text }) => /扣分|安排|^长/.test(text),
    );
    expect(first?.text).toBe('附件：1. 扣分明细');
    expect(first?.x).toBeCloseTo(2 * EM);
    expect(second?.x).toBeCloseTo(5 * EM);
    expect(third?.x).toBeCloseTo(6.5 * EM);
  });

  it('signs two characters from the right, the date two characters further in', () => {
    const page = laidOut({ blocks: [lines(2)], attachments: [] }).pages[0];
    const all = linesOn(page);
    const date = all.findIndex(({ text }) => text === '2026年10月8日');
    expect(all[date - 1]?.text).toBe('临江市绩效考核办公室');
    expect((all[date - 1]?.x ?? 0) + 10 * EM).toBeCloseTo(AREA.width - 2 * EM);
    expect((all[date]?.x ?? 0) - (all[date - 1]?.x ?? 0)).toBeCloseTo(2 * EM);
    expect(lineOf(all[date - 1]?.y ?? 0) - lineOf(all[date - 2]?.y ?? 0)).toBeCloseTo(2);
  });

  it('moves a short name so that a longer date keeps its distance from the right', () => {
    const signature = { ...bulletin().signature, name: '考核办' };
    const all = linesOn(laidOut({ blocks: [lines(2)], attachments: [], signature }).pages[0]);
    const date = all.find(({ text }) => text === '2026年10月8日');
    const name = all.find(({ text }) => text === '考核办');
    expect((date?.x ?? 0) + 6.5 * EM).toBeCloseTo(AREA.width - 2 * EM);
    expect((date?.x ?? 0) - (name?.x ?? 0)).toBeCloseTo(2 * EM);
  });

  it('breaks a long name by sense, in the foot too', () => {
    const name = '云岭州质量技术监督局目标管理考核工作领导小组办公室（云岭州效能建设办公室）';
    const { date } = bulletin().signature;
    const signed = { signature: { name, date }, imprint: { office: name, date } };
    const { pages } = laidOut({ blocks: [lines(2)], attachments: [], ...signed });
    const all = linesOn(pages[0]);
    const at = all.findIndex(({ text }) => text === '2026年10月8日');
    expect(all.slice(at - 2, at).map(({ text }) => text)).toEqual([
      '云岭州质量技术监督局目标管理考核工作',
      '领导小组办公室（云岭州效能建设办公室）',
    ]);
    expect(all[at - 1]?.x).toBeCloseTo(all[at - 2]?.x ?? 0);
    expect((all[at]?.x ?? 0) - (all[at - 1]?.x ?? 0)).toBeCloseTo(2 * EM);
    const foot = linesOn(pages.at(-1)).map(({ text }) => text);
    expect(foot.slice(-3, -1)).toEqual([
      '云岭州质量技术监督局目标管理考核工作',
      '领导小组办公室（云岭州效能建设办公室）2026年10月8日印发',
    ]);
  });

  it('with a seal ends the date four characters from the right and centres the name over it, two lines below the text', () => {
    for (const name of ['考核办', '云岭州质量技术监督局办公室', '临江市绩效考核工作领导小组'.repeat(3)]) {
      const signature = { ...bulletin().signature, name, isSealed: true };
      const all = linesOn(laidOut({ blocks: [lines(2)], attachments: [], signature }).pages[0]);
      const at = all.findIndex(({ text }) => text === '2026年10月8日');
      const from = all.findLastIndex(({ text }) => text.startsWith('考考')) + 1;
      const dateX = all[at]?.x ?? 0;
      expect(dateX + 6.5 * EM).toBeCloseTo(AREA.width - 4 * EM);
      const named = all.slice(from, at);
      expect(named.map(({ text }) => text).join('')).toBe(name);
      for (const { x, text } of named) {
        expect(x + (text.length * EM) / 2).toBeCloseTo(dateX + 3.25 * EM);
        expect(x + text.length * EM).toBeLessThanOrEqual(AREA.width + 0.01);
      }
      expect(lineOf(named[0]?.y ?? 0) - lineOf(all[from - 1]?.y ?? 0)).toBeCloseTo(3);
    }
  });

  it('never signs on a page without text', () => {
    for (let before = 1; before < 24; before += 1) {
      for (const count of [0, 2, 12]) {
        const attachments = Array.from({ length: count }, (_, at) => ({ title: `明细${at}`, blocks: [] }));
        const { pages } = laidOut({ blocks: [lines(before)], attachments });
        const page = pages.find((each) => find(each, '2026年10月8日') !== undefined);
        expect(linesOn(page)[0]?.text).toMatch(/考{10}|临江市绩效|明细/);
        expect(linesOn(page)[0]?.item.red || linesOn(page).length > 4).toBe(true);
      }
    }
  });

  it('never signs on a page without the body: the last of it goes along, be it a table, before a list of attachments', () => {
    const rows = Array.from({ length: 8 }, (_, at) => [`科室${at}`, '优秀']);
    for (let before = 1; before < 24; before += 1) {
      for (const count of [0, 1, 6, 12]) {
        for (const last of [paragraph('末段。'), table(rows)]) {
          const attachments = Array.from({ length: count }, (_, at) => ({ title: `明细${at}` }));
          const { pages } = laidOut({ blocks: [lines(before), last], attachments });
          const signed = linesOn(pages.find((each) => find(each, '2026年10月8日') !== undefined));
          expect(signed.some(({ text }) => /考{10}|末段|科室\d/.test(text))).toBe(true);
        }
      }
    }
  });

  it('notes whom to ask in brackets below the date, never on a page without it', () => {
    const note = '联系人：王某，电话：6021234';
    for (let before = 1; before < 24; before += 1) {
      const { pages } = laidOut({ blocks: [lines(before)], attachments: [], note });
      const page = pages.find((each) => find(each, '联系人') !== undefined);
      const all = linesOn(page);
      const at = all.findIndex(({ text }) => text === `（${note}）`);
      expect(all[at]?.x).toBeCloseTo(2 * EM);
      expect(all[at - 1]?.text).toBe('2026年10月8日');
      expect(lineOf(all[at]?.y ?? 0) - lineOf(all[at - 1]?.y ?? 0)).toBeCloseTo(1);
    }
    const english = laidOut({ lang: 'en', note: 'Contact: Wang' }).pages;
    expect(english.flatMap((page) => linesOn(page)).map(({ text }) => text)).toContain('(Contact: Wang)');
  });

  it('lists an attachment that is added by hand, and has no page for it', () => {
    const attachments = [{ title: '扣分明细', blocks: [] }, { title: '现场核查情况' }];
    const shown = laidOut({ attachments }).pages.flatMap((page) => linesOn(page).map(({ text }) => text));
    expect(shown).toContain('2. 现场核查情况');
    expect(shown).toContain('附件1');
    expect(shown).not.toContain('附件2');
  });

  it('begins every attachment on a new page, its number at the top left, its title on line 3', () => {
    const attachments = [
      { title: '扣分明细', blocks: [paragraph('内容。')] },
      { title: '安排表', blocks: [] },
    ];
    const { pages } = laidOut({ attachments });
    const [label, title, text] = linesOn(pages.at(-2));
    expect(label).toMatchObject({ text: '附件1', item: { face: 'hei' } });
    expect(label?.x).toBeCloseTo(0);
    expect(lineOf(label?.y ?? 0)).toBeCloseTo(0);
    expect(((title?.y ?? 0) - ASCENT * 22) / PITCH).toBeCloseTo(2);
    expect(lineOf(text?.y ?? 0)).toBeCloseTo(4);
    expect(linesOn(pages.at(-1))[0]?.text).toBe('附件2');
  });

  it('sets the foot on the bottom edge of the last page', () => {
    const page = laidOut().pages.at(-1);
    const [top, middle, bottom] = rules(page);
    expect([top, middle, bottom].map((rule) => rule?.thickness)).toEqual([mm(0.35), mm(0.25), mm(0.35)]);
    expect(bottom?.y).toBeCloseTo(AREA.top + AREA.height);
    const copies = find(page, '抄送');
    expect(copies).toMatchObject({ text: '抄送：市委办公室，市政府办公室。', item: { size: 14, face: 'fang' } });
    expect(copies?.x).toBeCloseTo(14);
    expect(find(page, '印发')?.text).toBe('临江市绩效考核办公室2026年10月9日印发');
  });

  it('wraps copies below the first and offices beside the date', () => {
    const copies = '市委办公室，'.repeat(12);
    const office = '临江市绩效考核工作领导小组'.repeat(3);
    const page = laidOut({ imprint: { copies, office, date: bulletin().signature.date } }).pages.at(-1);
    const wrapped = linesOn(page).filter(({ text }) => text.includes('委办公'));
    expect(wrapped[1]?.x).toBeCloseTo(14 * 4);
    expect(linesOn(page).filter(({ text }) => text.includes('领导小组')).length).toBeGreaterThan(1);
    const bare = laidOut({ imprint: { office: '考核办', date: bulletin().signature.date } }).pages.at(-1);
    expect(rules(bare)).toHaveLength(2);
    const { imprint: _, ...without } = bulletin();
    expect(
      rules(laidOut({ ...without, attachments: [] }).pages[0]).filter(({ thickness }) => thickness > 0.6),
    ).toHaveLength(1);
  });
});

describe('the structure', () => {
  it('names titles, headings, paragraphs and table cells in reading order', () => {
    const { root } = laidOut();
    const roles = rolesOf(root);
    expect(roles.slice(0, 9)).toEqual(['P', 'P', 'H1', 'P', 'P', 'H2', 'H3', 'H4', 'Table']);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(3);
    expect(roles.filter((role) => role === 'TD')).toHaveLength(15);
    expect(roles.at(-4)).toBe('H1');
  });
});

describe('a bulletin in English', () => {
  it('has the same page, English words and Latin faces', () => {
    const { pages } = laidOut({
      lang: 'en',
      addressees: 'All departments',
      blocks: [
        paragraph('It’s the “best” quarter so far.'),
        heading(2, '1.1 Order'),
        table([['a', 'b']], { caption: 'Table 1' }),
      ],
      attachments: [{ title: 'Deductions', blocks: [] }],
    });
    const all = pages.flatMap((page) => linesOn(page));
    const shown = all.map(({ text }) => text);
    for (const text of ['All departments:', 'Attachment: Deductions', '8 October 2026', 'Attachment']) {
      expect(shown).toContain(text);
    }
    expect(shown.some((text) => text.endsWith('Printed on 9 October 2026'))).toBe(true);
    expect(shown.some((text) => /^Copies: .*\.$/.test(text))).toBe(true);
    expect(new Set(all.map(({ item }) => item.face))).toEqual(new Set(['heading', 'song', 'hei']));
    expect(texts(pages[0]).some(({ form, text }) => form === 'narrow' && text === '“')).toBe(true);
    const two = laidOut({ lang: 'en', attachments: [1, 2].map((at) => ({ title: `T${at}`, blocks: [] })) });
    expect(two.pages.flatMap((page) => linesOn(page)).map(({ text }) => text)).toContain('Attachments: 1. T1');
  });
});
