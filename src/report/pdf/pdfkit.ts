/**
 * pdfkit and the fontkit inside it, each loaded once and only when something is printed. Both are asked for in the same
 * way: as a module of the other kind pdfkit would load a second fontkit beside the one that measures.
 */
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

const here = createRequire(import.meta.url);

/** The class of documents that pdfkit draws. */
export function pdfkit(): typeof PDFDocument {
  return here('pdfkit') as typeof PDFDocument;
}

/** pdfkit's own fontkit: no second version of it can get between measuring and drawing. */
export function fontkit(): unknown {
  return createRequire(here.resolve('pdfkit'))('fontkit');
}
