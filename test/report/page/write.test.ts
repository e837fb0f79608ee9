/** The page of a result: one file that asks for nothing, says everything in both languages, and lets no text do anything. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writePage } from '../../../src/report/page/write.js';
import { findingWords } from '../../../src/words/finding.js';
import { aResult } from '../result.js';
import { scoredResult } from '../scores.js';
import { between, bodyOf, policyOf, scriptOf, styleOf, tagsOf, textOf } from './parts.js';

const page = writePage(aResult(), 'zh');

describe('the file', () => {
  it('is the same for the same result', () => {
    expect(writePage(JSON.parse(JSON.stringify(aResult())), 'zh')).toBe(page);
  });

  it('begins in the language asked for, and holds both', () => {
    const english = writePage(aResult(), 'en');
    expect(page).toContain('<html lang="zh-CN"');
    expect(english).toContain('<html lang="en"');
    expect(between(english, '<title>', '</title>')).toBe('考核办　Rules of assessment　the first quarter of 2026');
    for (const each of [page, english]) {
      expect(textOf(each, 'zh')).toContain('并列的同一名次');
      expect(textOf(each, 'en')).toContain('marks equal places');
    }
    expect(textOf(page, 'zh')).not.toContain('marks equal places');
    expect(textOf(page, 'en')).not.toContain('并列的同一名次');
  });

  it('lets run and apply only what stands in it, by its hash', () => {
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = policyOf(page).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(scriptOf(page))}`);
    expect(policy).toContain(`style-src ${hash(styleOf(page))}`);
    expect(policy.join()).not.toMatch(/unsafe|http|\*|data:/);
    expect(tagsOf(page).filter(({ tag }) => ['link', 'img', 'iframe', 'object', 'base', 'form'].includes(tag))).toEqual(
      [],
    );
  });

  it('asks for nothing from anywhere', () => {
    expect(page.replaceAll('http://www.w3.org/2000/svg', '').match(/https?:|url\(|@import|src=/g)).toBeNull();
  });

  it('has no handler or style in an attribute, and leads only into itself', () => {
    for (const each of [page, writePage(scoredResult(), 'zh')])
      for (const { tag, attributes } of tagsOf(bodyOf(each))) {
        expect(
          Object.keys(attributes).filter((name) => /^on|^style$|^src/.test(name)),
          tag,
        ).toEqual([]);
        if (attributes.href !== undefined) expect(attributes.href).toMatch(/^#[a-z0-9-]+$/);
      }
  });

  it('has every id once, and leads to ids that are there', () => {
    const tags = tagsOf(page);
    const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    const asked = tags.flatMap(({ attributes: { href, 'aria-labelledby': by } }) =>
      [href?.slice(1) ?? [], by ?? []].flat(),
    );
    expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the overview', () => {
  it('says the period in words, and what follows for whom', () => {
    expect(textOf(page, 'zh')).toContain('参加排序的班组共4个，已排定名次3个，暂未排定1个。');
    expect(textOf(page, 'zh')).toContain('批评 二组：迟报3次　甲(二)');
    expect(textOf(page, 'en')).toContain('Places for fine (乙(二)): taking part 4, share 30.0%, places 1');
  });

  it('has no column for what follows where nothing does', () => {
    const without = textOf(writePage(aResult({ consequences: [] }), 'zh'), 'zh');
    expect(textOf(page, 'zh')).toContain('结果运用');
    expect(without).not.toContain('结果运用');
  });
});

describe('the order', () => {
  it('shows ties as ties and what is open as open', () => {
    const zh = textOf(page, 'zh');
    expect(zh).toContain('1（并列）');
    expect(textOf(page, 'en')).toContain('1 =');
    expect(zh).toContain('以下暂不能排定名次，排定后上列名次可能顺延，尚缺：');
    expect(zh).toContain('四组：未报2026年2月“月报”（应于2026年3月5日前）');
  });

  it('is drawn with an alternative in words', () => {
    const svg = between(page, '<svg class="bars"', '</svg>');
    expect(svg).toMatch(/role="img".*<title>.+<\/title><desc>.+<\/desc>/);
    expect(page).toContain('<desc>一组：100.0%；三组：100.0%；二组：50.0%；四组：待定</desc>');
  });

  it('carries keys by which it is sorted exactly', () => {
    const rows = between(page, 'id="order-1"', '</table>').split('<tr').slice(2);
    expect(rows.map((row) => /data-key="(\d+)"/.exec(row)?.[1])).toEqual(['1', '1', '3', expect.anything()]);
    expect(rows.at(-1)).toContain('<td class="number open">—</td>');
  });
});

describe("everyone's page", () => {
  const zh = textOf(page, 'zh');
  const en = textOf(page, 'en');

  it('is there for whoever takes part, and for nobody else', () => {
    const anchors = tagsOf(page).filter(({ attributes }) => attributes.class === 'view subject');
    expect(anchors).toHaveLength(aResult().subjects.filter(({ takesPart }) => takesPart).length);
    expect(zh).not.toContain('丁');
  });

  it('says each rule with its clause and what the clause says, by which facts and cells it applied', () => {
    for (const text of ['多次离岗', '建议评为不称职', '乙(一)　离岗超过两次', '离岗 3次（超过2次）'])
      expect(zh).toContain(text);
    for (const text of ['Away too often', 'proposes unable', '乙(一)　Left the post more than twice'])
      expect(en).toContain(text);
    expect(zh).toMatch(/二组-2月\.xlsx › 月报 › D4、D5/);
  });

  it('says what stands in a cell where the result knows', () => {
    const cells = [{ file: '二组-2月.xlsx', sheet: '月报', cell: 'C5' }];
    const [first, ...rest] = aResult().facts;
    if (!first) throw new Error('no fact');
    const known = writePage(aResult({ facts: [{ ...first, cells }, ...rest] }), 'zh');
    expect(textOf(known, 'zh')).toContain('› 月报 › C5“=1+1”');
  });

  it('has the rows that the bulletin sets out, with where they stand', () => {
    const own = between(page, 'id="s2-rows-1"', '</table>');
    for (const text of ['未完成的任务', '2026年2月', '=停电', '二组-2月.xlsx', 'A7“7”']) expect(own).toContain(text);
    expect(page).not.toContain('id="s1-rows-1"');
  });

  it('says what is open and who owes it', () => {
    expect(zh).toContain('仍有可能：先进、合格');
    expect(zh).toContain('各项规定均不适用，由领导小组认定。');
    expect(en).toContain('Still owed: "Monthly report" of 四组 for February 2026 has not come');
  });
});

describe('points', () => {
  const result = scoredResult();
  const zh = textOf(writePage(result, 'zh'), 'zh');

  it('are told line by line, with what does not count and why', () => {
    for (const text of [
      '班组百分考核：79分',
      '40 + 35 + 4 = 79',
      '2次×10分＝-20分',
      '不计：同一事项只计最高的一次，见 考评办/扣分登记.xlsx › 扣分登记 › D4',
      '扣完本项为止，多扣的10分不计',
      '90–100分',
      '自评60分，比考评多20分',
      '事项',
      '情况：=通道堆物',
    ])
      expect(zh).toContain(text);
  });

  it('name rules under which nothing was found', () => {
    const [first] = result.scores;
    if (!first) throw new Error('no score');
    const items = first.items.map((item) => ({
      ...item,
      rules: item.rules.map((rule) => ({ ...rule, sure: '0', reckoned: [] })),
    }));
    const text = textOf(writePage({ ...result, scores: [{ ...first, items }] }, 'zh'), 'zh');
    expect(text).toContain('已审、未发生的规定（');
    expect(text).toContain('1(1) 现场不整洁　甲(二)');
  });

  it('stand side by side item by item, with bounds and signs, and keys by which they are sorted', () => {
    const table = between(writePage(result, 'zh'), '<div class="listing" id="points-1">', '</table>');
    const cells = (row: number): string[] =>
      [
        ...(table
          .split('<tr')
          .at(row)
          ?.matchAll(/<td class="number(?: open)?"(?: data-key="(\d+)")?>([^<]*)/g) ?? []),
      ].map(([, key = '', text]) => `${text}#${key}`);
    expect(cells(-4)).toEqual(['60#2', '40#1', '0#0', '100#2']);
    expect(cells(-3)).toEqual(['40#1', '35#0', '+4#1', '79#1']);
    expect(cells(-1)).toEqual(['50–60#', '40#1', '0#0', '90–100#']);
    expect(page).not.toContain('id="points"');
  });

  it('stand apart by group where groups are ranked apart', () => {
    expect(zh).toContain('一线中第2名，共2个');
    expect(zh).toMatch(/组别\n.*全部/);
  });
});

describe('findings', () => {
  it('are all there with code, what is wrong and how it is mended', () => {
    for (const lang of ['zh', 'en'] as const) {
      const text = textOf(page, lang);
      for (const finding of aResult().findings) {
        const { code, says, remedy } = findingWords(finding);
        for (const each of [code, says[lang], remedy[lang]]) expect(text).toContain(each);
      }
    }
  });

  it('are filtered by unit, severity and code', () => {
    const controls = between(page, '<div class="listing" id="findings-table">', '<table');
    expect(controls.match(/data-facet="\d"/g)).toEqual(['data-facet="0"', 'data-facet="1"', 'data-facet="2"']);
    expect(controls).toContain('<option value="1">四组</option>');
  });

  it('by the hundred are cut, with the true number', () => {
    const [first] = aResult().findings;
    if (!first) throw new Error('no finding');
    const many = writePage(aResult({ findings: Array.from({ length: 101 }, () => first) }), 'zh');
    expect(textOf(many, 'zh')).toContain('二组-2月.xlsx（A201）共 101 处，只列前 100 处，全部见 results.json');
  });
});

describe('reports and measures', () => {
  const zh = textOf(page, 'zh');

  it('tell the state of each report by form, unit and period, in words beside the mark', () => {
    expect(page).toMatch(/<span aria-hidden="true">–<\/span><span class="unseen">.*未报/);
    expect(zh).toContain('月报 ');
    expect(zh).toContain('迟报、未报、退回和有提示的');
  });

  it('tell every number with its origin, and every clause with what rests on it', () => {
    expect(zh).toContain('未设定，有关规则未适用');
    expect(zh).toContain('办法未写明，推定');
    expect(zh).toContain('本单位设定');
    expect(zh).toContain('办法规定');
    for (const [, { at, zh: says }] of Object.entries(aResult().words.clauses))
      expect(zh).toMatch(new RegExp(`${at.replace(/[()]/g, '.')}[^]*${says}`));
    expect(zh).toContain('据此：');
  });
});

describe('a result with next to nothing', () => {
  it('still has a page that says so', () => {
    const bare = writePage(
      aResult({
        standings: [],
        findings: [],
        facts: [],
        grades: [],
        expected: [],
        upcoming: [],
        consequences: [],
        seats: [],
        extracts: [],
        subjects: [],
        files: [],
      }),
      'zh',
    );
    for (const text of ['本期不排名次。', '没有发现问题。', '这一期间没有应报的材料。'])
      expect(textOf(bare, 'zh')).toContain(text);
  });
});

describe('where there are too many to stand as they are read', () => {
  const built = writePage(aResult(), 'zh', 0);

  it('everyone is data, and the rest stands as before', () => {
    expect(tagsOf(built).filter(({ attributes }) => attributes.class === 'view subject')).toEqual([]);
    const { roots } = JSON.parse(between(built, '<script type="application/json" id="packed">', '</script>'));
    expect(Object.keys(roots)).toHaveLength(8);
    expect(bodyOf(built)).toContain('class="unscripted"');
    expect(built.length).toBeLessThan(page.length);
  });

  it('the fewest stay as long as they fit', () => {
    const teams = /id="s\d+" aria-labelledby/g;
    const some = [...Array(60).keys()].map((step) => writePage(aResult(), 'zh', step * 1000).match(teams)?.length ?? 0);
    expect([...new Set(some)]).toEqual([0, 4, 8]);
  });
});
