/** Fonts, fills, borders and alignments as the part of styles spells them. */
import type { Alignment, Border, Borders, Fill, Font } from 'exceljs';
import { attribute } from './spelling.js';

export function fontXml({ bold, italic, underline, size, color, name, family, charset }: Partial<Font>): string {
  const content = [
    bold ? '<b/>' : '',
    italic ? '<i/>' : '',
    underline ? '<u/>' : '',
    `<sz val="${size}"/>`,
    colour('color', color?.argb),
    `<name val="${attribute(name ?? '')}"/><family val="${family}"/><charset val="${charset}"/>`,
  ];
  return `<font>${content.join('')}</font>`;
}

export function fillXml(fill: Fill): string {
  const argb = fill.type === 'pattern' ? fill.fgColor?.argb : undefined;
  return `<fill><patternFill patternType="solid">${colour('fgColor', argb)}<bgColor indexed="64"/></patternFill></fill>`;
}

export function borderXml({ left, right, top, bottom }: Partial<Borders>): string {
  const side = (name: string, line: Partial<Border> | undefined): string =>
    line ? `<${name} style="${line.style}">${colour('color', line.color?.argb)}</${name}>` : `<${name}/>`;
  const sides = [side('left', left), side('right', right), side('top', top), side('bottom', bottom)];
  return `<border>${sides.join('')}<diagonal/></border>`;
}

export function alignmentXml({ horizontal, vertical, wrapText, indent }: Partial<Alignment>): string {
  const said = [
    horizontal ? ` horizontal="${horizontal}"` : '',
    // What others call "middle" is "center" in the file format.
    vertical ? ` vertical="${vertical === 'middle' ? 'center' : vertical}"` : '',
    wrapText ? ' wrapText="1"' : '',
    indent === undefined ? '' : ` indent="${indent}"`,
  ];
  return `<alignment${said.join('')}/>`;
}

function colour(name: string, argb: string | undefined): string {
  return argb === undefined ? '' : `<${name} rgb="${argb}"/>`;
}
