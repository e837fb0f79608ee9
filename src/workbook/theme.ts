/** The theme of a written file: what its charts take letters and colours from. Nothing of it changes from file to file. */
import { HEAD } from './namespaces.js';

const COLOURS: Readonly<Record<string, string>> = {
  ...{ dk1: '000000', lt1: 'FFFFFF', dk2: '1F497D', lt2: 'EEECE1' },
  ...{
    accent1: '4F81BD',
    accent2: 'C0504D',
    accent3: '9BBB59',
    accent4: '8064A2',
    accent5: '4BACC6',
    accent6: 'F79646',
  },
  ...{ hlink: '0000FF', folHlink: '800080' },
};

/** The schema asks for three of each kind of fill, line and effect; here they are plain. */
const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE = `<a:ln w="9525">${FILL}<a:prstDash val="solid"/></a:ln>`;
const EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';

export function themePart(): string {
  const colours = Object.entries(COLOURS).map(([name, rgb]) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`);
  return (
    `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"><a:themeElements>` +
    `<a:clrScheme name="Office">${colours.join('')}</a:clrScheme>` +
    `<a:fontScheme name="Office">${fonts('majorFont', 'Cambria')}${fonts('minorFont', 'Calibri')}</a:fontScheme>` +
    `<a:fmtScheme name="Office">${three('fillStyleLst', FILL)}${three('lnStyleLst', LINE)}${three('effectStyleLst', EFFECT)}` +
    `${three('bgFillStyleLst', FILL)}</a:fmtScheme></a:themeElements></a:theme>`
  );
}

function fonts(name: string, latin: string): string {
  const hans = '<a:font script="Hans" typeface="宋体"/>';
  return `<a:${name}><a:latin typeface="${latin}"/><a:ea typeface=""/><a:cs typeface=""/>${hans}</a:${name}>`;
}

function three(name: string, element: string): string {
  return `<a:${name}>${element.repeat(3)}</a:${name}>`;
}
