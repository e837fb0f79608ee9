/**
 * The chart of a sheet: the drawing that holds it and the chart itself, as parts of their own. Its bars are drawn from cells, so that
 * they follow when these are changed; black on white they tell as much.
 */
import { addressOf } from '../base/address.js';
import type { ChartDesign } from '../model/design.js';
import { HEAD, RELATIONS, ROLES } from './namespaces.js';
import { type PackedPart, packedText } from './packed-part.js';
import { attribute, entities } from './spelling.js';
import { harmless } from './stored-text.js';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** What a sheet needs for its chart: the parts, the element that names the drawing, and the relationship to it. */
export interface ChartParts {
  readonly parts: readonly PackedPart[];
  readonly element: string;
  readonly relation: string;
}

/** The chart of the sheet of this number. */
export function chartParts(number: number, chart: ChartDesign, place: (reference: string) => string): ChartParts {
  const relations =
    `${HEAD}<Relationships xmlns="${RELATIONS}">` +
    `<Relationship Id="chart" Type="${ROLES}/chart" Target="../charts/chart${number}.xml"/></Relationships>`;
  return {
    parts: [
      packedText(`xl/drawings/chart${number}.xml`, drawingOf(chart)),
      packedText(`xl/drawings/_rels/chart${number}.xml.rels`, relations),
      packedText(`xl/charts/chart${number}.xml`, chartOf(chart, place)),
    ],
    element: '<drawing r:id="drawing"/>',
    relation: `<Relationship Id="drawing" Type="${ROLES}/drawing" Target="../drawings/chart${number}.xml"/>`,
  };
}

function drawingOf({ title, alternative, from, to }: ChartDesign): string {
  return (
    `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>` +
    `<xdr:from>${corner(from)}</xdr:from><xdr:to>${corner(to)}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${attribute(title)}" descr="${attribute(alternative)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${ROLES}" r:id="chart"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>'
  );
}

function corner(cell: string): string {
  const at = addressOf(cell);
  if (!at) throw new Error(`not a cell: ${cell}`);
  return `<xdr:col>${at.column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at.row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
}

const LINE = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="8C8C8C"/></a:solidFill></a:ln></c:spPr>';
const FILL =
  '<c:spPr><a:solidFill><a:srgbClr val="5B7FA6"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="3A3A3A"/></a:solidFill></a:ln></c:spPr>';
/** The first name stands on top, as in the table. */
const FROM_TOP = '<c:scaling><c:orientation val="maxMin"/></c:scaling>';

function chartOf(chart: ChartDesign, place: (reference: string) => string): string {
  const { title, series, names, values, show, end } = chart;
  const format = show === 'share' ? '0%' : 'General';
  const scale = end === undefined ? '<c:scaling/>' : `<c:scaling><c:max val="${end}"/><c:min val="0"/></c:scaling>`;
  const labels = show === 'share' ? '0.0%' : 'General';
  return (
    `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${ROLES}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400" b="1"/></a:pPr><a:r><a:rPr sz="1400" b="1"/><a:t>${entities(harmless(title))}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>${entities(harmless(series))}</c:v></c:tx>${FILL}<c:invertIfNegative val="0"/>` +
    `<c:dLbls><c:numFmt formatCode="${labels}" sourceLinked="0"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>` +
    `<c:cat><c:strRef><c:f>${entities(absolute(place(names)))}</c:f></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${entities(absolute(place(values)))}</c:f></c:numRef></c:val></c:ser>` +
    '<c:gapWidth val="40"/><c:axId val="1"/><c:axId val="2"/></c:barChart>' +
    `<c:catAx><c:axId val="1"/>${FROM_TOP}<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${LINE}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:tickLblSkip val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/>${scale}<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${LINE}<c:crossAx val="1"/><c:crosses val="max"/></c:valAx>` +
    '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

/** A range that stays where it is: 'Sheet'!B4:B15 as 'Sheet'!$B$4:$B$15. */
function absolute(reference: string): string {
  const at = reference.lastIndexOf('!') + 1;
  return reference.slice(0, at) + reference.slice(at).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
