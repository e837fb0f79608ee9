/**
 * The relationships of a package: which part plays which role. Roles are the last word of the relationship's type, so
 * that transitional and strict workbooks are read alike. Targets are part names within the package; external ones have none.
 */
import { damaged } from './unreadable.js';
import { XmlScanner } from './xml.js';
import type { Archive } from './zip.js';

type Package = Pick<Archive, 'has' | 'part'>;

export interface Relationship {
  /** officeDocument, worksheet, sharedStrings, … */
  readonly role: string;
  /** The name of the part; undefined when the target lies outside the package. */
  readonly part: string | undefined;
}

/** The relationships of a part by id, or those of the package for the empty name; none when it has no such part. */
export function relationshipsOf(archive: Package, source: string): ReadonlyMap<string, Relationship> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  const bytes = archive.part(`${folder}_rels/${source.slice(folder.length)}.rels`);
  const found = new Map<string, Relationship>();
  if (!bytes) return found;
  const xml = new XmlScanner(bytes);
  while (xml.child()) {
    const id = xml.attributes.get('Id') ?? '';
    const type = xml.attributes.get('Type') ?? '';
    const target = xml.attributes.get('Target') ?? '';
    const external = xml.attributes.get('TargetMode') === 'External';
    if (found.has(id)) throw damaged(`two relationships ${id}`);
    found.set(id, {
      role: type.slice(type.lastIndexOf('/') + 1),
      part: external ? undefined : partName(archive, folder, target),
    });
    xml.skip();
  }
  return found;
}

/** The first part with a role; undefined when no relationship has it. */
export function partWithRole(relationships: ReadonlyMap<string, Relationship>, role: string): string | undefined {
  for (const relationship of relationships.values()) if (relationship.role === role) return relationship.part;
  return undefined;
}

/** A step of a path that names no folder and no part: empty, `.` or `..`. */
const EMPTY_STEP = /(?:^|[/])\.{0,2}(?:[/]|$)/;

/** Resolves a target against the folder of the part that names it; `..` never leaves the package. */
function partName(archive: Package, folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const name = EMPTY_STEP.test(path) ? resolved(path) : path;
  if (archive.has(name) || !name.includes('%')) return name;
  // A target is a URI, an entry's name need not be: `sheet%201.xml` may be stored as `sheet 1.xml`.
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function resolved(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
