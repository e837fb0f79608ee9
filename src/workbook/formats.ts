/** The cell formats of a written file: each look once, numbered in the order in which looks are met, and the part that tells them. */
import { TEXT_FORMAT } from './look.js';
import { HEAD, MAIN } from './namespaces.js';
import { attribute } from './spelling.js';
import { alignmentXml, borderXml, fillXml, fontXml, type Style } from './style-markup.js';

export interface Formats {
  /** The number by which cells of this look name their format. */
  numberOf(look: Style): number;
  /** The part of styles, with all that were asked for. */
  part(): string;
}

/** Formats of numbers that a file need not define. */
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, [TEXT_FORMAT]: 49 };
/** From here on a file numbers its own. */
const FIRST_OWN = 164;

export function newFormats(): Formats {
  const numbers = new Map<Style, number>();
  // The first font is that of the file's columns, by which their widths are counted; the first two fills are the programs' own.
  const fonts = listOf(
    '<font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>',
  );
  const fills = listOf(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  const borders = listOf(borderXml(undefined));
  const codes = listOf();
  const cells = listOf('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const made = ({ font, fill, border, alignment, locked, numFmt }: Style): number => {
    const format = BUILT_IN[numFmt] ?? FIRST_OWN + codes.indexOf(numFmt);
    const start =
      `<xf numFmtId="${format}" fontId="${fonts.indexOf(fontXml(font))}" fillId="${fill ? fills.indexOf(fillXml(fill)) : 0}"` +
      ` borderId="${border ? borders.indexOf(borderXml(border)) : 0}" xfId="0"${format > 0 ? ' applyNumberFormat="1"' : ''}` +
      ` applyFont="1"${fill ? ' applyFill="1"' : ''}${border ? ' applyBorder="1"' : ''} applyAlignment="1" applyProtection="1">`;
    const open = locked ? '' : '<protection locked="0"/>';
    return cells.indexOf(`${start}${alignmentXml(alignment)}${open}</xf>`);
  };
  return {
    numberOf(look) {
      let number = numbers.get(look);
      if (number === undefined) {
        number = made(look);
        numbers.set(look, number);
      }
      return number;
    },
    part() {
      const own = codes.items.map(
        (code, at) => `<numFmt numFmtId="${FIRST_OWN + at}" formatCode="${attribute(code)}"/>`,
      );
      const lists = [
        own.length > 0 ? element('numFmts', own) : '',
        element('fonts', fonts.items),
        element('fills', fills.items),
        element('borders', borders.items),
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        element('cellXfs', cells.items),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/>',
        '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
      ];
      return `${HEAD}<styleSheet xmlns="${MAIN}">${lists.join('')}</styleSheet>`;
    },
  };
}

interface List {
  readonly items: string[];
  /** Where an item stands; put behind the others if it is new. */
  indexOf(item: string): number;
}

function listOf(...items: string[]): List {
  return {
    items,
    indexOf(item) {
      const at = items.indexOf(item);
      return at < 0 ? items.push(item) - 1 : at;
    },
  };
}

function element(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
