/**
 * Reads an .xlsx or .xlsm package: finds the workbook by its relationships, never by file names, and gives its
 * worksheets in the workbook's own order. Parts that hold no cells are not read. Macros are never run, and under a name
 * that promises none they are refused.
 */
import type { Sheet } from '../model/workbook.js';
import type { Shared } from './cells.js';
import { dateSystem } from './dates.js';
import { packageFault } from './foreign.js';
import { Budget, MAX_CELLS } from './limits.js';
import { partWithRole, type Relationship, relationshipsOf } from './relationships.js';
import { readSharedStrings, unescaped } from './shared-strings.js';
import { readSheet } from './sheet.js';
import { NO_STYLES, readStyles } from './styles.js';
import { damaged, Unreadable } from './unreadable.js';
import { XmlScanner } from './xml.js';
import { type Archive, openArchive } from './zip.js';

type Relationships = ReadonlyMap<string, Relationship>;

/** Reads the sheets of a package; macros are let pass only where the file's name announces them. */
export function readXlsx(bytes: Buffer, macrosAnnounced: boolean): Sheet[] {
  const archive = openArchive(bytes);
  const main = partWithRole(relationshipsOf(archive, ''), 'officeDocument');
  if (main === undefined) throw packageFault(archive);
  if (main.toLowerCase().endsWith('.bin')) throw new Unreadable('binary-workbook', 'binary workbook (.xlsb)');
  const book = readBook(partOf(archive, main));
  const relationships = relationshipsOf(archive, main);
  if (!macrosAnnounced) refuseMacros(archive, relationships);
  refuseDde(archive, relationships);

  const strings = partWithRole(relationships, 'sharedStrings');
  const styles = partWithRole(relationships, 'styles');
  const shared: Shared = {
    strings: strings === undefined ? [] : readSharedStrings(partOf(archive, strings)),
    formats: styles === undefined ? NO_STYLES : readStyles(partOf(archive, styles)),
    dates: dateSystem(book.since1904),
    cells: new Budget(MAX_CELLS, 'cells'),
    merges: new Budget(MAX_CELLS, 'merged ranges'),
  };
  const sheets: Sheet[] = [];
  const parts = new Set<string>();
  for (const { name, hidden, id } of book.sheets) {
    const relationship = relationships.get(id);
    if (relationship?.part === undefined) throw damaged(`sheet ${name} has no part`);
    const part = relationship.part.toLowerCase();
    if (parts.has(part)) throw damaged(`sheet ${name} is another sheet again`);
    parts.add(part);
    // Charts and dialogs on sheets of their own hold no cells.
    if (relationship.role === 'worksheet') sheets.push({ name, hidden, ...readSheet(partOf(archive, part), shared) });
  }
  return sheets;
}

function partOf(archive: Archive, name: string): Buffer {
  const part = archive.part(name);
  if (!part) throw damaged(`${name} is missing`);
  return part;
}

export interface Book {
  readonly since1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly id: string }[];
}

/** Reads the part of the workbook: its sheets in their order, each with the id of the relationship to its part. */
export function readBook(part: Buffer): Book {
  const xml = new XmlScanner(part);
  if (!xml.is('workbook')) throw new Unreadable('document', 'an office document, but no workbook');
  let since1904 = false;
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  const names = new Set<string>();
  while (xml.child()) {
    if (xml.is('workbookPr')) {
      const value = xml.attributes.get('date1904');
      since1904 = value === '1' || value === 'true';
      xml.skip();
    } else if (xml.is('sheets')) {
      while (xml.child()) {
        const name = unescaped(xml.attributes.get('name') ?? '');
        const state = xml.attributes.get('state') ?? 'visible';
        if (name === '' || names.has(name.toLowerCase()))
          throw damaged(`sheet name "${name}" is empty or stands twice`);
        names.add(name.toLowerCase());
        sheets.push({ name, hidden: state !== 'visible', id: xml.attributes.prefixed('id') ?? '' });
        xml.skip();
      }
    } else xml.skip();
  }
  if (sheets.length === 0) throw damaged('workbook without a sheet');
  return { since1904, sheets };
}

/** Macros are told by their part and by the roles of their relationships, for a part can have any name. */
function refuseMacros(archive: Archive, relationships: Relationships): void {
  for (const name of archive.names()) {
    if (name.endsWith('vbaproject.bin')) throw new Unreadable('macros', name);
  }
  for (const { role } of relationships.values()) {
    if (role === 'vbaProject' || role === 'xlMacrosheet' || role === 'xlIntlMacrosheet') {
      throw new Unreadable('macros', `relationship to ${role}`);
    }
  }
}

/** A link to another workbook is never followed and does no harm; one that starts a program is refused. */
function refuseDde(archive: Archive, relationships: Relationships): void {
  for (const { role, part } of relationships.values()) {
    if (role !== 'externalLink' || part === undefined) continue;
    const xml = new XmlScanner(partOf(archive, part));
    while (xml.child()) {
      if (xml.is('ddeLink')) throw new Unreadable('unsafe', 'a link that starts a program (DDE)');
      xml.skip();
    }
  }
}
