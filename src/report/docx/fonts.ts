/** The faces of an official document by the names that Chinese offices have them under, and what stands in for each. */
import type { Lang } from '../../base/text.js';
import type { FaceName } from '../typesetting/face-names.js';
import { NAMESPACES } from './namespaces.js';
import { element, part, valued } from './xml.js';

interface Named {
  readonly name: string;
  /** What a machine without it most likely has. */
  readonly otherwise: string;
  readonly family: 'roman' | 'swiss' | 'modern';
}

export const FONTS: Readonly<Record<FaceName, Named>> = {
  song: { name: '宋体', otherwise: 'SimSun', family: 'roman' },
  heading: { name: '方正小标宋简体', otherwise: '宋体', family: 'roman' },
  hei: { name: '黑体', otherwise: 'SimHei', family: 'swiss' },
  kai: { name: '楷体_GB2312', otherwise: '楷体', family: 'modern' },
  fang: { name: '仿宋_GB2312', otherwise: '仿宋', family: 'modern' },
};
const LATIN = 'Times New Roman';

/** The faces of a run: Chinese characters and their marks in the one, Latin letters and figures beside them. */
export function fontsOf(face: FaceName, lang: Lang): string {
  const { name } = FONTS[face];
  // Quotation marks and dashes belong to both: in Chinese text they are the Chinese ones.
  const hint = lang === 'zh' ? { 'w:hint': 'eastAsia' } : {};
  const latin = face === 'hei' ? 'Arial' : LATIN;
  return element('w:rFonts', { ...hint, 'w:ascii': latin, 'w:hAnsi': latin, 'w:eastAsia': name, 'w:cs': latin });
}

/** The part that tells programs what to take where a font is not there. */
export function fontTable(): string {
  const fonts = Object.values(FONTS).map(({ name, otherwise, family }) =>
    element(
      'w:font',
      { 'w:name': name },
      valued('w:altName', otherwise),
      valued('w:charset', '86'),
      valued('w:family', family),
      valued('w:pitch', 'variable'),
    ),
  );
  return part(element('w:fonts', { 'xmlns:w': NAMESPACES.w }, ...fonts));
}
