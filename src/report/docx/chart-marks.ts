/** What the charts of a document are made of: axes, letters, colours and what formulas point to. */
import { SIZE } from '../typesetting/page.js';
import { FONTS } from './fonts.js';
import { element, escaped } from './xml.js';

/** By these the bars and the two axes know each other. */
export const AXES = { names: 111111111, values: 222222222 } as const;

/** The first name at the top. */
export function namesAxis(): string {
  return element(
    'c:catAx',
    {},
    element('c:axId', { val: AXES.names }),
    element('c:scaling', {}, element('c:orientation', { val: 'maxMin' })),
    element('c:delete', { val: 0 }),
    element('c:axPos', { val: 'l' }),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    element('c:majorTickMark', { val: 'none' }),
    element('c:minorTickMark', { val: 'none' }),
    element('c:tickLblPos', { val: 'low' }),
    element('c:spPr', {}, element('a:ln', { w: 9525 }, solid('000000'))),
    letters(),
    element('c:crossAx', { val: AXES.values }),
    element('c:crosses', { val: 'autoZero' }),
    element('c:auto', { val: 0 }),
    element('c:lblAlgn', { val: 'ctr' }),
    element('c:lblOffset', { val: 100 }),
    element('c:tickLblSkip', { val: 1 }),
    element('c:noMultiLvlLbl', { val: 1 }),
  );
}

/** Not shown: every bar has its figure. */
export function valuesAxis(from: number, to: number): string {
  return element(
    'c:valAx',
    {},
    element('c:axId', { val: AXES.values }),
    element(
      'c:scaling',
      {},
      element('c:orientation', { val: 'minMax' }),
      element('c:max', { val: to }),
      element('c:min', { val: from }),
    ),
    element('c:delete', { val: 1 }),
    element('c:axPos', { val: 't' }),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    element('c:majorTickMark', { val: 'none' }),
    element('c:minorTickMark', { val: 'none' }),
    element('c:tickLblPos', { val: 'nextTo' }),
    element('c:crossAx', { val: AXES.names }),
    element('c:crosses', { val: 'autoZero' }),
    element('c:crossBetween', { val: 'between' }),
  );
}

export function letters(): string {
  const properties = element(
    'a:defRPr',
    { sz: SIZE.small4 * 100, b: 0 },
    solid('000000'),
    element('a:latin', { typeface: 'Times New Roman' }),
    element('a:ea', { typeface: FONTS.fang.name }),
  );
  return element(
    'c:txPr',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element('a:p', {}, element('a:pPr', {}, properties), element('a:endParaRPr', { lang: 'zh-CN' })),
  );
}

export function textReference(cells: string, texts: readonly string[]): string {
  return element(
    'c:strRef',
    {},
    content('c:f', cells),
    element(
      'c:strCache',
      {},
      element('c:ptCount', { val: texts.length }),
      ...texts.map((text, at) => element('c:pt', { idx: at }, content('c:v', text))),
    ),
  );
}

export function solid(colour: string): string {
  return element('a:solidFill', {}, element('a:srgbClr', { val: colour }));
}

export function content(name: string, text: string): string {
  return element(name, {}, escaped(text));
}
