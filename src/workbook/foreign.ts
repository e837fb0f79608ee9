/**
 * Names what a file is that is neither a workbook to be read nor a table of text, so that whoever sent it can be told
 * what to send instead. Looks at how a file begins, or at the names in its package; nothing of it is read.
 */
import type { FileFault } from '../model/workbook.js';
import { decoded } from './csv.js';
import { MAX_CSV_BYTES } from './limits.js';
import { damaged, Unreadable } from './unreadable.js';
import type { Archive } from './zip.js';

/** The first bytes of what people send instead of a table. */
const BEGINNINGS: readonly (readonly [start: string, fault: FileFault, name: string])[] = [
  ['255044462d', 'pdf', 'PDF'],
  ['89504e47', 'picture', 'PNG'],
  ['ffd8ff', 'picture', 'JPEG'],
  ['47494638', 'picture', 'GIF'],
  ['52617221', 'archive', 'RAR'],
  ['377abcaf', 'archive', '7z'],
  ['1f8b08', 'archive', 'gzip'],
  ['7b5c727466', 'document', 'RTF'],
];
/** Markup tells what it is near its beginning, behind declarations and comments. */
const BEGINNING = 4096;
const MARKUP: readonly (readonly [pattern: RegExp, fault: FileFault, name: string])[] = [
  [/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/, 'xml-table', 'XML spreadsheet of 2003'],
  [/urn:oasis:names:tc:opendocument/, 'opendocument', 'OpenDocument in one XML file'],
  [/<\?mso-application|schemas\.microsoft\.com\/office\/word/, 'document', 'Word document as XML'],
  [/<(?:!doctype\s+html|html|head|meta|body|table|div|style)\b/i, 'web-page', 'HTML'],
  [/^\s*<[!?]/, 'not-a-workbook', 'markup of an unknown kind'],
];

/** The fault of a file by its beginning; undefined when it may be a table of text, or is nothing that is known. */
export function foreignFault(bytes: Buffer): Unreadable | undefined {
  const start = bytes.toString('hex', 0, 8);
  for (const [signature, fault, name] of BEGINNINGS)
    if (start.startsWith(signature)) return new Unreadable(fault, name);
  const text = beginning(bytes);
  if (/^\s*mime-version:/i.test(text)) return new Unreadable('web-page', 'web page in one file (MHT)');
  if (!/^\s*<[!?a-z]/i.test(text)) return undefined;
  const markup = MARKUP.find(([pattern]) => pattern.test(text));
  return markup && new Unreadable(markup[1], markup[2]);
}

/** The first characters; a file in UTF-16 says so itself. Whatever is not ASCII is not asked for here. */
function beginning(bytes: Buffer): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return bytes.toString('latin1', 2, 2 * BEGINNING).replaceAll('\0', '');
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('latin1', isMarked ? 3 : 0, BEGINNING);
}

/** Whether the bytes are text in an encoding that a table may have, without control characters but blanks and line ends. */
export function isText(bytes: Buffer): boolean {
  if (bytes.length > MAX_CSV_BYTES) return false;
  try {
    return !/[^\P{Cc}\t\n\f\r]/u.test(decoded(bytes));
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** The fault of a package that names no office document. */
export function packageFault(archive: Archive): Unreadable {
  const type = archive.has('mimetype') ? (archive.part('mimetype')?.toString('latin1') ?? '') : '';
  if (type.startsWith('application/vnd.oasis.opendocument')) return new Unreadable('opendocument', type);
  if (archive.has('ofd.xml')) return new Unreadable('document', 'OFD');
  if (archive.has('index/document.iwa') || archive.has('index.zip')) return new Unreadable('numbers', 'iWork');
  if (archive.has('[content_types].xml')) return damaged('a package that does not name its main part');
  return new Unreadable('archive', 'a zip file without an office document');
}
