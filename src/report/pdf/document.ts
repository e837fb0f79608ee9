/**
 * A PDF/A-2b file to draw in, with nothing in it that does not come from the bulletin (no clock, no random id). What is
 * drawn is gathered by the page, and what is written by the file: pdfkit would keep every stroke as a piece of its own.
 */
import { SHEET } from '../typesetting/page.js';
import { pdfkit } from './pdfkit.js';

export interface Particulars {
  readonly title: string;
  readonly author: string;
  /** BCP 47 tag of the document's language. */
  readonly lang: string;
  /** Set as the time of creation. */
  readonly created: Date;
  /** Whether streams are compressed; a test may want to read them. */
  readonly compress: boolean;
}

/** A document without a page, and how to end it: once, when all is drawn. */
export function documentOf(about: Particulars): { readonly doc: PDFKit.PDFDocument; readonly bytes: () => Uint8Array } {
  const written: Uint8Array[] = [];
  let strokes: string[] = [];
  class Printed extends pdfkit() {
    override push(chunk: Uint8Array | null): boolean {
      if (chunk) written.push(chunk);
      return true;
    }

    override addContent(stroke: string): this {
      strokes.push(`${stroke}\n`);
      return this;
    }

    override flushPages(): void {
      if (strokes.length > 0) this.page.write(Buffer.from(strokes.join(''), 'latin1'));
      strokes = [];
      super.flushPages();
    }

    /** pdfkit writes the same texts into XML, without escaping them. The plain ones are in the file by now. */
    override endMetadata(): void {
      for (const key of ['Title', 'Author'] as const) this.info[key] = escaped(this.info[key] ?? '');
      super.endMetadata();
    }
  }
  const doc = new Printed({
    size: [SHEET.width, SHEET.height],
    margin: 0,
    autoFirstPage: false,
    compress: about.compress,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: about.lang,
    displayTitle: true,
    // Only faces of the bulletin may be in the file: no default font.
    font: '',
    info: { Title: about.title, Author: about.author, Creator: 'assess', CreationDate: about.created },
  });
  return {
    doc,
    bytes: () => {
      doc.end();
      return new Uint8Array(Buffer.concat(written));
    },
  };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
