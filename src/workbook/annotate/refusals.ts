/**
 * Why a file is not copied with marks: nothing that runs, fetches or was signed goes out under our hands, and nothing is
 * changed whose spelling is not known. Looks at all relationships of the package, for a part can have any name.
 */
import type { Unmarkable } from '../../model/returned.js';
import type { Relationship } from '../relationships.js';
import { XmlDocument } from './document.js';
import type { Parts } from './parts.js';

const ROLES: Readonly<Record<string, Unmarkable>> = {
  vbaProject: 'macros',
  xlMacrosheet: 'macros',
  xlIntlMacrosheet: 'macros',
  externalLink: 'links',
  connections: 'links',
  queryTable: 'links',
  control: 'embedded',
  activeXControlBinary: 'embedded',
  oleObject: 'embedded',
  package: 'embedded',
  origin: 'signed',
  signature: 'signed',
  revisionHeaders: 'shared',
};
const STRICT = 'purl.oclc.org/ooxml/';

/** The reason against a copy with marks; undefined where there is none. */
export function reasonAgainst(parts: Parts, main: string): Unmarkable | undefined {
  for (const name of parts.names()) if (name.endsWith('vbaproject.bin')) return 'macros';
  for (const source of sources(parts)) {
    for (const relationship of parts.relationships(source).values()) {
      const reason = reasonIn(relationship);
      if (reason) return reason;
    }
  }
  const book = new XmlDocument(parts.needed(main));
  return book.tag(book.root).includes(STRICT) ? 'strict' : undefined;
}

/** A link that a reader may click is his own affair; whatever else lies outside is fetched without being asked for. */
function reasonIn({ role, part }: Relationship): Unmarkable | undefined {
  return ROLES[role] ?? (part === undefined && role !== 'hyperlink' ? 'links' : undefined);
}

/** Every part that has relationships, the package itself as the empty name. */
export function sources(parts: Parts): string[] {
  return parts.names().flatMap((name) => {
    const match = /^(.*\/)?_rels\/([^/]*)\.rels$/.exec(name);
    return match ? [`${match[1] ?? ''}${match[2]}`] : [];
  });
}
