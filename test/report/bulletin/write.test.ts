import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/base/text.js';
import type { Bulletin } from '../../../src/model/bulletin.js';
import type { Result } from '../../../src/model/result.js';
import { chineseNumeral } from '../../../src/report/bulletin/numeral.js';
import { writeBulletin } from '../../../src/report/bulletin/write.js';
import { aResult, day } from '../result.js';
import { all, section } from './printed.js';
import { WORDS } from './words.js';

const LANGS: readonly Lang[] = ['zh', 'en'];
const headings = ({ blocks }: Bulletin) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));

const EMPTY: Partial<Result> = {
  expected: [],
  upcoming: [],
  findings: [],
  facts: [],
  grades: [],
  standings: [],
  consequences: [],
  extracts: [],
  subjects: [],
};

describe('the bulletin', () => {
  it('has what the office and the measures give', () => {
    const bulletin = writeBulletin(aResult(), 'zh');
    expect(bulletin).toMatchObject({
      lang: 'zh',
      issuer: '某某局',
      number: '某办〔2026〕3号',
      addressees: '各班组',
      title: '关于2026年第一季度任务完成情况的通报',
      signature: { name: '某某局', date: '2026-04-08' },
      imprint: { copies: '局领导', office: '某某局', date: '2026-04-08' },
    });
    expect(bulletin.blocks[0]).toEqual({
      kind: 'paragraph',
      text: '根据《考核办法》，现将2026年第一季度情况通报如下。',
    });
  });

  it('has the attachments, the contact, the date, the printer and the seal that the office gives', () => {
    const { office } = aResult();
    const more = {
      attachments: ['现场核查情况'],
      contact: '王某，6021234',
      issued: day('2026-04-12'),
      printedBy: '局办',
      isSealed: true,
    };
    const bulletin = writeBulletin(aResult({ office: { ...office, ...more } }), 'zh');
    expect(bulletin.attachments.map(({ title, blocks }) => [title, blocks !== undefined])).toEqual([
      ['推定和自行设定的数值及未适用的规则', true],
      ['现场核查情况', false],
    ]);
    expect(bulletin.note).toBe('联系人：王某，6021234');
    expect(bulletin.signature).toMatchObject({ date: '2026-04-12', isSealed: true });
    expect(bulletin.imprint).toMatchObject({ office: '局办', date: '2026-04-12' });
    expect(writeBulletin(aResult({ office: { ...office, ...more } }), 'en').note).toBe('Contact: 王某，6021234');
  });

  it('leaves out what the office has not set', () => {
    const bulletin = writeBulletin(aResult({ office: { name: '考核办', issuer: '某某局' } }), 'en');
    expect(Object.keys(bulletin)).not.toContain('number');
    expect(Object.keys(bulletin)).not.toContain('addressees');
    expect(Object.keys(bulletin)).not.toContain('note');
    expect(Object.keys(bulletin.signature)).not.toContain('isSealed');
    expect(bulletin.imprint).toEqual({ office: '某某局', date: '2026-04-08' });
    expect(bulletin.title).toBe('Bulletin on the first quarter of 2026');
  });

  it('numbers its sections', () => {
    expect(headings(writeBulletin(aResult(), 'zh'))).toEqual([
      '一、总体情况',
      '二、班组次序',
      '三、表扬和批评',
      '四、未完成的任务',
      '五、材料报送',
      '六、组员提示',
      '七、下一步',
      '八、要求',
    ]);
    expect(headings(writeBulletin(aResult(), 'en')).slice(0, 2)).toEqual(['1. Overall', '2. Order of the teams']);
    expect([1, 9, 10, 11, 20, 35].map(chineseNumeral)).toEqual(['一', '九', '十', '十一', '二十', '三十五']);
  });

  it('says so where there is nothing', () => {
    const zh = all(writeBulletin(aResult(EMPTY), 'zh'));
    for (const none of ['本期不排名次。', '无表扬和批评。', '均已完成。', '均按时上报。', '无人。', '近期无材料。']) {
      expect(zh).toContain(none);
    }
    const en = all(writeBulletin(aResult(EMPTY), 'en'));
    for (const none of ['No order is drawn up', 'Nobody.', 'All were done.', 'All came on time.', 'No member.']) {
      expect(en).toContain(none);
    }
    expect(section(aResult(EMPTY), 'overview', 'zh')).toEqual([]);
  });

  it.each(LANGS)('leaves no placeholder and nothing undefined (%s)', (lang) => {
    for (const result of [aResult(), aResult(EMPTY)]) {
      expect(all(writeBulletin(result, lang))).not.toMatch(/undefined|NaN|\[object|[{}]/);
    }
  });

  it.each(LANGS)('is the same from the written result as from the result itself (%s)', (lang) => {
    const result = aResult();
    const again = JSON.parse(JSON.stringify(result)) as Result;
    expect(writeBulletin(again, lang)).toEqual(writeBulletin(result, lang));
  });

  it('lets an id stand where the measures have no words for it', () => {
    const bare = {
      ...WORDS,
      clauses: {},
      subjects: {},
      forms: {},
      facts: {},
      rankings: {},
      ladders: {},
      consequences: {},
    };
    const text = all(writeBulletin(aResult({ words: bare }), 'zh'));
    expect(text).toContain('参加排序的Team共4个');
    expect(text).toContain('名次 | Team | given | done | rate | tardy');
    expect(text).toContain('乙 | 二组 | unable（建议） | away；opinion');
    expect(text).not.toContain('undefined');
  });

  it('repeats a text of the measures as it is', () => {
    expect(section(aResult(), 'text', 'zh')).toEqual(['请各班组改进。']);
    expect(section(aResult(), 'text', 'en')).toEqual(['Teams are to improve.']);
  });
});

describe('the attachment', () => {
  it('tells what was assumed, set by the office and not applied', () => {
    const [attachment, ...more] = writeBulletin(aResult(), 'zh').attachments;
    expect(more).toEqual([]);
    expect(attachment?.title).toBe('推定和自行设定的数值及未适用的规则');
    const table = attachment?.blocks?.[1];
    expect(table?.kind === 'table' && table.rows).toEqual([
      ['优秀比例', '—', '乙(二)', '未设定，有关规则未适用', '名额之内（乙(二)）；离岗'],
      ['备用天数', '—', 'gone', '未设定，有关规则未适用', '—'],
      ['离岗上限', '超过2次', '乙(一)', '办法未写明，推定', '多次离岗（乙(一)）'],
      ['迟报批评次数', '2次以上', '甲(二)', '本单位设定', '全部完成（甲(二)）；迟报批评（甲(二)）'],
    ]);
  });

  it('is written in English too', () => {
    const [attachment] = writeBulletin(aResult(), 'en').attachments;
    const table = attachment?.blocks?.[1];
    expect(table?.kind === 'table' && table.rows[2]).toEqual([
      'Times away, more than',
      'more than 2 times',
      '乙(一)',
      'assumed: the measures do not give it',
      'Away too often (乙(一))',
    ]);
  });

  it('is left out when every number is the measures’ own', () => {
    const { bar } = WORDS.parameters;
    const words = { ...WORDS, parameters: bar ? { bar } : {} };
    expect(writeBulletin(aResult({ words }), 'zh').attachments).toEqual([]);
  });
});
