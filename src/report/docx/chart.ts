/**
 * A bar chart as Word draws its own: its figures stand in a workbook inside the document, so that it can be changed like
 * any other. What is sure is filled, what is possible beyond it an outline with its bounds beside the name.
 */
import type { Lang } from '../../base/text.js';
import type { Bar, ChartBlock } from '../../model/bulletin.js';
import type { CellDesign, WorkbookDesign } from '../../model/design.js';
import { bracketed } from '../../words/phrase.js';
import { reachOf, type Span, scaleOf } from '../scale.js';
import { AREA } from '../typesetting/page.js';
import { AXES, content, letters, namesAxis, solid, textReference, valuesAxis } from './chart-marks.js';
import { declared } from './namespaces.js';
import { emu } from './sizes.js';
import { element, part } from './xml.js';

/** Points for each bar and around all of them. */
const BAR = 21;
const AROUND = 16;
/** More bars than a page holds go into a further chart. */
const MOST = 28;
/** Room for the figures behind the longest bar, as a share of the scale. */
const BEHIND = 0.12;

export interface ScaledChart {
  readonly chart: ChartBlock;
  readonly scale: Span;
}

/** The charts in which a chart fits the pages, all to one scale. */
export function parted(chart: ChartBlock): ScaledChart[] {
  const count = Math.ceil(chart.bars.length / MOST);
  const size = Math.ceil(chart.bars.length / Math.max(1, count));
  const scale = scaleOf(chart);
  return Array.from({ length: count }, (_, at) => ({
    chart: { ...chart, bars: chart.bars.slice(at * size, (at + 1) * size) },
    scale,
  }));
}

/** The place of chart number `number` in the text; `relation` names its part. */
export function chartDrawing(chart: ChartBlock, number: number, relation: string): string {
  const [width, height] = [emu(AREA.width), emu(chart.bars.length * BAR + AROUND)];
  return element(
    'w:r',
    {},
    element(
      'w:drawing',
      {},
      element(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        element('wp:extent', { cx: width, cy: height }),
        element('wp:docPr', { id: number, name: chart.caption, descr: chart.alt }),
        element('wp:cNvGraphicFramePr'),
        element(
          'a:graphic',
          declared('a'),
          element(
            'a:graphicData',
            { uri: declared('c')['xmlns:c'] },
            element('c:chart', { ...declared('c', 'r'), 'r:id': relation }),
          ),
        ),
      ),
    ),
  );
}

interface Series {
  readonly title: string;
  readonly values: readonly (string | undefined)[];
  readonly filled: boolean;
}

/** First what is possible, so that what is sure is drawn over it. */
function seriesOf({ caption, bars }: ChartBlock, lang: Lang): Series[] {
  const reaches = bars.map(reachOf);
  const [most, least] = [{ zh: '至多', en: 'At most' }[lang], { zh: '至少', en: 'At least' }[lang]];
  return [
    { title: most, values: reaches.map(({ above }) => above), filled: false },
    { title: least, values: reaches.map(({ below }) => below), filled: false },
    { title: caption, values: reaches.map(({ sure }) => sure), filled: true },
  ].filter(({ values, filled }) => filled || values.some((value) => value !== undefined));
}

/** A figure that is not known stands beside its name, since no bar can show it. */
function nameOf({ name, text, least, most }: Bar, lang: Lang): string {
  return least !== undefined && least === most ? name : bracketed(name, text, lang);
}

/** The workbook of the figures, as the chart's formulas name its cells. */
export function chartFigures(
  chart: ChartBlock,
  lang: Lang,
  about: Pick<WorkbookDesign, 'author' | 'date'>,
): WorkbookDesign {
  const series = seriesOf(chart, lang);
  const cell = (value: string | undefined): CellDesign | null =>
    value === undefined ? null : { value: chart.isShare ? { share: value } : { number: value } };
  return {
    title: chart.caption,
    ...about,
    sheets: [
      {
        name: SHEET,
        widths: [28, ...series.map(() => 14)],
        rows: [
          { cells: [null, ...series.map(({ title }) => ({ value: title }))] },
          ...chart.bars.map((bar, at) => ({
            cells: [{ value: nameOf(bar, lang) }, ...series.map(({ values }) => cell(values[at]))],
          })),
        ],
      },
    ],
  };
}

const SHEET = 'Sheet1';

/** The part of a chart with its scale; `relation` names the workbook inside the document. */
export function chartPart({ chart, scale: { from, to } }: ScaledChart, lang: Lang, relation: string): string {
  const series = seriesOf(chart, lang);
  return part(
    element(
      'c:chartSpace',
      declared('c', 'a', 'r'),
      element('c:roundedCorners', { val: 0 }),
      element(
        'c:chart',
        {},
        element('c:autoTitleDeleted', { val: 1 }),
        element(
          'c:plotArea',
          {},
          element('c:layout'),
          element(
            'c:barChart',
            {},
            element('c:barDir', { val: 'bar' }),
            element('c:grouping', { val: 'clustered' }),
            element('c:varyColors', { val: 0 }),
            ...series.map((each, at) => seriesElement(each, at, chart, lang)),
            element('c:gapWidth', { val: 45 }),
            element('c:overlap', { val: 100 }),
            element('c:axId', { val: AXES.names }),
            element('c:axId', { val: AXES.values }),
          ),
          namesAxis(),
          valuesAxis(from, to + BEHIND * (to - from)),
        ),
        element('c:plotVisOnly', { val: 1 }),
        element('c:dispBlanksAs', { val: 'gap' }),
      ),
      element('c:spPr', {}, element('a:noFill'), element('a:ln', {}, element('a:noFill'))),
      letters(),
      element('c:externalData', { 'r:id': relation }, element('c:autoUpdate', { val: 0 })),
    ),
  );
}

function seriesElement({ title, values, filled }: Series, at: number, chart: ChartBlock, lang: Lang): string {
  const column = String.fromCharCode('B'.charCodeAt(0) + at);
  const last = chart.bars.length + 1;
  const names = chart.bars.map((bar) => nameOf(bar, lang));
  const format = chart.isShare ? '0.0%' : 'General';
  return element(
    'c:ser',
    {},
    element('c:idx', { val: at }),
    element('c:order', { val: at }),
    element('c:tx', {}, textReference(`${SHEET}!$${column}$1`, [title])),
    element(
      'c:spPr',
      {},
      filled ? solid('595959') : element('a:noFill'),
      element('a:ln', { w: 9525 }, filled ? element('a:noFill') : solid('000000')),
    ),
    element('c:invertIfNegative', { val: 0 }),
    figures(chart.bars, filled, format),
    element('c:cat', {}, textReference(`${SHEET}!$A$2:$A$${last}`, names)),
    element(
      'c:val',
      {},
      element(
        'c:numRef',
        {},
        content('c:f', `${SHEET}!$${column}$2:$${column}$${last}`),
        element(
          'c:numCache',
          {},
          content('c:formatCode', format),
          element('c:ptCount', { val: values.length }),
          ...values.flatMap((value, index) =>
            value === undefined ? [] : [element('c:pt', { idx: index }, content('c:v', value))],
          ),
        ),
      ),
    ),
  );
}

/** Behind every bar of which all is known its figure; the others have theirs beside the name. */
function figures(bars: readonly Bar[], filled: boolean, format: string): string {
  const open = bars.flatMap(({ least, most }, at) =>
    filled && (least === undefined || least !== most)
      ? [element('c:dLbl', {}, element('c:idx', { val: at }), element('c:delete', { val: 1 }))]
      : [],
  );
  const shown = (name: string, is: boolean): string => element(name, { val: is ? 1 : 0 });
  return element(
    'c:dLbls',
    {},
    ...open,
    element('c:numFmt', { formatCode: format, sourceLinked: 0 }),
    element('c:spPr', {}, element('a:noFill'), element('a:ln', {}, element('a:noFill'))),
    letters(),
    ...(filled ? [element('c:dLblPos', { val: 'outEnd' })] : []),
    shown('c:showLegendKey', false),
    shown('c:showVal', filled),
    ...['c:showCatName', 'c:showSerName', 'c:showPercent', 'c:showBubbleSize'].map((name) => shown(name, false)),
  );
}
