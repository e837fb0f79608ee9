/** How a cell may look, and how the part of styles spells it. */
import { attribute } from './spelling.js';

export interface Style {
  readonly font: Font;
  readonly alignment: Alignment;
  /** Locked cells cannot be typed into where the sheet is protected. */
  readonly locked: boolean;
  /** The format of numbers. */
  readonly numFmt: string;
  /** A line on each side. */
  readonly border?: Line;
  /** The colour behind the text, as AARRGGBB. */
  readonly fill?: string;
}

export interface Font {
  readonly name: string;
  /** What kind of face takes its place where it is missing. */
  readonly family: number;
  readonly charset: number;
  /** Points. */
  readonly size: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** As AARRGGBB. */
  readonly colour?: string;
}

export interface Alignment {
  readonly vertical: 'center';
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly wrapText?: true;
  /** Characters of room beside the text. */
  readonly indent?: number;
}

export interface Line {
  readonly style: 'thin';
  readonly colour: string;
}

export function fontXml({ bold, italic, underline, size, colour, name, family, charset }: Font): string {
  const content = [
    bold ? '<b/>' : '',
    italic ? '<i/>' : '',
    underline ? '<u/>' : '',
    `<sz val="${size}"/>`,
    colour === undefined ? '' : `<color rgb="${colour}"/>`,
    `<name val="${attribute(name)}"/><family val="${family}"/><charset val="${charset}"/>`,
  ];
  return `<font>${content.join('')}</font>`;
}

export function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

export function borderXml(line: Line | undefined): string {
  const sides = ['left', 'right', 'top', 'bottom'].map((side) =>
    line ? `<${side} style="${line.style}"><color rgb="${line.colour}"/></${side}>` : `<${side}/>`,
  );
  return `<border>${sides.join('')}<diagonal/></border>`;
}

export function alignmentXml({ horizontal, vertical, wrapText, indent }: Alignment): string {
  const said = [
    horizontal ? ` horizontal="${horizontal}"` : '',
    ` vertical="${vertical}"`,
    wrapText ? ' wrapText="1"' : '',
    indent === undefined ? '' : ` indent="${indent}"`,
  ];
  return `<alignment${said.join('')}/>`;
}
