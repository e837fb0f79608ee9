/** What an earlier return added goes again, whatever program has saved the file since; what departments wrote stays. */
import { describe, expect, it } from 'vitest';
import { LIST_MARK } from '../../src/model/returned.js';
import { annotated, unannotated } from '../../src/workbook/annotate/annotate.js';
import { withoutBoxes } from '../../src/workbook/annotate/note-shapes.js';
import { list, mark, marked, partsOf, readFrom, rewritten, sheetBook, unmarked } from './marked.js';
import { HEAD, opened, relationships, stringsXml, zip } from './zipped.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
const ROWS = '<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>4</v></c></row>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const simple = sheetBook({ rows: ROWS, styles: [0] });
const again = [mark('B2', { text: '第二次' })];

/** A workbook with comments of the department's own, and their boxes. */
function commented(comments: string, authors = '<author>李敏</author>', shapes = box(1, 1)): Buffer {
  return sheetBook({
    rows: ROWS,
    after: '<legacyDrawing r:id="v"/>',
    styles: [0],
    more: [
      {
        name: RELS,
        data: relationships([
          { id: 'c', role: 'comments', target: '../notes/a.xml' },
          { id: 'v', role: 'vmlDrawing', target: '../drawings/own.vml' },
        ]),
      },
      {
        name: 'xl/notes/a.xml',
        data: `${HEAD}<comments ${MAIN}><authors>${authors}</authors><commentList>${comments}</commentList></comments>`,
      },
      {
        name: 'xl/drawings/own.vml',
        data: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="x">\n${shapes}</xml>`,
      },
    ],
  });
}

function box(row: number, column: number, kind = 'Note'): string {
  return `<v:shape id="_x0000_s2050" type="#t"><v:textbox><br></v:textbox><x:ClientData ObjectType="${kind}"><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>\n`;
}

const comment = (cell: string, text: string, author = 0): string =>
  `<comment ref="${cell}" authorId="${author}"><text>${text}</text></comment>`;

describe('a file that went back and came again', () => {
  it('loses every mark, comment and list, and reads as it was first sent', () => {
    const plain = unmarked(marked(simple, mark('B2'), mark('C3', { severity: 'warning' })));
    expect(opened(plain).sheets).toEqual(opened(simple).sheets);
    const [before, after] = [partsOf(simple), partsOf(plain)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after[SHEET]).toBe(before[SHEET]);
    expect(after['xl/workbook.xml']).toBe(before['xl/workbook.xml']);
    expect(after['xl/_rels/workbook.xml.rels']).toBe(before['xl/_rels/workbook.xml.rels']);
    expect(JSON.stringify(after)).not.toContain('assess');
  });

  it('gets the new marks alone, in the same bytes as if it had never been marked', () => {
    const copy = marked(marked(simple, mark('A2'), mark('C3')), ...again);
    expect(partsOf(copy)['xl/comments1.xml']).not.toContain('A202');
    expect(marked(unmarked(copy), ...again).equals(copy)).toBe(true);
    expect(marked(copy, ...again).equals(copy)).toBe(true);
  });

  it('is left alone where nothing was added', () => {
    const plain = unmarked(simple);
    expect(partsOf(plain)).toEqual(partsOf(simple));
  });

  it('is known when another program has saved it: strings shared, list renamed and moved, marks and comments respelt', () => {
    const saved = rewritten(marked(simple, mark('B2'), mark('A2')), (parts) => ({
      'xl/worksheets/sheet2.xml': `${HEAD}<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData><drawing xmlns:r="r" r:id="p"/></worksheet>`,
      'xl/worksheets/_rels/sheet2.xml.rels': relationships([
        { id: 'p', role: 'printerSettings', target: '../printerSettings/p1.bin' },
        { id: 's', role: 'image', target: '../media/shared.png' },
      ]),
      'xl/printerSettings/p1.bin': 'p',
      'xl/media/shared.png': 'i',
      'xl/theme/_rels/theme1.xml.rels': relationships([{ id: 'i', role: 'image', target: '../media/shared.png' }]),
      'xl/sharedStrings.xml': stringsXml(`<si><t>${LIST_MARK}</t></si>`),
      'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        '</Relationships>',
        '<Relationship Id="st" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      ),
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
        /<sheets>(.*?)(<sheet [^>]*问题清单[^>]*>)<\/sheets>/,
        (_, first: string, ours: string) =>
          `<bookViews><workbookView firstSheet="0" activeTab="0"/><workbookView activeTab="1"/></bookViews><sheets>${ours.replace('问题清单', '看过了')}${first}</sheets>` +
          '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0">x</definedName><definedName name="a">1</definedName><definedName name="b" localSheetId=\'1\'>表1!$A$1</definedName></definedNames>',
      ),
      [SHEET]: (parts[SHEET] ?? '').replace('"assess"&lt;&gt;"error"', '=&quot;assess&quot; &lt;> &quot;error&quot;'),
      'xl/comments1.xml': `<comments ${MAIN}><authors><author> </author></authors><commentList>${comment('A2', '<r><rPr><b/></rPr><t>[assess]&#10;A2</t></r><r><t>02 A2&#10;[/assess]</t></r>')}${comment('B2', '<t>[assess]\r\nA202 B2\r\n[/assess]</t>')}</commentList></comments>`,
    }));
    const plain = unmarked(saved);
    expect(opened(plain).sheets).toEqual(opened(simple).sheets);
    const parts = partsOf(plain);
    expect(parts[SHEET]).toBe(partsOf(simple)[SHEET]);
    expect(Object.keys(parts).filter((name) => /comments|vml|sheet2|printer/.test(name))).toEqual([]);
    expect(parts['xl/media/shared.png']).toBe('i');
    expect(parts['xl/workbook.xml']).toContain(
      '<workbookView firstSheet="0" activeTab="0"/><workbookView activeTab="0"/>',
    );
    expect(parts['xl/workbook.xml']).toContain(
      '<definedNames><definedName name="a">1</definedName><definedName name="b" localSheetId="0">',
    );
  });

  it('forgets the names that only its list had', () => {
    const saved = rewritten(marked(simple, mark('B2')), (parts) => ({
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
        '</sheets>',
        '</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">x</definedName></definedNames>',
      ),
    }));
    expect(partsOf(unmarked(saved))['xl/workbook.xml']).toBe(partsOf(simple)['xl/workbook.xml']);
  });

  it('keeps a rule of the department’s own that a program has put beside ours', () => {
    const rule = '<cfRule type="expression" dxfId="0" priority="9"><formula>B2&gt;1</formula></cfRule>';
    const saved = rewritten(marked(simple, mark('B2')), (parts) => ({
      [SHEET]: (parts[SHEET] ?? '').replace('</conditionalFormatting>', `${rule}</conditionalFormatting>`),
    }));
    expect(partsOf(unmarked(saved))[SHEET]).toContain(
      `<conditionalFormatting sqref="B2">${rule}</conditionalFormatting>`,
    );
  });

  it('keeps what a clerk has written beneath our comment', () => {
    const saved = rewritten(marked(simple, mark('B2')), (parts) => ({
      'xl/comments1.xml': (parts['xl/comments1.xml'] ?? '').replace('[/assess]', '[/assess]\n已按要求改正'),
    }));
    const parts = partsOf(unmarked(saved));
    expect(parts['xl/comments1.xml']).toContain('已按要求改正</t>');
    expect(parts['xl/comments1.xml']).not.toContain('A202');
    expect(parts['xl/drawings/vmlDrawing1.vml']).toContain('<x:Row>1</x:Row>');
  });

  it('takes all behind our first line for ours where the last one was deleted', () => {
    const saved = rewritten(marked(simple, mark('B2')), (parts) => ({
      'xl/comments1.xml': (parts['xl/comments1.xml'] ?? '').replace('\n[/assess]', ''),
    }));
    expect(partsOf(unmarked(saved))['xl/comments1.xml']).toBeUndefined();
  });

  it('may be the list alone, which is no copy of anything', () => {
    const alone = sheetBook({ rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${LIST_MARK}</t></is></c></row>` });
    expect(partsOf(unmarked(alone))).toEqual(partsOf(alone));
  });
});

describe('comments of the department', () => {
  it.each([
    ['plain', comment('B2', '<t xml:space="preserve">请核 </t>')],
    [
      'in runs',
      comment('B2', '<r><rPr><b/></rPr><t>李敏：</t></r><r><rPr><i/></rPr><t xml:space="preserve">请核\n两遍 </t></r>'),
    ],
    ['empty', comment('B2', '').replace('<text></text>', '<text/>')],
    [
      'without text of its own beside others',
      `${comment('A2', '<t>另一格</t>')}${comment('B2', '<t>一</t><rPh sb="0" eb="1"><t>yi</t></rPh>')}`,
    ],
  ])('stand above ours on the same cell, and afterwards as they were: %s', (kind, comments) => {
    const source = commented(comments);
    const copy = marked(source, mark('B2'));
    const own = partsOf(copy)['xl/notes/a.xml'] ?? '';
    expect(own.match(/<comment /g)).toHaveLength(comments.match(/<comment /g)?.length ?? 0);
    expect(own).toContain('A202 B2');
    // The box that is there serves both.
    expect(partsOf(copy)['xl/drawings/own.vml']).toBe(partsOf(source)['xl/drawings/own.vml']);
    if (kind === 'empty') return;
    const after = partsOf(unmarked(copy))['xl/notes/a.xml'] ?? '';
    expect(after.replace('<author>assess</author>', '')).toBe(partsOf(source)['xl/notes/a.xml']);
    expect(marked(copy, mark('B2')).equals(copy)).toBe(true);
    expect(readFrom(copy)).toEqual(readFrom(source));
  });

  it('keep their boxes when ours come and go beside them, controls as well', () => {
    const source = commented(comment('B2', '<t>请核</t>'), '<author>李敏</author>', box(1, 1) + box(4, 0, 'Checkbox'));
    const copy = marked(source, mark('A5'), mark('D4'));
    const shapes = partsOf(copy)['xl/drawings/own.vml'] ?? '';
    expect(shapes.match(/<v:shape /g)).toHaveLength(4);
    expect(shapes).toContain('id="_x0000_s2051"');
    expect(shapes).toContain('<v:shapetype id="_x0000_t202"');
    const after = partsOf(unmarked(copy))['xl/drawings/own.vml'] ?? '';
    expect(after.match(/<v:shape /g)).toHaveLength(2);
    expect(marked(copy, mark('A5'), mark('D4')).equals(copy)).toBe(true);
  });

  it('in threads are not touched: the cell has its colour and stands in the list', () => {
    const source = commented(comment('B2', '<t>[Threaded comment]</t>'), '<author>tc={0B1C}</author>');
    const parts = partsOf(marked(source, mark('B2')));
    expect(parts['xl/notes/a.xml']).toContain(comment('B2', '<t>[Threaded comment]</t>'));
    expect(parts['xl/notes/a.xml']).not.toContain('A202');
    expect(parts[SHEET]).toContain('<conditionalFormatting sqref="B2">');
  });
});

describe('a file that is not copied', () => {
  const external = { id: 'e', target: 'file:///c:/x.xlsx', external: true };
  const asked = (bytes: Uint8Array) => {
    const made = annotated(bytes, { marks: [mark('B2')], list: list() });
    return made.ok ? 'copied' : made.reason;
  };
  const withRole = (role: string, isExternal = false) =>
    sheetBook({
      rows: ROWS,
      relationships: [isExternal ? { ...external, role } : { id: 'e', role, target: 'other.xml' }],
      more: [{ name: 'xl/other.xml', data: '<x/>' }],
    });

  it.each([
    ['text', Buffer.from('a,b\n1,2\n'), 'no-package'],
    ['a zip file that is no workbook', zip([{ name: 'a.txt', data: 'x' }]), 'no-package'],
    ['macros', withRole('vbaProject'), 'macros'],
    [
      'macros under another name',
      sheetBook({ rows: ROWS, more: [{ name: 'xl/vbaProject.bin', data: 'x' }] }),
      'macros',
    ],
    ['links to other workbooks', withRole('externalLink'), 'links'],
    ['a database', withRole('connections'), 'links'],
    ['a picture from elsewhere', withRole('image', true), 'links'],
    ['objects of other programs', withRole('oleObject'), 'embedded'],
    ['a log of changes', withRole('revisionHeaders'), 'shared'],
    ['a signature', withRole('origin'), 'signed'],
    ['links that are clicked', withRole('hyperlink', true), 'copied'],
    [
      'the strict form',
      sheetBook({
        rows: ROWS,
        workbook:
          partsOf(simple)['xl/workbook.xml']?.replace(
            'schemas.openxmlformats.org/spreadsheetml/2006',
            'purl.oclc.org/ooxml/spreadsheetml',
          ) ?? '',
      }),
      'strict',
    ],
    ['no list of types', rewritten(simple, () => ({ '[Content_Types].xml': undefined })), 'unusual'],
    ['comments that are none', commented('<comment ref="B2"></comments>'), 'unusual'],
    ['comments without text', commented('<comment ref="B2" authorId="0"/>'), 'unusual'],
    ['styles that are empty', sheetBook({ rows: ROWS, styles: '<?xml version="1.0"?><styleSheet/>' }), 'unusual'],
  ])('says why: %s', (_, bytes, reason) => {
    expect(asked(bytes)).toBe(reason);
  });

  it.each([
    ['another prefix', (vml: string) => vml.replaceAll('v:', 'w:').replace('xmlns:v=', 'xmlns:w=')],
    ['two bytes a character', (vml: string) => Buffer.from(vml, 'utf16le').toString('latin1')],
    ['no end', (vml: string) => vml.replace('</xml>', '')],
  ])('says so of boxes spelt with %s', (_, spelt) => {
    const source = rewritten(commented('', '', ''), (parts) => ({
      'xl/drawings/own.vml': spelt(parts['xl/drawings/own.vml'] ?? ''),
    }));
    expect(asked(source)).toBe('unusual');
  });

  it('is as little stripped', () => {
    expect(unannotated(withRole('externalLink'))).toEqual({ ok: false, reason: 'links' });
  });
});

describe('boxes of comments', () => {
  const drawing = (shapes: string) =>
    Buffer.from(`<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="x">\n${shapes}</xml>`);

  it('go alone, with the blanks behind them', () => {
    const left = withoutBoxes(drawing(box(1, 1) + box(2, 1) + box(2, 1, 'Button') + box(3, 1)), (row) => row !== 3);
    expect(left?.toString()).toBe(drawing(box(2, 1, 'Button') + box(3, 1)).toString());
    expect(withoutBoxes(drawing(box(1, 1) + box(2, 1)), () => true)).toBeUndefined();
  });

  it('are found in linear time, however many are begun or ended and nothing else', () => {
    const begun = '<v:shape x> '.repeat(60_000);
    const hostile = `${'</v:shape>'.repeat(60_000)}${box(1, 1)}${begun}`;
    const start = performance.now();
    expect(withoutBoxes(drawing(hostile), () => true)?.length).toBeGreaterThan(begun.length);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
