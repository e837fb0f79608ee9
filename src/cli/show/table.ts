/** Tables for the terminal: CJK characters take two columns and still align; no cell can command the terminal. */
import Table from 'cli-table3';
import { visible } from '../../base/text.js';
import type { Paint } from './paint.js';

export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

export function table(columns: readonly Column[], rows: readonly (readonly string[])[], paint: Paint): string {
  const drawn = new Table({
    head: columns.map(({ title }) => paint.bold(visible(title))),
    colAligns: columns.map(({ right }) => (right ? 'right' : 'left')),
    style: { head: [], border: [] },
    // No rule between rows, so that an order of twelve units fits on a screen; the one under the heading is put in below.
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const row of rows) drawn.push(row.map((text) => visible(text)));
  const [top = '', head = '', ...body] = drawn.toString().split('\n');
  const under = top.replace('┌', '├').replaceAll('┬', '┼').replace('┐', '┤');
  return [top, head, under, ...body].join('\n');
}
