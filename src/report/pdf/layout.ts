/**
 * Lays a bulletin out on pages, every character and rule at its place. Pure: the same bulletin and the same glyphs
 * give the same pages; drawing them is all that is left to do.
 */
import type { Bulletin } from '../../model/bulletin.js';
import { cleanBulletin } from '../typesetting/clean.js';
import type { Node, Page } from '../typesetting/page.js';
import { type Glyphs, type Setter, setterOf } from '../typesetting/setting.js';
import { WORDS } from '../typesetting/words.js';
import { blockRows } from './blocks.js';
import { attachmentRows, imprintRow, noteRows, numbered, signatureRows } from './end.js';
import { pagesOf, type Row } from './flow.js';
import { attachmentFront, frontRows } from './front.js';

export interface Layout {
  readonly pages: readonly Page[];
  /** The whole document's structure. */
  readonly root: Node;
}

/** How many rows of text go along with a signature: no page is signed that says nothing. */
const WITH_SIGNATURE = 2;
/** A list of attachments up to so many rows, the empty one above it among them, goes along whole, between the two. */
const SHORT_LIST = 13;

export function layOut(written: Bulletin, glyphs: Glyphs): Layout {
  const bulletin = cleanBulletin(written);
  const setter = setterOf(glyphs, bulletin.lang);
  const root: Node = { role: 'Document', children: [] };
  const { attachments, imprint } = bulletin;
  const titles = attachments.map(({ title }) => title);
  // In this order, which is also the order in which the document is read aloud.
  const front = frontRows(bulletin, setter, root);
  const body = blockRows(bulletin.blocks, setter, root);
  const listed = attachmentRows(titles, setter, root);
  const isShort = listed.length <= SHORT_LIST;
  const rows: Row[] = [
    ...front,
    ...keptAtEnd(body, isShort ? WITH_SIGNATURE : 0),
    ...keptAtEnd(listed, isShort ? SHORT_LIST : WITH_SIGNATURE),
    ...signedRows(bulletin, setter, root),
    ...attachments.flatMap(({ title, blocks }, at) => {
      if (blocks === undefined) return [];
      const label = WORDS[bulletin.lang].attachment(at + 1, attachments.length);
      return [...attachmentFront(label, title, setter, root), ...blockRows(blocks, setter, root)];
    }),
  ];
  const pages = pagesOf(rows, imprint && imprintRow(imprint, setter, root));
  return { pages: pages.map((page) => numbered(page, setter)), root };
}

/** Signature and date, and the note that stays with them. */
function signedRows({ signature, note }: Bulletin, setter: Setter, root: Node): Row[] {
  const signed = signatureRows(signature, setter, root);
  const noted = noteRows(note, setter, root);
  return [
    ...keptAtEnd(signed, noted.length > 0 ? 1 : 0),
    ...keptAtEnd(noted.slice(0, -1), noted.length),
    ...noted.slice(-1),
  ];
}

function keptAtEnd(rows: readonly Row[], count: number): Row[] {
  return rows.map((row, at) => (at >= rows.length - count ? { ...row, keep: true } : row));
}
