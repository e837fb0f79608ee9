/** Tables with their real widths: the heading repeated on every page, no row torn, and a line between two of them. */
import type { TableBlock } from '../../model/bulletin.js';
import { headLines, shapeOf } from '../typesetting/columns.js';
import { SIZE } from '../typesetting/page.js';
import type { Setter } from '../typesetting/setting.js';
import { type Manner, said } from './paragraph.js';
import { TEXT_WIDTH, twips } from './sizes.js';
import { element, valued } from './xml.js';

/** `leads`: its last row is not parted from what follows it. */
export function table(block: TableBlock, setter: Setter, leads = false): string[] {
  if (block.columns.length === 0) return [];
  const shape = shapeOf(block, setter);
  // The widths must add up to the whole: what rounding leaves goes to the last.
  const widths = shape.widths.map(twips);
  const last = widths.length - 1;
  widths[last] = TEXT_WIDTH - widths.slice(0, last).reduce((sum, width) => sum + width, 0);
  const frames = widths.map(frameOf);
  const size = shape.size === SIZE.small ? {} : { size: shape.size };
  const head = block.columns.map(({ title }, at) => {
    const lines = headLines(title, shape.size, shape.widths[at] ?? 0, setter);
    const text = lines
      .map(({ placed }) =>
        placed
          .map((each) => each.text)
          .join('')
          .trim(),
      )
      .join('\n');
    return cell(said('TableHead', text, size), frames[at] ?? '');
  });
  const kept = leads ? [valued('w:keepNext', 1)] : [];
  const mannersOf = (above: readonly string[]): Manner[] =>
    block.columns.map(({ align }) => ({
      ...size,
      properties: [...above, ...(align === 'left' ? [] : [valued('w:jc', align)])],
    }));
  const [manners, lastManners] = [mannersOf([]), mannersOf(kept)];
  const rows = block.rows.map((texts, row) =>
    (row === block.rows.length - 1 ? lastManners : manners).map((manner, at) =>
      cell(said('TableText', texts[at] ?? '', manner), frames[at] ?? ''),
    ),
  );
  return [
    ...(block.caption ? [said('Caption', block.caption)] : []),
    element(
      'w:tbl',
      {},
      element(
        'w:tblPr',
        {},
        valued('w:tblStyle', 'Table'),
        element('w:tblW', { 'w:w': TEXT_WIDTH, 'w:type': 'dxa' }),
        element('w:tblLayout', { 'w:type': 'fixed' }),
        element('w:tblLook', { 'w:val': '0020', 'w:firstRow': 1, 'w:noHBand': 1, 'w:noVBand': 1 }),
      ),
      element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
      row(head, true),
      ...rows.map((cells) => row(cells, false)),
    ),
    said('TableGap', '', { properties: kept }),
  ];
}

const BODY_ROW = element('w:trPr', {}, valued('w:cantSplit', 1));
const HEAD_ROW = element('w:trPr', {}, valued('w:cantSplit', 1), valued('w:tblHeader', 1));

function row(cells: readonly string[], isHead: boolean): string {
  return element('w:tr', {}, isHead ? HEAD_ROW : BODY_ROW, ...cells);
}

function cell(content: string, frame: string): string {
  return element('w:tc', {}, frame, content);
}

/** What all cells of a column share. */
function frameOf(width: number): string {
  return element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), valued('w:vAlign', 'center'));
}
