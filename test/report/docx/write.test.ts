import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bulletin } from '../../../src/model/bulletin.js';
import { writeDocx } from '../../../src/report/docx/write.js';
import { bulletin, heading, paragraph, table } from '../pdf/sample.js';
import { all, type Element, first, paragraphs, partsOf, textOf, tree, value } from './opened.js';

const zone = process.env.TZ;
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const chart = {
  kind: 'chart',
  caption: '各单位得分',
  alt: '条形图：各单位得分。',
  isShare: false,
  bars: [
    { name: '市财政局', text: '96.5', least: '96.5', most: '96.5' },
    { name: '市教育局', text: '80–90', least: '80', most: '90' },
    { name: '市水利局', text: '待定' },
  ],
} as const;
const opened = (more: Partial<Bulletin> = {}): Readonly<Record<string, string>> => partsOf(writeDocx(bulletin(more)));
const documentOf = (more: Partial<Bulletin> = {}): Element => tree(opened(more)['word/document.xml'] ?? '');
const styleNamed = (styles: Element, id: string): Element | undefined =>
  all(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id);

/** The order that the schema wants of what may stand in each; a program may refuse a document that has another. */
const ORDERS: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
    'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment outlineLvl',
  'w:rPr': 'rStyle rFonts b bCs i iCs noProof snapToGrid vanish color spacing w kern position sz szCs highlight u lang',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tcBorders': 'top start left bottom end right insideH insideV',
  'w:sectPr': 'headerReference footerReference pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols titlePg docGrid',
  'w:style': 'name aliases basedOn next link uiPriority semiHidden qFormat locked pPr rPr tblPr trPr tcPr',
  'w:settings':
    'zoom defaultTabStop evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore compat ' +
    'themeFontLang',
  'w:tbl': 'tblPr tblGrid tr',
  'w:font': 'altName panose1 charset family notTrueType pitch sig',
  'wp:inline': 'extent effectExtent docPr cNvGraphicFramePr graphic',
  'c:chartSpace': 'date1904 lang roundedCorners chart spPr txPr externalData',
  'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap axId',
  'c:ser': 'idx order tx spPr invertIfNegative dPt dLbls cat val',
  'c:dLbls':
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize',
  'c:catAx':
    'axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx ' +
    'crosses auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl',
  'c:valAx':
    'axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx ' +
    'crosses crossBetween',
  'c:scaling': 'logBase orientation max min',
};

function misplaced(element: Element): string[] {
  const order = ORDERS[element.name]?.split(' ');
  const places = element.children.map(({ name }) => order?.indexOf(name.replace(/^\w+:/, '')) ?? 0);
  const wrong = places.some((place, at) => place < 0 || place < (places[at - 1] ?? 0));
  const here = wrong ? [`${element.name}: ${element.children.map(({ name }) => name).join(' ')}`] : [];
  return [...here, ...element.children.flatMap(misplaced)];
}

describe('a Word document', () => {
  it('has the same bytes on every run and in every time zone', async () => {
    const bytes: Buffer[] = [];
    for (const each of ['Pacific/Kiritimati', 'America/New_York', 'Asia/Shanghai']) {
      process.env.TZ = each;
      bytes.push(Buffer.from(writeDocx(bulletin({ blocks: [chart] }))));
    }
    expect(bytes[1]?.equals(bytes[0] as Buffer)).toBe(true);
    expect(bytes[2]?.equals(bytes[0] as Buffer)).toBe(true);
  });

  it.each(['zh', 'en'] as const)('is well-formed, everything where the schema wants it (%s)', async (lang) => {
    const parts = opened({ lang, blocks: [...bulletin().blocks, chart], note: '联系人：王某' });
    const texts = Object.entries(parts).filter(([name]) => /\.(xml|rels)$/.test(name));
    expect(texts.length).toBeGreaterThan(12);
    expect(texts.flatMap(([, text]) => misplaced(tree(text)))).toEqual([]);
  });

  it('names every part once with its type, and no relation leads nowhere or outside', async () => {
    const parts = opened({ blocks: [chart, chart] });
    const types = tree(parts['[Content_Types].xml'] ?? '');
    const overridden = all(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1) ?? '');
    const defaults = all(types, 'Default').map(({ attributes }) => attributes.Extension);
    expect(new Set(overridden).size).toBe(overridden.length);
    for (const name of overridden) expect(Object.keys(parts)).toContain(name);
    for (const name of Object.keys(parts)) {
      if (name === '[Content_Types].xml') continue;
      expect(overridden.includes(name) || defaults.includes(name.split('.').at(-1))).toBe(true);
    }
    for (const [name, text] of Object.entries(parts).filter(([each]) => each.endsWith('.rels'))) {
      const base = `file:///${name.replace(/_rels\/[^/]+$/, '')}`;
      for (const { attributes } of all(tree(text), 'Relationship')) {
        expect(attributes.TargetMode).toBeUndefined();
        expect(Object.keys(parts)).toContain(decodeURI(new URL(attributes.Target ?? '', base).pathname.slice(1)));
      }
    }
  });

  it('tells title, author and language, and the date of the bulletin instead of the clock', async () => {
    const core = tree(opened({ title: '研发<R&D>考核' })['docProps/core.xml'] ?? '');
    expect(first(core, 'dc:title')?.text).toBe('研发<R&D>考核');
    expect(first(core, 'dc:creator')?.text).toBe('临江市绩效考核办公室');
    expect(first(core, 'dc:language')?.text).toBe('zh-CN');
    expect(all(core, 'dcterms:created').map(({ text }) => text)).toEqual(['2026-10-08T00:00:00Z']);
    expect(all(core, 'dcterms:modified').map(({ text }) => text)).toEqual(['2026-10-08T00:00:00Z']);
  });
});

describe('its page', () => {
  it('is A4 with the margins of the standard and a grid of 22 lines of 28 characters', async () => {
    const section = first(documentOf(), 'w:sectPr');
    expect(first(section, 'w:pgSz')?.attributes).toEqual({ 'w:w': '11906', 'w:h': '16838' });
    const mm = (twips = ''): number => (Number(twips) / 1440) * 25.4;
    const margins = first(section, 'w:pgMar')?.attributes;
    const sides = ['top', 'right', 'bottom', 'left'].map((side) => mm(margins?.[`w:${side}`]).toFixed(1));
    expect(sides).toEqual(['37.0', '26.0', '35.0', '28.0']);
    const grid = first(section, 'w:docGrid')?.attributes;
    expect(grid?.['w:type']).toBe('linesAndChars');
    expect(Math.floor(((225 / 25.4) * 1440) / Number(grid?.['w:linePitch']))).toBe(22);
    expect(Math.floor(((156 / 25.4) * 72) / (16 + Number(grid?.['w:charSpace']) / 4096))).toBe(28);
  });

  it('fits 22 lines and 28 characters also in programs that keep to no grid', async () => {
    const styles = tree(opened()['word/styles.xml'] ?? '');
    const letters = first(styleNamed(styles, 'Normal'), 'w:rPr');
    const closer = value(letters, 'w:spacing');
    expect(value(letters, 'w:sz')).toBe('32');
    const width = 28 * (16 + Number(closer) / 20);
    expect(width).toBeLessThanOrEqual((156 / 25.4) * 72);
    expect((156 / 25.4) * 72 - width).toBeLessThan(2);
    const line = first(styleNamed(styles, 'Normal'), 'w:spacing')?.attributes;
    expect(line?.['w:lineRule']).toBe('exact');
    expect(Math.floor(((225 / 25.4) * 1440) / Number(line?.['w:line']))).toBe(22);
    for (const name of ['widowControl', 'autoSpaceDE', 'autoSpaceDN', 'snapToGrid'])
      expect(value(styleNamed(styles, 'Normal'), `w:${name}`)).toBe('0');
  });

  it('is numbered at the right on odd pages and at the left on even ones, by the only field there is', async () => {
    const parts = opened();
    expect(first(tree(parts['word/settings.xml'] ?? ''), 'w:evenAndOddHeaders')).toBeDefined();
    const [odd, even] = ['footer1', 'footer2'].map((name) => tree(parts[`word/${name}.xml`] ?? ''));
    expect([textOf(odd), textOf(even)]).toEqual(['— 1 —', '— 1 —']);
    expect(value(odd, 'w:jc')).toBe('right');
    expect(first(odd, 'w:ind')?.attributes).toEqual({ 'w:right': '280' });
    expect(first(even, 'w:ind')?.attributes).toEqual({ 'w:left': '280' });
    expect(all(odd, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'])).toEqual([' PAGE ']);
    expect(parts['word/document.xml']).not.toMatch(/fldSimple|fldChar|instrText|w:hyperlink/);
  });
});

describe('its text', () => {
  it('has a named style for every paragraph, with the faces of the standard', async () => {
    const parts = opened({ note: '联系人：王某' });
    const styles = tree(parts['word/styles.xml'] ?? '');
    const named = new Map(
      all(styles, 'w:style').map((style) => [
        style.attributes['w:styleId'],
        value(style, 'w:aliases') ?? value(style, 'w:name'),
      ]),
    );
    const shown = paragraphs(tree(parts['word/document.xml'] ?? '')).filter(({ text }) => text !== '');
    expect(shown.map(({ style, text }) => `${named.get(style)}|${text.slice(0, 8)}`)).toEqual([
      '发文机关标志|临江市绩效考核办',
      '发文字号|临考办〔2026',
      '公文标题|关于2026年第',
      '主送机关|市直各单位，各镇',
      '公文正文|2026年第三季',
      '一级标题|一、总体情况',
      '二级标题|（一）得分与等次',
      '三级标题|1. 名次',
      '图表标题|表1 得分',
      '附件说明|附件：扣分明细',
      '发文机关署名|临江市绩效考核办',
      '成文日期|2026年10月',
      '附注|（联系人：王某）',
      '附件标识|附件',
      '公文标题|扣分明细',
      '公文正文|同一事项不重复扣',
    ]);
    const face = (id: string): string | undefined =>
      first(styleNamed(styles, id), 'w:rFonts')?.attributes['w:eastAsia'];
    expect(['Normal', 'Title', 'Heading1', 'Heading2', 'Heading3', 'Issuer', 'TableHead', 'Footer'].map(face)).toEqual([
      '仿宋_GB2312',
      '方正小标宋简体',
      '黑体',
      '楷体_GB2312',
      '仿宋_GB2312',
      '方正小标宋简体',
      '黑体',
      '宋体',
    ]);
    expect(value(styleNamed(styles, 'Issuer'), 'w:color')).toBe('FF0000');
    expect(value(styleNamed(styles, 'Title'), 'w:sz')).toBe('44');
    const fonts = tree(parts['word/fontTable.xml'] ?? '');
    expect(all(fonts, 'w:altName')).toHaveLength(5);
  });

  it('has headings with their levels, which never end a page', async () => {
    const styles = tree(opened()['word/styles.xml'] ?? '');
    for (const [at, id] of ['Heading1', 'Heading2', 'Heading3'].entries()) {
      expect(value(styleNamed(styles, id), 'w:outlineLvl')).toBe(String(at));
      expect(value(styleNamed(styles, id), 'w:name')).toBe(`heading ${at + 1}`);
      expect(first(styleNamed(styles, id), 'w:keepNext')).toBeDefined();
    }
  });

  it('is indented by two characters, its title broken by sense, the red rule below the number', async () => {
    const parts = opened();
    const styles = tree(parts['word/styles.xml'] ?? '');
    expect(first(styleNamed(styles, 'Text'), 'w:ind')?.attributes['w:firstLineChars']).toBe('200');
    const all_ = paragraphs(tree(parts['word/document.xml'] ?? ''));
    expect(all_.find(({ style }) => style === 'Title')?.text.split('\n').length).toBe(2);
    const number = all_.find(({ style }) => style === 'DocumentNumber');
    expect(first(number?.element, 'w:bottom')?.attributes).toMatchObject({ 'w:color': 'FF0000', 'w:sz': '16' });
    const issuer = all_.find(({ style }) => style === 'Issuer');
    const { 'w:before': before, 'w:line': line } = first(issuer?.element, 'w:spacing')?.attributes ?? {};
    const size = Number(value(issuer?.element, 'w:sz')) / 2;
    expect(Number(before) / 20 + (Number(line) / 20 - size) / 2).toBeCloseTo((35 / 25.4) * 72, 0);
  });

  it('is in the languages that it says it is in', async () => {
    const languageOf = async (lang: 'zh' | 'en'): Promise<Record<string, string> | undefined> => {
      const styles = tree(opened({ lang })['word/styles.xml'] ?? '');
      return first(styles, 'w:lang')?.attributes;
    };
    expect(await languageOf('zh')).toEqual({ 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' });
    expect(await languageOf('en')).toEqual({ 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' });
    const english = documentOf({ lang: 'en', attachments: [{ title: 'A' }, { title: 'B' }] });
    const texts = paragraphs(english).map(({ text }) => text);
    expect(texts).toContain('Attachments:\t1.\tA');
    expect(texts).toContain('2.\tB');
    expect(texts).toContain('8 October 2026');
  });

  it('tells Word that figures stay with their units, without a character more in the text', () => {
    const parts = opened({ blocks: [paragraph('2026年4月15日前未报1份。')] });
    const rules = tree(parts['word/settings.xml'] ?? '').children.filter(({ name }) => name.startsWith('w:noLine'));
    const [after = '', before = ''] = rules.map(({ attributes }) => attributes['w:val']);
    expect(rules.map(({ attributes }) => attributes['w:lang'])).toEqual(['zh-CN', 'zh-CN']);
    for (const mark of '年月第（《“') expect(after).toContain(mark);
    for (const mark of '年月日号份项。，）》”%') expect(before).toContain(mark);
    expect([after.length <= 50, before.length <= 100]).toEqual([true, true]);
    expect(parts['word/document.xml']).toContain('>2026年4月15日前未报1份。<');
  });

  it('takes nothing in a text for more than text', async () => {
    const hostile = '<w:r/> &amp; {PAGE} =1+1 http://a.b \u0007\u202e{ HYPERLINK "x" }';
    const parts = opened({ blocks: [paragraph(hostile), table([[hostile]], {})], title: hostile });
    const document = tree(parts['word/document.xml'] ?? '');
    expect(paragraphs(document).find(({ style }) => style === 'Text')?.text).toContain('<w:r/> &amp; {PAGE} =1+1');
    expect(parts['word/document.xml']).not.toContain('\u0007');
    expect(Object.keys(parts).sort()).toEqual(Object.keys(opened({ blocks: [] })).sort());
  });

  it('keeps line breaks as paragraphs and leaves out what is empty', async () => {
    const document = documentOf({
      blocks: [paragraph('一。\n二。'), paragraph(''), heading(1, '')],
      attachments: [],
    });
    expect(
      paragraphs(document)
        .filter(({ style }) => /Text|Heading/.test(style))
        .map(({ text }) => text),
    ).toEqual(['一。', '二。']);
  });
});

describe('its signature', () => {
  const placed = (name: string): { name: Element | undefined; lines: string[]; left: number[] } => {
    const all_ = paragraphs(documentOf({ signature: { ...bulletin().signature, name }, attachments: [] }));
    const [signer, date] = ['Signature', 'IssuedOn'].map((id) => all_.find(({ style }) => style === id));
    const left = [signer, date].map((each) => Number(first(each?.element, 'w:ind')?.attributes['w:left']));
    return { name: signer?.element, lines: signer?.text.split('\n') ?? [], left };
  };
  const square = ((156 / 25.4) * 1440) / 28;

  it('begins the date two characters right of the name, however long that is', () => {
    for (const count of [3, 10, 20, 23, 24, 26, 27, 28, 30, 36, 48]) {
      const { lines, left } = placed('考'.repeat(count));
      expect((left[1] ?? 0) - (left[0] ?? 0)).toBeCloseTo(2 * square, -1);
      // Name and date lie within the type area.
      expect(left[0]).toBeGreaterThanOrEqual(0);
      expect((left[0] ?? 0) + Math.max(...lines.map(({ length }) => length)) * square).toBeLessThan(26.2 * square);
      expect((left[1] ?? 0) + 6.5 * square).toBeLessThan(26.2 * square);
    }
  });

  it('with a seal centres name and date, the date four characters from the right', () => {
    const signature = { ...bulletin().signature, isSealed: true };
    const all_ = paragraphs(documentOf({ signature, attachments: [] }));
    const at = all_.findIndex(({ style }) => style === 'Signature');
    const [signer, date] = all_.slice(at, at + 2);
    expect(all_.slice(at - 2, at).map(({ text }) => text)).toEqual(['', '']);
    expect([signer, date].map((each) => value(each?.element, 'w:jc'))).toEqual(['center', 'center']);
    const left = [signer, date].map((each) => Number(first(each?.element, 'w:ind')?.attributes['w:left']));
    expect(left[0]).toBe(left[1]);
    // Both are centred in what is left of the line.
    expect((28 * square - (left[0] ?? 0)) / 2).toBeCloseTo((4 + 6.5 / 2) * square, -2);
  });

  it('breaks a long name by sense', () => {
    const { lines } = placed('云岭州质量技术监督局目标管理考核工作领导小组办公室（云岭州效能建设办公室）');
    expect(lines).toEqual(['云岭州质量技术监督局目标管理考核工作', '领导小组办公室（云岭州效能建设办公室）']);
  });
});

describe('its tables', () => {
  it('have real widths that fill the type area, and repeat their heading', async () => {
    const given = table([['1', '市财政局', '长'.repeat(60)]], { caption: '表1' });
    const [element] = all(documentOf({ blocks: [given], attachments: [] }), 'w:tbl');
    const widths = all(first(element, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    expect(widths).toHaveLength(3);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Math.round((156 / 25.4) * 1440));
    expect(widths[2]).toBeGreaterThan(widths[1] ?? 0);
    const rows = all(element, 'w:tr');
    expect(rows.map((row) => first(row, 'w:tblHeader') !== undefined)).toEqual([true, false]);
    expect(rows.every((row) => first(row, 'w:cantSplit') !== undefined)).toBe(true);
    for (const row of rows)
      expect(all(row, 'w:tcW').map(({ attributes }) => Number(attributes['w:w']))).toEqual(widths);
  });

  it('align what stands in them, and forgive a short row', async () => {
    const columns = (['left', 'center', 'right'] as const).map((align) => ({ title: align, width: 1, align }));
    const [element] = all(documentOf({ blocks: [table([['甲', '乙', '1'], ['丁']], { columns })] }), 'w:tbl');
    const [, row, short] = all(element, 'w:tr');
    expect(all(row, 'w:tc').map((cell) => value(cell, 'w:jc'))).toEqual([undefined, 'center', 'right']);
    expect(all(short, 'w:tc').map(textOf)).toEqual(['丁', '', '']);
  });

  it('do not merge: a paragraph stands between two', async () => {
    const body = first(documentOf({ blocks: [table([['甲']]), table([['乙']])], attachments: [] }), 'w:body');
    const names = body?.children.map(({ name }) => name) ?? [];
    expect(names.filter((name) => name === 'w:tbl')).toHaveLength(3);
    expect(names.some((name, at) => name === 'w:tbl' && names[at + 1] === 'w:tbl')).toBe(false);
    expect(names.slice(-3)).toEqual(['w:tbl', 'w:p', 'w:sectPr']);
  });

  it('are not parted from what leads up to them', async () => {
    const document = documentOf({
      blocks: [paragraph('如下。'), table([['甲']]), paragraph('其他。'), paragraph('末段。')],
      attachments: [],
    });
    const kept = paragraphs(document)
      .filter(({ style }) => style === 'Text')
      .map(({ text, element }) => [text, first(element, 'w:keepNext') !== undefined]);
    // Nor is the signature from the last of the text.
    expect(kept.slice(0, 3)).toEqual([
      ['如下。', true],
      ['其他。', false],
      ['末段。', true],
    ]);
    expect(documentOf({ blocks: [table([], { columns: [] })], attachments: [], title: 'x' })).toBeDefined();
  });

  it('have room between their upper rule and what stands above them', () => {
    const document = documentOf({
      blocks: [
        ...[heading(1, '一、标题'), table([['甲']])],
        ...[paragraph('其一。\n其二。'), table([['乙']]), paragraph('其三。'), table([['丙']], { caption: '表1' })],
      ],
      attachments: [],
    });
    const below = paragraphs(document)
      .filter(({ style }) => /Heading|Text/.test(style))
      .map(({ text, element }) => [text, first(element, 'w:spacing')?.attributes['w:after']]);
    expect(below).toEqual([
      ['一、标题', '140'],
      ['其一。', undefined],
      ['其二。', '140'],
      ['其三。', undefined],
    ]);
    const styles = tree(opened()['word/styles.xml'] ?? '');
    expect(first(styleNamed(styles, 'Caption'), 'w:spacing')?.attributes).toEqual({ 'w:after': '140' });
  });

  it('and what else is last in the text are not parted from the signature, a list of attachments between them or not', () => {
    for (const attachments of [[], [{ title: '现场核查情况' }]]) {
      const document = documentOf({ blocks: [table([['甲'], ['乙']]), table([['丙'], ['丁']])], attachments });
      const kept = all(document, 'w:p').flatMap((each) => {
        const isGap = value(each, 'w:pStyle') === 'TableGap';
        const text = isGap ? '表后' : textOf(each);
        return /[甲乙丙丁]|表后/.test(text) ? [[text, first(each, 'w:keepNext') !== undefined]] : [];
      });
      expect(kept.slice(0, 6)).toEqual([
        ['甲', false],
        ['乙', false],
        ['表后', false],
        ['丙', false],
        ['丁', true],
        ['表后', true],
      ]);
      const drawn = paragraphs(documentOf({ blocks: [chart], attachments })).find(({ style }) => style === 'Chart');
      expect(first(drawn?.element, 'w:keepNext')).toBeDefined();
    }
  });
});

describe('its chart', () => {
  it('is one of Word with its figures in a workbook inside, and says in words what it shows', async () => {
    const parts = opened({ blocks: [chart] });
    const properties = first(tree(parts['word/document.xml'] ?? ''), 'wp:docPr');
    expect(properties?.attributes).toEqual({ id: '1', name: '各单位得分', descr: '条形图：各单位得分。' });
    const drawn = tree(parts['word/charts/chart1.xml'] ?? '');
    const series = all(drawn, 'c:ser').map((each) => ({
      title: first(first(each, 'c:tx'), 'c:v')?.text,
      names: all(first(each, 'c:cat'), 'c:v').map(({ text }) => text),
      values: all(first(each, 'c:val'), 'c:pt').map((point) => [point.attributes.idx, first(point, 'c:v')?.text]),
      cells: all(each, 'c:f').map(({ text }) => text),
      labelled: all(each, 'c:showVal').map(({ attributes }) => attributes.val),
      unlabelled: all(each, 'c:dLbl').length,
    }));
    const names = ['市财政局', '市教育局（80–90）', '市水利局（待定）'];
    expect(series).toEqual([
      {
        title: '至多',
        names,
        values: [['1', '90']],
        cells: ['Sheet1!$B$1', 'Sheet1!$A$2:$A$4', 'Sheet1!$B$2:$B$4'],
        labelled: ['0'],
        unlabelled: 0,
      },
      {
        title: '各单位得分',
        names,
        values: [
          ['0', '96.5'],
          ['1', '80'],
        ],
        cells: ['Sheet1!$C$1', 'Sheet1!$A$2:$A$4', 'Sheet1!$C$2:$C$4'],
        labelled: ['1'],
        unlabelled: 2,
      },
    ]);
    const sheet = partsOf(await embedded({ blocks: [chart] }));
    expect(sheet['xl/worksheets/sheet1.xml']).toContain('<v>96.5</v>');
    expect(sheet['xl/workbook.xml']).toContain('name="Sheet1"');
  });

  it('of shares shows percentages, and one longer than a page is parted, all to one scale', async () => {
    const bars = Array.from({ length: 60 }, (_, at) => ({
      name: `第${at}科`,
      text: '50.0%',
      least: at === 59 ? '-0.1' : '0.5',
      most: at === 59 ? '-0.1' : '0.5',
    }));
    const parts = opened({ blocks: [{ ...chart, isShare: true, bars }] });
    const charts = [1, 2, 3].map((at) => tree(parts[`word/charts/chart${at}.xml`] ?? ''));
    expect(charts.flatMap((each) => all(first(each, 'c:cat'), 'c:pt'))).toHaveLength(60);
    for (const each of charts) {
      expect(first(first(each, 'c:dLbls'), 'c:numFmt')?.attributes.formatCode).toBe('0.0%');
      expect(first(each, 'c:min')?.attributes.val).toBe('-0.1');
      expect(Number(first(each, 'c:max')?.attributes.val)).toBeCloseTo(1.132);
    }
    const captions = paragraphs(tree(parts['word/document.xml'] ?? '')).filter(({ style }) => style === 'Caption');
    expect(captions.map(({ text }) => text)).toEqual(['各单位得分', '各单位得分（续图）', '各单位得分（续图）']);
  });
});

describe('its foot', () => {
  it('keeps to the bottom edge of the type area, with the rules of the standard', async () => {
    const foot = all(documentOf(), 'w:tbl').at(-1);
    expect(first(foot, 'w:tblpPr')?.attributes).toMatchObject({ 'w:vertAnchor': 'margin', 'w:tblpYSpec': 'bottom' });
    expect(first(foot, 'w:tblpPr')?.attributes['w:tblpX']).toBe('1587');
    expect(all(foot, 'w:tc').map(textOf)).toEqual([
      '抄送：市委办公室，市政府办公室。',
      '临江市绩效考核办公室',
      '2026年10月9日印发',
    ]);
    const thickness = (side: string): string[] => all(foot, side).map(({ attributes }) => attributes['w:sz'] ?? '');
    expect([thickness('w:top'), thickness('w:bottom')]).toEqual([
      ['8', '6', '6'],
      ['6', '8', '8'],
    ]);
    expect(first(foot, 'w:ind')?.attributes).toEqual({ 'w:left': '1120', 'w:right': '280', 'w:hanging': '840' });
  });

  it('leaves a character free between a long office and the date, beside its last line', () => {
    const office = '云岭州质量技术监督局目标管理考核工作领导小组办公室';
    const foot = all(documentOf({ imprint: { office, date: bulletin().signature.date } }), 'w:tbl').at(-1);
    const [named, dated] = all(foot, 'w:tc');
    expect(textOf(named).split('\n')).toEqual(['云岭州质量技术监督局目标', '管理考核工作领导小组办公室']);
    expect(first(named, 'w:ind')?.attributes).toEqual({ 'w:left': '280', 'w:right': '280' });
    expect(value(named, 'w:jc')).toBe('left');
    expect(value(dated, 'w:vAlign')).toBe('bottom');
  });

  it('does without copies, and without itself', async () => {
    const { imprint } = bulletin();
    const { copies: _, ...bare } = imprint ?? { office: '', date: bulletin().signature.date };
    const foot = all(documentOf({ imprint: bare }), 'w:tbl').at(-1);
    expect(all(foot, 'w:tr')).toHaveLength(1);
    expect(all(foot, 'w:top').map(({ attributes }) => attributes['w:sz'])).toEqual(['8', '8']);
    const { imprint: __, ...without } = bulletin();
    const last = all(tree(partsOf(writeDocx(without))['word/document.xml'] ?? ''), 'w:tblpPr');
    expect(last).toEqual([]);
  });
});

async function embedded(more: Partial<Bulletin>): Promise<Uint8Array> {
  return unzipSync(writeDocx(bulletin(more)))['word/embeddings/figures1.xlsx'] ?? new Uint8Array();
}
