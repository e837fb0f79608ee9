/**
 * The notes of a sheet, as two parts: what is said of each cell, and the boxes in which it is shown when the cell is pointed at. Both
 * are packed while the rows are gone through.
 */
import { HEAD, MAIN, ROLES } from './namespaces.js';
import { type Level, type PackedPart, partInHand } from './packed-part.js';
import { content } from './spelling.js';
import { kept } from './texts.js';

export interface Notes {
  add(address: string, row: number, column: number, note: string): void;
  /** Nothing where nothing was added. */
  end(): NoteParts | undefined;
}

export interface NoteParts {
  readonly parts: readonly PackedPart[];
  /** The relationships of the sheet to them, and the element that names the boxes. */
  readonly relations: string;
  readonly element: string;
}

const FONT = '<rPr><sz val="9"/><rFont val="宋体"/><charset val="134"/></rPr>';

/** The notes of the sheet of this number. */
export function newNotes(sheet: number, level: Level): Notes {
  const comments = `comments${sheet}.xml`;
  const boxes = `drawings/vmlDrawing${sheet}.vml`;
  let count = 0;
  let begun: ReturnType<typeof begin> | undefined;
  const begin = () => {
    const said = partInHand(`xl/${comments}`, level);
    const shown = partInHand(`xl/${boxes}`, level);
    said.write(`${HEAD}<comments xmlns="${MAIN}"><authors><author>Author</author></authors><commentList>`);
    shown.write(SHAPES);
    return { said, shown };
  };
  return {
    add(address, row, column, note) {
      begun ??= begin();
      count += 1;
      const text = content(note);
      const run = `<r>${FONT}<t${kept(text)}>${text}</t></r>`;
      begun.said.write(`<comment ref="${address}" authorId="0"><text>${run}</text></comment>`);
      begun.shown.write(box(count, row, column));
    },
    end() {
      if (!begun) return undefined;
      begun.said.write('</commentList></comments>');
      begun.shown.write('</xml>');
      const relation = (id: string, role: string, target: string): string =>
        `<Relationship Id="${id}" Type="${ROLES}/${role}" Target="../${target}"/>`;
      return {
        parts: [begun.said.end(), begun.shown.end()],
        relations: relation('notes', 'comments', comments) + relation('boxes', 'vmlDrawing', boxes),
        element: '<legacyDrawing r:id="boxes"/>',
      };
    },
  };
}

const MICROSOFT = 'urn:schemas-microsoft-com';
const SHAPES =
  `${HEAD}<xml xmlns:v="${MICROSOFT}:vml" xmlns:o="${MICROSOFT}:office:office" xmlns:x="${MICROSOFT}:office:excel">` +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Shapes are numbered from here on. */
const FIRST_SHAPE = 1024;

/** A box right of its cell, from a row above it to some below. */
function box(count: number, row: number, column: number): string {
  const top = Math.max(0, row - 2);
  return (
    `<v:shape id="_x0000_s${FIRST_SHAPE + count}" type="#_x0000_t202" fillcolor="infoBackground [80]" strokecolor="none [81]" o:insetmode="auto"` +
    ' style="position:absolute;margin-left:105.3pt;margin-top:10.5pt;width:97.8pt;height:59.1pt;z-index:1;visibility:hidden">' +
    '<v:fill color2="infoBackground [80]"/><v:shadow color="none [81]" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto" inset="1.3mm,1.3mm,2.5mm,2.5mm"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${column}, 6, ${top}, 14, ${column + 2}, 2, ${top + 4}, 16</x:Anchor><x:Locked>True</x:Locked>` +
    `<x:AutoFill>False</x:AutoFill><x:LockText>True</x:LockText><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column>` +
    '</x:ClientData></v:shape>'
  );
}
