/**
 * The named styles of a bulletin: every paragraph of it has one, so that a clerk who changes a style changes all that
 * bears it. Those that Word knows itself keep their own names, with the office's beside them.
 */
import type { Lang, Text } from '../../base/text.js';
import type { FaceName } from '../typesetting/face-names.js';
import { SIZE } from '../typesetting/page.js';
import { fontsOf } from './fonts.js';
import { declared } from './namespaces.js';
import { BODY_SIZE, CLOSER, eighths, halves, LINE, SQUARE, twips } from './sizes.js';
import { element, part, valued } from './xml.js';

export type StyleId =
  | 'Normal'
  | 'Text'
  | 'Title'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Issuer'
  | 'DocumentNumber'
  | 'Addressees'
  | 'Attachments'
  | 'Signature'
  | 'IssuedOn'
  | 'Note'
  | 'AttachmentMark'
  | 'Caption'
  | 'Chart'
  | 'TableHead'
  | 'TableText'
  | 'TableGap'
  | 'Imprint'
  | 'Footer';

interface Style {
  /** The name by which Word knows it; absent for one of our own, which is called by `title` alone. */
  readonly builtIn?: string;
  readonly title: Text;
  readonly basedOn?: StyleId;
  readonly next?: StyleId;
  /** Properties of paragraphs and of their characters, in the order of the schema. */
  readonly paragraph?: readonly string[];
  readonly face?: FaceName | Readonly<Record<Lang, FaceName>>;
  /** In points; what has a size of its own is set at its own width, all else 28 to the line. */
  readonly size?: number;
  readonly red?: boolean;
}

/**
 * Pages are filled line by line, and lines without the blanks that programs put between Chinese and Latin. Lines and
 * characters have the distances of the grid by themselves: programs differ in how they keep to a grid.
 */
const FILLED = [
  valued('w:widowControl', 0),
  // As Word does unless told otherwise. LibreOffice 7 takes it the other way round, and loses a mark that hangs.
  valued('w:overflowPunct', 1),
  ...['autoSpaceDE', 'autoSpaceDN', 'snapToGrid'].map((name) => valued(`w:${name}`, 0)),
];
const ON_GRID = spacing(LINE, 'exact');
const BODY = { zh: 'fang', en: 'song' } as const;
const TWO_IN = indent({ firstLineChars: 200, firstLine: twips(2 * SQUARE) });
const CENTRED = valued('w:jc', 'center');
const LEFT = valued('w:jc', 'left');

/** Room below what stands upon a table: some programs put all of a line's height above its characters. */
export const ABOVE_TABLE = element('w:spacing', { 'w:after': twips(7) });

const STYLES: Readonly<Record<StyleId, Style>> = {
  Normal: {
    builtIn: 'Normal',
    title: { zh: '正文', en: 'Normal' },
    paragraph: [...FILLED, ON_GRID],
    face: BODY,
    size: BODY_SIZE,
  },
  Text: { title: { zh: '公文正文', en: 'Bulletin Text' }, basedOn: 'Normal', paragraph: [TWO_IN] },
  Title: {
    builtIn: 'Title',
    title: { zh: '公文标题', en: 'Bulletin Title' },
    basedOn: 'Normal',
    next: 'Text',
    paragraph: [valued('w:keepNext', 1), CENTRED],
    face: 'heading',
    size: SIZE.title,
  },
  Heading1: heading(1, { zh: '一级标题', en: 'Section' }, 'hei'),
  Heading2: heading(2, { zh: '二级标题', en: 'Subsection' }, { zh: 'kai', en: 'heading' }),
  Heading3: heading(3, { zh: '三级标题', en: 'Paragraph Heading' }, BODY),
  Issuer: {
    title: { zh: '发文机关标志', en: 'Issuing Body' },
    basedOn: 'Normal',
    paragraph: [CENTRED],
    face: 'heading',
    size: SIZE.title,
    red: true,
  },
  DocumentNumber: {
    title: { zh: '发文字号', en: 'Document Number' },
    basedOn: 'Normal',
    paragraph: [CENTRED],
  },
  Addressees: { title: { zh: '主送机关', en: 'Addressees' }, basedOn: 'Normal', next: 'Text', paragraph: [LEFT] },
  Attachments: {
    title: { zh: '附件说明', en: 'List of Attachments' },
    basedOn: 'Normal',
    // A signature never stands on a page without text.
    paragraph: [valued('w:keepNext', 1), LEFT],
  },
  Signature: {
    builtIn: 'Signature',
    title: { zh: '发文机关署名', en: 'Signed by' },
    basedOn: 'Normal',
    paragraph: [valued('w:keepNext', 1), LEFT],
  },
  IssuedOn: { title: { zh: '成文日期', en: 'Issued on' }, basedOn: 'Normal', paragraph: [LEFT] },
  Note: { title: { zh: '附注', en: 'Note' }, basedOn: 'Text' },
  AttachmentMark: {
    title: { zh: '附件标识', en: 'Attachment Mark' },
    basedOn: 'Normal',
    paragraph: [valued('w:keepNext', 1), valued('w:pageBreakBefore', 1), LEFT],
    face: 'hei',
  },
  Caption: {
    builtIn: 'caption',
    title: { zh: '图表标题', en: 'Caption of Table or Chart' },
    basedOn: 'Normal',
    paragraph: [valued('w:keepNext', 1), ABOVE_TABLE, CENTRED],
    face: 'hei',
    size: SIZE.small3,
  },
  Chart: {
    title: { zh: '图', en: 'Chart' },
    basedOn: 'Normal',
    paragraph: [spacing(12, 'auto'), CENTRED],
  },
  TableHead: {
    title: { zh: '表头', en: 'Table Heading' },
    basedOn: 'TableText',
    paragraph: [valued('w:keepNext', 1), CENTRED],
    face: 'hei',
  },
  TableText: {
    title: { zh: '表格', en: 'Table' },
    basedOn: 'Normal',
    paragraph: [spacing(12, 'auto'), LEFT],
    size: SIZE.small,
  },
  TableGap: {
    title: { zh: '表后空行', en: 'Below a Table' },
    basedOn: 'Normal',
    paragraph: [spacing(8, 'exact')],
    size: 5,
  },
  Imprint: {
    title: { zh: '版记', en: 'Imprint' },
    basedOn: 'Normal',
    paragraph: [spacing(24, 'exact')],
    size: SIZE.small,
  },
  Footer: {
    builtIn: 'footer',
    title: { zh: '页码', en: 'Page Number' },
    basedOn: 'Normal',
    paragraph: [spacing(17, 'exact'), LEFT],
    face: 'song',
    size: SIZE.small,
  },
};

function heading(level: 1 | 2 | 3, title: Text, face: NonNullable<Style['face']>): Style {
  const paragraph = [valued('w:keepNext', 1), TWO_IN, valued('w:outlineLvl', level - 1)];
  return { builtIn: `heading ${level}`, title, basedOn: 'Normal', next: 'Text', paragraph, face };
}

/** Distance of lines in points; `auto` is as high as a line's characters, and then means nothing else. */
export function spacing(line: number, rule: 'exact' | 'auto', before?: number): string {
  return element('w:spacing', {
    'w:before': before === undefined ? undefined : twips(before),
    'w:line': rule === 'auto' ? 240 : twips(line),
    'w:lineRule': rule,
  });
}

/** Twentieths of a point, and hundredths of a character where Word is to reckon by characters. */
export function indent(by: {
  readonly left?: number;
  readonly right?: number;
  readonly hanging?: number;
  readonly firstLineChars?: number;
  readonly firstLine?: number;
}): string {
  return element('w:ind', {
    'w:left': by.left,
    'w:right': by.right,
    'w:hanging': by.hanging,
    'w:firstLineChars': by.firstLineChars,
    'w:firstLine': by.firstLine,
  });
}

/** The part that says how each style looks. */
export function stylesPart(lang: Lang): string {
  const styles = Object.entries(STYLES).map(([id, style]) => styleElement(id, style, lang));
  return part(element('w:styles', declared('w'), defaults(lang), ...styles, tableStyle(lang)));
}

function defaults(lang: Lang): string {
  const characters = [fontsOf(BODY[lang], lang), valued('w:snapToGrid', 0), ...sized(BODY_SIZE), languages()];
  return element(
    'w:docDefaults',
    {},
    element('w:rPrDefault', {}, element('w:rPr', {}, ...characters)),
    element('w:pPrDefault', {}, element('w:pPr', {}, ...FILLED, valued('w:jc', lang === 'zh' ? 'both' : 'left'))),
  );
}

function styleElement(id: string, style: Style, lang: Lang): string {
  const { builtIn, title, basedOn, next, paragraph = [], face, size, red } = style;
  const name = title[lang];
  const faceName = typeof face === 'object' ? face[lang] : face;
  const characters = [
    ...(faceName === undefined ? [] : [fontsOf(faceName, lang)]),
    ...(red ? [valued('w:color', 'FF0000')] : []),
    ...(size === undefined ? [] : [valued('w:spacing', size === BODY_SIZE ? twips(CLOSER) : 0), ...sized(size)]),
  ];
  return element(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:default': id === 'Normal' ? 1 : undefined,
      'w:customStyle': builtIn === undefined ? 1 : undefined,
      'w:styleId': id,
    },
    valued('w:name', builtIn ?? name),
    ...(builtIn === undefined || builtIn === 'Normal' ? [] : [valued('w:aliases', name)]),
    ...(basedOn === undefined ? [] : [valued('w:basedOn', basedOn)]),
    ...(next === undefined ? [] : [valued('w:next', next)]),
    element('w:qFormat'),
    element('w:pPr', {}, ...paragraph),
    ...(characters.length > 0 ? [element('w:rPr', {}, ...characters)] : []),
  );
}

/** From rule to text: a little less than in print, so that what is to fit does. */
const BESIDE = 4.4;

/** All rules thin. */
function tableStyle(lang: Lang): string {
  const rule = { 'w:val': 'single', 'w:sz': eighths(0.5), 'w:space': 0, 'w:color': '000000' };
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => element(`w:${side}`, rule));
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': 'Table' },
    valued('w:name', { zh: '公文表格', en: 'Bulletin Table' }[lang]),
    element(
      'w:tblPr',
      {},
      element('w:tblBorders', {}, ...sides),
      element(
        'w:tblCellMar',
        {},
        ...(['top', 'left', 'bottom', 'right'] as const).map((side) =>
          element(`w:${side}`, {
            'w:w': side === 'top' || side === 'bottom' ? twips(3) : twips(BESIDE),
            'w:type': 'dxa',
          }),
        ),
      ),
    ),
  );
}

/** A size for Latin and Chinese characters and for those of other scripts. */
export function sized(points: number): string[] {
  return [valued('w:sz', halves(points)), valued('w:szCs', halves(points))];
}

export function languages(): string {
  return element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' });
}
