/** The parts of a written file belong together: each is well-formed, has a type, and what one names is there. */
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/base/day.js';
import type { SheetDesign, WorkbookDesign } from '../../src/model/design.js';
import { writeWorkbook } from '../../src/workbook/write.js';

const HOSTILE = '<&>"\'\u0000\ud800 ]]> _x0041_';
const everything: SheetDesign = {
  name: HOSTILE,
  widths: [8, 8],
  rows: [
    {
      cells: [
        { value: HOSTILE, note: HOSTILE, link: `#'${HOSTILE}'!A1` },
        { value: 'x', link: `${HOSTILE}.pdf` },
      ],
    },
    { cells: [{ value: '1', note: '二' }, { value: { share: '0.5' } }] },
  ],
  merges: ['A3:B3'],
  validations: [
    { range: 'A4', rule: { kind: 'list', choices: [HOSTILE] }, required: true, prompt: HOSTILE, error: HOSTILE },
  ],
  chart: {
    ...{ title: HOSTILE, alternative: HOSTILE, series: HOSTILE, show: 'share' },
    ...{ names: "'表'!A1:A2", values: "'表'!B1:B2", from: 'A4', to: 'C9' },
  },
  print: { footer: HOSTILE },
};
const plain: SheetDesign = { name: '表', widths: [], rows: [] };

async function partsOf(...sheets: SheetDesign[]): Promise<Map<string, string>> {
  const design: WorkbookDesign = { title: HOSTILE, author: HOSTILE, date: '2026-04-01' as Day, sheets };
  const parts = unzipSync(await writeWorkbook(design));
  return new Map(Object.entries(parts).map(([path, part]) => [path, strFromU8(part)]));
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Throws where the part is not well-formed. */
function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe.each([
  ['all that a sheet may have', [everything, plain]],
  ['next to nothing', [plain]],
])('a workbook of %s', (_, sheets) => {
  it('has well-formed parts', async () => {
    for (const [path, xml] of await partsOf(...sheets)) expect(elementsOf(xml).length, path).toBeGreaterThan(0);
  });

  it('has a type for every part, and no type for one that is not there', async () => {
    const parts = await partsOf(...sheets);
    const types = elementsOf(parts.get('[Content_Types].xml') ?? '');
    const given = types.flatMap(({ attributes: { PartName } }) => (PartName ? [PartName.slice(1)] : []));
    expect(given.filter((path) => !parts.has(path))).toEqual([]);
    const endings = types.flatMap(({ attributes: { Extension } }) => Extension ?? []);
    // A part that has only the type of its ending is one of relationships or of boxes.
    const others = [...parts.keys()].filter((path) => !given.includes(path) && path !== '[Content_Types].xml');
    expect(others.filter((path) => !/\.(rels|vml)$/.test(path))).toEqual([]);
    expect(new Set(others.map((path) => path.split('.').at(-1)))).toEqual(
      new Set(endings.filter((end) => end !== 'xml')),
    );
  });

  it('leads from part to part, and by ids that are there', async () => {
    const parts = await partsOf(...sheets);
    const reached = new Set(['[Content_Types].xml']);
    for (const [path, xml] of parts) {
      if (!path.endsWith('.rels')) continue;
      reached.add(path);
      const owner = posix.join(posix.dirname(path), '..', posix.basename(path, '.rels'));
      const relations = elementsOf(xml).filter(({ name }) => name === 'Relationship');
      const ids = relations.map(({ attributes }) => attributes.Id);
      expect(new Set(ids).size, path).toBe(ids.length);
      for (const { attributes } of relations)
        if (attributes.TargetMode !== 'External')
          reached.add(posix.join(posix.dirname(owner), attributes.Target ?? ''));
      const named = elementsOf(parts.get(owner) ?? '<none/>').flatMap(({ attributes }) => attributes['r:id'] ?? []);
      expect(
        named.filter((id) => !ids.includes(id)),
        owner,
      ).toEqual([]);
    }
    expect([...reached].toSorted()).toEqual([...parts.keys()].toSorted());
  });
});
